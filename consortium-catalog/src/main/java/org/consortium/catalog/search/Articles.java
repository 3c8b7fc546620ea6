package org.consortium.catalog.search;

import java.util.regex.Pattern;

/** Articles that titles of western languages begin with, and nobody asks for or sorts by. */
final class Articles {

    private static final Pattern LEADING =
            Pattern.compile("(?i)^(the|an?|les?|la|l['’]|l(?= )|der|die|das)(?=\\s|(?<=['’]))\\s*(?=\\S)");

    private Articles() {}

    static String without(String title) {
        return LEADING.matcher(title).replaceFirst("");
    }
}
