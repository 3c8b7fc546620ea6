package org.consortium.catalog.marc;

import java.util.List;
import java.util.Locale;
import org.consortium.core.union.Format;

/** What kind of thing a MARC 21 record describes: leader positions 6 and 7, then the carrier. */
final class Marc21Format {

    private Marc21Format() {}

    static Format of(MarcRecord record) {
        char type = record.leader(6);
        return switch (type) {
            case 'c', 'd' -> Format.SCORE;
            case 'e', 'f' -> Format.MAP;
            case 'g' -> projected(record);
            case 'i' -> Format.AUDIO;
            case 'j' -> Format.MUSIC;
            case 'k' -> Format.PICTURE;
            case 'm' -> Format.ELECTRONIC;
            case 'o', 'p', 'r' -> Format.OTHER;
            case 't' -> online(record) ? Format.ELECTRONIC : Format.MANUSCRIPT;
            default -> text(record);
        };
    }

    private static Format text(MarcRecord record) {
        if (online(record)) {
            return Format.ELECTRONIC;
        }
        if (micro(record)) {
            return Format.MICROFORM;
        }
        char level = record.leader(7);
        return level == 's' || level == 'b' || level == 'i' ? Format.SERIAL : Format.BOOK;
    }

    /** Films and videos move; slides and transparencies do not. */
    private static Format projected(MarcRecord record) {
        var fixed = record.control("008");
        char visual = fixed.length() > 33 ? fixed.charAt(33) : ' ';
        return visual == 's' || visual == 't' ? Format.PICTURE : Format.VIDEO;
    }

    private static boolean online(MarcRecord record) {
        var fixed = record.control("008");
        if (fixed.length() > 23 && "oqs".indexOf(fixed.charAt(23)) >= 0) {
            return true;
        }
        return onlyOnline(record.all("074"))
                || record.tagged("007").anyMatch(field -> field.value().startsWith("c"))
                || record.tagged("338").anyMatch(field -> field.all("b").contains("cr"))
                || record.tagged("245")
                        .anyMatch(
                                field -> field.get('h').toLowerCase(Locale.ROOT).contains("electronic resource"));
    }

    /** Film, fiche or opaque in 008, else the carrier in 007, 338 or the title's designation. */
    private static boolean micro(MarcRecord record) {
        var fixed = record.control("008");
        if (fixed.length() > 23 && "abc".indexOf(fixed.charAt(23)) >= 0) {
            return true;
        }
        return record.tagged("007").anyMatch(field -> field.value().startsWith("h"))
                || record.tagged("338")
                        .anyMatch(field -> field.all("b").stream().anyMatch(code -> code.startsWith("h")))
                || record.tagged("245")
                        .anyMatch(
                                field -> field.get('h').toLowerCase(Locale.ROOT).contains("micro"));
    }

    /** The item numbers of US government documents name the medium each was distributed in. */
    private static boolean onlyOnline(List<MarcField> itemNumbers) {
        return !itemNumbers.isEmpty()
                && itemNumbers.stream().allMatch(field -> field.get('a').endsWith("(online)"));
    }
}
