package org.consortium.core;

import java.util.regex.Pattern;

/**
 * An address nobody can guess, 130 bits by chance: whoever was given it may look at a list, read a feed or end letters, until it
 * is withdrawn.
 */
public record Link(String value) {

    private static final int LENGTH = 26;
    private static final Pattern FORM = Pattern.compile(Letters.ONE + "{" + LENGTH + "}");

    public Link {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a link");
        }
    }

    public static Link random() {
        return new Link(Letters.random(LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }
}
