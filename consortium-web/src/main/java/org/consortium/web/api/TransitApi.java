package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.loan.Transit;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.loans.transit.TransitBoard;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is on its way to one's own library and from it. */
@RestController
@RequestMapping("/api/v1/transits")
@Tag(name = "Transits")
class TransitApi {

    private final TransitBoard board;

    TransitApi(TransitBoard board) {
        this.board = board;
    }

    @GetMapping
    @Operation(
            summary = "Copies on their way",
            description = "To my library's branches or from them, the longest on its way first, 500 at most.")
    Listing<TransitView> listTransits(
            @Parameter(description = "Coming here or sent from here") @RequestParam(defaultValue = "ARRIVING") Way way,
            Staff staff) {
        var rows = way == Way.ARRIVING
                ? board.arriving(staff.library())
                : board.leaving(staff.library()).stream()
                        .flatMap(box -> box.rows().stream())
                        .toList();
        return Listing.whole(rows, TransitView::of);
    }

    /** Seen from one's own library. */
    enum Way {
        ARRIVING,
        LEAVING
    }

    /** A copy on its way. */
    @Schema(name = "Transit", description = "A copy on its way")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record TransitView(
            @Schema(description = "The copy") Barcode barcode,

            @Schema(description = "Its title", example = "额尔古纳河右岸")
            String title,

            @Schema(description = "Its call number", example = "I247.57/4530")
            String callNumber,

            @Schema(description = "The library it belongs to")
            Names owner,

            @Schema(description = "The branch it left") BranchCode from,

            @Schema(description = "The branch it goes to") BranchCode to,

            @Schema(description = "Why it travels", example = "PICKUP")
            Transit.Purpose purpose,

            @Schema(description = "The request it travels for, if any")
            RequestNumber request,

            @Schema(description = "When it left", example = "2026-03-04T02:00:00Z")
            Instant sentAt,

            @Schema(description = "The day it should be there", example = "2026-03-06")
            LocalDate expected,

            @Schema(description = "Whether that day is over", example = "false")
            boolean overdue) {

        static TransitView of(TransitBoard.Row row) {
            return new TransitView(
                    row.barcode(),
                    row.title(),
                    row.callNumber(),
                    Names.of(row.owner()),
                    row.fromCode(),
                    row.toCode(),
                    row.purpose(),
                    row.request().orElse(null),
                    row.sentAt(),
                    row.expected(),
                    row.overdue());
        }
    }
}
