package org.consortium.web.reader;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.consortium.catalog.reading.AlertFrequency;
import org.consortium.catalog.reading.Handle;
import org.consortium.catalog.reading.SavedSearch;
import org.consortium.catalog.reading.SavedSearches;
import org.consortium.catalog.reading.SearchDesk;
import org.consortium.core.card.Reader;
import org.consortium.web.site.Telling;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The searches a reader keeps, what is new in them, and how often she is told. */
@Controller
class SavedSearchPages {

    private static final String SEARCHES = "redirect:/account/searches";
    private static final int SHOWN = 20;

    private final SavedSearches searches;
    private final SearchDesk desk;
    private final FacetBoxes boxes;
    private final Telling telling;

    SavedSearchPages(SavedSearches searches, SearchDesk desk, FacetBoxes boxes, Telling telling) {
        this.searches = searches;
        this.desk = desk;
        this.boxes = boxes;
        this.telling = telling;
    }

    /** A search in the list, told in words. */
    record Row(SavedSearch search, List<String> filters, long news) {}

    @GetMapping("/account/searches")
    String all(Reader reader, Model model) {
        model.addAttribute(
                "rows",
                searches.news(reader.id()).stream()
                        .map(news -> new Row(
                                news.search(),
                                filters(news.search()),
                                news.found().total()))
                        .toList());
        model.addAttribute("taken", searches.taken(reader.id()));
        return "reader/saved-searches";
    }

    private List<String> filters(SavedSearch search) {
        return boxes.chips(search.query()).stream().map(FacetBoxes.Chip::text).toList();
    }

    @PostMapping("/account/searches")
    String keep(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "NEVER") AlertFrequency frequency,
            Reader reader,
            RedirectAttributes after) {
        var done = telling.tell(after, () -> {
            desk.keep(name, question, frequency, reader.id());
            return telling.word("searches.said.kept", name.strip());
        });
        return done ? SEARCHES : "redirect:" + SearchPages.address(SavedSearch.asked(question));
    }

    @GetMapping("/account/searches/{handle}")
    String one(@PathVariable Handle handle, Reader reader, Model model) {
        var news = searches.news(handle, reader.id(), SHOWN);
        model.addAttribute("news", news);
        model.addAttribute("search", news.search());
        model.addAttribute("filters", filters(news.search()));
        model.addAttribute("hits", news.found().newest());
        model.addAttribute("address", SearchPages.address(news.search().query()));
        model.addAttribute("frequencies", AlertFrequency.values());
        model.addAttribute(
                "feed",
                news.search()
                        .feed()
                        .map(link -> ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path("/searches/" + link + ".atom")
                                .toUriString())
                        .orElse(null));
        return "reader/saved-search";
    }

    @PostMapping("/account/searches/{handle}/description")
    String describe(
            @PathVariable Handle handle,
            @RequestParam(defaultValue = "") String name,
            @RequestParam AlertFrequency frequency,
            Reader reader,
            RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.describe(handle, name, frequency, reader.id());
            return telling.word("lists.said.described");
        });
        return back(handle);
    }

    /** @param until what the page showed came before that, to the millisecond */
    @PostMapping("/account/searches/{handle}/sighting")
    String looked(@PathVariable Handle handle, @RequestParam long until, Reader reader, RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.looked(handle, Instant.ofEpochMilli(until).truncatedTo(ChronoUnit.MILLIS), reader.id());
            return telling.word("searches.said.looked");
        });
        return SEARCHES;
    }

    @PostMapping("/account/searches/{handle}/removal")
    String takeAway(@PathVariable Handle handle, Reader reader, RedirectAttributes after) {
        telling.tell(after, () -> {
            var name = searches.required(handle, reader.id()).name();
            desk.takeAway(handle, reader.id());
            return telling.word("searches.said.taken-away", name);
        });
        return SEARCHES;
    }

    @PostMapping("/account/searches/{handle}/restoration")
    String putBack(@PathVariable Handle handle, Reader reader, RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.putBack(handle, reader.id());
            return telling.word(
                    "lists.said.put-back",
                    searches.required(handle, reader.id()).name());
        });
        return SEARCHES;
    }

    @PostMapping("/account/searches/{handle}/feed")
    String openFeed(@PathVariable Handle handle, Reader reader, RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.openFeed(handle, reader.id());
            return telling.word("searches.said.feed");
        });
        return back(handle);
    }

    @PostMapping("/account/searches/{handle}/feed/withdrawal")
    String withdrawFeed(@PathVariable Handle handle, Reader reader, RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.withdrawFeed(handle, reader.id());
            return telling.word("lists.said.withdrawn");
        });
        return back(handle);
    }

    private static String back(Handle handle) {
        return "redirect:/account/searches/" + handle;
    }
}
