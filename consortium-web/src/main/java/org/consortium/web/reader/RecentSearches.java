package org.consortium.web.reader;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consortium.catalog.reading.SavedSearch;
import org.consortium.catalog.search.SearchQuery;
import org.consortium.core.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * What somebody searched for on this visit, the last first. Her browser keeps it in a cookie that goes when it is closed, and sends it to
 * the search alone; here it is stored nowhere.
 */
record RecentSearches(List<SearchQuery> queries) {

    static final String COOKIE = "recent";

    private static final String PATH = "/search";
    private static final String BETWEEN = "\\|";
    private static final int MOST = 8;

    /** In characters as they stand in an address; a cookie takes 4,096. */
    private static final int LONGEST = 400;

    static RecentSearches read(String cookie) {
        return new RecentSearches(Stream.of(cookie.split(BETWEEN))
                .filter(question -> !question.isBlank() && question.length() <= LONGEST)
                .limit(MOST)
                .flatMap(RecentSearches::query)
                .toList());
    }

    /** A cookie is what a browser sends: what is no search is left out. */
    private static Stream<SearchQuery> query(String question) {
        try {
            return Stream.of(SavedSearch.asked(question));
        } catch (Refusal | IllegalArgumentException nonsense) {
            return Stream.empty();
        }
    }

    RecentSearches with(SearchQuery query) {
        var asked = query.toPage(0).sorted(null);
        if (asked.text().isEmpty() && !asked.isFiltered() || asked.queryString().length() > LONGEST) {
            return this;
        }
        var all = new ArrayList<>(List.of(asked));
        queries.stream().filter(before -> !before.equals(asked)).forEach(all::add);
        return new RecentSearches(all.subList(0, Math.min(all.size(), MOST)));
    }

    void keepIn(HttpServletResponse response) {
        var questions =
                String.join("|", queries.stream().map(SearchQuery::queryString).toList());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(questions).build().toString());
    }

    static void forgetIn(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(COOKIE, value).path(PATH).httpOnly(true).sameSite("Lax");
    }
}
