package org.consortium.web.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consortium.catalog.matching.MatchAct;
import org.consortium.catalog.matching.MatchActs;
import org.consortium.catalog.matching.MatchDesk;
import org.consortium.catalog.matching.MatchExplanation;
import org.consortium.catalog.matching.MatchRefusal;
import org.consortium.catalog.matching.Merging;
import org.consortium.catalog.matching.RuleBook;
import org.consortium.catalog.search.Hit;
import org.consortium.catalog.search.RecordSearch;
import org.consortium.catalog.search.SearchQuery;
import org.consortium.core.Refusal;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecord;
import org.consortium.core.union.UnionRecords;
import org.consortium.web.site.Pager;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Why the contributions of a record are one, and where librarians split it, merge it with another, or keep the two apart. */
@Controller
class WhyPages {

    private static final int CONTRIBUTIONS = 20;
    private static final int FOUND = 20;

    private final MatchExplanation explanation;
    private final MatchActs acts;
    private final MatchDesk desk;
    private final Merging merging;
    private final RuleBook rules;
    private final UnionRecords records;
    private final Contributions contributions;
    private final RecordSearch search;
    private final MatchWords words;
    private final MessageSource messages;
    private final Clock clock;

    WhyPages(
            MatchExplanation explanation,
            MatchActs acts,
            MatchDesk desk,
            Merging merging,
            RuleBook rules,
            UnionRecords records,
            Contributions contributions,
            RecordSearch search,
            MatchWords words,
            MessageSource messages,
            Clock clock) {
        this.explanation = explanation;
        this.acts = acts;
        this.desk = desk;
        this.merging = merging;
        this.rules = rules;
        this.records = records;
        this.contributions = contributions;
        this.search = search;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A contribution as the page shows it.
     *
     * @param moved a librarian has brought it here since the rules placed it
     * @param placed what spoke for this record when it came
     * @param others the records it was compared with besides
     */
    record Line(
            MatchExplanation.Line line,
            String name,
            boolean moved,
            Optional<MatchWords.Told> placed,
            List<MatchWords.Told> others,
            Optional<MatchWords.Told> toElected) {}

    @GetMapping("/records/{id}/why")
    String why(@PathVariable RecordId id, @RequestParam(defaultValue = "0") int page, Staff by, Model model) {
        var record = records.required(id);
        if (!record.id().equals(id)) {
            return "redirect:/records/" + record.id() + "/why";
        }
        var found = explanation.of(id, Math.max(0, page), CONTRIBUTIONS);
        var lines = found.items().stream().map(line -> line(id, line)).toList();
        var done = acts.of(id);
        model.addAttribute("record", record);
        model.addAttribute("lines", lines);
        model.addAttribute("total", found.total());
        model.addAttribute("pager", Pager.of(found));
        model.addAttribute("acts", done);
        model.addAttribute("mayDecide", desk.mayDecide(by, id));
        model.addAttribute("undoable", undoable(done, by));
        model.addAttribute("rules", rules.current());
        model.addAttribute(
                "names",
                words.names(Stream.concat(
                                found.items().stream()
                                        .map(line -> line.contribution().library()),
                                done.stream()
                                        .flatMap(act -> Stream.concat(Stream.of(act.done()), act.undone().stream()))
                                        .map(one -> one.library()))
                        .toList()));
        model.addAttribute("titles", titles(lines));
        return "matching/why";
    }

    /** Her library may contribute to the other record only. */
    private Set<Long> undoable(List<MatchAct> done, Staff by) {
        return done.stream()
                .filter(MatchAct::stands)
                .filter(act -> desk.mayDecide(by, act.record(), act.other()))
                .map(MatchAct::id)
                .collect(Collectors.toSet());
    }

    private Line line(RecordId id, MatchExplanation.Line line) {
        var told = line.decision().stream()
                .flatMap(made -> made.decision().weighed().stream())
                .map(words::told)
                .toList();
        return new Line(
                line,
                ContributionName.of(line.contribution()).toString(),
                line.decision()
                        .filter(made -> !made.decision().record().equals(id))
                        .isPresent(),
                told.stream().filter(one -> leadsTo(one.record(), id)).findFirst(),
                told.stream().filter(one -> !leadsTo(one.record(), id)).toList(),
                line.toElected().map(words::told));
    }

    private boolean leadsTo(RecordId old, RecordId id) {
        return old.equals(id)
                || records.find(old)
                        .filter(found -> found.successor().isPresent())
                        .map(found -> records.required(old).id().equals(id))
                        .orElse(false);
    }

    private Map<RecordId, String> titles(List<Line> lines) {
        Set<RecordId> others = lines.stream()
                .flatMap(line -> Stream.concat(
                        line.others().stream().map(MatchWords.Told::record),
                        line.line().spoken().stream().map(MatchExplanation.Spoken::other)))
                .collect(Collectors.toSet());
        Map<RecordId, String> titles = new LinkedHashMap<>();
        records.all(others).forEach((other, record) -> titles.put(other, record.title()));
        return titles;
    }

    /** What is to be compared with it: by number, ISBN or words. */
    @GetMapping("/records/{id}/others")
    String others(@PathVariable RecordId id, @RequestParam(defaultValue = "") String q, Model model) {
        var record = records.required(id);
        var byNumber = numbered(q).filter(found -> !found.id().equals(record.id()));
        if (byNumber.isPresent()) {
            return "redirect:/records/" + record.id() + "/others/"
                    + byNumber.get().id();
        }
        model.addAttribute("record", record);
        model.addAttribute("q", q);
        model.addAttribute("hits", q.isBlank() ? List.of() : found(q, record.id()));
        return "matching/others";
    }

    private Optional<UnionRecord> numbered(String q) {
        try {
            return records.find(new RecordId(q)).map(found -> records.required(found.id()));
        } catch (IllegalArgumentException words) {
            return Optional.empty();
        }
    }

    private List<Hit> found(String q, RecordId not) {
        return search.list(SearchQuery.of(q)).items().stream()
                .filter(hit -> !hit.id().equals(not))
                .limit(FOUND)
                .toList();
    }

    @GetMapping("/records/{id}/others/{other}")
    String beside(@PathVariable RecordId id, @PathVariable RecordId other, Staff by, Model model) {
        var pair = merging.of(id, other);
        model.addAttribute("pair", pair);
        model.addAttribute(
                "fields",
                FieldPair.of(
                        pair.one().elected().description(),
                        pair.other().elected().description(),
                        messages,
                        LocaleContextHolder.getLocale()));
        model.addAttribute("told", words.told(pair.now()));
        model.addAttribute("rules", rules.current());
        model.addAttribute(
                "names",
                words.names(Stream.concat(pair.one().libraries().stream(), pair.other().libraries().stream())
                        .toList()));
        model.addAttribute(
                "mayDecide",
                desk.mayDecide(
                        by, pair.one().record().id(), pair.other().record().id()));
        return "matching/beside";
    }

    /** Why somebody does something. */
    record ReasonForm(@Size(max = 300) String reason) {

        ReasonForm {
            reason = reason == null ? "" : reason.strip();
        }
    }

    @PostMapping("/records/{id}/others/{other}/merge")
    String merge(
            @PathVariable RecordId id,
            @PathVariable RecordId other,
            @Valid ReasonForm form,
            Staff by,
            RedirectAttributes after) {
        return words.tellOrRefuse(
                        after,
                        () -> desk.merge(id, other, form.reason(), by, clock.instant()),
                        left -> words.word("matching.said.merged", left))
                .map(WhyPages::whyOf)
                .orElse("redirect:/records/" + id + "/others/" + other);
    }

    @PostMapping("/records/{id}/others/{other}/separation")
    String keepApart(
            @PathVariable RecordId id,
            @PathVariable RecordId other,
            @Valid ReasonForm form,
            Staff by,
            RedirectAttributes after) {
        words.tellOrRefuse(
                after,
                () -> {
                    desk.keepApart(id, other, form.reason(), by, clock.instant());
                    return other;
                },
                apart -> words.word("matching.said.apart", apart));
        return whyOf(id);
    }

    @PostMapping("/records/{id}/splits")
    String split(
            @PathVariable RecordId id,
            @RequestParam(required = false) List<String> leaving,
            @Valid ReasonForm form,
            Staff by,
            RedirectAttributes after) {
        if (leaving == null) {
            leaving = List.of();
        }
        var names = leaving.stream().map(ContributionName::of).toList();
        words.tellOrRefuse(
                after,
                () -> {
                    if (names.isEmpty()) {
                        throw new Refusal(MatchRefusal.SPLIT_NEEDS_TWO_PARTS, id);
                    }
                    var ids = names.stream().map(name -> name.in(contributions)).collect(Collectors.toSet());
                    return desk.split(id, ids, form.reason(), by, clock.instant());
                },
                begun -> words.word("matching.said.split", begun));
        return whyOf(id);
    }

    @PostMapping("/matching/acts/{act}/reversal")
    String undo(@PathVariable long act, Staff by, RedirectAttributes after) {
        var done = acts.find(act).orElseThrow(() -> new Refusal(MatchRefusal.ACT_NOT_FOUND, act));
        words.tellOrRefuse(
                after,
                () -> {
                    desk.undo(act, by, clock.instant());
                    return done;
                },
                undone -> words.word("matching.said.undone"));
        return whyOf(done.record());
    }

    private static String whyOf(RecordId id) {
        return "redirect:/records/" + id + "/why";
    }
}
