package org.consortium.catalog.search;

import java.lang.invoke.MethodHandles;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/** One whole index. A rebuild makes the next one beside it and takes its place. */
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

    private final String name;
    private final CloseableSearchMapping mapping;

    private Generation(String name, Map<String, Object> backend) {
        this.name = name;
        var builder = SearchMapping.builder(
                AnnotatedTypeSource.fromClasses(RecordDocument.class, ShownRecord.class), MethodHandles.lookup());
        backend.forEach(builder::property);
        mapping = builder.build();
    }

    /** In a folder of this machine, written by this process alone. */
    static Generation inFolder(Path folder) {
        return new Generation(
                folder.getFileName().toString(),
                Map.of(
                        "hibernate.search.backend.type",
                        "lucene",
                        "hibernate.search.backend.directory.type",
                        "local-filesystem",
                        "hibernate.search.backend.directory.root",
                        folder.toString(),
                        "hibernate.search.backend.lucene_version",
                        "LATEST",
                        "hibernate.search.backend.io.commit_interval",
                        UNTIL_COMMITTED_ANYWAY,
                        "hibernate.search.backend.io.writer.ram_buffer_size",
                        BUFFER_IN_MEGABYTES,
                        "hibernate.search.backend.analysis.configurer",
                        "class:" + Analysis.class.getName()));
    }

    /** On a cluster that several nodes write and read; what carries the name is thrown away first if asked. */
    static Generation onCluster(String name, URI cluster, boolean afresh) {
        return new Generation(
                name,
                Map.of(
                        "hibernate.search.backend.type",
                        "elasticsearch",
                        "hibernate.search.backend.uris",
                        cluster.toString(),
                        "hibernate.search.backend.layout.strategy",
                        BeanReference.ofInstance(new OneIndex(name)),
                        "hibernate.search.backend.analysis.configurer",
                        "class:" + ClusterAnalysis.class.getName(),
                        "hibernate.search.schema_management.strategy",
                        afresh ? "drop-and-create" : "create-or-validate"));
    }

    /** The cluster's index is called as the generation is. */
    private record OneIndex(String name) implements IndexLayoutStrategy {

        @Override
        public String createInitialElasticsearchIndexName(String ofMapping) {
            return name;
        }

        @Override
        public String createWriteAlias(String ofMapping) {
            return null;
        }

        @Override
        public String createReadAlias(String ofMapping) {
            return null;
        }
    }

    String name() {
        return name;
    }

    /** Takes the index away for good. */
    void drop() {
        mapping.scope(RecordDocument.class).schemaManager().dropIfExisting();
    }

    <T> T read(Function<SearchSession, T> question) {
        try (var session = mapping.createSession()) {
            return question.apply(session);
        }
    }

    List<String> values(Engine engine, String field, String from, boolean back, int most) {
        return engine.values(mapping, field, from, back, most);
    }

    int pieces(Engine engine) {
        return engine.pieces(mapping);
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

    /** Makes one piece of the many the index grew in: each is searched by itself, and a question has some thirty terms. */
    void join() {
        try (var session = mapping.createSession()) {
            session.workspace().mergeSegments();
        }
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
