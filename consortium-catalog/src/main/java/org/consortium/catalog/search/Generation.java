package org.consortium.catalog.search;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/** One index in one folder. A rebuild makes the next one beside it and takes its place. */
final class Generation implements AutoCloseable {

    /** Written to disk and visible before the call returns. */
    private static final IndexingPlanSynchronizationStrategy SAFE = IndexingPlanSynchronizationStrategy.sync();

    /** Written when the engine finds the time; a failure is still told. */
    private static final IndexingPlanSynchronizationStrategy FAST = context -> {
        context.documentCommitStrategy(DocumentCommitStrategy.NONE);
        context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
        context.indexingFutureHandler(done -> done.join().throwable().ifPresent(failure -> {
            throw new IllegalStateException("Documents were not written", failure);
        }));
    };

    /** Every write that must last is committed by itself; between those of a rebuild nothing is lost by waiting. */
    private static final int UNTIL_COMMITTED_ANYWAY = 60_000;

    private static final int BUFFER_IN_MEGABYTES = 48;

    private final Path folder;
    private final CloseableSearchMapping mapping;

    Generation(Path folder) {
        this.folder = folder;
        mapping = SearchMapping.builder(
                        AnnotatedTypeSource.fromClasses(RecordDocument.class, ShownRecord.class),
                        MethodHandles.lookup())
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.directory.type", "local-filesystem")
                .property("hibernate.search.backend.directory.root", folder.toString())
                .property("hibernate.search.backend.lucene_version", "LATEST")
                .property("hibernate.search.backend.io.commit_interval", UNTIL_COMMITTED_ANYWAY)
                .property("hibernate.search.backend.io.writer.ram_buffer_size", BUFFER_IN_MEGABYTES)
                .property("hibernate.search.backend.analysis.configurer", "class:" + Analysis.class.getName())
                .build();
    }

    Path folder() {
        return folder;
    }

    <T> T read(Function<SearchSession, T> question) {
        try (var session = mapping.createSession()) {
            return question.apply(session);
        }
    }

    List<String> values(Engine engine, String field, String from, boolean back, int most) {
        return engine.values(mapping, field, from, back, most);
    }

    long count() {
        return read(session ->
                session.search(RecordDocument.class).where(f -> f.matchAll()).fetchTotalHitCount());
    }

    void write(Collection<RecordDocument> documents, Collection<String> gone) {
        write(documents, gone, SAFE);
    }

    void fill(Collection<RecordDocument> documents) {
        write(documents, List.of(), FAST);
    }

    /** After {@link #fill}: everything is on disk and visible. */
    void settle() {
        try (var session = mapping.createSession()) {
            var workspace = session.workspace();
            workspace.flush();
            workspace.refresh();
        }
    }

    private void write(
            Collection<RecordDocument> documents, Collection<String> gone, IndexingPlanSynchronizationStrategy how) {
        try (var session = mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(how)
                .build()) {
            var plan = session.indexingPlan();
            documents.forEach(plan::addOrUpdate);
            gone.forEach(id -> plan.purge(RecordDocument.class, id, null));
        }
    }

    @Override
    public void close() {
        mapping.close();
    }
}
