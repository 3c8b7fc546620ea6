package org.consortium.catalog.intake;

import org.consortium.core.member.BranchCode;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.ItemClass;

/**
 * A copy a record tells of, read into the consortium's terms.
 *
 * @param contribution the record that tells of it, with its id
 * @param placed whether the record says at which branch it stands
 * @param code the library's own code of its kind
 * @param price in whatever currency it is stated, or null
 */
record NewCopy(
        Placed contribution,
        BranchCode branch,
        boolean placed,
        Barcode barcode,
        String callNumber,
        String shelf,
        ItemClass itemClass,
        String code,
        Price price) {

    NewCopy at(BranchCode other) {
        return new NewCopy(contribution, other, placed, barcode, callNumber, shelf, itemClass, code, price);
    }
}
