package org.consortium.web.reader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.consortium.catalog.search.AdvancedQuery;
import org.consortium.catalog.search.Facet;
import org.consortium.catalog.search.QueryField;
import org.consortium.catalog.search.SearchQuery;
import org.consortium.core.Label;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.union.Format;
import org.consortium.web.site.LanguageNames;
import org.consortium.web.site.States;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form for a careful search. It writes the same address as the box, and takes one apart again. */
@Controller
class AdvancedSearchPages {

    private static final List<String> LANGUAGES =
            List.of("chi", "eng", "jpn", "kor", "rus", "fre", "ger", "spa", "tib", "uig", "mon");

    private final Libraries libraries;
    private final States states;

    AdvancedSearchPages(Libraries libraries, States states) {
        this.libraries = libraries;
        this.states = states;
    }

    /** One line of the form. */
    record Line(String name, String label, String value) {}

    record Option(String value, String text, boolean chosen) {}

    @GetMapping("/search/advanced")
    String form(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        var query = SearchQuery.read(parameters);
        var said = AdvancedQuery.read(query.text());
        model.addAttribute("query", query);
        model.addAttribute("form", said);
        model.addAttribute("clc", query.of(Facet.CLASS).stream().findFirst().orElse(""));
        model.addAttribute(
                "format",
                query.of(Facet.FORMAT).stream().findFirst().map(Format::valueOf).orElse(null));
        model.addAttribute("lines", lines(said));
        model.addAttribute("formats", Format.values());
        model.addAttribute("languages", languages(query));
        var members = libraries.findAll();
        model.addAttribute("regions", regions(members, query));
        model.addAttribute("libraries", libraries(members, query));
        return "reader/advanced";
    }

    /** The form was filled in: on to the results, whose address says it all. */
    @GetMapping(path = "/search/advanced", params = "go")
    String search(@RequestParam MultiValueMap<String, String> parameters) {
        var fields = new EnumMap<QueryField, String>(QueryField.class);
        for (var field : AdvancedQuery.fieldsOfForm()) {
            fields.put(field, parameters.getFirst(name(field)));
        }
        var said = new AdvancedQuery(
                parameters.getFirst("words"), parameters.getFirst("phrase"), parameters.getFirst("without"), fields);
        var rest = new HashMap<String, Collection<String>>(parameters);
        rest.put("q", List.of(said.text(LocaleContextHolder.getLocale())));
        rest.remove(Facet.AUTHOR.parameter());
        rest.remove(Facet.SUBJECT.parameter());
        return "redirect:" + SearchPages.address(SearchQuery.read(rest));
    }

    private List<Line> lines(AdvancedQuery said) {
        return AdvancedQuery.fieldsOfForm().stream()
                .map(field ->
                        new Line(name(field), states.word(field), said.fields().getOrDefault(field, "")))
                .toList();
    }

    /** Its name in the form. */
    private static String name(QueryField field) {
        return "in-" + field.names().get(0);
    }

    private static List<Option> languages(SearchQuery query) {
        var codes = new ArrayList<>(LANGUAGES);
        query.of(Facet.LANGUAGE).stream().filter(code -> !codes.contains(code)).forEach(codes::add);
        return codes.stream()
                .map(code -> new Option(
                        code, LanguageNames.of(code, LocaleContextHolder.getLocale()), query.has(Facet.LANGUAGE, code)))
                .toList();
    }

    private static List<Option> regions(List<Library> members, SearchQuery query) {
        var regions = new TreeSet<>(query.of(Facet.REGION));
        members.stream()
                .map(library -> library.profile().region())
                .filter(region -> !region.isEmpty())
                .forEach(regions::add);
        return regions.stream()
                .map(region -> new Option(region, region, query.has(Facet.REGION, region)))
                .toList();
    }

    private static List<Option> libraries(List<Library> members, SearchQuery query) {
        Map<String, Label> names = new TreeMap<>();
        members.forEach(library -> names.put(library.code().value(), library.name()));
        return names.entrySet().stream()
                .map(entry -> new Option(
                        entry.getKey(),
                        entry.getValue().in(LocaleContextHolder.getLocale()),
                        query.has(Facet.LIBRARY, entry.getKey())))
                .toList();
    }
}
