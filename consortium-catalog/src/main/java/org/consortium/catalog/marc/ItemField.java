package org.consortium.catalog.marc;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The field in which a library's system tells of its copies, where that is none of those known by themselves: its tag, and
 * the subfields of each thing, several where it takes several to say it, none where it is not said.
 */
public record ItemField(
        String tag, String barcode, String location, String callNumber, String itemClass, String price) {

    private static final Pattern TAG = Pattern.compile("[0-9A-Za-z]{3}");
    private static final Pattern CODES = Pattern.compile("[0-9A-Za-z]{0,4}");

    public ItemField {
        tag = tag.strip();
        barcode = barcode.strip();
        location = codes(location);
        callNumber = codes(callNumber);
        itemClass = codes(itemClass);
        price = codes(price);
        if (!TAG.matcher(tag).matches()
                || tag.startsWith("00")
                || codes(barcode).length() != 1) {
            throw new IllegalArgumentException("Not a field of copies: " + tag + " $" + barcode);
        }
    }

    private static String codes(String text) {
        var clean = text == null ? "" : text.strip();
        if (!CODES.matcher(clean).matches()) {
            throw new IllegalArgumentException("Not codes of subfields: " + text);
        }
        return clean;
    }

    /** The copies this record tells of here: one for each barcode. */
    List<MarcItem> items(MarcRecord record, Warnings warnings) {
        return record.tagged(tag)
                .flatMap(field -> {
                    if (!field.has(barcode.charAt(0))) {
                        warnings.add(MarcWarning.Kind.ITEM_WITHOUT_BARCODE, tag, field.joined(callNumber, " "));
                    }
                    return field.all(barcode).stream().map(number -> item(field, number, warnings));
                })
                .toList();
    }

    private MarcItem item(MarcField field, String number, Warnings warnings) {
        return new MarcItem(
                number,
                field.joined(location, " / "),
                FoundClasses.narrow(field.joined(callNumber, " "), tag, warnings),
                field.joined(itemClass, " "),
                "",
                "",
                field.joined(price, " "),
                "");
    }
}
