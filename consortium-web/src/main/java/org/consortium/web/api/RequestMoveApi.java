package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.consortium.core.ill.DeclineReason;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.loans.desk.LoanDesk;
import org.consortium.loans.request.RequestDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The moves of a request, each a noun under its address. Which of them somebody may make now, the request itself tells. */
@RestController
@RequestMapping("/api/v1/requests/{number}")
@Tag(name = "Requests")
class RequestMoveApi {

    private static final String IF_MATCH = "If-Match";

    private final RequestDesk desk;
    private final LoanDesk loans;
    private final RequestViews views;

    RequestMoveApi(RequestDesk desk, LoanDesk loans, RequestViews views) {
        this.desk = desk;
        this.loans = loans;
        this.views = views;
    }

    // the lender

    @PostMapping("/acceptance")
    @Operation(summary = "Say yes", description = "The lender promises its copy.")
    ResponseEntity<RequestView> accept(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.accept(number, IfMatch.versionOf(read), staff), staff);
    }

    @PostMapping("/refusal")
    @Operation(summary = "Say no", description = "The lender cannot; the next library is asked by itself.")
    ResponseEntity<RequestView> decline(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            @RequestBody @Valid Decline no,
            Staff staff) {
        return shown(desk.decline(number, IfMatch.versionOf(read), no.reason(), no.remark(), staff), staff);
    }

    @PostMapping("/condition")
    @Operation(
            summary = "Offer a condition",
            description = "The lender would, but under a condition the borrower must agree to.")
    ResponseEntity<RequestView> offerCondition(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            @RequestBody @Valid Condition condition,
            Staff staff) {
        return shown(desk.offerCondition(number, IfMatch.versionOf(read), condition.text(), staff), staff);
    }

    @PostMapping("/picking")
    @Operation(
            summary = "Pick the copy",
            description = "The lender has it in hand; it may be another copy of the same record.")
    ResponseEntity<RequestView> pick(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            @RequestBody(required = false) @Valid Picking picking,
            Staff staff) {
        var copy = picking == null ? null : picking.barcode();
        return shown(desk.pick(number, IfMatch.versionOf(read), copy, staff), staff);
    }

    @DeleteMapping("/picking")
    @Operation(summary = "Put the copy back", description = "It was picked by mistake; the promise stays.")
    ResponseEntity<RequestView> unpick(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.unpick(number, IfMatch.versionOf(read), staff), staff);
    }

    @PostMapping("/shipment")
    @Operation(summary = "Send the copy", description = "It leaves for the branch where the reader collects.")
    ResponseEntity<RequestView> send(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.send(number, IfMatch.versionOf(read), staff), staff);
    }

    @PostMapping("/set-aside")
    @Operation(
            summary = "Set the copy aside",
            description = "It stands at the pickup branch already and only goes behind the desk.")
    ResponseEntity<RequestView> setAside(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.setAside(number, IfMatch.versionOf(read), staff), staff);
    }

    @PostMapping("/homecoming")
    @Operation(summary = "Take the copy home", description = "It is back at its own branch, and the request closes.")
    ResponseEntity<RequestView> takeHome(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.takeHome(number, IfMatch.versionOf(read), staff), staff);
    }

    // the borrower

    @PostMapping("/condition/agreement")
    @Operation(summary = "Agree to the condition", description = "The borrower takes it as the lender offers it.")
    ResponseEntity<RequestView> agreeCondition(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.agreeCondition(number, IfMatch.versionOf(read), staff), staff);
    }

    @PostMapping("/condition/refusal")
    @Operation(summary = "Refuse the condition", description = "The borrower would rather have somebody else asked.")
    ResponseEntity<RequestView> refuseCondition(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.refuseCondition(number, IfMatch.versionOf(read), staff), staff);
    }

    @PostMapping("/receipt")
    @Operation(summary = "Receive the copy", description = "It has come to the pickup branch and waits for the reader.")
    ResponseEntity<RequestView> receive(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.receive(number, IfMatch.versionOf(read), staff), staff);
    }

    @PostMapping("/loan")
    @Operation(summary = "Lend the copy", description = "To the reader who asked for it, and nobody else.")
    LoanView lendRequested(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            @RequestBody @Valid At at,
            Staff staff) {
        return LoanView.of(loans.lend(number, IfMatch.versionOf(read), at.branch(), staff));
    }

    @PostMapping("/release")
    @Operation(summary = "Release the copy", description = "It waited in vain: to the next reader who waits, or home.")
    ResponseEntity<RequestView> release(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.release(number, IfMatch.versionOf(read), staff), staff);
    }

    @PostMapping("/attempts")
    @Operation(
            summary = "Ask another library",
            description = "Who said no before is asked again only when nobody else is left.")
    ResponseEntity<RequestView> askNext(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.askNext(number, IfMatch.versionOf(read), staff), staff);
    }

    @PostMapping("/closure")
    @Operation(summary = "Give up", description = "Nobody can lend it; the reader is told why.")
    ResponseEntity<RequestView> close(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            @RequestBody @Valid Closure closure,
            Staff staff) {
        return shown(desk.close(number, IfMatch.versionOf(read), closure.why(), staff), staff);
    }

    // several sides

    @PostMapping("/loss")
    @Operation(summary = "Report the copy lost", description = "By the library that had it last.")
    ResponseEntity<RequestView> reportLost(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.reportLost(number, IfMatch.versionOf(read), staff), staff);
    }

    @PostMapping("/cancellation")
    @Operation(
            summary = "Cancel",
            description =
                    "By the reader or the borrower. Before a lender has said yes it is done at once; after that the lender is asked.")
    ResponseEntity<RequestView> cancel(@PathVariable RequestNumber number, Actor actor) {
        return shown(desk.cancel(number, actor), actor);
    }

    @PostMapping("/cancellation/agreement")
    @Operation(summary = "Agree to cancel", description = "The lender keeps its copy, and the request closes.")
    ResponseEntity<RequestView> agreeCancel(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.agreeCancel(number, IfMatch.versionOf(read), staff), staff);
    }

    @PostMapping("/cancellation/refusal")
    @Operation(summary = "Refuse to cancel", description = "The lender has gone too far with it.")
    ResponseEntity<RequestView> refuseCancel(
            @PathVariable RequestNumber number,
            @RequestHeader(name = IF_MATCH, required = false) IfMatch read,
            Staff staff) {
        return shown(desk.refuseCancel(number, IfMatch.versionOf(read), staff), staff);
    }

    @PutMapping("/pickup")
    @Operation(
            summary = "Collect it elsewhere",
            description = "By the reader or the borrower, until a copy is promised.")
    ResponseEntity<RequestView> changePickup(
            @PathVariable RequestNumber number, @RequestBody @Valid At at, Actor actor) {
        return shown(desk.changePickup(number, at.branch(), actor), actor);
    }

    private ResponseEntity<RequestView> shown(Request request, Staff staff) {
        return shown(request, staff.actor());
    }

    private ResponseEntity<RequestView> shown(Request request, Actor actor) {
        return Answers.shown(request.version(), views.of(request, actor));
    }

    /** Why a lender says no. */
    @Schema(description = "Why a lender says no")
    record Decline(
            @Schema(description = "The reason", example = "NOT_ON_SHELF", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            DeclineReason reason,

            @Schema(description = "More about it", example = "装订中") @Size(max = 300)
            String remark) {}

    /** Under what condition a lender would. */
    @Schema(description = "Under what condition a lender would")
    record Condition(
            @Schema(description = "The condition", example = "只能在馆内看", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotBlank
            @Size(max = 300)
            String text) {}

    /** The copy that was found. */
    @Schema(description = "The copy that was found; nothing for the one that was asked for")
    record Picking(@Schema(description = "Its barcode") Barcode barcode) {}

    /** Where something is done. */
    @Schema(description = "Where something is done")
    record At(
            @Schema(description = "The branch", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
            BranchCode branch) {}

    /** Why the borrower gives up. */
    @Schema(description = "Why the borrower gives up")
    record Closure(
            @Schema(
                    description = "What the reader is told",
                    example = "各馆都没有能借的",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotBlank
            @Size(max = 300)
            String why) {}
}
