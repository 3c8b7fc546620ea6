package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.consortium.catalog.matching.MatchAct;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;

/** Something a librarian did to union records by hand. */
@Schema(name = "MatchAct", description = "Something a librarian did to union records by hand")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record MatchActView(
        @Schema(description = "Its number", example = "17") @JsonInclude
        long number,

        @Schema(description = "What was done", example = "MERGE")
        MatchAct.Kind kind,

        @Schema(description = "The record that kept its number")
        RecordId record,

        @Schema(description = "The record merged away, split off or kept apart")
        RecordId other,

        @Schema(description = "Why", example = "印次不同") String reason,

        @Schema(description = "Who did it") Done done,

        @Schema(description = "Who undid it, if anybody did")
        Done undone) {

    /** Who did something and when. */
    @Schema(name = "DoneBy", description = "Who did something and when")
    record Done(
            @Schema(description = "The name", example = "{\"zh\": \"何敏\", \"en\": \"He Min\"}")
            Names name,

            @Schema(description = "The library somebody works for")
            LibraryCode library,

            @Schema(description = "When", example = "2026-03-04T02:00:00Z")
            Instant at) {

        static Done of(MatchAct.Done done) {
            return new Done(Names.of(done.name()), done.library(), done.at());
        }
    }

    static MatchActView of(MatchAct act) {
        return new MatchActView(
                act.id(),
                act.kind(),
                act.record(),
                act.other(),
                act.reason(),
                Done.of(act.done()),
                act.undone().map(Done::of).orElse(null));
    }
}
