package org.consortium.catalog.search;

import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.cursors.LongIntCursor;
import com.carrotsearch.hppc.procedures.IntIntProcedure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.hibernate.search.backend.lucene.lowlevel.collector.impl.CollectorExecutionContext;
import org.hibernate.search.backend.lucene.lowlevel.collector.impl.CollectorFactory;
import org.hibernate.search.backend.lucene.lowlevel.collector.impl.CollectorKey;
import org.hibernate.search.backend.lucene.search.aggregation.impl.AggregationRequestContext;
import org.hibernate.search.backend.lucene.search.aggregation.impl.LuceneSearchAggregation;

/**
 * Counts the values of a field by their ordinals: one table or array a segment, one addition a value. Which documents have which,
 * and the hashes by which segments are joined, {@link SegmentTerms} keeps, so the cost is that of the results and not of the
 * catalogue. Hibernate Search's own count looks every value up in two hash tables and joins the terms of all segments anew each time.
 */
final class LuceneCounts implements LuceneSearchAggregation<Map<String, Long>> {

    private final String field;
    private final int most;

    LuceneCounts(String field, int most) {
        this.field = field;
        this.most = most;
    }

    @Override
    public Extractor<Map<String, Long>> request(AggregationRequestContext context) {
        var counting = new Counting(field, most, CollectorKey.create());
        context.requireCollector(counting);
        return results -> results.getCollectorResults(counting.key());
    }

    @Override
    public Set<String> indexNames() {
        return Set.of(RecordDocument.INDEX);
    }

    private record Counting(String field, int most, CollectorKey<Counter, Map<String, Long>> key)
            implements CollectorFactory<Counter, Map<String, Long>, Counting>,
                    CollectorManager<Counter, Map<String, Long>> {

        @Override
        public Counting createCollectorManager(CollectorExecutionContext context) {
            return this;
        }

        @Override
        public CollectorKey<Counter, Map<String, Long>> getCollectorKey() {
            return key;
        }

        @Override
        public Counter newCollector() {
            return new Counter(field);
        }

        @Override
        public Map<String, Long> reduce(Collection<Counter> counters) throws IOException {
            var segments = counters.stream()
                    .flatMap(counter -> counter.segments.stream())
                    .toList();
            return segments.size() == 1 ? segments.get(0).top(most) : top(segments);
        }

        private Map<String, Long> top(List<Segment> segments) throws IOException {
            var sums = new LongIntHashMap();
            for (var segment : segments) {
                segment.addTo(sums);
            }
            var top = new Top(most);
            for (LongIntCursor sum : sums) {
                top.offer(sum.key, sum.value);
            }
            var best = new LongIntHashMap();
            top.counted.forEach(counted -> best.put(counted[0], (int) counted[1]));
            var named = new LinkedHashMap<String, Long>();
            for (var segment : segments) {
                segment.name(best, named);
            }
            return named;
        }
    }

    /** The terms most results have, each with how many. */
    private static final class Top {

        private final int most;
        private final PriorityQueue<long[]> counted = new PriorityQueue<>(Comparator.comparingLong(pair -> pair[1]));

        private Top(int most) {
            this.most = most;
        }

        void offer(long term, int count) {
            if (counted.size() == most) {
                if (counted.peek()[1] >= count) {
                    return;
                }
                counted.poll();
            }
            counted.add(new long[] {term, count});
        }
    }

    /** One segment's terms, and how many results have each: in an array, or in a table where few of very many terms are met. */
    private static final class Segment {

        private static final int COUNTED_TOGETHER = 128;
        private static final int FEW_TERMS = 1 << 15;
        private static final int PLACES_A_TERM_IN_A_TABLE = 8;

        private final SortedSetDocValues values;
        private final SegmentTerms terms;
        private final int[] waiting = new int[COUNTED_TOGETHER];
        private int many;
        private IntIntHashMap few;
        private int[] counts;

        private Segment(SortedSetDocValues values, SegmentTerms terms) {
            this.values = values;
            this.terms = terms;
            if (terms.size() <= FEW_TERMS) {
                counts = new int[terms.size()];
            } else {
                few = new IntIntHashMap();
            }
        }

        void count(int document) throws IOException {
            waiting[many++] = document;
            if (many == waiting.length) {
                countWaiting();
            }
        }

        private void countWaiting() throws IOException {
            if (terms.areKept()) {
                terms.each(waiting, many, this::add);
            } else {
                for (int i = 0; i < many; i++) {
                    read(waiting[i]);
                }
            }
            many = 0;
            if (counts == null && (long) few.size() * PLACES_A_TERM_IN_A_TABLE > terms.size()) {
                counts = new int[terms.size()];
                few.forEach((IntIntProcedure) (term, count) -> counts[term] = count);
                few = null;
            }
        }

        private void read(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    add(terms.standingFor((int) values.nextOrd()));
                }
            }
        }

        private void add(int term) {
            if (counts != null) {
                counts[term]++;
            } else {
                few.addTo(term, 1);
            }
        }

        private void each(IntIntProcedure what) {
            if (counts == null) {
                few.forEach(what);
                return;
            }
            for (int term = 0; term < counts.length; term++) {
                if (counts[term] > 0) {
                    what.apply(term, counts[term]);
                }
            }
        }

        /** Where there is no other segment, a term's ordinal says as much as its hash. */
        Map<String, Long> top(int most) throws IOException {
            var top = new Top(most);
            each(top::offer);
            var named = new LinkedHashMap<String, Long>();
            for (var counted : top.counted) {
                named.put(terms.name((int) counted[0], values), counted[1]);
            }
            return named;
        }

        void addTo(LongIntHashMap sums) {
            each((term, count) -> sums.addTo(terms.hash(term), count));
        }

        /** Names the terms that are among the best and takes them out, for other segments may have them too. */
        void name(LongIntHashMap best, Map<String, Long> named) throws IOException {
            var found = new ArrayList<Integer>();
            each((term, count) -> {
                if (best.containsKey(terms.hash(term))) {
                    found.add(term);
                }
            });
            for (int term : found) {
                named.put(terms.name(term, values), (long) best.remove(terms.hash(term)));
            }
        }
    }

    private static final class Counter extends SimpleCollector {

        private final String field;
        private final List<Segment> segments = new ArrayList<>();
        private Segment segment;

        private Counter(String field) {
            this.field = field;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            var values = DocValues.getSortedSet(context.reader(), field);
            segment = new Segment(values, SegmentTerms.of(context.reader(), field));
            segments.add(segment);
        }

        @Override
        public void collect(int document) throws IOException {
            segment.count(document);
        }

        @Override
        public void finish() throws IOException {
            segment.countWaiting();
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
