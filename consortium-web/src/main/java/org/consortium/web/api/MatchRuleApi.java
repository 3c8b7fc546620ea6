package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.catalog.matching.MatchRules;
import org.consortium.catalog.matching.RuleBook;
import org.consortium.catalog.matching.RuleDesk;
import org.consortium.catalog.matching.RuleSample;
import org.consortium.catalog.matching.RuleSamples;
import org.consortium.catalog.matching.Sign;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Contributions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of matching and their versions, for the council. */
@RestController
@RequestMapping("/api/v1/match-rules")
@Tag(name = "Matching")
class MatchRuleApi {

    private static final Map<String, Sign> SIGNS =
            Arrays.stream(Sign.values()).collect(Collectors.toMap(Sign::code, Function.identity()));

    private final RuleBook book;
    private final RuleDesk desk;
    private final RuleSamples samples;
    private final Contributions contributions;
    private final Clock clock;

    MatchRuleApi(RuleBook book, RuleDesk desk, RuleSamples samples, Contributions contributions, Clock clock) {
        this.book = book;
        this.desk = desk;
        this.samples = samples;
        this.contributions = contributions;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "All versions of the rules", description = "The newest first, with which of them is in force.")
    Listing<RulesView> listRules() {
        int inForce = book.current().version();
        return Listing.whole(book.versions(), version -> RulesView.of(version, inForce));
    }

    @GetMapping("/{version}")
    @Operation(summary = "One version of the rules", description = "Thresholds, limits and what each sign is worth.")
    RulesView getRules(@PathVariable int version) {
        return RulesView.of(book.required(version), book.current().version());
    }

    @PostMapping
    @Operation(
            summary = "Make a version",
            description =
                    "From another; what is left out stays as it was there. It decides nothing before it is put in force.")
    ResponseEntity<RulesView> makeRules(@Valid @RequestBody NewRules rules, Staff staff) {
        var before = book.required(rules.from()).rules();
        int version = desk.make(rules.from(), rules.numbers(before), rules.note(), staff, clock.instant());
        return ResponseEntity.created(URI.create("/api/v1/match-rules/" + version))
                .body(getRules(version));
    }

    @PostMapping("/{version}/force")
    @Operation(
            summary = "Put a version in force",
            description = "What is joined stays; records that come again are placed by these rules. Back the same way.")
    RulesView putInForce(@PathVariable int version, Staff staff) {
        desk.switchOn(version, staff, clock.instant());
        return getRules(version);
    }

    @PostMapping("/{version}/samples")
    @Operation(
            summary = "Try a version on a sample",
            description =
                    "In memory and in the background; nothing is moved. Ask the samples of the version how far it is.")
    ResponseEntity<SampleView> startSample(
            @PathVariable int version, @Valid @RequestBody NewSample sample, Staff staff) {
        long id = samples.start(version, sample.size(), staff, clock.instant());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/match-rules/" + version + "/samples"))
                .body(samples.find(id).map(this::view).orElseThrow());
    }

    @GetMapping("/{version}/samples")
    @Operation(
            summary = "What a version would change",
            description =
                    "Its samples, newest first: pairs of contributions joined, separated, asked about, with examples.")
    Listing<SampleView> listSamples(@PathVariable int version) {
        return Listing.whole(samples.of(book.required(version).rules().version()), this::view);
    }

    private SampleView view(RuleSample sample) {
        return SampleView.of(sample, contributions);
    }

    /** A version of the rules. */
    @Schema(name = "MatchRules", description = "A version of the rules of matching")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record RulesView(
            @Schema(description = "Its number", example = "101") @JsonInclude
            int version,

            @Schema(description = "Whether it decides now", example = "true") @JsonInclude
            boolean inForce,

            @Schema(description = "The version it was made from", example = "2")
            Integer from,

            @Schema(description = "Why it was made", example = "题名与责任者相同，就该归为一种")
            String note,

            @Schema(description = "When it was made", example = "2026-03-04T02:00:00Z")
            Instant madeAt,

            @Schema(description = "Points from which records are joined", example = "90")
            int join,

            @Schema(description = "Points from which a librarian is asked", example = "60")
            int review,

            @Schema(description = "A key on more records than this finds nothing", example = "50")
            int mostRecords,

            @Schema(description = "A number on more titles than this is shared by many books", example = "3")
            int mostTitles,

            @Schema(description = "Hundredths by sign", example = "{\"isbn-same\": 75, \"title-same\": 50}")
            Map<String, Integer> points) {

        static RulesView of(RuleBook.Version version, int inForce) {
            var rules = version.rules();
            Map<String, Integer> points = new TreeMap<>();
            rules.points().forEach((sign, worth) -> points.put(sign.code(), worth));
            return new RulesView(
                    rules.version(),
                    rules.version() == inForce,
                    version.madeFrom().orElse(null),
                    version.note(),
                    version.madeAt().orElse(null),
                    rules.join(),
                    rules.review(),
                    rules.mostRecords(),
                    rules.mostTitles(),
                    points);
        }
    }

    /** A version to be made. */
    @Schema(name = "NewMatchRules", description = "A version to be made from another")
    record NewRules(
            @Schema(
                    description = "The version to start from",
                    example = "2",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            Integer from,

            @Schema(description = "Points from which records are joined", example = "85") @Min(1) @Max(300)
            Integer join,

            @Schema(description = "Points from which a librarian is asked", example = "60") @Min(1) @Max(300)
            Integer review,

            @Schema(description = "A key on more records than this finds nothing", example = "50") @Min(1) @Max(1000)
            Integer mostRecords,

            @Schema(description = "A number on more titles than this is shared", example = "3") @Min(1) @Max(100)
            Integer mostTitles,

            @Schema(description = "Hundredths by sign, those that change", example = "{\"author-same\": 25}")
            @Size(max = 100)
            Map<String, @NotNull @Min(-200) @Max(200) Integer> points,

            @Schema(description = "Why", example = "责任者相同应当更重") @Size(max = 300)
            String note) {

        NewRules {
            points = points == null ? Map.of() : points;
            note = note == null ? "" : note;
        }

        private RuleDesk.Numbers numbers(MatchRules before) {
            var worth = new LinkedHashMap<>(before.points());
            points.forEach((code, points) -> worth.put(sign(code), points));
            return new RuleDesk.Numbers(
                    Optional.ofNullable(join).orElse(before.join()),
                    Optional.ofNullable(review).orElse(before.review()),
                    Optional.ofNullable(mostRecords).orElse(before.mostRecords()),
                    Optional.ofNullable(mostTitles).orElse(before.mostTitles()),
                    worth);
        }

        private static Sign sign(String code) {
            return Optional.ofNullable(SIGNS.get(code))
                    .orElseThrow(() -> new IllegalArgumentException("Not a sign: " + code));
        }
    }

    /** How large a sample. */
    @Schema(name = "NewMatchSample", description = "How large a sample is to be tried")
    record NewSample(
            @Schema(
                    description = "How many contributions, each with all that share a key with it",
                    example = "1000",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            @Min(1)
            @Max(RuleSamples.LARGEST)
            Integer size) {}

    /** What a version would change. */
    @Schema(name = "MatchSample", description = "What a version of the rules would change in a sample")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SampleView(
            @Schema(description = "The version tried", example = "101")
            int version,

            @Schema(description = "The version then in force", example = "2")
            int against,

            @Schema(description = "How many contributions were asked for", example = "1000")
            int size,

            @Schema(description = "How many were looked at so far", example = "1000")
            int done,

            @Schema(description = "When it was finished; absent while it runs", example = "2026-03-04T02:00:00Z")
            Instant finishedAt,

            @Schema(description = "Pairs that would become one record", example = "12")
            int joined,

            @Schema(description = "Pairs that would no longer be", example = "3")
            int separated,

            @Schema(description = "Questions that would be asked anew", example = "8")
            int asked,

            @Schema(description = "Questions that would not be asked any more", example = "5")
            int notAsked,

            @Schema(description = "Some of the pairs") List<ExampleView> examples) {

        static SampleView of(RuleSample sample, Contributions contributions) {
            return new SampleView(
                    sample.version(),
                    sample.against(),
                    sample.size(),
                    sample.done(),
                    sample.finishedAt().orElse(null),
                    sample.joined(),
                    sample.separated(),
                    sample.asked(),
                    sample.notAsked(),
                    sample.examples().stream()
                            .flatMap(example -> ExampleView.of(example, contributions).stream())
                            .toList());
        }
    }

    /** A pair that would be treated otherwise. */
    @Schema(name = "MatchSampleExample", description = "A pair that would be treated otherwise")
    record ExampleView(
            @Schema(description = "What would be", example = "JOINED")
            RuleSample.Change change,

            @Schema(description = "One contribution") ContributionName one,

            @Schema(description = "The other contribution") ContributionName other,

            @Schema(description = "Points by the rules in force", example = "80")
            int before,

            @Schema(description = "Points by the rules tried", example = "90")
            int after) {

        static Optional<ExampleView> of(RuleSample.Example example, Contributions contributions) {
            var one = contributions.find(example.one());
            var other = contributions.find(example.other());
            return one.isEmpty() || other.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ExampleView(
                            example.change(),
                            ContributionName.of(one.get()),
                            ContributionName.of(other.get()),
                            example.before().score(),
                            example.after().score()));
        }
    }
}
