package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.union.Barcode;
import org.consortium.loans.desk.LoanSlip;

/** What the desk tells after lending or renewing. */
@Schema(name = "Loan", description = "What the desk tells after lending or renewing")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LoanView(
        @Schema(description = "The copy") Barcode barcode,
        @Schema(description = "The library it belongs to") Names owner,

        @Schema(description = "Its title", example = "额尔古纳河右岸")
        String title,

        @Schema(description = "Its call number", example = "I247.57/4530")
        String callNumber,

        @Schema(description = "The day it is due", example = "2026-04-03")
        LocalDate due,

        @Schema(description = "How often it may still be renewed", example = "1")
        int renewalsLeft,

        @Schema(description = "The request it was lent for, if any")
        RequestNumber request,

        @Schema(description = "How many loans the reader has now", example = "3")
        int loans,

        @Schema(description = "How many she may have", example = "10")
        int most,

        @Schema(description = "Whether this was done a moment ago already, and nothing was done now", example = "false")
        boolean again) {

    static LoanView of(LoanSlip slip) {
        return new LoanView(
                slip.barcode(),
                Names.of(slip.owner()),
                slip.title(),
                slip.callNumber(),
                slip.due(),
                slip.renewalsLeft(),
                slip.request().orElse(null),
                slip.loans(),
                slip.most(),
                slip.again());
    }
}
