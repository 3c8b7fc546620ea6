package org.consortium.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class SegmentTermsTest {

    private static final int DOCUMENTS = 3_000;

    @Test
    void tells_of_each_document_what_the_index_says_of_it() throws IOException {
        try (var reader = index(30_000)) {
            var segment = reader.leaves().get(0).reader();
            var kept = SegmentTerms.of(segment, "terms");
            assertThat(kept.areKept()).isTrue();
            assertThat(SegmentTerms.of(segment, "terms")).isSameAs(kept);

            var documents =
                    IntStream.range(0, DOCUMENTS).filter(i -> i % 3 != 1).toArray();
            var told = new ArrayList<Integer>();
            kept.each(documents, documents.length, told::add);

            assertThat(told).isEqualTo(said(DocValues.getSortedSet(segment, "terms"), documents));
            assertThat(told).anyMatch(term -> term > 1 << 14);
        }
    }

    @Test
    void a_document_without_terms_at_the_end_has_none() throws IOException {
        try (var reader = index(0)) {
            var kept = SegmentTerms.of(reader.leaves().get(0).reader(), "terms");
            kept.each(new int[] {DOCUMENTS - 1}, 1, term -> {
                throw new AssertionError("It has no term " + term);
            });
        }
    }

    @Test
    void what_would_take_too_much_memory_is_not_kept() throws IOException {
        try (var reader = index(500)) {
            assertThat(new SegmentTerms(reader.leaves().get(0).reader(), "terms", 1_000).areKept())
                    .isFalse();
        }
    }

    private static List<Integer> said(SortedSetDocValues values, int[] documents) throws IOException {
        var said = new ArrayList<Integer>();
        for (int document : documents) {
            if (values.advanceExact(document)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    said.add((int) values.nextOrd());
                }
            }
        }
        return said;
    }

    /** Documents of none to twenty of so many terms. */
    private static DirectoryReader index(int terms) throws IOException {
        var random = new Random(7);
        var folder = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(folder, new IndexWriterConfig())) {
            for (int i = 0; i < DOCUMENTS; i++) {
                var own = new TreeSet<String>();
                for (int many = terms == 0 ? 0 : random.nextInt(21); many > 0; many--) {
                    own.add("term " + random.nextInt(terms));
                }
                if (terms == 0 && i == 0) {
                    own.add("the only one");
                }
                var document = new Document();
                own.forEach(term -> document.add(new SortedSetDocValuesField("terms", new BytesRef(term))));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return DirectoryReader.open(folder);
    }
}
