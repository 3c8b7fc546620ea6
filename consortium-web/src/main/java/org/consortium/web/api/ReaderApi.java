package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderCard;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.desk.ReaderLoans;
import org.consortium.loans.request.ReaderRequests;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A reader's own things. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Me")
@SecurityRequirement(name = "session")
class ReaderApi {

    private final CardDesk cards;
    private final ReaderLoans loans;
    private final ReaderRequests requests;

    ReaderApi(CardDesk cards, ReaderLoans loans, ReaderRequests requests) {
        this.cards = cards;
        this.loans = loans;
        this.requests = requests;
    }

    @GetMapping
    @Operation(summary = "Me", description = "The reader who is signed in, and her card.")
    MeView getMe(Reader reader) {
        return MeView.of(reader, cards.cardOf(reader.id()).orElse(null));
    }

    @GetMapping("/loans")
    @Operation(summary = "My loans", description = "What I have in hand, the first due first.")
    Listing<OwnLoanView> listMyLoans(Reader reader) {
        return Listing.whole(loans.open(reader.id()), OwnLoanView::of);
    }

    @GetMapping("/requests")
    @Operation(summary = "My requests", description = "What is under way: ready ones first, then as I asked.")
    Listing<OwnRequestView> listMyRequests(Reader reader) {
        return Listing.whole(requests.open(reader.id()), OwnRequestView::of);
    }

    @GetMapping("/requests/closed")
    @Operation(summary = "My closed requests", description = "What is over, newest first.")
    Listing<OwnRequestView> listMyClosedRequests(@ParameterObject @Valid PageAsked asked, Reader reader) {
        return Listing.of(requests.closed(reader.id(), asked.page(), asked.size()), OwnRequestView::of);
    }

    /** The reader who is signed in. */
    @Schema(name = "Me", description = "The reader who is signed in")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record MeView(
            @Schema(description = "My name", example = "林晓梅")
            String name,

            @Schema(description = "My home library") LibraryCode home,

            @Schema(description = "My class of readers", example = "ADULT")
            ReaderClass readerClass,

            @Schema(description = "Where I usually collect") BranchCode usualBranch,

            @Schema(description = "The card I use", example = "3301008645721")
            CardNumber card,

            @Schema(description = "The last day of the card", example = "2028-03-04")
            LocalDate expires) {

        static MeView of(Reader reader, ReaderCard card) {
            return new MeView(
                    reader.name(),
                    reader.homeLibrary(),
                    reader.readerClass(),
                    reader.usualBranch().orElse(null),
                    card == null ? null : card.number(),
                    card == null ? null : card.expiresOn());
        }
    }
}
