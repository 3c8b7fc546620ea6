package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.consortium.catalog.matching.MatchAnswer;
import org.consortium.catalog.matching.MatchDesk;
import org.consortium.catalog.matching.MatchQueue;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.union.RecordId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pairs of records that may be one, waiting for a librarian. */
@RestController
@RequestMapping("/api/v1/match-questions")
@Tag(name = "Matching")
class MatchQuestionApi {

    private final MatchQueue queue;
    private final MatchDesk desk;
    private final Clock clock;

    MatchQuestionApi(MatchQueue queue, MatchDesk desk, Clock clock) {
        this.queue = queue;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Pairs that wait for an answer",
            description = "The likeliest first: what concerns one's own library, or for the council all.")
    Listing<QuestionView> listQuestions(
            @Parameter(description = "Those answered with \"not sure\" instead of those nobody has answered")
                    @RequestParam(defaultValue = "false")
                    boolean unsure,
            @ParameterObject @Valid PageAsked asked,
            Staff staff) {
        return Listing.of(queue.waiting(seenBy(staff), unsure, asked.page(), asked.size()), QuestionView::of);
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "One pair side by side",
            description = "The two contributions and what comparing them shows by the rules of today.")
    SideBySideView getQuestion(@PathVariable long number, Staff staff) {
        return SideBySideView.of(queue.sideBySide(number, seenBy(staff)));
    }

    @PostMapping("/{number}/answer")
    @Operation(
            summary = "Answer it",
            description =
                    "SAME merges the two records; OTHER_EDITION and OTHER_VOLUME keep them apart for good; NOT_SURE "
                            + "leaves it to somebody with the books in hand.")
    SideBySideView answerQuestion(@PathVariable long number, @Valid @RequestBody Answer answer, Staff staff) {
        desk.answer(number, answer.answer(), staff, clock.instant());
        return SideBySideView.of(queue.sideBySide(number, seenBy(staff)));
    }

    @DeleteMapping("/{number}/answer")
    @Operation(summary = "Take the answer back", description = "What it did is undone, and it is asked again.")
    SideBySideView takeBackAnswer(@PathVariable long number, Staff staff) {
        queue.sideBySide(number, seenBy(staff));
        desk.takeBackAnswer(number, staff, clock.instant());
        return SideBySideView.of(queue.sideBySide(number, seenBy(staff)));
    }

    private static Optional<LibraryCode> seenBy(Staff staff) {
        return staff.is(Role.COUNCIL_ADMIN) ? Optional.empty() : Optional.of(staff.library());
    }

    /** What a librarian says of the two. */
    @Schema(name = "MatchAnswer", description = "What a librarian says of the two")
    record Answer(
            @Schema(
                    description = "What they are to each other",
                    example = "OTHER_EDITION",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            MatchAnswer answer) {}

    /** A pair that waits. */
    @Schema(name = "MatchQuestion", description = "A pair that waits for an answer")
    record QuestionView(
            @Schema(description = "Its number", example = "12")
            long number,

            @Schema(description = "One record") RecordId one,

            @Schema(description = "Its title", example = "围城")
            String oneTitle,

            @Schema(description = "The other record") RecordId other,

            @Schema(description = "The other's title", example = "围城")
            String otherTitle,

            @Schema(description = "Points when it was asked, in hundredths", example = "80")
            int score,

            @Schema(description = "When it was asked", example = "2026-03-04T02:00:00Z")
            Instant askedAt) {

        static QuestionView of(MatchQueue.Question question) {
            return new QuestionView(
                    question.id(),
                    question.one(),
                    question.oneTitle(),
                    question.other(),
                    question.otherTitle(),
                    question.score(),
                    question.askedAt());
        }
    }

    /** A pair side by side. */
    @Schema(name = "MatchPair", description = "A pair side by side")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SideBySideView(
            @Schema(description = "Its number", example = "12")
            long number,

            @Schema(description = "What was answered; absent while it waits", example = "NOT_SURE")
            MatchAnswer answer,

            @Schema(description = "One contribution") ContributionName one,

            @Schema(description = "The record it is part of now")
            RecordId oneRecord,

            @Schema(description = "The other contribution") ContributionName other,

            @Schema(description = "The record it is part of now")
            RecordId otherRecord,

            @Schema(description = "How they compare today") WeighedView weighed) {

        static SideBySideView of(MatchQueue.SideBySide pair) {
            return new SideBySideView(
                    pair.question(),
                    pair.answer().orElse(null),
                    ContributionName.of(pair.one()),
                    pair.one().record(),
                    ContributionName.of(pair.other()),
                    pair.other().record(),
                    WeighedView.of(pair.now()));
        }
    }
}
