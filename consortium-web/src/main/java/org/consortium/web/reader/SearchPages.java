package org.consortium.web.reader;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consortium.catalog.reading.AlertFrequency;
import org.consortium.catalog.reading.ReadingLists;
import org.consortium.catalog.search.Marks;
import org.consortium.catalog.search.RecordSearch;
import org.consortium.catalog.search.SearchQuery;
import org.consortium.catalog.search.SearchResult;
import org.consortium.catalog.search.SearchSort;
import org.consortium.core.Label;
import org.consortium.core.card.Reader;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.Staff;
import org.consortium.web.site.LanguageNames;
import org.consortium.web.site.Pager;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search of the union catalogue. The address is the whole state: every filter, the order, the page. */
@Controller
class SearchPages {

    private static final List<SearchSort> ORDERS = List.of(SearchSort.values());
    private static final int MOST_DECADES = 8;

    private final RecordSearch search;
    private final Libraries libraries;
    private final FacetBoxes boxes;
    private final ReadingLists lists;
    private final NearestFirst nearest;
    private final Clock clock;

    SearchPages(
            RecordSearch search,
            Libraries libraries,
            FacetBoxes boxes,
            ReadingLists lists,
            NearestFirst nearest,
            Clock clock) {
        this.search = search;
        this.libraries = libraries;
        this.boxes = boxes;
        this.lists = lists;
        this.nearest = nearest;
        this.clock = clock;
    }

    /** An order of the results, and the address that has it. */
    record Order(SearchSort sort, String address, boolean chosen) {}

    /** Ten years of publication, and the address narrowed to them. */
    record Decade(int from, int until, long count, String address) {}

    /** Another way of asking, and its address. */
    record Way(String text, String address) {}

    @GetMapping("/search")
    String search(
            @RequestParam MultiValueMap<String, String> parameters,
            Optional<Reader> reader,
            Optional<Staff> staff,
            @CookieValue(name = RecentSearches.COOKIE, defaultValue = "") String recent,
            HttpServletResponse response,
            Model model) {
        var query = SearchQuery.read(parameters);
        RecentSearches.read(recent).with(query).keepIn(response);
        var result = search.search(query);
        var theOne = result.theOne();
        if (theOne.isPresent()) {
            return "redirect:/records/" + theOne.get().id();
        }
        var mine = reader.map(Reader::homeLibrary).or(() -> staff.map(Staff::library));
        var members = libraries.findAll();
        model.addAttribute("query", query);
        model.addAttribute("result", result);
        model.addAttribute(
                "hits",
                reader.flatMap(nearest::from)
                        .map(from -> nearest.of(result.items(), from))
                        .orElse(result.items()));
        model.addAttribute("marks", Marks.of(result));
        model.addAttribute("asOf", clock.instant());
        model.addAttribute("pager", Pager.of(query.page(), result.pages()));
        model.addAttribute("names", names(members));
        model.addAttribute("boxes", boxes.of(result));
        model.addAttribute("chips", boxes.chips(query));
        model.addAttribute("scopes", boxes.scopes(query, mine));
        model.addAttribute("withoutFilters", address(query.withoutFilters()));
        model.addAttribute("orders", orders(query));
        model.addAttribute("decades", decades(query, result));
        model.addAttribute("languages", languages(result));
        model.addAttribute("didYouMean", way(query, result.instead().didYouMean()));
        model.addAttribute("asWords", way(query, result.instead().asWords()));
        model.addAttribute("feed", address("/search.atom", query.sorted(null)));
        reader.ifPresent(her -> {
            model.addAttribute("lists", lists.names(her.id()));
            model.addAttribute("home", libraries.required(her.homeLibrary()));
            model.addAttribute("frequencies", AlertFrequency.values());
        });
        return "reader/search";
    }

    private static Map<String, Label> names(List<Library> members) {
        return members.stream()
                .collect(Collectors.toMap(library -> library.code().value(), library -> library.name()));
    }

    private static Way way(SearchQuery query, Optional<String> words) {
        return words.map(text -> new Way(text, address(query.withoutFilters().asking(text))))
                .orElse(null);
    }

    private static List<Order> orders(SearchQuery query) {
        return ORDERS.stream()
                .map(order -> new Order(order, address(query.sorted(order)), order == query.order()))
                .toList();
    }

    private static List<Decade> decades(SearchQuery query, SearchResult result) {
        return result.facets().decades().stream()
                .limit(MOST_DECADES)
                .map(decade -> new Decade(
                        decade.value(),
                        decade.value() + 9,
                        decade.count(),
                        address(query.years(decade.value(), decade.value() + 9))))
                .toList();
    }

    private static Map<String, String> languages(SearchResult result) {
        var locale = LocaleContextHolder.getLocale();
        var words = new LinkedHashMap<String, String>();
        result.items()
                .forEach(hit ->
                        hit.languages().forEach(code -> words.putIfAbsent(code, LanguageNames.of(code, locale))));
        return words;
    }

    static String address(SearchQuery query) {
        return address("/search", query);
    }

    private static String address(String path, SearchQuery query) {
        return path + (query.parameters().isEmpty() ? "" : "?" + query.queryString());
    }
}
