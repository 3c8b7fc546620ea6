package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.springframework.stereotype.Service;

/** Authors and subjects in their alphabetical order, Chinese ones by pinyin: to leaf through, from wherever one likes. */
@Service
public class Headings {

    private static final int MOST_WITH_THEM = 20_000;

    /** More ways of writing a heading than there are. */
    private static final int MOST_FORMS = 12;

    private static final AggregationKey<Map<String, Long>> COUNTS = AggregationKey.of("counts");

    private final CatalogueIndex index;

    Headings(CatalogueIndex index) {
        this.index = index;
    }

    /** What the list is of. */
    public enum Kind {
        AUTHORS("authors", Facet.AUTHOR),
        SUBJECTS("topics", Facet.SUBJECT);

        private final String field;
        private final Facet facet;

        Kind(String field, Facet facet) {
            this.field = field;
            this.facet = facet;
        }

        /** By which a search is narrowed to one of them. */
        public Facet facet() {
            return facet;
        }
    }

    /** @param records how many records have it */
    public record Line(String text, long records) {}

    /**
     * @param before where the page before this one ends, nothing on the first page
     * @param after where the next page begins, nothing on the last
     */
    public record Page(List<Line> lines, Optional<String> before, Optional<String> after) {}

    /** The headings from what somebody typed on: characters, pinyin with or without spaces, the beginning of a name. */
    public Page from(Kind kind, String typed, int size) {
        return at(kind, order(kind, typed), size);
    }

    /** The page that begins at a place another page named. */
    public Page at(Kind kind, String place, int size) {
        var terms = index.values(kind.field, place, false, size + MOST_FORMS);
        var before = index.values(kind.field, place, true, 1);
        int end = end(terms, size);
        return new Page(
                lines(kind, terms.subList(0, end)),
                before.isEmpty() ? Optional.empty() : Optional.of(place),
                terms.size() > end ? Optional.of(Heading.parse(terms.get(end)).key()) : Optional.empty());
    }

    /** Where a page ends: the forms of a heading stand together. */
    private static int end(List<String> terms, int size) {
        int end = Math.min(size, terms.size());
        while (end > 0 && end < terms.size() && key(terms.get(end)).equals(key(terms.get(end - 1)))) {
            end++;
        }
        return end;
    }

    private static String key(String term) {
        return Heading.parse(term).key();
    }

    /** The page that ends before a place. */
    public Page before(Kind kind, String place, int size) {
        var terms = index.values(kind.field, place, true, size);
        return at(kind, terms.isEmpty() ? "" : key(terms.get(terms.size() - 1)), size);
    }

    private static String order(Kind kind, String typed) {
        var folded = Folding.fold(typed == null ? "" : typed);
        if (Pinyin.hasHan(folded)) {
            return (kind == Kind.AUTHORS ? Heading.ofName(typed) : Heading.ofSubject(typed)).order();
        }
        return Stream.of(folded.split(" ")).map(Headings::spaced).collect(Collectors.joining(" "));
    }

    /** liucixin stands where liu ci xin does. */
    private static String spaced(String letters) {
        return Pinyin.readings(letters).stream()
                .findFirst()
                .map(syllables -> String.join(" ", syllables))
                .orElse(letters);
    }

    private List<Line> lines(Kind kind, List<String> terms) {
        if (terms.isEmpty()) {
            return List.of();
        }
        var counts = index.read((engine, session) -> session.search(RecordDocument.class)
                .where(f -> f.terms().field(kind.field).matchingAny(terms))
                .aggregation(COUNTS, f -> () -> engine.counts(f, kind.field, MOST_WITH_THEM))
                .fetch(0)
                .aggregation(COUNTS));
        var forms = new LinkedHashMap<String, List<String>>();
        terms.forEach(term ->
                forms.computeIfAbsent(key(term), key -> new ArrayList<>()).add(term));
        return forms.values().stream()
                .map(ofOne -> line(ofOne, counts))
                .filter(line -> line.records() > 0)
                .toList();
    }

    private static Line line(List<String> forms, Map<String, Long> counts) {
        var shown = forms.stream()
                .map(Heading::parse)
                .min(Comparator.comparing((Heading form) -> -counts.getOrDefault(form.term(), 0L))
                        .thenComparing(Heading.SIMPLIFIED_FIRST))
                .orElseThrow()
                .shown();
        return new Line(
                shown,
                forms.stream().mapToLong(form -> counts.getOrDefault(form, 0L)).sum());
    }
}
