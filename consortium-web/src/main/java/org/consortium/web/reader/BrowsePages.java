package org.consortium.web.reader;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.consortium.catalog.search.Facet;
import org.consortium.catalog.search.Headings;
import org.consortium.catalog.search.RecordSearch;
import org.consortium.catalog.search.SearchQuery;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** To leaf through the union catalogue without a question: by class, by author, by subject. */
@Controller
class BrowsePages {

    private static final int LINES = 40;
    /** Longer than the place of any heading: {@link Headings.Page#after}. */
    private static final int LONGEST = 1_000;

    private static final List<String> LETTERS =
            IntStream.rangeClosed('A', 'Z').mapToObj(Character::toString).toList();

    private final RecordSearch search;
    private final Headings headings;

    BrowsePages(RecordSearch search, Headings headings) {
        this.search = search;
        this.headings = headings;
    }

    /** A class with how much is in it; {@code below} leads deeper where there is a deeper list. */
    record ClassLine(String code, String name, long count, String books, boolean deeper) {}

    record Crumb(String code, String name) {}

    /** A heading with the address of its books. */
    record HeadingLine(String text, long count, String address) {}

    @GetMapping("/browse/clc")
    String classes(@RequestParam(name = "class", defaultValue = "") String code, Model model) {
        var all = SearchQuery.of("").ofSize(1);
        var query = code.isBlank() ? all : SearchQuery.read(Map.of("class", List.of(code)));
        var above = query.of(Facet.CLASS).stream().findFirst().orElse("");
        var locale = LocaleContextHolder.getLocale();
        var result = search.search(query);
        model.addAttribute("code", above);
        model.addAttribute("name", ClcNames.name(above, locale).orElse(above));
        model.addAttribute("total", result.total());
        model.addAttribute("books", SearchPages.address(query.ofSize(SearchQuery.USUAL_SIZE)));
        model.addAttribute(
                "crumbs",
                IntStream.range(1, above.length())
                        .mapToObj(length -> above.substring(0, length))
                        .filter(part -> ClcNames.name(part, locale).isPresent())
                        .map(part -> new Crumb(part, ClcNames.of(part, locale)))
                        .toList());
        model.addAttribute(
                "lines",
                result.facets().classes().stream()
                        .filter(line ->
                                line.code().startsWith(above) && line.code().length() == above.length() + 1)
                        .map(line -> new ClassLine(
                                line.code(),
                                ClcNames.name(line.code(), locale).orElse(""),
                                line.count(),
                                SearchPages.address(SearchQuery.of("").toggle(Facet.CLASS, line.code())),
                                line.code().length() < 3))
                        .toList());
        return "reader/browse-clc";
    }

    @GetMapping("/browse/authors")
    String authors(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String before,
            Model model) {
        return list(Headings.Kind.AUTHORS, "authors", from, at, before, model);
    }

    @GetMapping("/browse/subjects")
    String subjects(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String before,
            Model model) {
        return list(Headings.Kind.SUBJECTS, "subjects", from, at, before, model);
    }

    private String list(Headings.Kind kind, String name, String from, String at, String before, Model model) {
        var page = before != null
                ? headings.before(kind, cut(before), LINES)
                : at != null ? headings.at(kind, cut(at), LINES) : headings.from(kind, cut(from), LINES);
        model.addAttribute("kind", name);
        model.addAttribute("from", from);
        model.addAttribute("letters", LETTERS);
        model.addAttribute("before", page.before().orElse(null));
        model.addAttribute("after", page.after().orElse(null));
        model.addAttribute(
                "lines",
                page.lines().stream()
                        .map(line -> new HeadingLine(
                                line.text(),
                                line.records(),
                                SearchPages.address(SearchQuery.of("").toggle(kind.facet(), line.text()))))
                        .toList());
        return "reader/browse-list";
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
