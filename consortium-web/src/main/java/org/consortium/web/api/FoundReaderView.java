package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.ReaderClass;
import org.consortium.loans.card.ReaderSearch;

/** A reader in a list. */
@Schema(name = "FoundReader", description = "A reader in a list; her address tells the rest")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FoundReaderView(
        @Schema(description = "What stands for her in addresses", example = "7QK2M")
        String alias,

        @Schema(description = "Her name", example = "林晓梅") String name,

        @Schema(description = "Her class of readers", example = "ADULT")
        ReaderClass readerClass,

        @Schema(description = "The card she uses") CardNumber card,

        @Schema(description = "Its last day", example = "2028-03-04")
        LocalDate expires,

        @Schema(description = "The last day of a block", example = "2026-04-01")
        LocalDate blockedUntil,

        @Schema(description = "How many copies she has in hand", example = "3")
        int loans) {

    static FoundReaderView of(ReaderSearch.Row row) {
        return new FoundReaderView(
                row.alias(),
                row.name(),
                row.readerClass(),
                row.card().orElse(null),
                row.expires().orElse(null),
                row.blockedUntil().orElse(null),
                row.loans());
    }
}
