package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.loans.desk.LoanDesk;
import org.consortium.loans.desk.ReturnSlip;
import org.consortium.loans.request.OddReturn;
import org.consortium.loans.request.Onward;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Copies handed in: any member's, at any desk, never refused. */
@RestController
@RequestMapping("/api/v1/returns")
@Tag(name = "Returns")
class ReturnApi {

    private final LoanDesk desk;

    ReturnApi(LoanDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @Operation(
            summary = "Take a copy back",
            description =
                    "Never refused, but for a barcode nobody has or several have: then name the owner. Tells where the copy goes now.")
    ReturnView takeBack(@RequestBody @Valid NewReturn handedIn, Staff staff) {
        return ReturnView.of(desk.takeBack(handedIn.barcode(), handedIn.owner(), handedIn.branch(), staff));
    }

    /** A copy that is handed in. */
    @Schema(description = "A copy that is handed in")
    record NewReturn(
            @Schema(description = "The copy", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
            Barcode barcode,

            @Schema(description = "The branch where it is handed in", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            BranchCode branch,

            @Schema(
                    description = "The library on its label, where the barcode alone does not tell",
                    example = "yunze-normal")
            LibraryCode owner) {}

    /** What the desk does with the copy now. */
    @Schema(name = "Return", description = "What the desk does with the copy now")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ReturnView(
            @Schema(description = "The copy") Barcode barcode,

            @Schema(description = "The library it belongs to")
            Names owner,

            @Schema(description = "Its title", example = "额尔古纳河右岸")
            String title,

            @Schema(description = "Its call number", example = "I247.57/4530")
            String callNumber,

            @Schema(
                    description =
                            "On the shelf here; into the van home; behind the desk for a reader; into the van to a reader; "
                                    + "or keep it until its library says",
                    example = "SEND_HOME")
            Onward.Next next,

            @Schema(description = "The branch it goes to, or where it stays")
            BranchCode to,

            @Schema(description = "That branch's name") Names toName,

            @Schema(description = "When the van calls here, as people say it", example = "周二、周四 11:00")
            String courier,

            @Schema(description = "The request it is for now, or was for")
            RequestNumber request,

            @Schema(
                    description = "The reader who waits for it: by name for her own library, else by alias",
                    example = "7KQ2M")
            String waiting,

            @Schema(description = "Days after the due date", example = "0")
            long daysLate,

            @Schema(description = "What is odd about it, for its owner to look into", example = "NOT_ON_LOAN")
            OddReturn odd) {

        static ReturnView of(ReturnSlip slip) {
            return new ReturnView(
                    slip.barcode(),
                    Names.of(slip.owner()),
                    slip.title(),
                    slip.callNumber(),
                    slip.next(),
                    slip.toBranch(),
                    Names.of(slip.to()),
                    slip.courier(),
                    slip.request().orElse(null),
                    slip.waiting().orElse(null),
                    slip.daysLate(),
                    slip.odd().orElse(null));
        }
    }
}
