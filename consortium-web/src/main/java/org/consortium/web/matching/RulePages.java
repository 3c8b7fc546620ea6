package org.consortium.web.matching;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consortium.catalog.matching.MatchRefusal;
import org.consortium.catalog.matching.MatchRules;
import org.consortium.catalog.matching.RuleBook;
import org.consortium.catalog.matching.RuleDesk;
import org.consortium.catalog.matching.RuleSample;
import org.consortium.catalog.matching.RuleSamples;
import org.consortium.catalog.matching.Sign;
import org.consortium.core.Refusal;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Contribution;
import org.consortium.core.union.Contributions;
import org.consortium.web.site.States;
import org.consortium.web.site.Submissions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules of matching and their versions: made from one another, tried on a sample, switched on and back. */
@Controller
class RulePages {

    private static final String LIST = "redirect:/council/matching";
    private static final Pattern NUMBER = Pattern.compile("[-−+]?\\d{1,4}");
    /** A sample that gave no sign for so long was broken off. */
    private static final Duration SILENCE = Duration.ofMinutes(3);

    private final RuleBook book;
    private final RuleDesk desk;
    private final RuleSamples samples;
    private final Contributions contributions;
    private final MatchWords words;
    private final States states;
    private final Submissions submissions;
    private final Clock clock;

    RulePages(
            RuleBook book,
            RuleDesk desk,
            RuleSamples samples,
            Contributions contributions,
            MatchWords words,
            States states,
            Submissions submissions,
            Clock clock) {
        this.book = book;
        this.desk = desk;
        this.samples = samples;
        this.contributions = contributions;
        this.words = words;
        this.states = states;
        this.submissions = submissions;
        this.clock = clock;
    }

    @GetMapping("/council/matching")
    String list(Model model) {
        model.addAttribute("versions", book.versions());
        model.addAttribute("inForce", book.current().version());
        model.addAttribute("switches", book.switches());
        return "matching/rules";
    }

    /** What a sign is worth in these rules, and in those in force. */
    record Worth(String code, String word, String typed, int inForce) {

        /** What was typed is not worth anything a sign can be worth. */
        public boolean wrong() {
            return !isPoints(typed);
        }

        public boolean changed() {
            return !typed.equals(String.valueOf(inForce));
        }
    }

    @GetMapping("/council/matching/new")
    String add(@RequestParam(required = false) Integer from, Model model) {
        var rules = from == null ? book.current() : book.required(from).rules();
        model.addAttribute("form", RuleForm.of(rules));
        model.addAttribute("worths", worths(rules, Map.of()));
        return "matching/rule-new";
    }

    /** @param typed what was typed wrong or right, and is to be shown again */
    private List<Worth> worths(MatchRules rules, Map<String, String> typed) {
        var inForce = book.current();
        return Arrays.stream(Sign.values())
                .map(sign -> new Worth(
                        sign.code(),
                        words.word(states.word(sign)),
                        typed.getOrDefault(sign.code(), String.valueOf(rules.points(sign)))
                                .strip(),
                        inForce.points(sign)))
                .toList();
    }

    @PostMapping("/council/matching")
    String add(
            @Valid @ModelAttribute("form") RuleForm form,
            BindingResult binding,
            @RequestParam Map<String, String> all,
            Staff by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var version = new int[1];
        var done = submissions.done(
                binding,
                response,
                Map.of(MatchRefusal.RULES_BANDS, "review"),
                () -> version[0] = desk.make(form.from(), numbers(form, all), form.note(), by, clock.instant()));
        if (!done) {
            var from = Optional.ofNullable(form.from()).map(book::required).map(RuleBook.Version::rules);
            model.addAttribute("worths", worths(from.orElseGet(book::current), all));
            return "matching/rule-new";
        }
        after.addFlashAttribute("said", words.word("rules.said.made", version[0]));
        return LIST + "/" + version[0];
    }

    private static RuleDesk.Numbers numbers(RuleForm form, Map<String, String> all) {
        var points = new EnumMap<Sign, Integer>(Sign.class);
        for (var sign : Sign.values()) {
            if (all.containsKey(sign.code())) {
                points.put(sign, number(all.get(sign.code()).strip()));
            }
        }
        return new RuleDesk.Numbers(form.join(), form.review(), form.mostRecords(), form.mostTitles(), points);
    }

    private static int number(String typed) {
        if (!isPoints(typed)) {
            throw new Refusal(MatchRefusal.RULES_POINTS, RuleDesk.MOST_POINTS);
        }
        return Integer.parseInt(typed.replace('−', '-'));
    }

    private static boolean isPoints(String typed) {
        return NUMBER.matcher(typed).matches()
                && Math.abs(Integer.parseInt(typed.replace('−', '-'))) <= RuleDesk.MOST_POINTS;
    }

    @GetMapping("/council/matching/{version}")
    String show(@PathVariable int version, Model model) {
        var shown = book.required(version);
        var inForce = book.current();
        model.addAttribute("shown", shown);
        model.addAttribute("inForce", inForce);
        model.addAttribute("worths", worths(shown.rules(), Map.of()));
        model.addAttribute("largest", RuleSamples.LARGEST);
        addSamples(version, model);
        return "matching/rule";
    }

    /** How far the newest sample has come, for a page that looks again by itself. */
    @GetMapping("/council/matching/{version}/sample")
    String sample(@PathVariable int version, Model model) {
        model.addAttribute("shown", book.required(version));
        addSamples(version, model);
        return "matching/_sample :: sample";
    }

    /** A pair that would be treated otherwise, told by the contributions themselves. */
    record Told(
            RuleSample.Change change,
            Contribution one,
            Contribution other,
            MatchWords.Told before,
            MatchWords.Told after) {}

    private void addSamples(int version, Model model) {
        var all = samples.of(version);
        var newest = all.stream().findFirst();
        var told = newest.stream()
                .flatMap(sample -> sample.examples().stream())
                .flatMap(example -> told(example).stream())
                .toList();
        var silent = clock.instant().minus(SILENCE);
        model.addAttribute("sample", newest.orElse(null));
        model.addAttribute(
                "broken",
                newest.filter(sample -> !sample.over() && sample.beatAt().isBefore(silent))
                        .isPresent());
        model.addAttribute("earlier", all.stream().skip(1).toList());
        model.addAttribute("examples", told);
        model.addAttribute(
                "names",
                words.names(told.stream()
                        .flatMap(one ->
                                Stream.of(one.one().library(), one.other().library()))
                        .toList()));
    }

    private Optional<Told> told(RuleSample.Example example) {
        var one = contributions.find(example.one());
        var other = contributions.find(example.other());
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(new Told(
                        example.change(),
                        one.get(),
                        other.get(),
                        words.told(example.before()),
                        words.told(example.after())));
    }

    @PostMapping("/council/matching/{version}/samples")
    String start(
            @PathVariable int version,
            @RequestParam(defaultValue = "1000") int size,
            Staff by,
            RedirectAttributes after) {
        words.tellOrRefuse(
                after,
                () -> samples.start(version, size, by, clock.instant()),
                begun -> words.word("rules.said.sample"));
        return LIST + "/" + version;
    }

    @PostMapping("/council/matching/{version}/force")
    String switchOn(@PathVariable int version, Staff by, RedirectAttributes after) {
        words.tellOrRefuse(
                after,
                () -> {
                    desk.switchOn(version, by, clock.instant());
                    return version;
                },
                on -> words.word("rules.said.switched", on));
        return LIST + "/" + version;
    }
}
