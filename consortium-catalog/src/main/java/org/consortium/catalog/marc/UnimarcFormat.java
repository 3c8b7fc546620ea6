package org.consortium.catalog.marc;

import java.util.Locale;
import org.consortium.core.union.Format;

/** What kind of thing a UNIMARC record describes: leader positions 6 and 7, then the carrier. */
final class UnimarcFormat {

    private UnimarcFormat() {}

    static Format of(MarcRecord record) {
        return switch (record.leader(6)) {
            case 'b' -> Format.MANUSCRIPT;
            case 'c', 'd' -> Format.SCORE;
            case 'e', 'f' -> Format.MAP;
            case 'g' -> Format.VIDEO;
            case 'i' -> Format.AUDIO;
            case 'j' -> Format.MUSIC;
            case 'k' -> Format.PICTURE;
            case 'l' -> Format.ELECTRONIC;
            case 'm', 'r' -> Format.OTHER;
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
        return record.leader(7) == 's' || record.leader(7) == 'i' ? Format.SERIAL : Format.BOOK;
    }

    /** Coded in 106 or 135, or said in the title's or (Taiwan) field 204's general material designation. */
    private static boolean online(MarcRecord record) {
        return record.has("135")
                || record.has("230")
                || record.tagged("106").anyMatch(field -> field.get('a').startsWith("s"))
                || record.tagged("200").anyMatch(field -> isElectronic(field.get('b')))
                || record.tagged("204").anyMatch(field -> isElectronic(field.get('a')));
    }

    /** Field 130 holds the coded data of microforms; else the physical medium in 106 says so. */
    private static boolean micro(MarcRecord record) {
        return record.has("130")
                || record.tagged("106").anyMatch(field -> field.get('a').startsWith("t"))
                || record.tagged("200").anyMatch(field -> field.get('b').contains("缩微"));
    }

    private static boolean isElectronic(String designation) {
        var words = designation.toLowerCase(Locale.ROOT);
        return words.contains("electronic") || words.contains("電子") || words.contains("电子");
    }
}
