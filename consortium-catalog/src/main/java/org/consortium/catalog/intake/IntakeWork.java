package org.consortium.catalog.intake;

import java.nio.file.Path;
import org.consortium.catalog.marc.ItemField;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.catalog.sheet.SheetMapping;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;

/**
 * A job in the hands of this node.
 *
 * @param list what the columns tell, where it is a list of titles; else null
 * @param items where its records tell of copies, where the library has said so; else null
 * @param fromStore there is no file: what the library has sent is read again
 * @param readUpTo the control number earlier nodes have come to then; else empty
 * @param seen how many records earlier nodes have dealt with
 */
record IntakeWork(
        long id,
        String number,
        LibraryCode library,
        BranchCode branch,
        Path file,
        MarcFamily family,
        String encoding,
        SheetMapping list,
        ItemField items,
        int seen,
        boolean fromStore,
        String readUpTo) {

    MarcOptions options() {
        return new MarcOptions(family, encoding, items, seen + 1);
    }
}
