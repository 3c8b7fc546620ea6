package org.consortium.core.union;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The public number of a union record, eight letters and digits without the ones people confuse (i, l, o, u). It never
 * changes meaning: after a merge the old one redirects.
 */
public record RecordId(String value) {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{8}");
    private static final int LENGTH = 8;
    private static final int BITS = 5;
    private static final long SPACE_MASK = (1L << (LENGTH * BITS)) - 1;

    /** Odd, so multiplying by it is one-to-one below 2^40; it only makes neighbours look unlike each other. */
    private static final long STRIDE = 0x9E3779B97FL | 1;

    public RecordId {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a record id: " + value);
        }
    }

    /** The id for the next number of the sequence {@code record_number}: different numbers give different ids. */
    public static RecordId of(long number) {
        long spread = (number * STRIDE) & SPACE_MASK;
        var text = new StringBuilder(LENGTH);
        for (int digit = LENGTH - 1; digit >= 0; digit--) {
            text.append(ALPHABET.charAt((int) (spread >>> (digit * BITS)) & 31));
        }
        return new RecordId(text.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
