package org.consortium.catalog.marc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the fields of an ISO 2709 record are. Lengths are bytes; where a program counted characters instead, or a number
 * is damaged, the fields are taken in the order they stand.
 */
final class Iso2709Directory {

    static final int LEADER = 24;
    private static final int ENTRY = 12;

    /** A field's tag and where its bytes are, its terminator not included. */
    record Slice(String tag, int from, int to) {}

    private Iso2709Directory() {}

    static List<Slice> slices(byte[] bytes, Warnings warnings) throws UnreadableRecord {
        int base = base(bytes, warnings);
        int entries = (base - 1 - LEADER) / ENTRY;
        var found = new ArrayList<Slice>(entries);
        for (int i = 0; i < entries; i++) {
            int at = LEADER + i * ENTRY;
            int length = number(bytes, at + 3, 4);
            int from = number(bytes, at + 7, 5) + base;
            int to = from + length - 1;
            if (length > 0 && from >= base && to < bytes.length && isField(bytes, from, to, base)) {
                found.add(new Slice(tag(bytes, at), from, to));
            }
        }
        boolean whole = found.size() == entries && (base - 1 - LEADER) % ENTRY == 0;
        return whole ? found : inOrder(bytes, base, found, warnings);
    }

    /** Where the data begin: as the leader says if the directory ends there, else after the first field terminator. */
    private static int base(byte[] bytes, Warnings warnings) throws UnreadableRecord {
        int said = number(bytes, 12, 5);
        if (said > LEADER && said <= bytes.length && bytes[said - 1] == Iso2709Source.FIELD_END) {
            return said;
        }
        int end = LEADER;
        while (end < bytes.length && (isDigit(bytes[end]) || isLetter(bytes[end]))) {
            end++;
        }
        boolean ended = end < bytes.length && bytes[end] == Iso2709Source.FIELD_END;
        // a damaged terminator, exactly where the leader says it should stand, does no harm
        if (end - LEADER < ENTRY || !ended && end != said - 1) {
            throw new UnreadableRecord(
                    MarcReject.BAD_LEADER, new String(bytes, 0, LEADER, StandardCharsets.ISO_8859_1));
        }
        warnings.add(MarcWarning.Kind.LEADER_REPAIRED, "", "12-16 = " + (end + 1));
        return end + 1;
    }

    private static boolean isField(byte[] bytes, int from, int to, int base) {
        return bytes[to] == Iso2709Source.FIELD_END && (from == base || bytes[from - 1] == Iso2709Source.FIELD_END);
    }

    private static String tag(byte[] bytes, int at) {
        return new String(bytes, at, 3, StandardCharsets.ISO_8859_1);
    }

    /** The directory lies: if it names as many fields as there are terminators, they belong together in their order. */
    private static List<Slice> inOrder(byte[] bytes, int base, List<Slice> trusted, Warnings warnings)
            throws UnreadableRecord {
        var ends = new ArrayList<Integer>();
        for (int i = base; i < bytes.length; i++) {
            if (bytes[i] == Iso2709Source.FIELD_END) {
                ends.add(i);
            }
        }
        var tags = tags(bytes, base, ends);
        if (tags.size() == ends.size() && tags.stream().anyMatch(Iso2709Directory::isTag)) {
            warnings.add(MarcWarning.Kind.DIRECTORY_REPAIRED, "", "");
            var slices = new ArrayList<Slice>(ends.size());
            for (int i = 0; i < ends.size(); i++) {
                slices.add(new Slice(tags.get(i), i == 0 ? base : ends.get(i - 1) + 1, ends.get(i)));
            }
            return slices;
        }
        var missing = tags.size() - trusted.size();
        if (trusted.isEmpty() || tags.stream().noneMatch(Iso2709Directory::isTag)) {
            throw new UnreadableRecord(MarcReject.BAD_DIRECTORY, tags.size() + " / " + ends.size());
        }
        warnings.add(MarcWarning.Kind.FIELD_SKIPPED, "", missing + " / " + tags.size());
        return trusted;
    }

    /** The directory's tags. In records beyond 99,999 bytes some programs write longer numbers: then an entry has 13 digits. */
    private static List<String> tags(byte[] bytes, int base, List<Integer> ends) {
        var tags = new ArrayList<String>();
        for (int at = LEADER; at + ENTRY <= base - 1; ) {
            tags.add(tag(bytes, at));
            int from = tags.size() < 2 || tags.size() - 2 >= ends.size() ? 0 : ends.get(tags.size() - 2) + 1 - base;
            boolean longer = from > 99_999 && at + ENTRY < base - 1 && number(bytes, at + 7, 6) == from;
            at += longer ? ENTRY + 1 : ENTRY;
        }
        return tags;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    static boolean isTag(String tag) {
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return tag.length() == 3;
    }

    /** Digits as a number, or -1. */
    static int number(byte[] bytes, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }
}
