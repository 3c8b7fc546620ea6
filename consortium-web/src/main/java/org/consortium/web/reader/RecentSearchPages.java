package org.consortium.web.reader;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.consortium.catalog.search.SearchQuery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was searched for on this visit. To forget it is a question of the browser's own memory: no form token, no session. */
@Controller
class RecentSearchPages {

    private final FacetBoxes boxes;

    RecentSearchPages(FacetBoxes boxes) {
        this.boxes = boxes;
    }

    /** One of them, in words. */
    record Row(SearchQuery query, List<String> filters, String address) {}

    @GetMapping("/search/recent")
    String recent(
            @CookieValue(name = RecentSearches.COOKIE, defaultValue = "") String recent,
            @RequestParam(defaultValue = "false") boolean forget,
            HttpServletResponse response,
            Model model) {
        if (forget) {
            RecentSearches.forgetIn(response);
            return "redirect:/search/recent";
        }
        model.addAttribute(
                "rows",
                RecentSearches.read(recent).queries().stream().map(this::row).toList());
        return "reader/recent-searches";
    }

    private Row row(SearchQuery query) {
        var filters = boxes.chips(query).stream().map(FacetBoxes.Chip::text).toList();
        return new Row(query, filters, SearchPages.address(query));
    }
}
