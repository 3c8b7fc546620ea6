package org.consortium.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.aggregation.SearchAggregation;
import org.hibernate.search.engine.search.aggregation.dsl.SearchAggregationFactory;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;

/** Lucene in this process. */
final class LuceneEngine implements Engine {

    @Override
    public SearchAggregation<Map<String, Long>> counts(SearchAggregationFactory f, String field, int most) {
        return new LuceneCounts(field, most);
    }

    @Override
    public List<String> values(SearchMapping mapping, String field, String from, boolean back, int most) {
        var order = back ? Comparator.<BytesRef>reverseOrder() : Comparator.<BytesRef>naturalOrder();
        var found = new TreeSet<BytesRef>(order);
        try (var reader = mapping.scope(RecordDocument.class)
                .extension(LuceneExtension.get())
                .openIndexReader()) {
            for (var segment : reader.leaves()) {
                found.addAll(values(segment, field, new BytesRef(from), back, most));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().limit(most).map(BytesRef::utf8ToString).toList();
    }

    private static List<BytesRef> values(LeafReaderContext segment, String field, BytesRef from, boolean back, int most)
            throws IOException {
        var values = DocValues.getSortedSet(segment.reader(), field);
        long found = values.lookupTerm(from);
        long first = found >= 0 ? found : -found - 1;
        var some = new ArrayList<BytesRef>();
        for (int i = 0; i < most; i++) {
            long at = back ? first - 1 - i : first + i;
            if (at < 0 || at >= values.getValueCount()) {
                break;
            }
            some.add(BytesRef.deepCopyOf(values.lookupOrd(at)));
        }
        return some;
    }
}
