package org.consortium.catalog.marc;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consortium.core.union.Description.ClassNumber;
import org.consortium.core.union.Identifier;

/** The identifiers, class numbers and language codes of a UNIMARC or CNMARC record. */
final class UnimarcNumbers {

    /** An article number (EAN) that is an ISBN. */
    private static final Pattern BOOKLAND = Pattern.compile("97[89]");

    private final MarcRecord record;
    private final Warnings warnings;

    UnimarcNumbers(MarcRecord record, Warnings warnings) {
        this.record = record;
        this.warnings = warnings;
    }

    List<Identifier> identifiers() {
        var numbers = new FoundNumbers(warnings);
        record.all("010")
                .forEach(field -> field.all("a").forEach(text -> numbers.isbn(text, field.joined("b", " "), "010")));
        record.tagged("073")
                .filter(field -> BOOKLAND.matcher(field.get('a')).lookingAt())
                .forEach(field -> numbers.isbn(field.get('a'), field.get('b'), "073"));
        record.all("011").forEach(field -> field.all("a").forEach(text -> numbers.issn(text, "011")));
        // CNMARC: a is the country and b the number, or a the number itself
        record.all("091", "092").forEach(field -> field.all("ab").forEach(numbers::bookOrOrderNumber));
        record.all("094").forEach(field -> numbers.other(field.get(field.has('b') ? 'b' : 'a')));
        record.all("035").forEach(field -> field.all("a").forEach(numbers::withAgency));
        record.all("020").forEach(field -> {
            if (field.get('a').equals("US")) {
                numbers.lccn(field.get('b'));
            } else {
                numbers.other(field.get('b'));
            }
        });
        record.all("022").forEach(field -> numbers.document(field.get('b')));
        record.tagged("073")
                .filter(field -> !BOOKLAND.matcher(field.get('a')).lookingAt())
                .forEach(field -> numbers.other(field.get('a')));
        record.all("013", "014", "015", "016", "017", "040", "071", "072")
                .forEach(field -> field.all("a").forEach(numbers::other));
        numbers.oclcByPrefix(record.control("001").strip());
        return numbers.all(record.tagged("200").anyMatch(title -> title.has('h')));
    }

    List<ClassNumber> classNumbers() {
        var classes = new FoundClasses(warnings);
        record.all("690").forEach(field -> field.all("a").forEach(number -> classes.clc(number, "690")));
        record.tagged("686")
                .filter(field -> field.get('2').toLowerCase(Locale.ROOT).contains("clc"))
                .forEach(field -> classes.clc(field.get('a'), "686"));
        record.all("676").forEach(field -> field.all("a").forEach(number -> classes.ddc(number, "676")));
        record.all("680").forEach(field -> classes.lcc(field.joined("ab", ""), "680"));
        record.all("675", "681", "692")
                .forEach(field -> field.all("a").forEach(number -> classes.other(number, field.tag())));
        return classes.all();
    }

    List<String> languages() {
        var languages = new LanguageCodes();
        record.all("101").forEach(field -> field.all("a").forEach(languages::add));
        return languages.all();
    }
}
