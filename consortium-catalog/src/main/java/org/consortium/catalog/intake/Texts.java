package org.consortium.catalog.intake;

/** What the database can hold of a text. */
final class Texts {

    private Texts() {}

    /** The beginning of a text, without a character cut in two and without the one PostgreSQL has no room for. */
    static String clipped(String text, int longest) {
        var clean = text.replace("\0", "");
        if (clean.length() <= longest) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest;
        return clean.substring(0, end);
    }
}
