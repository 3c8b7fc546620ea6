package org.consortium.catalog.search;

import java.net.URI;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The search index: Lucene's in this process, or OpenSearch's where {@code consortium.search.opensearch} names a cluster.
 * While a rebuild fills the next one, the present one serves and both take every change.
 */
@Component
class CatalogueIndex implements AutoCloseable {

    /** The form of {@link RecordDocument} and of its folding. An index of another form is made anew at the next start. */
    static final int SCHEMA = 8;

    /** A question looks each of its terms up in every piece; so few cost nothing anybody feels. */
    static final int MANY_PIECES = 6;

    private final Engine engine;

    /** Fair, so that a rebuild and the worker take turns: what one loads, the other cannot overwrite with older facts. */
    private final Lock writing = new ReentrantLock(true);

    private final ReentrantReadWriteLock serving = new ReentrantReadWriteLock();
    private Generation current;
    private Generation coming;
    private boolean complete;

    @Autowired
    CatalogueIndex(
            @Value("${consortium.home}") Path home,
            @Value("${consortium.search.opensearch:}") String cluster,
            JdbcClient jdbc) {
        this(
                cluster.isBlank()
                        ? new LuceneEngine(home.resolve("index"), () -> catalogue(jdbc))
                        : new OpenSearchEngine(URI.create(cluster), jdbc));
    }

    CatalogueIndex(Engine engine) {
        this.engine = engine;
        current = engine.finished().orElse(null);
        complete = current != null;
        if (current == null) {
            current = engine.unfinished().orElseGet(engine::next);
        }
        engine.keepOnly(current);
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

    /** How many pieces the index that serves lies in. */
    int pieces() {
        return reading(() -> current.pieces(engine));
    }

    /** Joins them to one, while changes come in and readers search. */
    void join() {
        reading(() -> {
            current.join();
            current.settle();
            return current;
        });
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

    /** Inside the transaction of a batch: waits for other nodes' batches, and writes where they say. */
    void takeTurn() {
        engine.takeTurn();
        engine.names().ifPresent(this::follow);
    }

    private void follow(Engine.Names names) {
        if (!names.finished().isEmpty() && !names.finished().equals(current.name())) {
            serve(coming != null && coming.name().equals(names.finished()) ? coming : engine.open(names.finished()));
        }
        boolean another = names.coming() != null
                && !names.coming().equals(current.name())
                && (coming == null || !coming.name().equals(names.coming()));
        if (another) {
            coming = engine.open(names.coming());
        }
    }

    private void serve(Generation next) {
        var before = current;
        serving.writeLock().lock();
        try {
            current = next;
            coming = null;
            complete = true;
        } finally {
            serving.writeLock().unlock();
        }
        if (before != current) {
            before.close();
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
            coming = isComplete() ? engine.next() : current;
            engine.fills(coming);
            return coming;
        });
    }

    void fill(List<RecordDocument> documents) {
        coming.fill(documents);
    }

    /** The new index serves from now on; while its pieces are joined, changes still come in. */
    void finishRebuild() {
        coming.join();
        alone(() -> {
            coming.settle();
            engine.finish(coming);
            serve(coming);
            engine.keepOnly(current);
            return current;
        });
    }

    void abandonRebuild() {
        alone(() -> {
            if (coming != null && coming != current) {
                coming.close();
            }
            coming = null;
            engine.fills(null);
            return current;
        });
    }

    private static String catalogue(JdbcClient jdbc) {
        return jdbc.sql("select current_database() || ' ' || id from catalogue")
                .query(String.class)
                .single();
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
