package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.Reader;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.loans.desk.LoanDesk;
import org.consortium.loans.desk.LoanSlip;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The desk for programs: any member's copy to any member's reader. A loan is named by its copy, which is lent once at a time. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Loans")
class LoanApi {

    private final LoanDesk desk;
    private final OpenLoans openLoans;

    LoanApi(LoanDesk desk, OpenLoans openLoans) {
        this.desk = desk;
        this.openLoans = openLoans;
    }

    @GetMapping("/cards/{number}")
    @Tag(name = "Cards")
    @Operation(
            summary = "A reader at the desk",
            description =
                    "Who shows this card, whether something can be lent to her today and why not, and what waits for her. "
                            + "A look at another library's reader is noted.")
    DeskReaderView getCard(
            @PathVariable CardNumber number,
            @Parameter(description = "The branch where the reader stands") @RequestParam BranchCode branch,
            Staff staff) {
        return DeskReaderView.of(desk.reader(number, branch, staff));
    }

    @PostMapping("/loans")
    @Operation(
            summary = "Lend a copy",
            description =
                    "Refused with everything that stands in the way. The same again within half a minute answers as before, with 200.")
    ResponseEntity<LoanView> lend(@RequestBody @Valid NewLoan fresh, Staff staff) {
        return lent(desk.lend(fresh.card(), fresh.barcode(), fresh.branch(), staff));
    }

    private static ResponseEntity<LoanView> lent(LoanSlip slip) {
        return ResponseEntity.status(slip.again() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(LoanView.of(slip));
    }

    @DeleteMapping("/loans")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Undo a loan",
            description = "Takes a loan of today back that was a slip of the hand at this branch.")
    void undoLoan(
            @Parameter(description = "The copy") @RequestParam Barcode barcode,
            @Parameter(description = "The library that owns the copy") @RequestParam LibraryCode owner,
            @Parameter(description = "The branch where it was lent") @RequestParam BranchCode branch,
            Staff staff) {
        desk.undo(openLoans.of(barcode, owner).id(), branch, staff);
    }

    @PostMapping("/renewals")
    @Operation(
            summary = "Renew a loan",
            description = "A reader renews her own; staff name the card of the reader before them.")
    LoanView renew(
            @RequestBody @Valid Renewal renewal,
            @Parameter(hidden = true) Optional<Reader> reader,
            @Parameter(hidden = true) Optional<Staff> staff) {
        return LoanView.of(reader.map(somebody -> desk.renew(
                        openLoans
                                .of(renewal.barcode(), Optional.ofNullable(renewal.owner()), somebody)
                                .id(),
                        somebody.actor()))
                .orElseGet(() -> desk.renew(renewal.cardShown(), renewal.barcode(), staff.orElseThrow())));
    }

    /** A copy to be lent. */
    @Schema(description = "A copy to be lent")
    record NewLoan(
            @Schema(description = "The card the reader shows", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
            CardNumber card,

            @Schema(description = "The copy", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
            Barcode barcode,

            @Schema(description = "The branch where it is lent", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
            BranchCode branch) {}

    /** A loan to be renewed. */
    @Schema(description = "A loan to be renewed")
    record Renewal(
            @Schema(description = "The copy", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
            Barcode barcode,

            @Schema(
                    description = "The library that owns it, where a reader has two of the same barcode",
                    example = "yunze-city")
            LibraryCode owner,

            @Schema(description = "The card of the reader; staff need it", example = "3301008645721")
            CardNumber card) {

        CardNumber cardShown() {
            if (card == null) {
                throw new IllegalArgumentException("Staff name the card");
            }
            return card;
        }
    }
}
