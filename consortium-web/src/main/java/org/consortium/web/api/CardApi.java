package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.card.Reader;
import org.consortium.core.member.Staff;
import org.consortium.loans.card.CardDesk;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The cards of one's own library's readers: lost, found, renewed, taken back. */
@RestController
@RequestMapping("/api/v1/cards/{number}")
@Tag(name = "Cards")
class CardApi {

    private final CardDesk desk;

    CardApi(CardDesk desk) {
        this.desk = desk;
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a card back",
            description = "One of today with a wrong number. The number is free again.")
    void takeCardBack(@PathVariable CardNumber number, Staff staff) {
        desk.takeBack(number, staff.actor());
    }

    @PostMapping("/loss")
    @Operation(summary = "Report a card lost", description = "From now on nobody can use it.")
    ReaderView.CardView reportCardLost(@PathVariable CardNumber number, Staff staff) {
        desk.reportLost(number, staff.actor());
        return shown(number);
    }

    @DeleteMapping("/loss")
    @Operation(
            summary = "Put a card back in use",
            description =
                    "One that was found again, or replaced by mistake. Refused while the reader has another in use.")
    ReaderView.CardView restoreCard(@PathVariable CardNumber number, Staff staff) {
        desk.restore(number, staff.actor());
        return shown(number);
    }

    @PutMapping("/expiry")
    @Operation(summary = "Renew a card", description = "Says its last day anew; ten years from today at most.")
    ReaderView.CardView renewCard(@PathVariable CardNumber number, @RequestBody @Valid Expiry expiry, Staff staff) {
        return ReaderView.CardView.of(desk.renew(number, expiry.expires(), staff.actor()));
    }

    private ReaderView.CardView shown(CardNumber number) {
        return desk.find(number).map(Reader::id).stream()
                .flatMap(reader -> desk.cardsOf(reader).stream())
                .filter(card -> card.number().equals(number))
                .findFirst()
                .map(ReaderView.CardView::of)
                .orElseThrow(() -> new Refusal(CardRefusal.CARD_NOT_FOUND));
    }

    /** The last day of a card. */
    @Schema(description = "The last day of a card")
    record Expiry(
            @Schema(description = "Its last day", example = "2029-03-04", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            LocalDate expires) {}
}
