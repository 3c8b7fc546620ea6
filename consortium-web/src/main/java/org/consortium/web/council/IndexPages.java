package org.consortium.web.council;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consortium.catalog.search.IndexRebuild;
import org.consortium.catalog.search.IndexStanding;
import org.consortium.catalog.search.Rebuild;
import org.consortium.core.member.Staff;
import org.consortium.web.site.Telling;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the search index stands to the catalogue; it is made anew from here, while readers search. */
@Controller
class IndexPages {

    private static final String PLACE = "redirect:/council/index";

    private final IndexStanding standing;
    private final IndexRebuild rebuild;
    private final Telling telling;
    private final Clock clock;

    IndexPages(IndexStanding standing, IndexRebuild rebuild, Telling telling, Clock clock) {
        this.standing = standing;
        this.rebuild = rebuild;
        this.telling = telling;
        this.clock = clock;
    }

    /** @param minutesLeft null where nobody can say */
    record Line(Rebuild rebuild, String took, Long minutesLeft) {}

    @GetMapping("/council/index")
    String index(Model model) {
        show(lines(), model);
        model.addAttribute("standing", standing.now());
        return "council/index";
    }

    /** Only how far it is, for a page that looks again every few seconds; at the end the whole page has changed. */
    @GetMapping("/council/index/progress")
    String progress(Model model, HttpServletResponse answer) {
        var lines = lines();
        show(lines, model);
        if (going(lines).isEmpty()) {
            answer.setHeader("HX-Refresh", "true");
        }
        return "council/_rebuild :: progress";
    }

    private static void show(List<Line> lines, Model model) {
        model.addAttribute("lines", lines);
        model.addAttribute("going", going(lines).orElse(null));
    }

    private List<Line> lines() {
        var now = clock.instant();
        return standing.rebuilds(now).stream()
                .map(one -> new Line(
                        one,
                        words(one.took(now)),
                        one.left(now).map(Duration::toMinutes).orElse(null)))
                .toList();
    }

    private static Optional<Line> going(List<Line> lines) {
        return lines.stream().filter(line -> !line.rebuild().isOver()).findFirst();
    }

    private String words(Duration took) {
        return took.toMinutes() == 0
                ? telling.word("council.index.seconds", took.toSeconds())
                : telling.word("council.index.minutes", took.toMinutes(), took.toSecondsPart());
    }

    @PostMapping("/council/index/rebuilds")
    String rebuild(Staff by, RedirectAttributes after) {
        telling.tell(after, () -> {
            rebuild.start(by, clock.instant());
            return telling.word("council.index.said");
        });
        return PLACE;
    }
}
