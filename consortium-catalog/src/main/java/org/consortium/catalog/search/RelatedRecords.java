package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
        return index.read(session -> {
            var shelves = new ArrayList<Shelf>();
            Stream.of(
                            byAuthor(description, seen, session),
                            ofSeries(description, seen, session),
                            onSubject(description, seen, session))
                    .forEach(shelf -> shelf.ifPresent(shelves::add));
            return shelves;
        });
    }

    private Optional<Shelf> byAuthor(Description description, Collection<String> seen, SearchSession session) {
        var names = description.names().stream()
                .map(Description.Name::shown)
                .limit(MOST_NAMES)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var all = SearchQuery.of("").toggle(Facet.AUTHOR, names.get(0));
        var hits = find(
                session,
                seen,
                f -> f.terms()
                        .field("authors")
                        .matchingAny(names.stream()
                                .map(name -> Heading.ofName(name).term())
                                .toList())
                        .toPredicate());
        return shelf(Nearness.AUTHOR, all, hits);
    }

    private Optional<Shelf> ofSeries(Description description, Collection<String> seen, SearchSession session) {
        var series =
                description.series().stream().filter(name -> !name.isBlank()).findFirst();
        if (series.isEmpty()) {
            return Optional.empty();
        }
        var name = Folding.fold(series.get());
        var hits = find(
                session, seen, f -> f.phrase().field("series").matching(name).toPredicate());
        return shelf(Nearness.SERIES, SearchQuery.of(inSeries(series.get())), hits);
    }

    /** In the language of the box: {@link QueryField}. */
    private static String inSeries(String name) {
        var field = QueryField.SERIES.names().get(Pinyin.hasHan(name) ? 1 : 0);
        return field + ":\"" + name.replaceAll("[\"“”]", " ").strip() + "\"";
    }

    /** The more subjects two records share, and the closer their classes, the nearer. */
    private Optional<Shelf> onSubject(Description description, Collection<String> seen, SearchSession session) {
        var topics = description.subjects().stream().limit(MOST_SUBJECTS).toList();
        var classes = classes(description);
        if (topics.isEmpty() && classes.isEmpty()) {
            return Optional.empty();
        }
        var hits = find(session, seen, f -> {
            var near = f.bool();
            for (var topic : topics) {
                near.should(f.match()
                        .field("topics")
                        .matching(Heading.ofSubject(topic).term())
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
                : SearchQuery.of("").toggle(Facet.SUBJECT, topics.get(0));
        return shelf(Nearness.SUBJECT, all, hits);
    }

    private static Optional<String> clc(Description description) {
        return description.classNumbers().stream()
                .filter(number -> number.scheme() == ClassNumber.Scheme.CLC)
                .map(ClassNumber::number)
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

    private interface Near {
        SearchPredicate of(SearchPredicateFactory f);
    }

    private List<Hit> find(SearchSession session, Collection<String> seen, Near near) {
        var found = session.search(RecordDocument.class)
                .select(ShownRecord.class)
                .where(f -> f.bool().must(near.of(f)).mustNot(f.id().matchingAny(seen)))
                .sort(f -> f.score().then().field("loans").desc().then().field("key"))
                .fetchHits(MOST);
        found.forEach(one -> seen.add(one.id()));
        return shelves.hits(found);
    }

    private static Optional<Shelf> shelf(Nearness nearness, SearchQuery all, List<Hit> hits) {
        return hits.isEmpty() ? Optional.empty() : Optional.of(new Shelf(nearness, all, hits));
    }
}
