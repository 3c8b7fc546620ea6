package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import org.consortium.catalog.matching.RuleBook;
import org.consortium.catalog.matching.RuleDesk;
import org.consortium.catalog.matching.RuleSample;
import org.consortium.catalog.matching.RuleSamples;
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
    Listing<MatchRulesView> listRules() {
        int inForce = book.current().version();
        return Listing.whole(book.versions(), version -> MatchRulesView.of(version, inForce));
    }

    @GetMapping("/{version}")
    @Operation(summary = "One version of the rules", description = "Thresholds, limits and what each sign is worth.")
    MatchRulesView getRules(@PathVariable int version) {
        return MatchRulesView.of(book.required(version), book.current().version());
    }

    @PostMapping
    @Operation(
            summary = "Make a version",
            description =
                    "From another; what is left out stays as it was there. It decides nothing before it is put in force.")
    ResponseEntity<MatchRulesView> makeRules(@Valid @RequestBody NewMatchRules rules, Staff staff) {
        var before = book.required(rules.from()).rules();
        int version = desk.make(rules.from(), rules.numbers(before), rules.note(), staff, clock.instant());
        return ResponseEntity.created(URI.create("/api/v1/match-rules/" + version))
                .body(getRules(version));
    }

    @PostMapping("/{version}/force")
    @Operation(
            summary = "Put a version in force",
            description = "What is joined stays; records that come again are placed by these rules. Back the same way.")
    MatchRulesView putInForce(@PathVariable int version, Staff staff) {
        desk.switchOn(version, staff, clock.instant());
        return getRules(version);
    }

    @PostMapping("/{version}/samples")
    @Operation(
            summary = "Try a version on a sample",
            description =
                    "In memory and in the background; nothing is moved. Ask the samples of the version how far it is.")
    ResponseEntity<MatchSampleView> startSample(
            @PathVariable int version, @Valid @RequestBody NewMatchSample sample, Staff staff) {
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
    Listing<MatchSampleView> listSamples(@PathVariable int version) {
        return Listing.whole(samples.of(book.required(version).rules().version()), this::view);
    }

    private MatchSampleView view(RuleSample sample) {
        return MatchSampleView.of(sample, contributions);
    }
}
