package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.RecordId;
import org.consortium.loans.desk.ReaderLoans;

/** A book a reader has in hand. */
@Schema(name = "OwnLoan", description = "A book a reader has in hand")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record OwnLoanView(
        @Schema(description = "The record") RecordId record,

        @Schema(description = "Its title", example = "额尔古纳河右岸")
        String title,

        @Schema(description = "Who made it", example = "迟子建")
        String byline,

        @Schema(description = "The copy") Barcode barcode,

        @Schema(description = "Its call number", example = "I247.57/4530")
        String callNumber,

        @Schema(description = "The library it belongs to") Names owner,

        @Schema(description = "The day it is due", example = "2026-04-03")
        LocalDate due,

        @Schema(description = "Days until then; negative when overdue", example = "12")
        long daysLeft,

        @Schema(description = "How often it was renewed", example = "0")
        int renewals,

        @Schema(description = "The day it would be due after a renewal, where one is possible", example = "2026-04-18")
        LocalDate renewableUntil,

        @Schema(description = "Why it cannot be renewed, where it cannot", example = "renewal-waited-for")
        String notRenewable) {

    static OwnLoanView of(ReaderLoans.Row row) {
        return new OwnLoanView(
                row.record(),
                row.title(),
                row.byline(),
                row.barcode(),
                row.callNumber(),
                Names.of(row.owner()),
                row.due(),
                row.daysLeft(),
                row.renewals(),
                row.renewable().orElse(null),
                row.whyNot().map(no -> no.reason().code()).orElse(null));
    }
}
