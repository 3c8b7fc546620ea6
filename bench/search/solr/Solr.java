import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.common.SolrInputDocument;

/**
 * Solr as a library behind the JDK's HTTP server. {@code index HOME FILE} fills the index with MARC records;
 * {@code serve HOME PORT} answers {@code /select?q=…&rows=…} with the number found and the records as they came, as JSON.
 */
final class Solr {

    private static final int BATCH = 2_000;

    private final EmbeddedSolrServer solr;

    private Solr(Path home) {
        solr = new EmbeddedSolrServer(home, "bib");
    }

    public static void main(String[] arguments) throws Exception {
        var solr = new Solr(Path.of(arguments[1]));
        if (arguments[0].equals("index")) {
            solr.index(Path.of(arguments[2]));
            System.exit(0);
        }
        solr.serve(Integer.parseInt(arguments[2]));
    }

    private void index(Path file) throws Exception {
        var batch = new ArrayList<SolrInputDocument>();
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            for (var record = Marc.read(in); record != null; record = Marc.read(in)) {
                batch.add(document(record));
                if (batch.size() == BATCH) {
                    solr.add(batch);
                    batch.clear();
                }
            }
        }
        if (!batch.isEmpty()) {
            solr.add(batch);
        }
        solr.commit();
        solr.optimize();
        solr.close();
    }

    private static SolrInputDocument document(Marc record) {
        var document = new SolrInputDocument();
        document.addField("id", record.all("001").get(0).text());
        document.addField("year", Integer.parseInt(record.fixed("008", 7, 11)));
        document.addField("lang", record.fixed("008", 35, 38));
        record.all("020").forEach(field -> document.addField("isbn", field.of('a').replace("-", "")));
        record.all("100", "700").forEach(field -> document.addField("author", field.of('a')));
        record.all("245").forEach(field -> document.addField("title", field.of('a') + " " + field.of('b')));
        record.all("260").forEach(field -> document.addField("publisher", field.of('b')));
        record.all("650").forEach(field -> document.addField("subject", field.words()));
        record.all("100", "245", "260", "490", "650", "700").forEach(field -> document.addField("any", field.words()));
        document.addField("marc", new String(record.bytes(), UTF_8));
        return document;
    }

    private void serve(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/select", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var status = 200;
        byte[] body;
        try {
            body = found(exchange.getRequestURI().getRawQuery()).getBytes(UTF_8);
        } catch (Exception failure) {
            status = 500;
            body = failure.toString().getBytes(UTF_8);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private String found(String parameters) throws Exception {
        var query = new SolrQuery();
        query.set("q.op", "AND");
        for (var parameter : parameters.split("&")) {
            query.set(parameter.substring(0, parameter.indexOf('=')), URLDecoder.decode(parameter.substring(parameter.indexOf('=') + 1), UTF_8));
        }
        var found = solr.query(query).getResults();
        var records = new ArrayList<String>();
        found.forEach(document -> records.add('"' + escaped((String) document.getFieldValue("marc")) + '"'));
        return "{\"total\":" + found.getNumFound() + ",\"records\":[" + String.join(",", records) + "]}";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u001d", "\\u001d").replace("\u001e", "\\u001e").replace("\u001f", "\\u001f");
    }
}
