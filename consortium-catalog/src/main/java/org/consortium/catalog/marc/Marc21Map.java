package org.consortium.catalog.marc;

import static org.consortium.catalog.marc.MarcWarning.Kind.TITLE_FROM_ELSEWHERE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.consortium.core.union.Description;

/**
 * What the fields of MARC 21 say, in the words of a description (MARC 21 Format for Bibliographic Data, Library of
 * Congress). One method for each row; the constants are the table. Names and subjects are in {@link Marc21Headings},
 * numbers and codes in {@link Marc21Numbers}.
 */
final class Marc21Map {

    /** Other titles: variant, former, uniform, parallel, and titles traced apart. */
    private static final String[] OTHER_TITLES = {"246", "247", "240", "130", "210", "222", "242", "730", "740"};

    /** Where a title may hide when 245 has none. */
    private static final String[] TITLE_SUBSTITUTES = {"245", "246", "240", "130", "222", "247", "740", "773"};

    private static final String[] SERIES = {"490", "440", "830", "800", "810", "811"};
    /** Notes a reader profits from; not those of provenance, handling and housekeeping. */
    private static final String[] NOTES = {
        "255", "500", "501", "502", "504", "505", "506", "362", "508", "511", "515", "518", "521", "522", "525", "530",
        "533", "534", "538", "545", "546", "547", "550", "555", "580", "586"
    };

    /** In what language the cataloguer writes, field 040 subfield b. */
    private static final Set<String> LANGUAGE_OF_CHINESE = Set.of("chi", "zho");

    private final MarcRecord record;
    private final LinkedFields linked;
    private final PublicationYear years;
    private final Warnings warnings;

    Marc21Map(MarcRecord record, PublicationYear years, Warnings warnings) {
        this.record = record;
        this.linked = new LinkedFields(record);
        this.years = years;
        this.warnings = warnings;
    }

    Description description(String otherwiseTitled) throws UnreadableRecord {
        var headings = new Marc21Headings(record, linked);
        var numbers = new Marc21Numbers(record, warnings);
        var romanised = record.first("245");
        var title = romanised.map(this::shown).orElse(null);
        return Description.titled(titleOr(title, otherwiseTitled))
                .subtitle(title == null ? "" : Isbd.title(title.joined("b", " ")))
                .part(title == null ? "" : part(title))
                .otherTitles(otherTitles(romanised.orElse(null), title))
                .responsibility(title == null ? "" : Isbd.sentence(title.joined("c", " ")))
                .names(headings.names())
                .edition(edition())
                .published(place(), publisher(), year())
                .extent(extent())
                .series(series())
                .subjects(headings.subjects())
                .notes(notes())
                .summary(summary())
                .identifiers(numbers.identifiers())
                .classNumbers(numbers.classNumbers())
                .languages(numbers.languages())
                .format(Marc21Format.of(record))
                .links(OnlineLinks.of(record))
                .build();
    }

    /** The original script where there is one, else the field itself. */
    private MarcField shown(MarcField field) {
        return linked.original(field).filter(original -> original.has('a')).orElse(field);
    }

    private String titleOr(MarcField title, String otherwise) throws UnreadableRecord {
        var main = title == null ? "" : Isbd.title(title.joined("a", " "));
        if (!main.isEmpty()) {
            return main;
        }
        for (var tag : TITLE_SUBSTITUTES) {
            for (var field : record.all(tag)) {
                var substitute = Isbd.title(field.joined(tag.equals("773") ? "t" : "aknpbt", " "));
                if (!substitute.isEmpty()) {
                    warnings.add(TITLE_FROM_ELSEWHERE, tag, substitute);
                    return substitute;
                }
            }
        }
        for (var original : linked.alone("245")) {
            return Isbd.title(original.joined("a", " "));
        }
        if (otherwise.isEmpty()) {
            throw new UnreadableRecord(MarcReject.NO_TITLE, "245");
        }
        return otherwise;
    }

    private static String part(MarcField title) {
        return String.join(
                ", ",
                title.all("np").stream()
                        .map(Isbd::title)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /** Both forms of the title proper where it has two, then the variants in every script. */
    private List<String> otherTitles(MarcField romanised, MarcField title) {
        Set<String> titles = new LinkedHashSet<>();
        if (romanised != null && romanised != title) {
            titles.add(whole(romanised));
        }
        for (var field : record.all(OTHER_TITLES)) {
            titles.add(whole(field));
            titles.add(inLanguage(field));
            linked.original(field).ifPresent(original -> titles.add(whole(original)));
        }
        for (var tag : OTHER_TITLES) {
            linked.alone(tag).forEach(field -> titles.add(whole(field)));
        }
        record.tagged("700", "710", "711")
                .filter(field -> field.second() == '2')
                .forEach(field -> titles.add(Isbd.title(field.joined("t", " "))));
        return said(titles);
    }

    private static String whole(MarcField field) {
        var parts = field.all("anp").stream()
                .map(Isbd::title)
                .filter(text -> !text.isEmpty())
                .toList();
        var subtitle = Isbd.title(field.joined("b", " "));
        return String.join(". ", parts) + (subtitle.isEmpty() ? "" : " : " + subtitle);
    }

    /** A uniform title with the language of this translation, for readers ask for it: Blechtrommel. English. */
    private static String inLanguage(MarcField field) {
        var language = Isbd.title(field.get('l'));
        return language.isEmpty() ? "" : whole(field) + ". " + language;
    }

    private String edition() {
        return record.first("250")
                .map(this::shown)
                .map(field -> Isbd.sentence(field.joined("ab", " ")))
                .orElse("");
    }

    /** The publication statement: 264 of publication, else 260, else 264 of production, distribution or manufacture. */
    private MarcField imprint() {
        MarcField second = null;
        for (var field : record.all("264", "260")) {
            if (field.tag().equals("260") || field.second() == '1') {
                return shown(field);
            }
            if (second == null && field.second() != '4') {
                second = field;
            }
        }
        return second == null ? MarcField.control("264", "") : shown(second);
    }

    private String place() {
        return Isbd.part(imprint().get('a'));
    }

    private String publisher() {
        return Isbd.part(imprint().get('b'));
    }

    private Integer year() {
        var fixed = record.control("008");
        var coded = fixed.length() >= 11 ? fixed.substring(7, 11) : "";
        var printed = new StringBuilder();
        for (var field : record.all("264", "260")) {
            printed.append(field.joined("c", " ")).append(' ');
        }
        return years.of(coded, printed.toString(), "008", warnings);
    }

    private String extent() {
        return String.join(
                "; ",
                said(record.tagged("300")
                        .map(field -> Isbd.sentence(field.joined("abcefg", " ")))
                        .toList()));
    }

    private List<String> series() {
        Set<String> series = new LinkedHashSet<>();
        for (var field : record.all(SERIES)) {
            // the traced form repeats what is transcribed
            if (field.tag().startsWith("8") && !series.isEmpty()) {
                break;
            }
            series.add(seriesStatement(field));
            linked.original(field).ifPresent(original -> series.add(seriesStatement(original)));
        }
        for (var tag : SERIES) {
            linked.alone(tag).forEach(field -> series.add(seriesStatement(field)));
        }
        return said(series);
    }

    private static String seriesStatement(MarcField field) {
        boolean byName = field.tag().startsWith("8")
                && !field.tag().equals("830")
                && !field.tag().equals("880");
        var name = String.join(
                ". ",
                field.all(byName ? "tnp" : "anp").stream().map(Isbd::title).toList());
        var volume = Isbd.sentence(field.get('v'));
        return volume.isEmpty() ? name : name + " ; " + volume;
    }

    private List<String> notes() {
        Set<String> notes = new LinkedHashSet<>();
        for (var field : record.all(NOTES)) {
            notes.add(note(shown(field)));
        }
        for (var tag : NOTES) {
            linked.alone(tag).forEach(field -> notes.add(note(field)));
        }
        boolean chinese = record.first("040")
                .map(field -> LANGUAGE_OF_CHINESE.contains(field.get('b')))
                .orElse(false);
        record.all(RelatedTitles.MARC21_TAGS).forEach(link -> notes.add(related(shown(link), link.tag(), chinese)));
        return said(notes);
    }

    /** A link, or a heading of a name with a title that is not contained in this one (then it is among its titles). */
    private static String related(MarcField link, String tag, boolean chinese) {
        boolean heading = tag.charAt(1) < '6';
        if (heading && link.second() == '2') {
            return "";
        }
        var title = Isbd.title(link.joined(heading ? "tnp" : "st", " "));
        var name = Isbd.sentence(link.get('a'));
        return RelatedTitles.marc21(
                tag,
                Isbd.part(link.get('i')),
                title.isEmpty() || name.isEmpty() ? title : name + ". " + title,
                chinese);
    }

    private static String note(MarcField field) {
        return field.subfields().stream()
                .filter(subfield -> subfield.code() >= 'a'
                        && subfield.code() <= 'z'
                        && !subfield.value().isBlank())
                .map(subfield -> subfield.value().strip())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private String summary() {
        return String.join(
                "\n",
                said(record.tagged("520")
                        .map(this::shown)
                        .map(field -> field.joined("ab", " "))
                        .toList()));
    }

    private static List<String> said(Iterable<String> texts) {
        var said = new ArrayList<String>();
        for (var text : texts) {
            if (!text.isBlank()) {
                said.add(text.strip());
            }
        }
        return said;
    }
}
