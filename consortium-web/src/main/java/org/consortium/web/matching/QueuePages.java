package org.consortium.web.matching;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consortium.catalog.matching.MatchAnswer;
import org.consortium.catalog.matching.MatchDesk;
import org.consortium.catalog.matching.MatchQueue;
import org.consortium.catalog.matching.Merging;
import org.consortium.catalog.matching.RuleBook;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.web.site.Pager;
import org.consortium.web.site.States;
import org.consortium.web.site.WaitingWork;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pairs of records that may be one, side by side, one answer after the other. A librarian sees what concerns her library, the council all. */
@Controller
class QueuePages {

    private static final int QUESTIONS = 30;
    private static final String UNSURE = "unsure";

    private final MatchQueue queue;
    private final MatchDesk desk;
    private final Merging merging;
    private final RuleBook rules;
    private final MatchWords words;
    private final WaitingWork waiting;
    private final States states;
    private final MessageSource messages;
    private final Clock clock;

    QueuePages(
            MatchQueue queue,
            MatchDesk desk,
            Merging merging,
            RuleBook rules,
            MatchWords words,
            WaitingWork waiting,
            States states,
            MessageSource messages,
            Clock clock) {
        this.queue = queue;
        this.desk = desk;
        this.merging = merging;
        this.rules = rules;
        this.words = words;
        this.waiting = waiting;
        this.states = states;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/matching")
    String list(
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "0") int page,
            Staff by,
            Model model) {
        var questions = queue.waiting(seenBy(by), tab.equals(UNSURE), Math.max(0, page), QUESTIONS);
        model.addAttribute("tab", tab.equals(UNSURE) ? UNSURE : "");
        model.addAttribute("questions", questions);
        model.addAttribute("pager", Pager.of(questions));
        model.addAttribute(
                "names",
                words.names(questions.items().stream()
                        .flatMap(one -> Stream.of(one.left(), one.right()))
                        .map(MatchQueue.Side::library)
                        .toList()));
        return "matching/questions";
    }

    @GetMapping("/matching/questions/{question}")
    String show(@PathVariable long question, Staff by, Model model) {
        var pair = queue.sideBySide(question, seenBy(by));
        model.addAttribute("asked", pair);
        model.addAttribute("answers", MatchAnswer.values());
        model.addAttribute(
                "fields",
                FieldPair.of(
                        pair.one().description(),
                        pair.other().description(),
                        messages,
                        LocaleContextHolder.getLocale()));
        model.addAttribute("told", words.told(pair.now()));
        model.addAttribute("rules", rules.current());
        if (!pair.areJoined()) {
            model.addAttribute(
                    "pair", merging.of(pair.one().record(), pair.other().record()));
        }
        model.addAttribute(
                "names", words.names(List.of(pair.one().library(), pair.other().library())));
        model.addAttribute(
                "next", queue.next(seenBy(by), isUnsure(pair), question).orElse(null));
        return "matching/question";
    }

    private static boolean isUnsure(MatchQueue.SideBySide pair) {
        return pair.answer().filter(MatchAnswer.NOT_SURE::equals).isPresent();
    }

    /** The next question follows, with the way back. */
    @PostMapping("/matching/questions/{question}/answer")
    String answer(@PathVariable long question, @RequestParam MatchAnswer answer, Staff by, RedirectAttributes after) {
        var unsure = isUnsure(queue.sideBySide(question, seenBy(by)));
        var done = words.tellOrRefuse(
                after,
                () -> {
                    desk.answer(question, answer, by, clock.instant());
                    return answer;
                },
                said -> words.word("matching.said.answered", words.word(states.word(said))));
        if (done.isEmpty()) {
            return "redirect:/matching/questions/" + question;
        }
        waiting.forget();
        after.addFlashAttribute("answered", question);
        return queue.next(seenBy(by), unsure, question)
                .map(next -> "redirect:/matching/questions/" + next)
                .orElse("redirect:/matching" + (unsure ? "?tab=" + UNSURE : ""));
    }

    @PostMapping("/matching/questions/{question}/answer/reversal")
    String takeBack(@PathVariable long question, Staff by, RedirectAttributes after) {
        queue.sideBySide(question, seenBy(by));
        words.tellOrRefuse(
                after,
                () -> {
                    desk.takeBackAnswer(question, by, clock.instant());
                    return question;
                },
                said -> words.word("matching.said.taken-back"));
        waiting.forget();
        return "redirect:/matching/questions/" + question;
    }

    private static Optional<LibraryCode> seenBy(Staff by) {
        return by.is(Role.COUNCIL_ADMIN) ? Optional.empty() : Optional.of(by.library());
    }
}
