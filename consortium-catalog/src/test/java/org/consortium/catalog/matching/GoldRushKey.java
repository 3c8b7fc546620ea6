package org.consortium.catalog.matching;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.marc4j.marc.ControlField;
import org.marc4j.marc.DataField;
import org.marc4j.marc.Record;

/**
 * The baseline: the Gold Rush match key by its rules of December 2024, one string of parts of fixed width; two records
 * match when the strings are equal. Punctuation is told by Unicode category, so that Chinese titles are not emptied.
 */
final class GoldRushKey {

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private final Record record;

    private GoldRushKey(Record record) {
        this.record = record;
    }

    static String of(Record record) {
        var key = new GoldRushKey(record);
        return key.title()
                + key.year()
                + width(key.pages(), 4)
                + width(key.edition(), 3)
                + width(plain(key.publisher()), 5)
                + record.getLeader().getTypeOfRecord()
                + key.titleParts()
                + width(plain(key.first("245", "n")), 10)
                + width(plain(key.author()), 5)
                + width(plain(key.first("245", "f")), 15)
                + plain(key.first("086", "a"))
                + key.form();
    }

    private String title() {
        var field = (DataField) record.getVariableField("245");
        var text = field == null
                ? ""
                : field.getSubfields().stream()
                        .filter(subfield -> "abp".indexOf(subfield.getCode()) >= 0 && subfield.getData() != null)
                        .map(subfield -> subfield.getData())
                        .collect(Collectors.joining(" "));
        return width(plain(text.strip().replaceFirst("(?i)^(?:a|an|the) ", "")), 70);
    }

    private String year() {
        var fixed = control("008");
        char kind = fixed.length() > 6 ? fixed.charAt(6) : ' ';
        int at = kind == 'r' ? 7 : 11;
        for (var coded : List.of(part(fixed, at), part(fixed, 7))) {
            if (coded.matches("\\d{4}") && !coded.equals("9999")) {
                return coded;
            }
        }
        for (var tag : List.of("264", "260")) {
            var found = Pattern.compile("\\d{4}").matcher(first(tag, "c"));
            if (found.find()) {
                return found.group();
            }
        }
        return "0000";
    }

    private static String part(String fixed, int at) {
        return fixed.length() >= at + 4 ? fixed.substring(at, at + 4) : "";
    }

    private String pages() {
        var found = Pattern.compile("\\d{1,4}").matcher(first("300", "a"));
        return found.find() ? found.group() : "";
    }

    private String edition() {
        var text = first("250", "a").toLowerCase(Locale.ROOT);
        var digits = Pattern.compile("\\d+").matcher(text);
        if (digits.find()) {
            return digits.group();
        }
        for (int i = 0; i < ORDINALS.size(); i++) {
            if (text.contains(ORDINALS.get(i))) {
                return String.valueOf(i + 1);
            }
        }
        return text.isEmpty() ? "1" : plain(text);
    }

    private String publisher() {
        var newer = first("264", "b");
        return newer.isEmpty() ? first("260", "b") : newer;
    }

    private String titleParts() {
        var field = (DataField) record.getVariableField("245");
        var parts = field == null
                ? List.<String>of()
                : field.getSubfields('p').stream()
                        .skip(1)
                        .map(subfield -> width(plain(subfield.getData()), 10))
                        .toList();
        return width(String.join("", parts), 30);
    }

    private String author() {
        for (var tag : List.of("100", "110", "111", "130")) {
            if (record.getVariableField(tag) != null) {
                return first(tag, "a");
            }
        }
        return "";
    }

    private String form() {
        var said = new StringBuilder();
        for (var field : record.getVariableFields(new String[] {"245", "533", "590", "300", "337"})) {
            said.append(field.toString().toLowerCase(Locale.ROOT));
        }
        boolean online = said.indexOf("electronic") >= 0
                || said.indexOf("online") >= 0
                || said.indexOf("computer") >= 0
                || control("007").startsWith("c")
                || record.getVariableField("086") != null && record.getVariableField("856") != null;
        return online ? "e" : "p";
    }

    private String control(String tag) {
        return record.getVariableField(tag) instanceof ControlField field ? field.getData() : "";
    }

    private String first(String tag, String code) {
        if (record.getVariableField(tag) instanceof DataField field) {
            var subfield = field.getSubfield(code.charAt(0));
            return subfield == null || subfield.getData() == null ? "" : subfield.getData();
        }
        return "";
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.replace("&", " and "), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static String width(String text, int width) {
        return text.length() >= width ? text.substring(0, width) : text + "_".repeat(width - text.length());
    }
}
