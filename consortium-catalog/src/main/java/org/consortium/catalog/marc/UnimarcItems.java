package org.consortium.catalog.marc;

import java.util.ArrayList;
import java.util.List;

/** The copies a UNIMARC or CNMARC record tells of, as different library systems write them. */
final class UnimarcItems {

    private final MarcRecord record;
    private final Warnings warnings;

    UnimarcItems(MarcRecord record, Warnings warnings) {
        this.record = record;
        this.warnings = warnings;
    }

    List<MarcItem> items() {
        var items = new ArrayList<MarcItem>();
        record.tagged("995").filter(field -> field.has('f')).map(this::koha).forEach(items::add);
        record.all("905").forEach(field -> items.addAll(chinese(field)));
        record.tagged("906").filter(field -> field.has('b')).forEach(field -> items.addAll(chinese(field)));
        record.tagged("915").filter(field -> field.has('b')).map(this::sudoc).forEach(items::add);
        record.tagged("852").filter(field -> field.has('p')).map(this::location).forEach(items::add);
        return items;
    }

    /** CNMARC 905: library a, accession numbers b (one a copy), shelf c, class d, author number e, call number s or f, volume v. */
    private List<MarcItem> chinese(MarcField field) {
        var barcodes = field.all("b");
        if (barcodes.isEmpty() && !field.has('d') && !field.has('s') && !field.has('f')) {
            return List.of();
        }
        if (barcodes.isEmpty()) {
            warnings.add(MarcWarning.Kind.ITEM_WITHOUT_BARCODE, field.tag(), field.joined("ade", " "));
            barcodes = List.of("");
        }
        return barcodes.stream().map(barcode -> chinese(field, barcode)).toList();
    }

    private MarcItem chinese(MarcField field, String barcode) {
        return new MarcItem(
                barcode,
                field.joined("ac", " / "),
                narrow(chineseCallNumber(field), field.tag()),
                "",
                "",
                "",
                field.has('r') ? field.get('r') : printedPrice(),
                field.get('v'));
    }

    /** What the book costs, from field 010: what its copy costs where nobody said. */
    private String printedPrice() {
        return record.first("010").map(field -> field.get('d')).orElse("");
    }

    private static String chineseCallNumber(MarcField field) {
        if (field.has('s')) {
            return field.get('s');
        }
        return field.has('f') ? field.get('f') : field.joined("de", "/");
    }

    /** Koha 995: branch b, holding branch c, shelf e, barcode f, call number k, type r, not for loan o, note u. */
    private MarcItem koha(MarcField field) {
        return new MarcItem(
                field.get('f'),
                field.joined("be", " / "),
                narrow(field.get('k'), "995"),
                field.get('r'),
                field.get('o'),
                "",
                field.get('p'),
                field.get('u'));
    }

    /** France's union catalogue: 915 has the barcode, 930 of the same library (5) the call number. */
    private MarcItem sudoc(MarcField field) {
        var library = field.get('5');
        var callNumber = record.tagged("930")
                .filter(holding -> holding.get('5').equals(library))
                .map(holding -> holding.get('a'))
                .findFirst()
                .orElse("");
        return new MarcItem(field.get('b'), library, narrow(callNumber, "930"), "", "", "", "", field.get('a'));
    }

    private MarcItem location(MarcField field) {
        return new MarcItem(
                field.get('p'),
                field.joined("abc", " / "),
                narrow(field.has('j') ? field.get('j') : field.joined("khim", " "), "852"),
                "",
                "",
                field.get('t'),
                field.get('y'),
                field.get('n'));
    }

    private String narrow(String callNumber, String tag) {
        return FoundClasses.narrow(callNumber, tag, warnings);
    }
}
