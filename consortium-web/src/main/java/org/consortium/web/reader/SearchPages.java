package org.consortium.web.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consortium.catalog.search.RecordSearch;
import org.consortium.catalog.search.SearchQuery;
import org.consortium.catalog.search.SearchResult;
import org.consortium.catalog.search.SearchSort;
import org.consortium.core.Label;
import org.consortium.core.member.Libraries;
import org.consortium.web.site.Pager;
import org.consortium.web.site.States;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The search of the union catalogue. The address is the whole state: every filter, the order, the page. */
@Controller
class SearchPages {

    private static final List<SearchSort> ORDERS = List.of(SearchSort.values());

    private final RecordSearch search;
    private final Libraries libraries;
    private final MessageSource messages;
    private final States states;

    SearchPages(RecordSearch search, Libraries libraries, MessageSource messages, States states) {
        this.search = search;
        this.libraries = libraries;
        this.messages = messages;
        this.states = states;
    }

    /** A filter that is set, and the address without it. */
    record Chip(String text, String without) {}

    /** An order of the results, and the address that has it. */
    record Order(SearchSort sort, String address, boolean chosen) {}

    /** Ten years of publication, and the address narrowed to them. */
    record Decade(int from, int until, long count, String address) {}

    @GetMapping("/search")
    String search(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        var query = SearchQuery.read(parameters);
        var result = search.search(query);
        var theOne = result.theOne();
        if (theOne.isPresent()) {
            return "redirect:/records/" + theOne.get().id();
        }
        model.addAttribute("query", query);
        model.addAttribute("result", result);
        model.addAttribute("pager", Pager.of(query.page(), result.pages()));
        model.addAttribute("names", names());
        model.addAttribute("chips", chips(query));
        model.addAttribute("withoutFilters", address(query.withoutFilters()));
        model.addAttribute("orders", orders(query));
        model.addAttribute("decades", decades(query, result));
        model.addAttribute("languages", languages(result));
        model.addAttribute("feed", address("/search.atom", query.sorted(null)));
        return "reader/search";
    }

    private Map<String, Label> names() {
        return libraries.findAll().stream()
                .collect(Collectors.toMap(library -> library.code().value(), library -> library.name()));
    }

    private List<Chip> chips(SearchQuery query) {
        var chips = new ArrayList<Chip>();
        var names = names();
        var locale = LocaleContextHolder.getLocale();
        if (query.available()) {
            chips.add(new Chip(word("search.available"), address(query.onlyAvailable(false))));
        }
        for (var library : query.libraries()) {
            var name = names.get(library.value());
            chips.add(new Chip(name == null ? library.value() : name.in(locale), address(query.toggle(library))));
        }
        for (var format : query.formats()) {
            chips.add(new Chip(word(states.word(format)), address(query.toggle(format))));
        }
        for (var language : query.languages()) {
            chips.add(new Chip(language(language), address(query.toggleLanguage(language))));
        }
        if (query.yearFrom() != null || query.yearTo() != null) {
            var from = query.yearFrom() == null ? "" : query.yearFrom().toString();
            var to = query.yearTo() == null ? "" : query.yearTo().toString();
            chips.add(new Chip(from + "–" + to, address(query.years(null, null))));
        }
        return chips;
    }

    private List<Order> orders(SearchQuery query) {
        return ORDERS.stream()
                .map(order -> new Order(order, address(query.sorted(order)), order == query.order()))
                .toList();
    }

    private static List<Decade> decades(SearchQuery query, SearchResult result) {
        return result.facets().decades().stream()
                .map(decade -> new Decade(
                        decade.value(),
                        decade.value() + 9,
                        decade.count(),
                        address(query.years(decade.value(), decade.value() + 9))))
                .toList();
    }

    private Map<String, String> languages(SearchResult result) {
        var words = new LinkedHashMap<String, String>();
        result.facets().languages().forEach(count -> words.put(count.value(), language(count.value())));
        result.items().forEach(hit -> hit.languages().forEach(code -> words.putIfAbsent(code, language(code))));
        return words;
    }

    private String language(String code) {
        return LanguageNames.of(code, LocaleContextHolder.getLocale());
    }

    private String word(String key) {
        return messages.getMessage(key, null, key, LocaleContextHolder.getLocale());
    }

    static String address(SearchQuery query) {
        return address("/search", query);
    }

    private static String address(String path, SearchQuery query) {
        var builder = UriComponentsBuilder.fromPath(path);
        query.parameters().forEach((name, values) -> builder.queryParam(name, values.toArray()));
        return builder.build().encode().toUriString();
    }
}
