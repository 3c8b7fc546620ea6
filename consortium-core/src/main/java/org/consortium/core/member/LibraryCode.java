package org.consortium.core.member;

import java.util.Locale;
import java.util.regex.Pattern;

/** The consortium's own short code of a member library, given once and never changed: it stands in addresses and foreign keys. */
public record LibraryCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,15}");

    public LibraryCode {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a library code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
