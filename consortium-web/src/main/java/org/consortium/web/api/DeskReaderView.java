package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.ill.RequestNumber;
import org.consortium.loans.desk.DeskReader;

/** The reader who stands at the desk: what the desk needs to serve her, and no more. */
@Schema(
        name = "DeskReader",
        description = "The reader who stands at the desk: what the desk needs to serve her, and no more")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DeskReaderView(
        @Schema(description = "The card she shows") CardNumber card,
        @Schema(description = "Her name", example = "林晓梅") String name,

        @Schema(description = "Her class of readers", example = "ADULT")
        ReaderClass readerClass,

        @Schema(description = "Her home library") Names home,

        @Schema(description = "The last day of the card", example = "2028-03-04")
        LocalDate expires,

        @Schema(description = "Whether something can be lent to her today", example = "true")
        boolean mayBorrow,

        @Schema(description = "Why nothing can be lent to her today", example = "[\"card-expired\"]")
        List<String> refusals,

        @Schema(description = "What she has in hand") List<OwnLoanView> loans,

        @Schema(description = "How many loans she may have", example = "10")
        int most,

        @Schema(description = "How many requests of hers are open", example = "2")
        int openRequests,

        @Schema(description = "What waits for her at this library")
        List<ReadyView> ready) {

    static DeskReaderView of(DeskReader reader) {
        return new DeskReaderView(
                reader.card(),
                reader.name(),
                reader.readerClass(),
                Names.of(reader.home()),
                reader.expires(),
                reader.mayBorrow(),
                reader.refusals().stream().map(no -> no.reason().code()).toList(),
                reader.loans().stream().map(OwnLoanView::of).toList(),
                reader.most(),
                reader.openRequests(),
                reader.ready().stream().map(ReadyView::of).toList());
    }

    /** A requested copy on the shelf behind the desk. */
    @Schema(name = "Ready", description = "A requested copy on the shelf behind the desk")
    record ReadyView(
            @Schema(description = "The request") RequestNumber request,

            @Schema(description = "Its title", example = "额尔古纳河右岸")
            String title,

            @Schema(description = "The copy", example = "11-B-0078018")
            String barcode,

            @Schema(description = "Where it waits") Names branch,

            @Schema(description = "The last day it waits", example = "2026-03-11")
            LocalDate until) {

        static ReadyView of(DeskReader.Ready ready) {
            return new ReadyView(
                    ready.request(), ready.title(), ready.barcode(), Names.of(ready.branch()), ready.until());
        }
    }
}
