package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.consortium.core.card.Reader;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.RecordId;
import org.consortium.loans.proposal.ProposalDesk;
import org.consortium.loans.proposal.ProposalNumber;
import org.consortium.loans.proposal.ProposalState;
import org.consortium.loans.proposal.Proposals;
import org.consortium.loans.proposal.Proposed;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Titles readers propose to their library, for both sides of the desk. */
@RestController
@Tag(name = "Proposals")
class ProposalApi {

    private final Proposals proposals;
    private final ProposalDesk desk;

    ProposalApi(Proposals proposals, ProposalDesk desk) {
        this.proposals = proposals;
        this.desk = desk;
    }

    @GetMapping("/api/v1/me/proposals")
    @SecurityRequirement(name = "session")
    @Operation(summary = "My proposals", description = "The newest first, with the library's answers.")
    Listing<ProposalView> listMyProposals(Reader reader) {
        return Listing.whole(proposals.of(reader.id()), ProposalView::of);
    }

    @PostMapping("/api/v1/me/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirement(name = "session")
    @Operation(summary = "Propose a title", description = "To my home library, which sees my alias.")
    ProposalView propose(@RequestBody @Valid ProposalInput input, Reader reader) {
        var number = desk.propose(Proposed.of(input.title(), input.author(), input.isbn(), input.reason()), reader);
        return ProposalView.of(proposals.required(number, reader.homeLibrary()));
    }

    @DeleteMapping("/api/v1/me/proposals/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirement(name = "session")
    @Operation(summary = "Withdraw a proposal", description = "While nobody has answered it.")
    void withdrawProposal(@PathVariable ProposalNumber number, Reader reader) {
        desk.withdraw(number, reader);
    }

    @GetMapping("/api/v1/proposals")
    @Operation(
            summary = "Proposals to my library",
            description = "Those that wait, the oldest first; or those answered, the last first.")
    Listing<ProposalView> listProposals(
            @Parameter(description = "Whether to list the answered ones") @RequestParam(defaultValue = "false")
                    boolean answered,
            @ParameterObject @Valid PageAsked asked,
            Staff staff) {
        return Listing.of(proposals.to(staff.library(), !answered, asked.page(), asked.size()), ProposalView::of);
    }

    @PostMapping("/api/v1/proposals/{number}/answer")
    @Operation(summary = "Answer a proposal", description = "The reader is told. An answer stands.")
    ProposalView answerProposal(
            @PathVariable ProposalNumber number, @RequestBody @Valid ProposalAnswer answer, Staff staff) {
        desk.answer(number, answer.answer(), answer.text(), answer.record(), staff);
        return ProposalView.of(proposals.required(number, staff.library()));
    }

    /** What a reader proposes. */
    @Schema(description = "What a reader proposes")
    record ProposalInput(
            @Schema(description = "The title", example = "候鸟的勇敢", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotBlank
            @Size(max = Proposed.LONGEST_TITLE)
            String title,

            @Schema(description = "Who made it", example = "迟子建") @Size(max = Proposed.LONGEST_AUTHOR)
            String author,

            @Schema(description = "Its ISBN, where it is known", example = "9787020139781")
            String isbn,

            @Schema(description = "Why", example = "读书会要读") @Size(max = Proposed.LONGEST_REASON)
            String reason) {}

    /** What a library says to a proposal. */
    @Schema(description = "What a library says to a proposal")
    record ProposalAnswer(
            @Schema(
                    description = "ORDERED, NOT_ORDERED or THERE",
                    example = "ORDERED",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            ProposalState answer,

            @Schema(description = "What the reader is told; needed where it is not ordered", example = "下个月到")
            @Size(max = Proposed.LONGEST_REASON)
            String text,

            @Schema(description = "The record, where a library has it")
            RecordId record) {}

    /** A proposal. */
    @Schema(name = "Proposal", description = "A title a reader proposes to her library")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ProposalView(
            @Schema(description = "Its number") ProposalNumber number,

            @Schema(description = "The library it is made to")
            LibraryCode library,

            @Schema(description = "What stands for the reader, until she is forgotten", example = "7QK2M")
            String alias,

            @Schema(description = "The title", example = "候鸟的勇敢")
            String title,

            @Schema(description = "Who made it", example = "迟子建")
            String author,

            @Schema(description = "Its ISBN", example = "9787020139781")
            String isbn,

            @Schema(description = "Why", example = "读书会要读") String reason,

            @Schema(description = "When it was made", example = "2026-03-04T02:00:00Z")
            Instant madeAt,

            @Schema(description = "How it stands", example = "OPEN")
            ProposalState state,

            @Schema(description = "What the library says", example = "下个月到")
            String answer,

            @Schema(description = "The record, where a library has it")
            RecordId record,

            @Schema(description = "When it was answered", example = "2026-03-05T02:00:00Z")
            Instant answeredAt,

            @Schema(description = "Other open proposals of the title to the library", example = "2")
            int others) {

        static ProposalView of(Proposals.Row row) {
            return new ProposalView(
                    row.number(),
                    row.library(),
                    row.alias().orElse(null),
                    row.what().title(),
                    row.what().author(),
                    row.what().knownIsbn().map(isbn -> isbn.value()).orElse(null),
                    row.what().reason(),
                    row.madeAt(),
                    row.state(),
                    row.answer(),
                    row.record().orElse(null),
                    row.answeredAt().orElse(null),
                    row.others());
        }
    }
}
