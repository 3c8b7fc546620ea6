package org.consortium.catalog.intake;

import static org.consortium.catalog.sheet.SheetColumn.*;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consortium.catalog.marc.MarcItem;
import org.consortium.catalog.marc.MarcWarning;
import org.consortium.catalog.sheet.SheetColumn;
import org.consortium.catalog.sheet.SheetMapping;
import org.consortium.catalog.sheet.SheetRow;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Numerals;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.ClassNumber;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Isbn;
import org.consortium.core.union.Issn;

/** Reads lines of a library's list as titles and copies. What is doubtful is told and left out, the line comes all the same. */
final class ListLines {

    private static final int EARLIEST_YEAR = 1000;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1\\d{3}|20\\d{2})(?!\\d)");
    private static final Pattern CLC = Pattern.compile("[A-KN-VXZ][A-Z]?(\\d.*)?");

    /** 3, 3册, 3.0 as a spreadsheet counts. */
    private static final Pattern COPIES = Pattern.compile("\\s*(\\d{1,6})(?:\\.0+)?\\s*[册冊本部套]?\\s*");

    /** More of one title is a slip of the pen. */
    private static final int MOST_COPIES = 200;

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,7}(\\.\\d{1,2})?\\s*元?");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*[;；、|]\\s*");
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("中", "chi"),
            Map.entry("汉", "chi"),
            Map.entry("漢", "chi"),
            Map.entry("英", "eng"),
            Map.entry("日", "jpn"),
            Map.entry("俄", "rus"),
            Map.entry("法", "fre"),
            Map.entry("德", "ger"),
            Map.entry("韩", "kor"),
            Map.entry("朝", "kor"),
            Map.entry("藏", "tib"),
            Map.entry("维", "uig"),
            Map.entry("蒙", "mon"));

    private final SheetMapping mapping;
    private final int latestYear;

    ListLines(SheetMapping mapping, Clock clock) {
        this.mapping = mapping;
        this.latestYear = LocalDate.now(clock).getYear() + 2;
    }

    Arrival read(SheetRow row, int number) {
        var raw = row.asCsv().getBytes(StandardCharsets.UTF_8);
        if (mapping.deletes()) {
            return deletion(row, number, raw);
        }
        var warnings = new ArrayList<MarcWarning>();
        var isbn = isbn(row, warnings);
        var title = mapping.cell(row, TITLE);
        if (title.isBlank() && isbn == null) {
            return new Arrival.Illegible(
                    number, row.line(), raw, ListReject.NO_TITLE_AND_NO_ISBN.code(), isbnTold(row));
        }
        var description = title.isBlank() ? null : description(row, title, isbn, warnings);
        var listed = new Listed(
                number, controlNumber(row, isbn), own(row), description, isbn, items(row, warnings), warnings);
        return new Arrival.Line(listed, row.line(), raw);
    }

    private Arrival deletion(SheetRow row, int number, byte[] raw) {
        var controlNumber = mapping.cell(row, CONTROL_NUMBER);
        return controlNumber.isBlank()
                ? new Arrival.Illegible(number, row.line(), raw, ListReject.NO_CONTROL_NUMBER.code(), "")
                : new Arrival.Legible(Incoming.deletion(number, controlNumber, raw), row.line(), raw);
    }

    private Identifier isbn(SheetRow row, List<MarcWarning> warnings) {
        var told = isbnTold(row);
        if (told.isBlank()) {
            return null;
        }
        // a spreadsheet that took the number for a quantity has dropped the nought before it
        var isbn = Isbn.in(told.length() == 9 ? "0" + told : told);
        if (isbn.isEmpty()) {
            warnings.add(new MarcWarning(MarcWarning.Kind.ISBN_INVALID, "ISBN", told));
        }
        return isbn.map(Identifier::of).orElse(null);
    }

    private String isbnTold(SheetRow row) {
        return Normalizer.normalize(mapping.cell(row, ISBN), Normalizer.Form.NFKC);
    }

    private Description description(SheetRow row, String title, Identifier isbn, List<MarcWarning> warnings) {
        var identifiers = new ArrayList<Identifier>();
        if (isbn != null) {
            identifiers.add(isbn);
        }
        Issn.in(mapping.cell(row, ISSN)).map(Identifier::of).ifPresent(identifiers::add);
        var author = mapping.cell(row, AUTHOR);
        return Description.titled(title)
                .subtitle(mapping.cell(row, SUBTITLE))
                .part(mapping.cell(row, PART))
                .responsibility(author)
                .names(several(author).stream().map(name -> Name.of(name, "")).toList())
                .edition(mapping.cell(row, EDITION))
                .published(mapping.cell(row, PLACE), mapping.cell(row, PUBLISHER), year(row, warnings))
                .extent(extent(mapping.cell(row, EXTENT)))
                .series(several(mapping.cell(row, SERIES)))
                .subjects(several(mapping.cell(row, SUBJECT)))
                .notes(one(mapping.cell(row, NOTE)))
                .summary(mapping.cell(row, SUMMARY))
                .identifiers(identifiers)
                .classNumbers(classNumbers(row))
                .languages(languages(mapping.cell(row, LANGUAGE)))
                .build();
    }

    private static List<String> several(String text) {
        return BETWEEN_NAMES.splitAsStream(text).filter(one -> !one.isBlank()).toList();
    }

    private static List<String> one(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }

    private Integer year(SheetRow row, List<MarcWarning> warnings) {
        var told = Normalizer.normalize(mapping.cell(row, SheetColumn.YEAR), Normalizer.Form.NFKC);
        var found = YEAR.matcher(Numerals.withYearsInDigits(told));
        if (found.find()) {
            int year = Integer.parseInt(found.group());
            if (year >= EARLIEST_YEAR && year <= latestYear) {
                return year;
            }
        }
        if (!told.isBlank()) {
            warnings.add(new MarcWarning(MarcWarning.Kind.YEAR_ODD, "", told));
        }
        return null;
    }

    /** 320 means 320 pages. */
    private static String extent(String told) {
        return told.matches("\\d{1,5}") ? told + "页" : told;
    }

    private List<ClassNumber> classNumbers(SheetRow row) {
        var told = Normalizer.normalize(mapping.cell(row, SheetColumn.CLC), Normalizer.Form.NFKC);
        return told.length() <= 100 && CLC.matcher(told).matches()
                ? List.of(new ClassNumber(ClassNumber.Scheme.CLC, told))
                : List.of();
    }

    private static List<String> languages(String told) {
        if (told.matches("[a-z]{3}")) {
            return List.of(told);
        }
        var known = told.isEmpty() ? null : LANGUAGES.get(told.substring(0, 1));
        return known == null ? List.of() : List.of(known);
    }

    /** One copy with its barcode; or as many without as the line tells, which are then given theirs. */
    private List<MarcItem> items(SheetRow row, List<MarcWarning> warnings) {
        var barcode = mapping.cell(row, BARCODE);
        if (!barcode.isBlank()) {
            return List.of(item(row, barcode));
        }
        return mapping.givesBarcodes() ? Collections.nCopies(copies(row, warnings), item(row, "")) : List.of();
    }

    private int copies(SheetRow row, List<MarcWarning> warnings) {
        var told = Normalizer.normalize(mapping.cell(row, SheetColumn.COPIES), Normalizer.Form.NFKC);
        if (told.isBlank()) {
            return 1;
        }
        var number = COPIES.matcher(told);
        int copies = number.matches() ? Integer.parseInt(number.group(1)) : MOST_COPIES + 1;
        if (copies > MOST_COPIES) {
            warnings.add(new MarcWarning(MarcWarning.Kind.COPIES_ODD, "", told));
            return 1;
        }
        return copies;
    }

    private MarcItem item(SheetRow row, String barcode) {
        var price = mapping.cell(row, PRICE);
        return new MarcItem(
                barcode,
                mapping.cell(row, LOCATION),
                mapping.cell(row, CALL_NUMBER),
                mapping.cell(row, ITEM_CLASS),
                "",
                "",
                AMOUNT.matcher(price).matches() ? "CNY" + price.replaceAll("[^0-9.]", "") : price,
                "");
    }

    private String controlNumber(SheetRow row, Identifier isbn) {
        var told = mapping.cell(row, CONTROL_NUMBER);
        if (!told.isBlank()) {
            return told;
        }
        var title = Folding.key(mapping.cell(row, TITLE) + mapping.cell(row, SUBTITLE)) + "|"
                + Folding.key(mapping.cell(row, PART));
        var rest = isbn != null
                ? isbn.value()
                : Folding.key(mapping.cell(row, AUTHOR)) + "|" + Folding.key(mapping.cell(row, PUBLISHER)) + "|"
                        + Folding.key(mapping.cell(row, SheetColumn.YEAR));
        return "L"
                + Incoming.hash((title + "|" + rest).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 16);
    }

    /** One line a column, in the order of the columns' meanings: moving a column of the list changes nothing. */
    private byte[] own(SheetRow row) {
        var own = new StringBuilder();
        for (var column : SheetColumn.values()) {
            var cell = mapping.cell(row, column);
            if (column != IGNORED && !column.isOfTheCopy() && !cell.isBlank()) {
                own.append(column.name())
                        .append('=')
                        .append(cell.replaceAll("\\R", " "))
                        .append('\n');
            }
        }
        return own.toString().getBytes(StandardCharsets.UTF_8);
    }
}
