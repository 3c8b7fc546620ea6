package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardStatus;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderCard;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;

/** A reader as her home library's staff know her. */
@Schema(name = "Reader", description = "A reader as her home library's staff know her")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ReaderView(
        @Schema(description = "What stands for her in addresses and for other libraries", example = "7QK2M")
        String alias,

        @Schema(description = "Her name", example = "林晓梅") String name,

        @Schema(description = "Her home library") LibraryCode home,

        @Schema(description = "Her class of readers", example = "ADULT")
        ReaderClass readerClass,

        @Schema(description = "Her telephone number", example = "000 0000 0101")
        String phone,

        @Schema(description = "Her e-mail address", example = "lin@example.org")
        String email,

        @Schema(description = "Where she usually collects") BranchCode usualBranch,

        @Schema(description = "The day she was registered", example = "2023-06-05")
        LocalDate joinedOn,

        @Schema(description = "Whether something can be lent to her today", example = "true")
        boolean mayBorrow,

        @Schema(description = "Why nothing can be lent to her today", example = "[\"card-expired\"]")
        List<String> refusals,

        @Schema(description = "The last day of a block", example = "2026-04-01")
        LocalDate blockedUntil,

        @Schema(description = "Why she is blocked", example = "欠书")
        String blockReason,

        @Schema(description = "Her cards, the one in use first")
        List<CardView> cards) {

    static ReaderView of(Reader reader, List<ReaderCard> cards, List<Refusal> refusals) {
        return new ReaderView(
                reader.alias(),
                reader.name(),
                reader.homeLibrary(),
                reader.readerClass(),
                reader.phone(),
                reader.email(),
                reader.usualBranch().orElse(null),
                reader.joinedOn(),
                refusals.isEmpty(),
                refusals.stream().map(no -> no.reason().code()).toList(),
                reader.blockedUntil().orElse(null),
                reader.blockReason(),
                cards.stream().map(CardView::of).toList());
    }

    /** A card she has or had. */
    @Schema(name = "Card", description = "A card a reader has or had")
    record CardView(
            @Schema(description = "Its number") CardNumber number,

            @Schema(description = "Whether it may be shown", example = "IN_USE")
            CardStatus status,

            @Schema(description = "The day it was issued", example = "2025-03-04")
            LocalDate issuedOn,

            @Schema(description = "Its last day", example = "2028-03-04")
            LocalDate expires) {

        static CardView of(ReaderCard card) {
            return new CardView(card.number(), card.status(), card.issuedOn(), card.expiresOn());
        }
    }
}
