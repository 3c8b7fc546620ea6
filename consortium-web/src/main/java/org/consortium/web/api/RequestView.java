package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consortium.core.ill.Attempt;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Attention;
import org.consortium.core.ill.DeclineReason;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.ill.Step;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;

/** One wish of a reader for one record, until the copy is home again. */
@Schema(name = "Request", description = "One wish of a reader for one record, until the copy is home again")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RequestView(
        @Schema(description = "Its number") RequestNumber number,

        @Schema(description = "Its version, to be sent as If-Match", example = "\"v3\"")
        String etag,

        @Schema(description = "The record") RecordId record,

        @Schema(description = "Its title", example = "额尔古纳河右岸")
        String title,

        @Schema(description = "How it stands, as the reader is told", example = "PROMISED")
        RequestPhase phase,

        @Schema(description = "How it ended, once it is closed", example = "SUPPLIED")
        RequestOutcome outcome,

        @Schema(description = "Why a person at the borrower must look at it", example = "NO_LENDER_LEFT")
        Attention attention,

        @Schema(description = "The library where it is collected")
        LibraryCode borrower,

        @Schema(description = "The branch where it is collected")
        BranchCode pickup,

        @Schema(description = "The library that is asked now", example = "yunze-normal")
        LibraryCode lender,

        @Schema(description = "How the asking of that library stands; for staff", example = "ACCEPTED")
        AttemptState state,

        @Schema(description = "The reader: by name to herself and where she collects, else by alias", example = "7KQ2M")
        String reader,

        @Schema(description = "When it was placed", example = "2026-03-04T02:00:00Z")
        Instant placedAt,

        @Schema(description = "The day the reader was told it will be ready", example = "2026-03-06")
        LocalDate promisedOn,

        @Schema(description = "The last day it waits for her", example = "2026-03-13")
        LocalDate readyUntil,

        @Schema(
                description = "The reader's place in the queue, from 1, while she waits for a copy to come back",
                example = "2")
        Integer position,

        @Schema(description = "Whether the lender is asked to let it be cancelled", example = "false")
        boolean cancelAsked,

        @Schema(description = "When it closed", example = "2026-04-01T02:00:00Z")
        Instant closedAt,

        @Schema(description = "Every library that was asked; for staff")
        List<AttemptView> attempts,

        @Schema(description = "Everything that happened") List<StepView> steps,
        @Schema(description = "What you may do with it now") List<MoveView> moves) {

    /** The asking of one library. */
    @Schema(name = "Attempt", description = "The asking of one library")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record AttemptView(
            @Schema(description = "The library", example = "yunze-normal")
            LibraryCode lender,

            @Schema(description = "How it stands", example = "ASKED")
            AttemptState state,

            @Schema(description = "When it was asked", example = "2026-03-04T02:00:00Z")
            Instant askedAt,

            @Schema(description = "When its silence counts as a no", example = "2026-03-05T02:00:00Z")
            Instant answerBy,

            @Schema(description = "The condition it offered", example = "只能在馆内看")
            String condition,

            @Schema(description = "Why it said no", example = "NOT_ON_SHELF")
            DeclineReason reason,

            @Schema(description = "Everyone who was weighed, best first: why this library was chosen")
            List<CandidateView> candidates) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.lender(),
                    attempt.state(),
                    attempt.askedAt(),
                    attempt.answerBy(),
                    attempt.condition(),
                    attempt.reason().orElse(null),
                    attempt.candidates().stream().map(CandidateView::of).toList());
        }
    }

    /** Something that happened. */
    @Schema(name = "Step", description = "Something that happened to a request")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record StepView(
            @Schema(description = "What", example = "accept")
            String move,

            @Schema(description = "When", example = "2026-03-04T03:00:00Z")
            Instant at,

            @Schema(description = "Who: a reader, staff, the clock, or a connected library", example = "STAFF")
            Actor.Kind by,

            @Schema(description = "For which library; for staff", example = "yunze-normal")
            LibraryCode library,

            @Schema(description = "The phase after it", example = "PROMISED")
            RequestPhase phase,

            @Schema(description = "A remark; for staff", example = "11-B-0078018")
            String note) {

        static StepView of(Step step, boolean forStaff) {
            return new StepView(
                    step.move(),
                    step.at(),
                    step.actor().kind(),
                    forStaff ? step.actor().library() : null,
                    step.phase(),
                    forStaff ? step.note() : null);
        }
    }

    /** A move that is possible now. */
    @Schema(name = "Move", description = "A move that is possible now")
    record MoveView(
            @Schema(description = "Its name", example = "accept")
            String move,

            @Schema(description = "How it is made", example = "POST")
            String method,

            @Schema(description = "Where it is made", example = "/api/v1/requests/R-251121-0417/acceptance")
            String href) {

        static MoveView of(Request request, RequestMove move, MoveAddress address) {
            return new MoveView(
                    move.code(),
                    address.method().name(),
                    "/api/v1/requests/" + request.number() + "/" + address.noun());
        }
    }
}
