package org.consortium.catalog.marc;

import static org.consortium.catalog.marc.MarcWarning.Kind.TITLE_FROM_ELSEWHERE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.Name;

/**
 * What the fields of UNIMARC and its Chinese dress CNMARC (WH/T 0503) say, in the words of a description. One method for
 * each row; the constants are the table. Numbers and codes are in {@link UnimarcNumbers}.
 */
final class UnimarcMap {

    private static final String[] NAMES = {"700", "710", "720", "701", "711", "721", "702", "712", "722", "730"};

    /**
     * Parallel, uniform, cover, spine, running, variant and other titles, and those of the same work in other editions.
     * Not 501 and 503: headings such as "Works" or "Exhibition" are no titles of anything.
     */
    private static final String[] OTHER_TITLES = {
        "500", "510", "511", "512", "513", "514", "515", "516", "517", "518", "520", "530", "531", "532", "540", "541",
        "545", "560", "423", "430", "434", "440", "451", "452", "453", "454", "455", "456", "464"
    };

    private static final String[] SERIES = {"225", "410", "411", "461", "462"};
    private static final String[] SUBJECTS = {"600", "601", "602", "604", "605", "606", "607", "608", "610", "615"};
    private static final String[] NOTES = {
        "206", "207", "208", "230", "300", "301", "302", "303", "304", "305", "306", "307", "308", "309", "310", "311",
        "312", "313", "314", "315", "316", "317", "318", "319", "320", "321", "322", "323", "324", "325", "326", "327",
        "328", "329", "331", "332", "333", "334", "336", "337"
    };

    /** In what language the cataloguer writes, field 100 positions 22 to 24. */
    private static final Set<String> LANGUAGE_OF_CHINESE = Set.of("chi", "zho");

    private static final Pattern OMITTED = Pattern.compile(",\\.{3}(?= |$)");

    private final MarcRecord record;
    private final PublicationYear years;
    private final Warnings warnings;

    UnimarcMap(MarcRecord record, PublicationYear years, Warnings warnings) {
        this.record = record;
        this.years = years;
        this.warnings = warnings;
    }

    Description description(String otherwiseTitled) throws UnreadableRecord {
        var numbers = new UnimarcNumbers(record, warnings);
        var title = record.first("200").orElse(MarcField.control("200", ""));
        return Description.titled(titleOr(title, otherwiseTitled))
                .subtitle(joined(title, "e", " : "))
                .part(joined(title, title.has('h') ? "hi" : "vi", ", "))
                .otherTitles(otherTitles(title))
                .responsibility(responsibility(title))
                .names(names())
                .edition(record.first("205")
                        .map(field -> joined(field, "ab", ", "))
                        .orElse(""))
                .published(imprint('a'), imprint('c'), year())
                .extent(extent())
                .series(series())
                .subjects(subjects())
                .notes(notes())
                .summary(String.join(
                        "\n", record.tagged("330").map(field -> field.get('a')).toList()))
                .identifiers(numbers.identifiers())
                .classNumbers(numbers.classNumbers())
                .languages(numbers.languages())
                .format(UnimarcFormat.of(record))
                .links(OnlineLinks.of(record))
                .build();
    }

    private String titleOr(MarcField title, String otherwise) throws UnreadableRecord {
        var main = text(title.get('a'));
        if (!main.isEmpty()) {
            return main;
        }
        for (var other : record.all("200", "500", "517", "461", "463")) {
            var field = linked(other);
            var substitute = text(field.joined("ihcdt", " "));
            substitute = substitute.isEmpty() ? text(field.get('a')) : substitute;
            if (!substitute.isEmpty()) {
                warnings.add(TITLE_FROM_ELSEWHERE, field.tag(), substitute);
                return substitute;
            }
        }
        if (otherwise.isEmpty()) {
            throw new UnreadableRecord(MarcReject.NO_TITLE, "200");
        }
        return otherwise;
    }

    /** Further works in the same volume, parallel titles, the title in pinyin (A or, after the title, 9), then the 5XX. */
    private List<String> otherTitles(MarcField title) {
        Set<String> titles = new LinkedHashSet<>();
        title.all("a").stream().skip(1).map(UnimarcMap::text).forEach(titles::add);
        title.all("cd").stream().map(UnimarcMap::text).forEach(titles::add);
        titles.add(text(title.get('A').isEmpty() ? title.get('9') : title.get('A')));
        for (var other : record.all(OTHER_TITLES)) {
            var field = linked(other);
            var whole = joined(field, field.tag().startsWith("4") ? "tahi" : "ahi", ". ");
            var subtitle = joined(field, "e", " : ");
            titles.add(subtitle.isEmpty() ? whole : whole + " : " + subtitle);
            if (field.tag().equals("500") && field.has('m')) {
                titles.add(whole + ". " + text(field.get('m')));
            }
        }
        titles.remove(text(title.get('a')));
        return said(titles);
    }

    /** Of a link that holds whole fields, each after a 1 and its tag, those that are its title: not its author's name. */
    private static MarcField linked(MarcField field) {
        if (!field.tag().startsWith("4") || !field.has('1')) {
            return field;
        }
        var titled = new ArrayList<MarcField.Subfield>();
        boolean ofTitle = true;
        for (var subfield : field.subfields()) {
            if (subfield.code() == '1') {
                ofTitle = subfield.value().matches("(?s)(?:200|225|5).*");
            } else if (ofTitle) {
                titled.add(subfield);
            }
        }
        return new MarcField(field.tag(), field.first(), field.second(), "", titled);
    }

    /** Without the marks of omission after each name, as in “Yves Kaminsky,...”. */
    private static String responsibility(MarcField title) {
        return Isbd.part(
                OMITTED.matcher(joined(title, "fg", " ; ")).replaceAll(",").replace(", ;", " ;"));
    }

    private List<Name> names() {
        Set<Name> names = new LinkedHashSet<>();
        for (var field : record.all(NAMES)) {
            var heading = field.tag().charAt(1) == '1' ? body(field) : person(field);
            if (!heading.isEmpty()) {
                names.add(Name.of(heading, role(field)));
            }
        }
        return new ArrayList<>(names);
    }

    /** A western name is turned round (second indicator 1: Bureau, Rony); a Chinese one stands as it is spoken. */
    private static String person(MarcField field) {
        var entry = text(field.get('a'));
        var rest = text(field.get('b'));
        var numeral = text(field.get('d'));
        var name = rest.isEmpty() ? entry : entry + (isChinese(entry) && isChinese(rest) ? "" : ", ") + rest;
        return numeral.isEmpty() ? name : name + " " + numeral;
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static String body(MarcField field) {
        return joined(field, "ab", ". ");
    }

    private static String role(MarcField field) {
        return String.join(
                ", ", said(field.all("4").stream().map(Relators::unimarc).toList()));
    }

    /** Field 210, in newer records 214 whose second indicator 0 means publication. */
    private String imprint(char code) {
        return record.tagged("210", "214")
                .filter(field -> field.tag().equals("210") || field.second() == '0' || field.second() == ' ')
                .map(field -> Isbd.part(text(field.get(code))))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Integer year() {
        var coded = record.first("100").map(field -> field.get('a')).orElse("");
        var printed = String.join(
                " ",
                record.tagged("210", "214")
                        .map(field -> field.joined("dh", " "))
                        .toList());
        return years.of(coded.length() >= 13 ? coded.substring(9, 13) : "", printed, "100", warnings);
    }

    /** Pages, illustrations, size and what comes with it, with the punctuation of ISBD between them. */
    private String extent() {
        return String.join(
                "; ", said(record.tagged("215").map(UnimarcMap::extent).toList()));
    }

    private static String extent(MarcField field) {
        var whole = new StringBuilder(joined(field, "a", ", "));
        addAfter(whole, " : ", joined(field, "c", ", "));
        addAfter(whole, " ; ", joined(field, "d", ", "));
        addAfter(whole, " + ", joined(field, "e", " + "));
        return whole.toString();
    }

    private static void addAfter(StringBuilder whole, String separator, String text) {
        if (!text.isEmpty()) {
            whole.append(whole.isEmpty() ? "" : separator).append(text);
        }
    }

    private List<String> series() {
        Set<String> series = new LinkedHashSet<>();
        for (var statement : record.all(SERIES)) {
            var field = linked(statement);
            // the links repeat what the statement says
            if (!field.tag().equals("225") && !series.isEmpty()) {
                break;
            }
            var name = Isbd.title(joined(field, field.tag().equals("225") ? "ahi" : "tahi", ". "));
            var volume = text(field.get('v'));
            series.add(volume.isEmpty() ? name : name + " ; " + volume);
        }
        return said(series);
    }

    private List<String> subjects() {
        Set<String> subjects = new LinkedHashSet<>();
        for (var field : record.all(SUBJECTS)) {
            if (field.tag().equals("610")) {
                field.all("a").forEach(word -> subjects.add(text(word)));
            } else {
                var heading = joined(field, "abt", ", ");
                var divisions = joined(field, "jxyz", "--");
                subjects.add(divisions.isEmpty() ? heading : heading + "--" + divisions);
            }
        }
        return said(subjects);
    }

    private List<String> notes() {
        Set<String> notes = new LinkedHashSet<>();
        record.all(NOTES).forEach(field -> notes.add(joined(field, "abcdefghi", " ")));
        boolean chinese = record.first("100")
                .map(field -> field.get('a'))
                .filter(coded -> coded.length() >= 25 && LANGUAGE_OF_CHINESE.contains(coded.substring(22, 25)))
                .isPresent();
        for (var link : record.all(RelatedTitles.UNIMARC_TAGS)) {
            notes.add(RelatedTitles.unimarc(link.tag(), joined(linked(link), "tahi", ". "), chinese));
        }
        return said(notes);
    }

    private static String joined(MarcField field, String codes, String separator) {
        return String.join(
                separator,
                field.all(codes).stream()
                        .map(UnimarcMap::text)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /** UNIMARC leaves punctuation to the display; some fields bring their own all the same. */
    private static String text(String value) {
        return Isbd.part(value.strip());
    }

    private static List<String> said(Iterable<String> texts) {
        var said = new ArrayList<String>();
        for (var text : texts) {
            if (!text.isBlank()) {
                said.add(text);
            }
        }
        return said;
    }
}
