package org.consortium.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The search index of this node, in the home's folder {@code index}. While a rebuild fills the next one, the present one
 * serves and both take every change.
 */
@Component
class CatalogueIndex implements AutoCloseable {

    /** The form of {@link RecordDocument} and of its folding. An index of another form is made anew at the next start. */
    static final int SCHEMA = 3;

    private static final Logger log = LoggerFactory.getLogger(CatalogueIndex.class);

    private final Path root;
    private final JdbcClient jdbc;
    private final Engine engine = new LuceneEngine();

    /** Fair, so that a rebuild and the worker take turns: what one loads, the other cannot overwrite with older facts. */
    private final Lock writing = new ReentrantLock(true);

    private final ReentrantReadWriteLock serving = new ReentrantReadWriteLock();
    private Generation current;
    private Generation coming;
    private boolean complete;

    CatalogueIndex(@Value("${consortium.home}") Path home, JdbcClient jdbc) {
        this.root = home.resolve("index");
        this.jdbc = jdbc;
        open();
    }

    private void open() {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the search index", e);
        }
        var usable = IndexMarker.read(root)
                .filter(marker ->
                        marker.schema() == SCHEMA && marker.catalogue().equals(catalogue()))
                .map(marker -> root.resolve(marker.folder()))
                .filter(Files::isDirectory);
        current = usable.map(this::opened).orElse(null);
        complete = current != null;
        if (current == null) {
            current = next();
        }
        removeAllBut(current);
    }

    private Generation opened(Path folder) {
        Generation generation = null;
        try {
            generation = new Generation(folder);
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

    /** Whether everything the database holds is in the index; when not, it has to be rebuilt. */
    boolean isComplete() {
        return reading(() -> complete);
    }

    <T> T read(Function<SearchSession, T> question) {
        return reading(() -> current.read(question));
    }

    <T> T read(BiFunction<Engine, SearchSession, T> question) {
        return reading(() -> current.read(session -> question.apply(engine, session)));
    }

    /** The values of a field in their order: see {@link Engine#values}. */
    List<String> values(String field, String from, boolean back, int most) {
        return reading(() -> current.values(engine, field, from, back, most));
    }

    /** Runs work that loads documents and writes them, alone on this node. */
    <T> T alone(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /** On disk and visible when it returns. */
    void write(Collection<RecordDocument> documents, Collection<String> gone) {
        current.write(documents, gone);
        if (coming != null && coming != current) {
            coming.write(documents, gone);
        }
    }

    /** Begins the next index. One that is empty anyway because the last was missing or old is filled in sight. */
    void beginRebuild() {
        alone(() -> {
            coming = isComplete() ? next() : current;
            return coming;
        });
    }

    void fill(List<RecordDocument> documents) {
        coming.fill(documents);
    }

    /** The new index serves from now on. */
    void finishRebuild() {
        alone(() -> {
            coming.settle();
            var before = current;
            serving.writeLock().lock();
            try {
                current = coming;
                coming = null;
                complete = true;
            } finally {
                serving.writeLock().unlock();
            }
            new IndexMarker(SCHEMA, catalogue(), current.folder().getFileName().toString()).write(root);
            if (before != current) {
                before.close();
            }
            removeAllBut(current);
            return current;
        });
    }

    void abandonRebuild() {
        alone(() -> {
            if (coming != null && coming != current) {
                coming.close();
            }
            coming = null;
            return current;
        });
    }

    private Generation next() {
        int number = 1;
        while (Files.exists(root.resolve("records-" + number))) {
            number++;
        }
        return new Generation(root.resolve("records-" + number));
    }

    /** Whose records these are: a home may be started with another database than the day before. */
    private String catalogue() {
        return jdbc.sql("select current_database() || ' ' || id from catalogue")
                .query(String.class)
                .single();
    }

    private void removeAllBut(Generation kept) {
        try (var folders = Files.list(root)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                if (!folder.equals(kept.folder())) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        } catch (IOException e) {
            log.warn("An old search index could not be removed: {}", e.toString());
        }
    }

    private <T> T reading(Supplier<T> question) {
        serving.readLock().lock();
        try {
            return question.get();
        } finally {
            serving.readLock().unlock();
        }
    }

    @Override
    public void close() {
        alone(() -> {
            if (coming != null && coming != current) {
                coming.close();
            }
            current.close();
            return null;
        });
    }
}
