package org.consortium.catalog.marc;

import java.util.ArrayList;
import java.util.List;

/** The doubts gathered while one record is read; a record with hundreds of them tells the first ones. */
final class Warnings {

    private static final int ENOUGH = 40;
    private static final int LONGEST_DETAIL = 160;

    private final List<MarcWarning> told = new ArrayList<>();

    void add(MarcWarning.Kind kind, String tag, String detail) {
        if (told.size() >= ENOUGH) {
            return;
        }
        var shortened = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail;
        var warning = new MarcWarning(kind, tag, shortened);
        if (!told.contains(warning)) {
            told.add(warning);
        }
    }

    List<MarcWarning> told() {
        return told;
    }
}
