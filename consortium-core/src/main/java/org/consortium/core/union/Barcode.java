package org.consortium.core.union;

import java.util.Locale;
import java.util.regex.Pattern;
import org.consortium.core.Typed;

/** What is printed on a copy and scanned at a desk; unique within its library, not in the region. */
public record Barcode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9./-]{1,39}");

    public Barcode {
        value = Typed.narrow(value).toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a barcode: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
