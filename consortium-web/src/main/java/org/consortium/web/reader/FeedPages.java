package org.consortium.web.reader;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consortium.catalog.reading.SavedSearches;
import org.consortium.catalog.search.Acquisitions;
import org.consortium.catalog.search.Hit;
import org.consortium.catalog.search.RecordAddresses;
import org.consortium.catalog.search.RecordSearch;
import org.consortium.catalog.search.SearchQuery;
import org.consortium.catalog.search.SearchSort;
import org.consortium.core.Link;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;
import org.consortium.web.site.Site;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;

/**
 * The catalogue for programs of readers: a search as an Atom feed (RFC 4287), the search box for browsers (OpenSearch 1.1), and every record for
 * search engines (sitemaps.org).
 */
@Controller
class FeedPages {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final MediaType OPEN_SEARCH =
            new MediaType("application", "opensearchdescription+xml", StandardCharsets.UTF_8);
    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);

    /** Entries of a feed of arrivals. */
    private static final int NEWEST = 50;

    /** A feed with nothing in it has never changed. */
    private static final OffsetDateTime NEVER = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final RecordSearch search;
    private final RecordAddresses records;
    private final ISpringTemplateEngine templates;
    private final Site site;
    private final SavedSearches searches;
    private final Acquisitions acquisitions;
    private final MessageSource messages;

    FeedPages(
            RecordSearch search,
            RecordAddresses records,
            ISpringTemplateEngine templates,
            Site site,
            SavedSearches searches,
            Acquisitions acquisitions,
            MessageSource messages) {
        this.search = search;
        this.records = records;
        this.templates = templates;
        this.site = site;
        this.searches = searches;
        this.acquisitions = acquisitions;
        this.messages = messages;
    }

    /** What came last of all that a search finds, to be told of in a feed reader. */
    @GetMapping("/search.atom")
    ResponseEntity<String> found(@RequestParam MultiValueMap<String, String> parameters) {
        var query = SearchQuery.read(parameters);
        return feed(query, query.text(), base() + SearchPages.address(query.sorted(SearchSort.RECENTLY_ADDED)));
    }

    /** The feed of a search somebody keeps, by an address nobody can guess. */
    @GetMapping("/searches/{link}.atom")
    ResponseEntity<String> kept(@PathVariable Link link) {
        var search = searches.ofFeed(link);
        return feed(search.query().onlyAvailable(false), search.name(), base() + "/searches/" + link + ".atom");
    }

    /** What libraries added, as {@link ArrivalPages} shows it. */
    @GetMapping("/browse/new.atom")
    ResponseEntity<String> arrivals(
            @RequestParam(required = false) LibraryCode library,
            @RequestParam(required = false) BranchCode branch,
            @RequestParam(name = "class", defaultValue = "") String code,
            @RequestParam(defaultValue = "" + ArrivalPages.USUAL_DAYS) int days) {
        var asked = new Acquisitions.Asked(library, branch, code, days);
        var came = acquisitions.came(asked, 0, NEWEST).arrivals().items();
        var entries = came.stream()
                .map(one -> Entry.of(one.hit(), one.day().atStartOfDay().atOffset(ZoneOffset.UTC)))
                .toList();
        return answer(
                ATOM,
                "feed/atom",
                Map.of(
                        "title",
                        word("arrivals.title"),
                        "entries",
                        entries,
                        "updated",
                        entries.isEmpty() ? NEVER : entries.get(0).added(),
                        "address",
                        base() + ArrivalPages.address("/browse/new.atom", asked),
                        "self",
                        self(),
                        "page",
                        base() + ArrivalPages.address("/browse/new", asked)));
    }

    private static String self() {
        return ServletUriComponentsBuilder.fromCurrentRequest().build().toUriString();
    }

    private String word(String key) {
        return messages.getMessage(key, null, key, LocaleContextHolder.getLocale());
    }

    private ResponseEntity<String> feed(SearchQuery asked, String title, String address) {
        var query = asked.sorted(SearchSort.RECENTLY_ADDED);
        var hits = search.list(query).items();
        var added = records.addedAt(hits.stream().map(Hit::id).toList());
        var updated = added.values().stream().max(Comparator.naturalOrder()).orElse(NEVER);
        var entries = hits.stream()
                .map(hit -> Entry.of(hit, added.getOrDefault(hit.id(), updated)))
                .toList();
        return answer(
                ATOM,
                "feed/atom",
                Map.of(
                        "title", title,
                        "entries", entries,
                        "updated", updated,
                        "address", address,
                        "self", self(),
                        "page", base() + SearchPages.address(query)));
    }

    /** One record in a feed. */
    record Entry(RecordId id, String title, String summary, OffsetDateTime added) {

        static Entry of(Hit hit, OffsetDateTime added) {
            var title = hit.part().isEmpty() ? hit.title() : hit.title() + " " + hit.part();
            var year = hit.year() == null ? "" : hit.year().toString();
            var summary = Stream.of(hit.byline(), hit.publisher(), year).filter(part -> !part.isEmpty());
            return new Entry(hit.id(), title, summary.collect(Collectors.joining(", ")), added);
        }
    }

    @GetMapping("/opensearch.xml")
    ResponseEntity<String> searchBox() {
        return answer(OPEN_SEARCH, "feed/opensearch", Map.of());
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemaps() {
        return answer(XML, "feed/sitemaps", Map.of("parts", records.parts()));
    }

    @GetMapping("/sitemaps/{part}")
    ResponseEntity<String> sitemap(@PathVariable String part) {
        return answer(XML, "feed/sitemap", Map.of("records", records.of(part)));
    }

    /** Searches have no end; records are found by the site map. */
    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body(
                        "User-agent: *\nDisallow: /search\nDisallow: /sign-in\nDisallow: /lists\nDisallow: /searches\nSitemap: %s/sitemap.xml\n"
                                .formatted(base()));
    }

    private ResponseEntity<String> answer(MediaType type, String template, Map<String, Object> model) {
        var context = new Context(LocaleContextHolder.getLocale(), model);
        context.setVariable("base", base());
        context.setVariable("site", site);
        return ResponseEntity.ok().contentType(type).body(templates.process(template, context));
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
