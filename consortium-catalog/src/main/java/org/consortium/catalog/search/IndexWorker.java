package org.consortium.catalog.search;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the index up to date with the records marked as due. A mark is taken away only after the document is safely in the
 * index; whoever dies in between leaves the mark for the next run.
 */
@Component
public class IndexWorker {

    private static final Logger log = LoggerFactory.getLogger(IndexWorker.class);
    /** Several marks of one record make one document. */
    private static final int BATCH = 10_000;

    private static final int WORTH_SHARING = 1_000;

    /** Half a minute, so that a database or disk that is away does not fill the log. */
    private static final int TURNS_BETWEEN_TRIES = 60;

    private final CatalogueIndex index;
    private final IndexRebuild rebuild;
    private final DocumentSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Makers makers = new Makers();
    private int turn;
    private int turnsToRest;

    IndexWorker(
            CatalogueIndex index,
            IndexRebuild rebuild,
            DocumentSource source,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.index = index;
        this.rebuild = rebuild;
        this.source = source;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @PreDestroy
    void stop() {
        makers.close();
    }

    @Scheduled(fixedDelayString = "${consortium.search.pause:500ms}")
    void work() {
        if (turnsToRest > 0) {
            turnsToRest--;
            return;
        }
        try {
            if (!index.isComplete() && turn++ % TURNS_BETWEEN_TRIES == 0) {
                rebuild.startUnlessUnderWay();
            }
            drain();
        } catch (RuntimeException failure) {
            log.error("The search index is behind and will be tried again", failure);
            turnsToRest = TURNS_BETWEEN_TRIES;
        }
    }

    /** Indexes everything due now; what is found afterwards is as the database says. */
    public void drain() {
        while (batch() == BATCH) {
            Thread.yield();
        }
    }

    private int batch() {
        return index.alone(() -> transaction.execute(status -> {
            index.takeTurn();
            var due = take();
            if (!due.isEmpty()) {
                write(new LinkedHashSet<>(due));
            }
            return due.size();
        }));
    }

    /**
     * The newest first: a loan at a desk does not wait for an import. The marks are gone when the transaction ends, which is
     * after the documents are written.
     */
    private List<String> take() {
        return jdbc.sql("""
                        delete from index_due
                         where id = any(array(select id from index_due order by id desc limit :batch))
                        returning record
                        """).param("batch", BATCH).query(String.class).list();
    }

    private void write(Set<String> records) {
        try {
            writeTogether(records);
        } catch (RuntimeException failure) {
            log.warn("Some of {} documents cannot be indexed, trying each alone", records.size(), failure);
            writeEach(records, failure);
        }
    }

    private void writeTogether(Collection<String> records) {
        var documents = documents(List.copyOf(records));
        var gone = new HashSet<>(records);
        documents.forEach(document -> gone.remove(document.id));
        index.write(documents, gone);
    }

    private Collection<RecordDocument> documents(List<String> records) {
        if (records.size() < WORTH_SHARING) {
            return source.documents(records);
        }
        var made = new ConcurrentLinkedQueue<RecordDocument>();
        makers.share(records, some -> made.addAll(source.documents(some)));
        return made;
    }

    /** One unusable record must not keep all others out; if none goes in, the fault lies elsewhere and nothing is forgotten. */
    private void writeEach(Set<String> records, RuntimeException failure) {
        var unusable = new ArrayList<String>();
        for (var record : records) {
            try {
                writeTogether(List.of(record));
            } catch (RuntimeException unfit) {
                unusable.add(record);
            }
        }
        if (unusable.size() == records.size()) {
            throw failure;
        }
        log.error("Left out of the search index: {}", unusable);
    }
}
