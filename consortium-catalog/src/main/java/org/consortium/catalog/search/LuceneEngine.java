package org.consortium.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.aggregation.SearchAggregation;
import org.hibernate.search.engine.search.aggregation.dsl.SearchAggregationFactory;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Lucene in this process, its indexes in the home's folder {@code index}. */
final class LuceneEngine implements Engine {

    private static final Logger log = LoggerFactory.getLogger(LuceneEngine.class);

    private final Path root;
    private final Supplier<String> catalogue;

    /** @param catalogue whose records these are: a home may be started with another database than the day before */
    LuceneEngine(Path root, Supplier<String> catalogue) {
        this.root = root;
        this.catalogue = catalogue;
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the search index", e);
        }
    }

    @Override
    public Optional<Generation> finished() {
        return IndexMarker.read(root)
                .filter(marker -> marker.schema() == CatalogueIndex.SCHEMA
                        && marker.catalogue().equals(catalogue.get()))
                .map(marker -> root.resolve(marker.folder()))
                .filter(Files::isDirectory)
                .map(LuceneEngine::opened);
    }

    /** Null where it cannot be read. */
    private static Generation opened(Path folder) {
        Generation generation = null;
        try {
            generation = Generation.inFolder(folder);
            generation.count();
            return generation;
        } catch (RuntimeException broken) {
            log.warn("The search index cannot be read and is made anew", broken);
            if (generation != null) {
                generation.close();
            }
            return null;
        }
    }

    @Override
    public Generation next() {
        int number = 1;
        while (Files.exists(root.resolve("records-" + number))) {
            number++;
        }
        return Generation.inFolder(root.resolve("records-" + number));
    }

    @Override
    public void finish(Generation generation) {
        new IndexMarker(CatalogueIndex.SCHEMA, catalogue.get(), generation.name()).write(root);
    }

    @Override
    public void keepOnly(Generation generation) {
        try (var folders = Files.list(root)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                if (!folder.equals(root.resolve(generation.name()))) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        } catch (IOException e) {
            log.warn("An old search index could not be removed: {}", e.toString());
        }
    }

    @Override
    public int pieces(SearchMapping mapping) {
        try (var reader = mapping.scope(RecordDocument.class)
                .extension(LuceneExtension.get())
                .openIndexReader()) {
            return reader.leaves().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
