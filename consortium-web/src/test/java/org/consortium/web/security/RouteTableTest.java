package org.consortium.web.security;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.COUNCIL;
import static org.consortium.web.SmallWorld.JIANG_CHEN;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;
import static org.consortium.web.SmallWorld.NORMAL_MAIN;
import static org.consortium.web.SmallWorld.QIAOTOU_MAIN;
import static org.consortium.web.SmallWorld.SU_HONGMEI;
import static org.consortium.web.SmallWorld.XU_WENJING;
import static org.consortium.web.SmallWorld.YE_ZHOU;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consortium.catalog.reading.AlertFrequency;
import org.consortium.catalog.reading.ReadingListDesk;
import org.consortium.catalog.reading.SavedSearches;
import org.consortium.catalog.reading.SearchDesk;
import org.consortium.core.card.CardNumber;
import org.consortium.core.member.TokenDesk;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.proposal.ProposalDesk;
import org.consortium.loans.proposal.Proposed;
import org.consortium.loans.request.RequestDesk;
import org.consortium.web.SmallWorld;
import org.consortium.web.Visit;
import org.consortium.web.Visit.Answer;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Walks through every door there is as everybody there is, and compares with the one table, {@code routes.txt}. An address without a row, and
 * a row without an address, fail. What a call changes is taken back when it is answered.
 */
@WebTest
@Import(TakenBack.class)
class RouteTableTest {

    private static final Path TABLE = Path.of("src", "test", "resources", "routes.txt");
    private static final Path FOUND = Path.of("target", "routes.txt");

    /** Whatever stands at the end of an address with two stars. */
    private static final Map<String, String> FILES = Map.of(
            "/css/**", "/css/tokens.css", "/webjars/**", "/webjars/htmx.org/dist/htmx.min.js", "/js/**", "/js/site.js");

    /** One record with nothing in it. */
    private static final String MARC = "00026     2200025   4500\u001e\u001d";

    /** What a program sends where an empty object says too little; by the end of the address. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            entry("/readers", "{\"card\": \"3301008600017\", \"name\": \"周建国\", \"readerClass\": \"SENIOR\"}"),
            entry("/block", "{\"until\": \"2999-01-01\", \"reason\": \"欠书\"}"),
            entry("}/cards", "{\"number\": \"3301008600017\"}"),
            entry("/expiry", "{\"expires\": \"2029-03-04\"}"),
            entry("/columns", "{\"columns\": [\"TITLE\"]}"),
            entry("/closure", "{\"why\": \"没有\"}"),
            entry("/condition", "{\"text\": \"馆内看\"}"),
            entry("}/refusal", "{\"reason\": \"OTHER\"}"),
            entry("/loan", "{\"branch\": \"qiaotou-main\"}"),
            entry("/match-rules", "{\"from\": 2, \"join\": 91}"),
            entry("/samples", "{\"size\": 0}"),
            entry("/searches", "{\"name\": \"迟子建\", \"question\": \"q=迟子建\", \"frequency\": \"DAILY\"}"),
            entry("/searches/{handle}", "{\"name\": \"迟子建\", \"frequency\": \"WEEKLY\"}"),
            entry("/sighting", "{\"until\": \"2026-01-01T00:00:00Z\"}"),
            entry("/me/proposals", "{\"title\": \"群山之巅\"}"),
            entry("/proposals/{number}/answer", "{\"answer\": \"ORDERED\"}"),
            entry("/lists", "{\"name\": \"冬天读\"}"),
            entry("/lists/{handle}", "{\"name\": \"冬天读\"}"),
            entry("{handle}/records", "{\"records\": [\"RECORD\"]}"),
            entry("/merges", "{\"other\": \"zzzzzzzz\"}"),
            entry("/separations", "{\"other\": \"zzzzzzzz\"}"),
            entry("/splits", "{\"leaving\": [{\"library\": \"qiaotou\", \"controlNumber\": \"1\"}]}"),
            entry("/match-questions/{number}/answer", "{\"answer\": \"NOT_SURE\"}"),
            entry("/pickup", "{\"branch\": \"city-main\"}"),
            entry("/suspension", "{\"reason\": \"搬家\"}"));

    @Autowired
    Visits visits;

    @Autowired
    SmallWorld world;

    @Autowired
    RequestDesk requests;

    @Autowired
    CardDesk cards;

    @Autowired
    TokenDesk tokens;

    @Autowired
    ReadingListDesk lists;

    @Autowired
    ProposalDesk proposals;

    @Autowired
    SearchDesk searches;

    @Autowired
    SavedSearches savedSearches;

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, String> objects = new LinkedHashMap<>();

    @BeforeEach
    void aRequestTheCollegeIsAskedFor() {
        var record = world.book("普通心理学", YE_ZHOU, NORMAL_MAIN, "11-B-0099999");
        var reader = cards.find(new CardNumber(LIN_XIAOMEI)).orElseThrow();
        var request = requests.place(record, QIAOTOU_MAIN, reader.id(), reader.actor());
        var token = tokens.of(world.staff(XU_WENJING)).get(0);
        objects.put("/api/v1/records/{id}", record.value());
        objects.put("/records/{id}", record.value());
        objects.put("{number}", request.number().value());
        objects.put("/api/v1/cards/{number}", LIN_XIAOMEI);
        objects.put("/api/v1/imports/{number}", importOfTheCollege());
        objects.put("/desk/imports/{number}", objects.get("/api/v1/imports/{number}"));
        objects.put("/council/imports/{number}", objects.get("/api/v1/imports/{number}"));
        objects.put("{alias}", reader.alias());
        objects.put("{from}", "qiaotou-main");
        objects.put("{to}", "normal-main");
        objects.put("{handle}", token.handle());
        var list = lists.make("冬天读", "", reader.id());
        lists.add(list, List.of(record), reader.id());
        objects.put("/account/lists/{handle}", list.value());
        objects.put("/api/v1/me/lists/{handle}", list.value());
        var search = searches.keep("迟子建", "q=迟子建", AlertFrequency.NEVER, reader.id());
        searches.openFeed(search, reader.id());
        objects.put("/account/searches/{handle}", search.value());
        objects.put("/api/v1/me/searches/{handle}", search.value());
        objects.put(
                "/searches/{link}",
                savedSearches.required(search, reader.id()).feed().orElseThrow().value());
        var proposal = proposals.propose(Proposed.of("候鸟的勇敢", "", "", ""), reader);
        objects.put("/account/proposals/{number}", proposal.value());
        objects.put("/desk/proposals/{number}", proposal.value());
        objects.put("/api/v1/proposals/{number}", proposal.value());
        objects.put("/api/v1/me/proposals/{number}", proposal.value());
        objects.put("{record}", record.value());
        objects.put("{form}", "ris");
        objects.put("{link}", lists.share(list, reader.id()).value());
        objects.put("/mail/{link}", endingLettersTo(reader.id()));
        objects.put("/api/v1/branches/{code}", "qiaotou-main");
        objects.put("/council/branches/{code}", "qiaotou-main");
        objects.put("{code}", "qiaotou");
        objects.put("{library}", "qiaotou");
        objects.put("{login}", YE_ZHOU);
        objects.put("{id}", record.value());
        objects.put("{version}", "2");
        objects.put("{noun}", "acceptance");
    }

    private String endingLettersTo(long reader) {
        var link = "k".repeat(26);
        jdbc.sql("""
                insert into mail_choice (reader, wanted, language, link, since) values (:reader, true, 'zh', :link, now())
                on conflict do nothing
                """).param("reader", reader).param("link", link).update();
        return link;
    }

    private String importOfTheCollege() {
        var college = visits.ofStaff(YE_ZHOU).with("X-Keep", "yes");
        var answer = imported(college, "/api/v1/libraries/yunze-normal/imports?branch=normal-main");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        var location = answer.location().orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    void everybodyComesWhereTheTableSaysAndNowhereElse() throws IOException {
        var people = people();
        var found = new ArrayList<String>();
        found.add(row("", "", people.keySet()));
        for (var route : routes()) {
            var ways =
                    people.values().stream().map(visit -> wayOf(visit, route)).toList();
            found.add(row(route.method(), route.address(), ways));
        }
        Files.write(FOUND, found);

        assertThat(String.join("\n", found))
                .as("Compare %s with %s", TABLE, FOUND)
                .isEqualTo(table());
    }

    /** Without the remarks at its head. */
    private static String table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("# "))
                .collect(Collectors.joining("\n"));
    }

    private Map<String, Visit> people() {
        var people = new LinkedHashMap<String, Visit>();
        people.put("stranger", visits.ofStranger());
        people.put("reader", visits.ofReader(LIN_XIAOMEI));
        people.put("otherReader", visits.ofReader(JIANG_CHEN));
        people.put("librarian", visits.ofStaff(YE_ZHOU));
        people.put("otherLibr.", visits.ofStaff(XU_WENJING));
        people.put("admin", visits.ofStaff(SU_HONGMEI));
        people.put("council", visits.ofStaff(COUNCIL));
        people.put("token", visits.ofProgram(world.token()));
        return people;
    }

    private static String row(String method, String address, Iterable<String> ways) {
        var row = new StringBuilder("%-7s%-58s".formatted(method, address));
        ways.forEach(way -> row.append("%-13s".formatted(way)));
        return row.toString().stripTrailing();
    }

    private record Route(String method, String address) {}

    /** Every address the program answers at, and those of a filter. */
    private List<Route> routes() {
        var routes = new TreeSet<String>();
        program.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> {
                    var methods = info.getMethodsCondition().getMethods();
                    info.getPatternValues().forEach(pattern -> {
                        if (methods.isEmpty()) {
                            routes.add(pattern + " GET");
                        }
                        methods.forEach(method -> routes.add(pattern + " " + method));
                    });
                }));
        program.getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMap().keySet().forEach(pattern -> routes.add(pattern + " GET")));
        // the last one, for nobody is signed in any more after it
        return Stream.concat(routes.stream(), Stream.of("/sign-out POST"))
                .map(route -> route.split(" "))
                .map(route -> new Route(route[1], route[0]))
                .toList();
    }

    /** in: let through, whatever comes of it; sign-in; no: not with this role; gone: not found, as if it did not exist. */
    private String wayOf(Visit visit, Route route) {
        var answer = call(visit, route);
        return switch (answer.status()) {
            // a wrong password at the sign-in page itself is no door
            case 401 -> route.address().startsWith("/api/") ? "sign-in" : "in";
            case 403 -> "no";
            case 404 -> "gone";
            case 302 -> answer.location().orElse("").startsWith("/sign-in") ? "sign-in" : "in";
            case 500 -> "BROKEN";
            default -> "in";
        };
    }

    private Answer call(Visit visit, Route route) {
        var address = concrete(route.address());
        if (route.method().equals("GET")) {
            return visit.get(address);
        }
        if (route.address().equals("/api/v1/libraries/{code}/imports")) {
            return imported(visit, address + "?branch=qiaotou-main");
        }
        if (address.startsWith("/api/")) {
            return visit.json(route.method(), address, bodyFor(route));
        }
        return visit.post(address, Map.of());
    }

    private String bodyFor(Route route) {
        return BODIES.entrySet().stream()
                .filter(body -> route.address().endsWith(body.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("{}")
                .replace("RECORD", objects.get("{record}"));
    }

    private static Answer imported(Visit visit, String address) {
        return visit.file(address, "application/marc", MARC);
    }

    private String concrete(String pattern) {
        var address = FILES.getOrDefault(pattern, pattern);
        var mostExactFirst = objects.entrySet().stream()
                .sorted(Comparator.comparing(object -> -object.getKey().length()))
                .toList();
        for (var object : mostExactFirst) {
            var name = object.getKey().substring(object.getKey().indexOf('{'));
            var prefix = object.getKey().substring(0, object.getKey().indexOf('{'));
            if (pattern.startsWith(prefix)) {
                address = address.replace(name, object.getValue());
            }
        }
        return address.replaceAll("\\{[^}]*}", "1");
    }
}
