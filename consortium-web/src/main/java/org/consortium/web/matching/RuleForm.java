package org.consortium.web.matching;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.consortium.catalog.matching.MatchRules;

/** The few numbers of a set of rules that are no points of a sign, and what the version is for. */
record RuleForm(
        @NotNull Integer from,
        @NotNull @Min(1) @Max(300) Integer join,
        @NotNull @Min(1) @Max(300) Integer review,
        @NotNull @Min(1) @Max(1000) Integer mostRecords,
        @NotNull @Min(1) @Max(100) Integer mostTitles,
        @Size(max = 300) String note) {

    RuleForm {
        note = note == null ? "" : note.strip();
    }

    static RuleForm of(MatchRules rules) {
        return new RuleForm(rules.version(), rules.join(), rules.review(), rules.mostRecords(), rules.mostTitles(), "");
    }
}
