package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.consortium.catalog.search.IndexStanding;
import org.consortium.catalog.search.Rebuild;

/** How the search index stands to the catalogue. */
@Schema(name = "Index", description = "How the search index stands to the catalogue")
record IndexView(
        @Schema(description = "Records in the catalogue", example = "558")
        long records,

        @Schema(description = "Records a search finds", example = "558")
        long found,

        @Schema(description = "Changed records not written to the index yet", example = "0")
        long due,

        @Schema(description = "Pieces the index lies in; joined at night where they are many", example = "3")
        int pieces,

        @Schema(description = "False while it is made for the first time", example = "true")
        boolean complete) {

    static IndexView of(IndexStanding.Standing standing) {
        return new IndexView(
                standing.records(), standing.found(), standing.due(), standing.pieces(), standing.complete());
    }

    /** One time it was made anew. */
    @Schema(name = "Rebuild", description = "One time the search index was made anew")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RebuildView(
            @Schema(description = "Who wanted it; absent where the program did it itself")
            Names startedBy,

            @Schema(description = "When it began", example = "2026-03-04T02:00:00Z")
            Instant startedAt,

            @Schema(description = "How far it is", example = "FILLING")
            Rebuild.State state,

            @Schema(description = "Records when it began", example = "558")
            long total,

            @Schema(description = "Of these so far", example = "250")
            long done,

            @Schema(description = "Seconds it took, or takes so far", example = "12")
            long seconds,

            @Schema(description = "Seconds it will still take; absent where nobody can tell", example = "14")
            Long secondsLeft,

            @Schema(description = "When it ended; absent while it lasts", example = "2026-03-04T02:00:26Z")
            Instant finishedAt) {

        static RebuildView of(Rebuild rebuild, Instant now) {
            return new RebuildView(
                    rebuild.startedBy().map(Names::of).orElse(null),
                    rebuild.startedAt(),
                    rebuild.state(),
                    rebuild.total(),
                    rebuild.done(),
                    rebuild.took(now).toSeconds(),
                    rebuild.left(now).map(Duration::toSeconds).orElse(null),
                    rebuild.finishedAt().orElse(null));
        }
    }
}
