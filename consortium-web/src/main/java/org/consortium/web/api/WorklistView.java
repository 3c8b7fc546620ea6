package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.consortium.core.Label;
import org.consortium.core.Paged;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Attention;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestPhase;
import org.consortium.loans.request.RequestWorklist;

/** A page of one tab of the work list. */
@Schema(name = "Worklist", description = "A page of one tab of the work list")
record WorklistView(
        @Schema(description = "How many stand in this tab", example = "12")
        long total,

        @Schema(description = "This page, counted from 0", example = "0")
        int page,

        @Schema(description = "How many a page holds", example = "20")
        int size,

        @Schema(description = "The most urgent first") List<RowView> items,

        @Schema(description = "How many stand in each tab", example = "{\"to-answer\": 12, \"to-pick\": 3}")
        Map<String, Integer> counts) {

    static WorklistView of(Paged<RequestWorklist.Row> rows, Map<String, Integer> counts) {
        return new WorklistView(
                rows.total(),
                rows.page(),
                rows.size(),
                rows.items().stream().map(RowView::of).toList(),
                counts);
    }

    /** A request as a tab shows it. */
    @Schema(name = "WorklistRow", description = "A request as a tab shows it")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record RowView(
            @Schema(description = "Its number") RequestNumber number,

            @Schema(description = "Its version, to be sent as If-Match", example = "\"v3\"")
            String etag,

            @Schema(description = "The title", example = "额尔古纳河右岸")
            String title,

            @Schema(description = "Who made it", example = "迟子建")
            String byline,

            @Schema(description = "Call number of the copy", example = "I247.57/4530")
            String callNumber,

            @Schema(description = "Where it stands", example = "三楼综合借阅区")
            String shelf,

            @Schema(description = "Barcode of the copy", example = "11-B-0078018")
            String barcode,

            @Schema(description = "The reader: by name where she collects, else by alias", example = "7KQ2M")
            String reader,

            @Schema(description = "Where it is collected") Names pickup,

            @Schema(description = "The library where it is collected")
            Names borrower,

            @Schema(description = "The library that is asked")
            Names lender,

            @Schema(description = "How the asking of that library stands", example = "ASKED")
            AttemptState state,

            @Schema(description = "The phase", example = "SEEKING")
            RequestPhase phase,

            @Schema(description = "How it ended", example = "SUPPLIED")
            RequestOutcome outcome,

            @Schema(description = "Why a person must look at it", example = "NO_LENDER_LEFT")
            Attention attention,

            @Schema(description = "Whether the lender is asked to let it be cancelled", example = "false")
            boolean cancelAsked,

            @Schema(description = "When it was placed", example = "2026-03-04T02:00:00Z")
            Instant placedAt,

            @Schema(description = "When silence counts as a no", example = "2026-03-05T02:00:00Z")
            Instant answerBy,

            @Schema(description = "The day it was promised for", example = "2026-03-06")
            LocalDate promisedOn,

            @Schema(description = "The last day it waits", example = "2026-03-13")
            LocalDate readyUntil,

            @Schema(description = "When the loan is due", example = "2026-04-03")
            LocalDate due,

            @Schema(description = "When it closed", example = "2026-04-01T02:00:00Z")
            Instant closedAt) {

        static RowView of(RequestWorklist.Row row) {
            return new RowView(
                    row.number(),
                    IfMatch.etag(row.version()),
                    row.title(),
                    row.byline(),
                    row.callNumber(),
                    row.shelf(),
                    row.barcode(),
                    row.reader(),
                    names(row.pickup()),
                    names(row.borrower()),
                    names(row.lender()),
                    row.state(),
                    row.phase(),
                    row.outcome().orElse(null),
                    row.attention().orElse(null),
                    row.cancelAsked(),
                    row.placedAt(),
                    row.answerBy(),
                    row.promisedOn(),
                    row.readyUntil(),
                    row.due(),
                    row.closedAt());
        }

        private static Names names(Label label) {
            return label == null ? null : Names.of(label);
        }
    }
}
