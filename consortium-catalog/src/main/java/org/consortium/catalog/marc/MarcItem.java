package org.consortium.catalog.marc;

/**
 * One copy a record tells of, as its library wrote it; without a barcode it is only a statement that the library holds
 * the title there.
 *
 * @param location library, branch and shelf codes as they stand, joined with " / "
 * @param itemClassCode the library's own code of the kind of item
 * @param price as printed, with whatever currency
 */
public record MarcItem(
        String barcode,
        String location,
        String callNumber,
        String itemClassCode,
        String status,
        String copyNumber,
        String price,
        String note) {

    public MarcItem {
        barcode = barcode.strip();
        location = location.strip();
        callNumber = callNumber.strip();
        itemClassCode = itemClassCode.strip();
        status = status.strip();
        copyNumber = copyNumber.strip();
        price = price.strip();
        note = note.strip();
    }

    /** The same copy under the barcode it was given. */
    public MarcItem barcoded(String given) {
        return new MarcItem(given, location, callNumber, itemClassCode, status, copyNumber, price, note);
    }
}
