package org.consortium.catalog.search;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.hibernate.search.backend.elasticsearch.ElasticsearchExtension;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.aggregation.SearchAggregation;
import org.hibernate.search.engine.search.aggregation.dsl.SearchAggregationFactory;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * OpenSearch, for a catalogue that has outgrown one machine. Which index serves and which is being filled stands in the
 * database, where every web node sees it; they write in turns.
 */
final class OpenSearchEngine implements Engine {

    /** Any number, as long as nothing else in the database locks by it. */
    private static final long TURN = 0x5EA2C4;

    private static final AggregationKey<JsonObject> VALUES = AggregationKey.of("values");

    private final URI cluster;
    private final JdbcClient jdbc;
    private final String prefix;

    OpenSearchEngine(URI cluster, JdbcClient jdbc) {
        this.cluster = cluster;
        this.jdbc = jdbc;
        var catalogue =
                jdbc.sql("select id::text from catalogue").query(String.class).single();
        this.prefix = "consortium-" + catalogue.toLowerCase(Locale.ROOT) + "-" + CatalogueIndex.SCHEMA + "-";
    }

    @Override
    public Optional<Generation> finished() {
        return names().map(Names::finished)
                .filter(name -> name.startsWith(prefix))
                .map(this::open);
    }

    @Override
    public Optional<Generation> unfinished() {
        return names().map(Names::coming)
                .filter(name -> name.startsWith(prefix))
                .map(this::open);
    }

    @Override
    public Generation open(String name) {
        return Generation.onCluster(name, cluster, false);
    }

    /** Two names are enough: the one that does not serve is free. */
    @Override
    public Generation next() {
        var serving = names().map(Names::finished).orElse("");
        return Generation.onCluster(prefix + (serving.equals(prefix + "a") ? "b" : "a"), cluster, true);
    }

    @Override
    public void fills(Generation generation) {
        jdbc.sql("""
                        insert into search_index (id, coming)
                        values (1, :name)
                        on conflict (id) do update set coming = excluded.coming
                        """)
                .param("name", generation == null ? null : generation.name())
                .update();
    }

    @Override
    public void finish(Generation generation) {
        jdbc.sql("""
                        insert into search_index (id, finished)
                        values (1, :name)
                        on conflict (id) do update set finished = excluded.finished, coming = null
                        """).param("name", generation.name()).update();
    }

    /** The other name is dropped when it is filled again; until then nodes that have not looked yet still read it. */
    @Override
    public void keepOnly(Generation generation) {}

    @Override
    public void takeTurn() {
        jdbc.sql("select pg_advisory_xact_lock(:turn)")
                .param("turn", TURN)
                .query((row, number) -> true)
                .single();
    }

    @Override
    public Optional<Names> names() {
        return jdbc.sql("select coalesce(finished, '') as finished, coming from search_index")
                .query(Names.class)
                .optional();
    }

    @Override
    public SearchAggregation<Map<String, Long>> counts(SearchAggregationFactory f, String field, int most) {
        // twice as many, for the forms of a heading are counted each by itself and added up by who shows them
        return f.terms().field(field, String.class).maxTermCount(2 * most).toAggregation();
    }

    @Override
    public List<String> values(SearchMapping mapping, String field, String from, boolean back, int most) {
        try (var session = mapping.createSession()) {
            var found = session.search(RecordDocument.class)
                    .extension(ElasticsearchExtension.get())
                    .where(f -> f.matchAll())
                    .aggregation(VALUES, f -> f.fromJson(composite(field, from, back, most)))
                    .fetch(0)
                    .aggregation(VALUES);
            return StreamSupport.stream(found.getAsJsonArray("buckets").spliterator(), false)
                    .map(bucket -> bucket.getAsJsonObject()
                            .getAsJsonObject("key")
                            .get("value")
                            .getAsString())
                    .toList();
        }
    }

    private static JsonObject composite(String field, String from, boolean back, int most) {
        var terms = new JsonObject();
        terms.addProperty("field", field);
        terms.addProperty("order", back ? "desc" : "asc");
        var value = new JsonObject();
        value.add("terms", terms);
        var source = new JsonObject();
        source.add("value", value);
        var sources = new JsonArray();
        sources.add(source);
        var composite = new JsonObject();
        composite.add("sources", sources);
        composite.addProperty("size", most);
        if (!from.isEmpty()) {
            var after = new JsonObject();
            after.addProperty("value", back ? from : justBefore(from));
            composite.add("after", after);
        }
        var whole = new JsonObject();
        whole.add("composite", composite);
        return whole;
    }

    /** The engine begins after a value; the one before it in any text people write. */
    private static String justBefore(String from) {
        int last = from.length() - 1;
        return from.substring(0, last) + (char) (from.charAt(last) - 1) + "\uFFFD";
    }
}
