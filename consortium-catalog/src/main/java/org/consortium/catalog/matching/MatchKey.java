package org.consortium.catalog.matching;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.consortium.catalog.text.Pinyin;
import org.consortium.core.union.Identifier;

/**
 * Under what a publication may be found by others that might be the same: two that share a key are compared. A key alone
 * never joins.
 */
record MatchKey(Kind kind, String value) {

    /** Numbers of something else than what is described, or of nobody knows what. */
    private static final Set<Identifier.Kind> NO_KEY =
            EnumSet.of(Identifier.Kind.ISBN_OF_SET, Identifier.Kind.ISBN_OF_VOLUME, Identifier.Kind.OTHER);

    private static final int TITLE_LETTERS = 16;
    private static final int INITIALS = 8;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** What the value is made of. */
    enum Kind {
        NUMBER,
        TITLE_YEAR,
        TITLE_AUTHOR,
        INITIALS_YEAR_PAGES,
        /** Of lines of a list, which say no year. */
        TITLE,
        /** Of long titles, which often begin alike: Report of the committee on ... */
        WHOLE_TITLE_YEAR
    }

    static Set<MatchKey> of(Publication publication) {
        var keys = new LinkedHashSet<MatchKey>();
        publication.identifiers().stream()
                .filter(number -> !NO_KEY.contains(number.kind()))
                .forEach(number -> keys.add(of(number)));
        var title = beginning(publication.main().letters(), TITLE_LETTERS);
        if (title.isEmpty()) {
            return keys;
        }
        if (publication.year() != null) {
            keys.add(new MatchKey(Kind.TITLE_YEAR, title + " " + publication.year()));
            if (publication.main().isLong()) {
                keys.add(new MatchKey(Kind.WHOLE_TITLE_YEAR, publication.main().letters() + " " + publication.year()));
            }
        }
        if (!publication.authors().first().isEmpty()) {
            keys.add(new MatchKey(
                    Kind.TITLE_AUTHOR, title + " " + publication.authors().first()));
        }
        if (publication.isListed()) {
            keys.add(new MatchKey(Kind.TITLE, title));
        }
        if (publication.year() != null
                && publication.extent().pages() > 0
                && (Pinyin.hasHan(title) || publication.languages().contains("chi"))) {
            keys.add(new MatchKey(
                    Kind.INITIALS_YEAR_PAGES,
                    initials(publication.main()) + " " + publication.year() + " "
                            + publication.extent().pages()));
        }
        return keys;
    }

    static MatchKey of(Identifier number) {
        return new MatchKey(Kind.NUMBER, number.kind().name().toLowerCase(Locale.ROOT) + " " + number.value());
    }

    /** Of a Chinese title as it is spoken; of a romanised one as it is written, however it is parted into words. */
    private static String initials(Title title) {
        if (Pinyin.hasHan(title.letters())) {
            return beginning(Pinyin.initials(Pinyin.syllables(title.letters())), INITIALS);
        }
        var readings = Pinyin.readings(title.letters());
        return beginning(Pinyin.initials(readings.isEmpty() ? title.words() : readings.get(0)), INITIALS);
    }

    private static String beginning(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** How it stands in the database (FNV-1a): two keys that meet by chance only cost a comparison. */
    long hash() {
        return hash((FNV_OFFSET ^ kind.ordinal()) * FNV_PRIME, value);
    }

    static long hash(String text) {
        return hash(FNV_OFFSET, text);
    }

    private static long hash(long begun, String text) {
        long hash = begun;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** As it stands among the reasons of a decision. */
    String code() {
        return kind == Kind.NUMBER
                ? value
                : kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + value;
    }
}
