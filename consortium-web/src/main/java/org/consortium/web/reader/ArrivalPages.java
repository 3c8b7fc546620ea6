package org.consortium.web.reader;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consortium.catalog.search.Acquisitions;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.LibraryCode;
import org.consortium.web.site.Pager;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** New arrivals, to leaf through: of all libraries or of one, of all classes or of one, of a week, a month, a season. */
@Controller
class ArrivalPages {

    static final int USUAL_DAYS = 90;

    private static final List<Integer> DAYS = List.of(7, 30, USUAL_DAYS, Acquisitions.MOST_DAYS);
    private static final int SIZE = 24;

    private final Acquisitions acquisitions;
    private final Libraries libraries;
    private final Branches branches;

    ArrivalPages(Acquisitions acquisitions, Libraries libraries, Branches branches) {
        this.acquisitions = acquisitions;
        this.libraries = libraries;
        this.branches = branches;
    }

    /** A class something came of. */
    record ClassLine(String code, String name, long count) {}

    /** A span of days, and the address that has it. */
    record Span(int days, boolean chosen) {}

    @GetMapping("/browse/new")
    String arrivals(
            @RequestParam(defaultValue = "") String library,
            @RequestParam(defaultValue = "") String branch,
            @RequestParam(name = "class", defaultValue = "") String code,
            @RequestParam(defaultValue = "" + USUAL_DAYS) int days,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var asked = asked(library, branch, code, days);
        var came = acquisitions.came(asked, Math.max(0, page), SIZE);
        var locale = LocaleContextHolder.getLocale();
        model.addAttribute("asked", asked);
        model.addAttribute("came", came);
        model.addAttribute("pager", Pager.of(came.arrivals()));
        model.addAttribute("classes", classes(came.classes(), locale));
        model.addAttribute("libraries", libraries.inOrder());
        model.addAttribute("branch", asked.branch() == null ? null : branches.required(asked.branch()));
        model.addAttribute(
                "spans", DAYS.stream().map(span -> new Span(span, span == days)).toList());
        model.addAttribute("feed", address("/browse/new.atom", asked));
        return "reader/browse-new";
    }

    /** A library or branch nobody knows is not found. */
    private Acquisitions.Asked asked(String library, String branch, String code, int days) {
        var at = branch.isBlank()
                ? null
                : branches.required(new BranchCode(branch)).code();
        var of = library.isBlank()
                ? null
                : libraries.required(new LibraryCode(library)).code();
        return new Acquisitions.Asked(of, at, code, days);
    }

    private static List<ClassLine> classes(Map<String, Long> counts, Locale locale) {
        return counts.entrySet().stream()
                .map(line -> new ClassLine(
                        line.getKey(), ClcNames.name(line.getKey(), locale).orElse(line.getKey()), line.getValue()))
                .toList();
    }

    static String address(String path, Acquisitions.Asked asked) {
        var address = UriComponentsBuilder.fromPath(path);
        if (asked.library() != null) {
            address.queryParam("library", asked.library());
        }
        if (asked.branch() != null) {
            address.queryParam("branch", asked.branch());
        }
        if (!asked.clc().isEmpty()) {
            address.queryParam("class", asked.clc());
        }
        if (asked.days() != USUAL_DAYS) {
            address.queryParam("days", asked.days());
        }
        return address.toUriString();
    }
}
