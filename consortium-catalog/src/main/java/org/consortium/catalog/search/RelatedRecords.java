package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.ClassNumber;
import org.consortium.core.union.RecordId;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.springframework.stereotype.Service;

/** What stands near a record: other books of its author, of its series, on its subject. */
@Service
public class RelatedRecords {

    private static final int MOST = 4;

    /** Whoever has these is asked for; a festschrift has sixty authors. */
    private static final int MOST_NAMES = 2;

    private static final int MOST_SUBJECTS = 4;

    /** The beginning of a longer name finds it, too. */
    private static final int LONGEST_SERIES = 100;

    /** What an address takes for a class. */
    private static final Pattern CLASS = Pattern.compile("[A-Z][0-9A-Z./=+-]{1,39}");

    /** As wide as that: wider, and half the shelves stand near. */
    private static final int MOST_CLASSES = 3;

    /** A letter alone says too little: I is all of literature. */
    private static final int SHORTEST_CLASS = 3;

    private final CatalogueIndex index;
    private final ShelfCheck shelves;

    RelatedRecords(CatalogueIndex index, ShelfCheck shelves) {
        this.index = index;
        this.shelves = shelves;
    }

    /** Why a record stands near another. */
    public enum Nearness {
        AUTHOR,
        SERIES,
        SUBJECT
    }

    /**
     * Records near another for one reason.
     *
     * @param all the search that finds more of them
     */
    public record Shelf(Nearness nearness, SearchQuery all, List<Hit> hits) {}

    /** A few for each reason, each record once; none of those left out. */
    public List<Shelf> of(Description description, RecordId record, Collection<RecordId> leftOut) {
        var seen = new LinkedHashSet<>(List.of(record.value()));
        leftOut.forEach(id -> seen.add(id.value()));
        return withAvailability(index.read(session -> Stream.of(
                        byAuthor(description, seen, session),
                        ofSeries(description, seen, session),
                        onSubject(description, seen, session))
                .flatMap(Optional::stream)
                .toList()));
    }

    private record Near(Nearness nearness, SearchQuery all, List<ShownRecord> records) {}

    /** One look at the shelves for all of them. */
    private List<Shelf> withAvailability(List<Near> near) {
        var hits = shelves.hits(
                near.stream().flatMap(one -> one.records().stream()).toList());
        var shown = new ArrayList<Shelf>();
        int from = 0;
        for (var one : near) {
            int until = from + one.records().size();
            shown.add(new Shelf(one.nearness(), one.all(), hits.subList(from, until)));
            from = until;
        }
        return shown;
    }

    private Optional<Near> byAuthor(Description description, Collection<String> seen, SearchSession session) {
        var names = description.names().stream()
                .map(Description.Name::shown)
                .limit(MOST_NAMES)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var all = SearchQuery.of("")
                .toggle(Facet.AUTHOR, Heading.ofName(names.get(0)).shown());
        var records = find(
                session, seen, f -> Filters.anyForm("authors", names.stream().map(Heading::ofName), f));
        return near(Nearness.AUTHOR, all, records);
    }

    private Optional<Near> ofSeries(Description description, Collection<String> seen, SearchSession session) {
        var series =
                description.series().stream().filter(name -> !name.isBlank()).findFirst();
        if (series.isEmpty()) {
            return Optional.empty();
        }
        var name = Folding.fold(series.get());
        var records = find(
                session, seen, f -> f.phrase().field("series").matching(name).toPredicate());
        return near(Nearness.SERIES, SearchQuery.of(inSeries(series.get())), records);
    }

    /** In the language of the box: {@link QueryField}. */
    private static String inSeries(String name) {
        var field = QueryField.SERIES.names().get(Pinyin.hasHan(name) ? 1 : 0);
        return field + ":\""
                + (name.length() > LONGEST_SERIES ? name.substring(0, LONGEST_SERIES) : name)
                        .replaceAll("[\"“”]", " ")
                        .strip()
                + "\"";
    }

    /** The more subjects two records share, and the closer their classes, the nearer. */
    private Optional<Near> onSubject(Description description, Collection<String> seen, SearchSession session) {
        var topics = description.subjects().stream().limit(MOST_SUBJECTS).toList();
        var classes = classes(description);
        if (topics.isEmpty() && classes.isEmpty()) {
            return Optional.empty();
        }
        var records = find(session, seen, f -> {
            var near = f.bool();
            for (var topic : topics) {
                near.should(f.prefix()
                        .field("topics")
                        .matching(Heading.ofSubject(topic).key())
                        .constantScore()
                        .boost(2));
            }
            for (var code : classes) {
                near.should(f.match().field("clcPath").matching(code).constantScore());
            }
            return near.toPredicate();
        });
        var all = topics.isEmpty()
                ? SearchQuery.of("").toggle(Facet.CLASS, clc(description).orElseThrow())
                : SearchQuery.of("")
                        .toggle(Facet.SUBJECT, Heading.ofSubject(topics.get(0)).shown());
        return near(Nearness.SUBJECT, all, records);
    }

    private static Optional<String> clc(Description description) {
        return description.classNumbers().stream()
                .filter(number -> number.scheme() == ClassNumber.Scheme.CLC)
                .map(ClassNumber::number)
                .filter(number -> CLASS.matcher(number).matches())
                .filter(number -> Folding.key(number).length() >= SHORTEST_CLASS)
                .findFirst();
    }

    /** The class as it is and a little wider: I247.57, I247.5, I247. */
    private static List<String> classes(Description description) {
        return clc(description).map(Folding::key).stream()
                .flatMap(key -> Stream.iterate(key.length(), length -> length >= SHORTEST_CLASS, length -> length - 1)
                        .limit(MOST_CLASSES)
                        .map(length -> key.substring(0, length)))
                .toList();
    }

    private interface Wanted {
        SearchPredicate of(SearchPredicateFactory f);
    }

    private static List<ShownRecord> find(SearchSession session, Collection<String> seen, Wanted wanted) {
        var found = session.search(RecordDocument.class)
                .select(ShownRecord.class)
                .where(f -> f.bool().must(wanted.of(f)).mustNot(f.id().matchingAny(seen)))
                .sort(f -> f.score().then().field("loans").desc().then().field("key"))
                .fetchHits(MOST);
        found.forEach(one -> seen.add(one.id()));
        return found;
    }

    private static Optional<Near> near(Nearness nearness, SearchQuery all, List<ShownRecord> records) {
        return records.isEmpty() ? Optional.empty() : Optional.of(new Near(nearness, all, records));
    }
}
