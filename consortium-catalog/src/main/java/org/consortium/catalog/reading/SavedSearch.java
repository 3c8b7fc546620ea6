package org.consortium.catalog.reading;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consortium.catalog.search.SearchQuery;
import org.consortium.core.Link;
import org.consortium.core.Refusal;

/**
 * A search a reader keeps under a name.
 *
 * @param question what stands in its address after the question mark
 * @param feed the address of its feed, while there is one
 * @param lookedAt until when she has seen what came
 */
public record SavedSearch(
        Handle handle,
        String name,
        String question,
        AlertFrequency frequency,
        Optional<Link> feed,
        Instant madeAt,
        Instant lookedAt) {

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_QUESTION = 4000;

    /** Of one reader. */
    public static final int MOST = 50;

    public SearchQuery query() {
        return asked(question);
    }

    /** A search is read as its page reads it; the place in the results is not kept. */
    public static SearchQuery asked(String question) {
        if (question.length() > LONGEST_QUESTION) {
            throw new Refusal(ReadingRefusal.SAVED_SEARCH_TOO_LONG);
        }
        return SearchQuery.read(parameters(question)).ofSize(SearchQuery.USUAL_SIZE);
    }

    private static Map<String, List<String>> parameters(String question) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : question.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                parameters
                        .computeIfAbsent(decoded(pair.substring(0, at)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(at + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static String name(String typed) {
        var name = typed == null ? "" : typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refusal(ReadingRefusal.SAVED_SEARCH_NAME, LONGEST_NAME);
        }
        return name;
    }
}
