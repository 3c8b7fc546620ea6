package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.consortium.catalog.reading.Handle;
import org.consortium.catalog.reading.ReadingList;
import org.consortium.core.Link;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;

/** A list of records a reader keeps. */
@Schema(name = "ReadingList", description = "A list of records a reader keeps")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ReadingListView(
        @Schema(description = "What it is called in its address")
        Handle handle,

        @Schema(description = "Its name", example = "冬天读") String name,

        @Schema(description = "What it is for", example = "下雪以前")
        String note,

        @Schema(description = "Under /lists/ whoever has it may look; missing while it is not shared")
        Link link,

        @Schema(description = "When it was changed last", example = "2026-03-04T02:00:00Z")
        Instant changedAt,

        @Schema(description = "How many records are in it", example = "3")
        int records,

        @Schema(description = "Its records in the reader's order; missing in a list of lists")
        List<LineView> lines,

        @Schema(description = "Taken out within a day: they can be put back")
        List<LineView> taken) {

    static ReadingListView of(ReadingList.Summary list) {
        return new ReadingListView(
                list.handle(),
                list.name(),
                list.note(),
                list.link().orElse(null),
                list.changedAt(),
                list.records(),
                null,
                null);
    }

    static ReadingListView of(ReadingList list) {
        return new ReadingListView(
                list.handle(),
                list.name(),
                list.note(),
                list.link().orElse(null),
                list.changedAt(),
                list.lines().size(),
                list.lines().stream().map(LineView::of).toList(),
                list.taken().stream().map(LineView::of).toList());
    }

    /** One record of a list. */
    @Schema(name = "ReadingListRecord", description = "One record of a list")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record LineView(
            @Schema(description = "The record, as it is known today")
            RecordId record,

            @Schema(description = "Its title", example = "额尔古纳河右岸")
            String title,

            @Schema(description = "Who made it", example = "迟子建")
            String byline,

            @Schema(description = "Its publisher", example = "人民文学出版社")
            String publisher,

            @Schema(description = "Its year", example = "2019")
            Integer year,

            @Schema(description = "Its kind", example = "BOOK")
            Format format,

            @Schema(description = "How many copies there are", example = "8")
            int copies,

            @Schema(description = "How many are on a shelf right now", example = "3")
            int onShelf,

            @Schema(description = "The reader's note", example = "庚辰本")
            String note,

            @Schema(description = "Since when it is in the list", example = "2026-03-04T02:00:00Z")
            Instant addedAt) {

        static LineView of(ReadingList.Line line) {
            return new LineView(
                    line.record(),
                    line.title(),
                    line.byline(),
                    line.publisher(),
                    line.year(),
                    line.format(),
                    line.copies(),
                    line.onShelf(),
                    line.note(),
                    line.addedAt());
        }
    }
}
