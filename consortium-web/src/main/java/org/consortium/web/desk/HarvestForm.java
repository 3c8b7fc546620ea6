package org.consortium.web.desk;

import org.consortium.catalog.harvest.Harvest;
import org.consortium.catalog.harvest.HarvestDesk;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.core.member.BranchCode;

/** What a library's admin types about where its records are fetched from. */
record HarvestForm(
        BranchCode branch,
        String address,
        String format,
        String set,
        MarcFamily family,
        Integer everyHours,
        Boolean paused) {

    static HarvestForm empty() {
        return new HarvestForm(null, "", "marc21", "", null, 24, false);
    }

    static HarvestForm of(Harvest harvest) {
        var settings = harvest.settings();
        return new HarvestForm(
                settings.branch(),
                settings.address().toString(),
                settings.format(),
                settings.set(),
                settings.family(),
                settings.everyHours(),
                harvest.paused());
    }

    /** A box that is not ticked is not sent. */
    boolean isPaused() {
        return Boolean.TRUE.equals(paused);
    }

    HarvestDesk.Asked asked() {
        return new HarvestDesk.Asked(
                branch,
                address == null ? "" : address,
                format == null ? "" : format,
                set,
                family,
                everyHours == null ? 0 : everyHours);
    }
}
