package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.consortium.catalog.matching.MatchAct;
import org.consortium.catalog.matching.MatchActs;
import org.consortium.catalog.matching.MatchDesk;
import org.consortium.catalog.matching.MatchExplanation;
import org.consortium.catalog.matching.MatchRefusal;
import org.consortium.catalog.matching.Merging;
import org.consortium.core.Refusal;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecords;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why the contributions of a record are one, and what librarians do about it. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Matching")
class MatchApi {

    private static final String WHO = " A librarian decides where her library contributes, the council everywhere.";

    private final MatchExplanation explanation;
    private final MatchActs acts;
    private final MatchDesk desk;
    private final Merging merging;
    private final UnionRecords records;
    private final Contributions contributions;
    private final Clock clock;

    MatchApi(
            MatchExplanation explanation,
            MatchActs acts,
            MatchDesk desk,
            Merging merging,
            UnionRecords records,
            Contributions contributions,
            Clock clock) {
        this.explanation = explanation;
        this.acts = acts;
        this.desk = desk;
        this.merging = merging;
        this.records = records;
        this.contributions = contributions;
        this.clock = clock;
    }

    @GetMapping("/records/{id}/contributions")
    @Operation(
            summary = "Why these are one record",
            description = "Its contributions, the one that stands for it first, each with every key, point and veto. "
                    + "An old number is followed to the record it leads to.")
    Listing<ContributionView> listContributions(@PathVariable RecordId id, @ParameterObject @Valid PageAsked asked) {
        return Listing.of(explanation.of(records.required(id).id(), asked.page(), asked.size()), ContributionView::of);
    }

    @GetMapping("/records/{id}/acts")
    @Operation(
            summary = "What librarians did to a record",
            description = "Merges, splits and what is kept apart for good, newest first, with what was undone.")
    Listing<MatchActView> listActs(@PathVariable RecordId id) {
        return Listing.whole(acts.of(records.required(id).id()), MatchActView::of);
    }

    @GetMapping("/records/{id}/others/{other}")
    @Operation(
            summary = "Compare two records",
            description = "What the rules make of them today, and what they would share if they were one.")
    TogetherView compareRecords(@PathVariable RecordId id, @PathVariable RecordId other) {
        return TogetherView.of(merging.of(id, other));
    }

    @PostMapping("/records/{id}/merges")
    @Operation(
            summary = "Merge two records",
            description =
                    "The record with more contributions keeps its number, among equals the older; the other number "
                            + "leads to it. Copies and requests follow." + WHO)
    ResponseEntity<MatchActView> mergeRecords(
            @PathVariable RecordId id, @Valid @RequestBody OtherRecord with, Staff staff) {
        return done(desk.merge(id, with.other(), with.reason(), staff, clock.instant()));
    }

    @PostMapping("/records/{id}/separations")
    @Operation(
            summary = "Keep two records apart for good",
            description = "They are not the same, and no import may join them." + WHO)
    ResponseEntity<MatchActView> separateRecords(
            @PathVariable RecordId id, @Valid @RequestBody OtherRecord from, Staff staff) {
        desk.keepApart(id, from.other(), from.reason(), staff, clock.instant());
        return done(records.required(id).id());
    }

    @PostMapping("/records/{id}/splits")
    @Operation(
            summary = "Split a record",
            description = "The contributions that leave become a record of their own. The number stays with the larger "
                    + "part; a request goes with the copy that is on its way, else it stays." + WHO)
    ResponseEntity<MatchActView> splitRecord(@PathVariable RecordId id, @Valid @RequestBody Split split, Staff staff) {
        var leaving =
                split.leaving().stream().map(name -> name.in(contributions)).collect(Collectors.toSet());
        return done(desk.split(id, leaving, split.reason(), staff, clock.instant()));
    }

    /** What was just done to it. */
    private ResponseEntity<MatchActView> done(RecordId record) {
        var act = acts.of(record).get(0);
        return ResponseEntity.created(URI.create("/api/v1/match-acts/" + act.id()))
                .body(MatchActView.of(act));
    }

    @GetMapping("/match-acts/{number}")
    @Operation(summary = "One act", description = "What a librarian did, and whether it was undone.")
    MatchActView getAct(@PathVariable long number) {
        return MatchActView.of(required(number));
    }

    @PostMapping("/match-acts/{number}/reversal")
    @Operation(
            summary = "Undo an act",
            description =
                    "As it was before, as far as nobody has moved the same contributions since; a question it had "
                            + "answered is asked again." + WHO)
    MatchActView undoAct(@PathVariable long number, Staff staff) {
        desk.undo(number, staff, clock.instant());
        return MatchActView.of(required(number));
    }

    private MatchAct required(long number) {
        return acts.find(number).orElseThrow(() -> new Refusal(MatchRefusal.ACT_NOT_FOUND, number));
    }

    /** Another record, and why. */
    @Schema(name = "OtherRecord", description = "Another record, and why")
    record OtherRecord(
            @Schema(description = "The other record", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
            RecordId other,

            @Schema(description = "Why, for those who look at it later", example = "同一印次，著录不同") @Size(max = 300)
            String reason) {

        OtherRecord {
            reason = reason == null ? "" : reason;
        }
    }

    /** What leaves a record, and why. */
    @Schema(name = "RecordSplit", description = "What leaves a record, and why")
    record Split(
            @Schema(
                    description = "The contributions that do not belong with the others",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotEmpty
            @Size(max = 500)
            List<@NotNull @Valid ContributionName> leaving,

            @Schema(description = "Why, for those who look at it later", example = "年份不同，是另一版") @Size(max = 300)
            String reason) {

        Split {
            reason = reason == null ? "" : reason;
        }
    }

    /** What two records would be together. */
    @Schema(name = "Together", description = "What two records would be together")
    record TogetherView(
            @Schema(description = "The number that would stay")
            RecordId stays,

            @Schema(description = "The number that would lead to it")
            RecordId goes,

            @Schema(description = "How many contributions", example = "3")
            int contributions,

            @Schema(description = "How many libraries", example = "3")
            int libraries,

            @Schema(description = "How many copies", example = "5")
            int copies,

            @Schema(description = "How many requests that are not over", example = "1")
            int requests,

            @Schema(description = "How the two compare today")
            WeighedView weighed) {

        static TogetherView of(Merging.Pair pair) {
            return new TogetherView(
                    pair.stays(),
                    pair.goes(),
                    pair.contributions(),
                    pair.libraries(),
                    pair.copies(),
                    pair.requests(),
                    WeighedView.of(pair.now()));
        }
    }
}
