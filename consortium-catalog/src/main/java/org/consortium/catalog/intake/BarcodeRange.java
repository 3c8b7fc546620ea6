package org.consortium.catalog.intake;

import java.util.regex.Pattern;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Barcode;

/**
 * The numbers a library gives its copies one after the other, such as QT000018, QT000019.
 *
 * @param prefix what stands before the figures
 * @param figures how many at least
 */
public record BarcodeRange(String prefix, int figures, long next) {

    private static final Pattern ENDS_IN_FIGURES = Pattern.compile("(.{0,25}?)(\\d{1,15})");
    private static final int USUAL_FIGURES = 6;

    /** @throws Refusal when it is no barcode, or does not end in figures that can be counted on */
    static BarcodeRange from(String first) {
        try {
            var parts = ENDS_IN_FIGURES.matcher(new Barcode(first).value());
            if (parts.matches()) {
                return new BarcodeRange(parts.group(1), parts.group(2).length(), Long.parseLong(parts.group(2)));
            }
        } catch (IllegalArgumentException noBarcode) {
            // told below
        }
        throw new Refusal(IntakeRefusal.BARCODE_RANGE_FORM, first);
    }

    /** Of a library that has named none: its code and a number. */
    static BarcodeRange usual(LibraryCode library) {
        return from(library.value() + "-" + "0".repeat(USUAL_FIGURES - 1) + "1");
    }

    Barcode barcode() {
        return new Barcode(prefix + ("%0" + figures + "d").formatted(next));
    }

    BarcodeRange afterIt() {
        return new BarcodeRange(prefix, figures, next + 1);
    }
}
