package org.consortium.catalog.harvest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A member's own system for tests: it answers what it was told to, one answer after the other, and remembers what was asked. */
final class OaiServer implements AutoCloseable {

    private record Answer(int status, String header, String value, String body, Runnable meanwhile) {

        private Answer(int status, String header, String value, String body) {
            this(status, header, value, body, () -> {});
        }
    }

    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private String granularity = "YYYY-MM-DDThh:mm:ssZ";
    private String responseDate = "2026-03-04T01:55:00Z";

    OaiServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/oai", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/oai";
    }

    OaiServer knowsDaysOnly() {
        granularity = "YYYY-MM-DD";
        return this;
    }

    OaiServer clock(String time) {
        responseDate = time;
        return this;
    }

    /** A page of records, under whose token the next one is asked for. */
    OaiServer page(String token, String... records) {
        var resumption = token.isEmpty() ? "" : "<resumptionToken>" + token + "</resumptionToken>";
        return raw(oai("<ListRecords>" + String.join("", records) + resumption + "</ListRecords>"));
    }

    OaiServer error(String code) {
        return raw(oai("<error code=\"" + code + "\">so it is</error>"));
    }

    /** What happens while the next answer is on its way. */
    OaiServer meanwhile(Runnable event) {
        meanwhile = event;
        return this;
    }

    OaiServer raw(String body) {
        answers.add(new Answer(200, "Content-Type", "text/xml;charset=UTF-8", body, meanwhile));
        meanwhile = () -> {};
        return this;
    }

    OaiServer status(int status, String header, String value) {
        answers.add(new Answer(status, header, value, ""));
        return this;
    }

    static String book(String number, String title) {
        return """
                <record><header><identifier>oai:yunze.example:%s</identifier><datestamp>2026-03-01T00:00:00Z</datestamp></header>
                <metadata><marc:record xmlns:marc="http://www.loc.gov/MARC21/slim"><marc:leader>00000nam a2200000 a 4500</marc:leader>
                <marc:controlfield tag="001">%s</marc:controlfield>
                <marc:datafield tag="245" ind1="0" ind2="0"><marc:subfield code="a">%s</marc:subfield></marc:datafield>
                </marc:record></metadata></record>
                """.formatted("r" + number, number, title);
    }

    static String deleted(String number) {
        return """
                <record><header status="deleted"><identifier>oai:yunze.example:r%s</identifier>
                <datestamp>2026-03-02T00:00:00Z</datestamp></header></record>
                """.formatted(number);
    }

    private String oai(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">"
                + "<responseDate>" + responseDate + "</responseDate><request>x</request>" + content + "</OAI-PMH>";
    }

    /** The questions for records, without those for the server's name. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        var answer = query.equals("verb=Identify") ? identity() : next(query);
        answer.meanwhile.run();
        var body = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set(answer.header, answer.value);
        exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer identity() {
        var body = oai("<Identify><repositoryName>云泽师范学院图书馆</repositoryName><granularity>" + granularity
                + "</granularity></Identify>");
        return new Answer(200, "Content-Type", "text/xml", body);
    }

    private synchronized Answer next(String query) {
        asked.add(query);
        return answers.isEmpty() ? new Answer(500, "X-Nothing", "left", "") : answers.poll();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
