package org.consortium.catalog.marc;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consortium.core.union.Description.ClassNumber;
import org.consortium.core.union.Identifier;

/** The identifiers, class numbers and language codes of a MARC 21 record. */
final class Marc21Numbers {

    /** An article number (EAN) that is an ISBN. */
    private static final Pattern BOOKLAND = Pattern.compile("97[89]");

    private final MarcRecord record;
    private final Warnings warnings;

    Marc21Numbers(MarcRecord record, Warnings warnings) {
        this.record = record;
        this.warnings = warnings;
    }

    List<Identifier> identifiers() {
        var numbers = new FoundNumbers(warnings);
        record.all("020")
                .forEach(field -> field.all("a").forEach(text -> numbers.isbn(text, field.joined("qc", " "), "020")));
        record.tagged("024")
                .filter(field ->
                        field.first() == '3' && BOOKLAND.matcher(field.get('a')).lookingAt())
                .forEach(field -> numbers.isbn(field.get('a'), field.get('q'), "024"));
        record.all("022").forEach(field -> field.all("a").forEach(text -> numbers.issn(text, "022")));
        record.all("010").forEach(field -> field.all("a").forEach(numbers::lccn));
        record.all("035").forEach(field -> field.all("a").forEach(numbers::withAgency));
        record.tagged("016")
                .filter(field -> field.get('2').equalsIgnoreCase("OCoLC"))
                .forEach(field -> numbers.oclc(field.get('a')));
        record.all("019").forEach(field -> field.all("a").forEach(numbers::oclc));
        record.all("086").forEach(field -> field.all("a").forEach(numbers::document));
        record.all("091", "092").forEach(field -> numbers.unified(field.get('a')));
        record.tagged("024")
                .filter(field -> field.first() != '3'
                        || !BOOKLAND.matcher(field.get('a')).lookingAt())
                .forEach(field -> numbers.other(field.get('a')));
        // not 074: a class of documents, not one of them
        record.all("013", "015", "027", "028", "030", "088")
                .forEach(field -> field.all("a").forEach(numbers::other));
        var own = record.control("001").strip();
        if (record.control("003").strip().equalsIgnoreCase("OCoLC")) {
            numbers.oclc(own);
        } else {
            numbers.oclcByPrefix(own);
        }
        return numbers.all(record.tagged("245").anyMatch(title -> title.has('n')));
    }

    List<ClassNumber> classNumbers() {
        var classes = new FoundClasses(warnings);
        for (var field : record.all("084", "093", "095")) {
            var scheme = field.get('2').toLowerCase(Locale.ROOT);
            boolean chinese = scheme.contains("clc")
                    || scheme.equals("ztf")
                    || scheme.isEmpty() && field.tag().equals("093");
            for (var number : field.all("a")) {
                if (chinese) {
                    classes.clc(number, field.tag());
                } else if (field.tag().equals("084")) {
                    classes.other(number, field.tag());
                }
            }
        }
        record.all("050", "055").forEach(field -> classes.lcc(field.joined("ab", " "), field.tag()));
        record.all("082").forEach(field -> field.all("a").forEach(number -> classes.ddc(number, "082")));
        record.all("090", "092").forEach(field -> classes.byLook(field.joined("ab", " "), field.tag()));
        record.all("060", "080", "086").forEach(field -> classes.other(field.get('a'), field.tag()));
        return classes.all();
    }

    List<String> languages() {
        var languages = new LanguageCodes();
        var fixed = record.control("008");
        if (fixed.length() >= 38) {
            languages.add(fixed.substring(35, 38));
        }
        record.all("041").forEach(field -> field.all("ad").forEach(languages::add));
        return languages.all();
    }
}
