package org.consortium.core.member;

import java.util.Locale;
import java.util.regex.Pattern;

/** The short code of a branch, unique in the consortium, given once and never changed. */
public record BranchCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,23}");

    public BranchCode {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a branch code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
