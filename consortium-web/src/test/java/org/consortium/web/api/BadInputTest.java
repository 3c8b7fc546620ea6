package org.consortium.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.JIANG_CHEN;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;
import static org.consortium.web.SmallWorld.NORMAL_MAIN;
import static org.consortium.web.SmallWorld.SU_HONGMEI;
import static org.consortium.web.SmallWorld.XU_WENJING;
import static org.consortium.web.SmallWorld.YE_ZHOU;
import static org.consortium.web.api.Told.assertProblem;
import static org.consortium.web.api.Told.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.consortium.core.union.RecordId;
import org.consortium.web.SmallWorld;
import org.consortium.web.Visit;
import org.consortium.web.Visit.Answer;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody should send, or sends twice: a clear sentence, and nothing has changed. */
@WebTest
class BadInputTest {

    private static int books;

    @Autowired
    Visits visits;

    @Autowired
    SmallWorld world;

    @Autowired
    JdbcClient jdbc;

    @Value("${consortium.home}")
    Path home;

    private String barcode;
    private RecordId record;
    private String before;

    @BeforeEach
    void aBookOfTheCollege() {
        barcode = "11-B-009%04d".formatted(++books);
        record = world.book("中国文学史 第" + books + "册", YE_ZHOU, NORMAL_MAIN, barcode);
        before = everything();
    }

    /** What any of these calls could have changed. */
    private String everything() {
        return jdbc.sql("""
                select (select count(*) from loan) || ' ' || (select count(*) from request) || ' '
                  || (select count(*) from request_step) || ' ' || (select count(*) from transit) || ' '
                  || (select count(*) from intake_job) || ' ' || (select count(*) from trail) || ' '
                  || (select string_agg(status, ',' order by id) from copy)
                """).query(String.class).single();
    }

    private void assertNothingChanged() {
        assertThat(everything()).isEqualTo(before);
    }

    @AfterEach
    void nobodyIsLeftWithTheBook() {
        var college = visits.ofStaff(YE_ZHOU);
        handIn(college, barcode, "normal-main");
    }

    @Test
    void aBarcodeNobodyHas() {
        var desk = visits.ofStaff(YE_ZHOU);

        assertProblem(lend(desk, LIN_XIAOMEI, "99-Z-0000000", "normal-main"), 404, "copy-not-found");
        assertProblem(handIn(desk, "99-Z-0000000", "normal-main"), 404, "copy-not-found");
        assertProblem(lend(desk, LIN_XIAOMEI, "条码", "normal-main"), 422, "not-right")
                .contains("\"field\":\"barcode\"");
        assertProblem(lend(desk, "9999999999999", barcode, "normal-main"), 404, "card-not-found");
        assertProblem(lend(desk, "card?", barcode, "normal-main"), 422, "not-right")
                .contains("\"field\":\"card\"");
        assertNothingChanged();
    }

    @Test
    void aBranchOfAnotherLibrary() {
        var desk = visits.ofStaff(YE_ZHOU);

        assertProblem(lend(desk, LIN_XIAOMEI, barcode, "city-main"), 404, "branch-not-found");
        assertProblem(handIn(desk, barcode, "city-main"), 404, "branch-not-found");
        assertNothingChanged();
    }

    @Test
    void aScanTwiceIsOneLoan() {
        var desk = visits.ofStaff(YE_ZHOU);

        var first = lend(desk, LIN_XIAOMEI, barcode, "normal-main");
        var again = lend(desk, LIN_XIAOMEI, barcode, "normal-main");

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(json(again).get("again").asBoolean()).isTrue();
        assertThat(openLoans()).isEqualTo(1);
        assertProblem(lend(desk, JIANG_CHEN, barcode, "normal-main"), 409, "copy-already-lent");
    }

    @Test
    void oneKeySentAtOnceIsDoneOnce() throws Exception {
        var desk = visits.ofStaff(YE_ZHOU).with("Idempotency-Key", "scan-" + barcode);
        var token = desk.formToken();
        Callable<Answer> call = () -> desk.send(
                "POST",
                "/api/v1/loans",
                BodyPublishers.ofString(loan(LIN_XIAOMEI, barcode, "normal-main")),
                Map.of("Content-Type", "application/json", "X-CSRF-TOKEN", token));
        var several = Executors.newFixedThreadPool(4);
        try {
            var answers = several.invokeAll(List.of(call, call, call, call));
            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(201, 409);
            }
        } finally {
            several.shutdown();
        }
        assertThat(openLoans()).isEqualTo(1);
    }

    @Test
    void theSameWishTwice() {
        var reader = visits.ofReader(LIN_XIAOMEI);
        var wish = "{\"record\": \"%s\", \"pickup\": \"qiaotou-main\"}".formatted(record);

        var first = reader.json("POST", "/api/v1/requests", wish);
        before = everything();
        var again = reader.json("POST", "/api/v1/requests", wish);

        assertThat(again.location()).isEqualTo(first.location());
        assertNothingChanged();
        assertThat(reader.json("POST", first.location().orElseThrow() + "/cancellation", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aStaleOrImpossibleMove() {
        var reader = visits.ofReader(LIN_XIAOMEI);
        var college = visits.ofStaff(YE_ZHOU);
        var wish = "{\"record\": \"%s\", \"pickup\": \"qiaotou-main\"}".formatted(record);
        var request = reader.json("POST", "/api/v1/requests", wish).location().orElseThrow();
        before = everything();

        college.with("If-Match", "\"v99\"");
        assertProblem(college.json("POST", request + "/acceptance", null), 409, "request-changed");
        college.with("If-Match", "yesterday");
        assertProblem(college.json("POST", request + "/acceptance", null), 400, "parameters-not-right");
        college.with("If-Match", "*");
        assertProblem(college.json("POST", request + "/shipment", null), 409, "move-not-possible");
        assertProblem(college.json("POST", request + "/receipt", null), 409, "move-not-possible");
        assertProblem(college.json("POST", request + "/refusal", "{}"), 422, "not-right")
                .contains("\"field\":\"reason\"");
        assertProblem(
                college.json(
                        "POST",
                        request + "/refusal",
                        "{\"reason\": \"OTHER\", \"remark\": \"%s\"}".formatted("长".repeat(301))),
                422,
                "not-right");
        assertProblem(visits.ofStaff(SU_HONGMEI).json("POST", request + "/acceptance", null), 403, "not-your-move");
        assertProblem(visits.ofStaff(XU_WENJING).json("POST", request + "/acceptance", null), 404, "request-not-found");
        assertProblem(
                visits.ofReader(JIANG_CHEN).json("POST", request + "/cancellation", null), 404, "request-not-found");
        assertNothingChanged();
        assertThat(reader.json("POST", request + "/cancellation", null).status())
                .isEqualTo(200);
    }

    @Test
    void unknownThings() {
        var reader = visits.ofReader(LIN_XIAOMEI);

        assertProblem(
                reader.json("POST", "/api/v1/requests", "{\"record\": \"zzzzzzzz\", \"pickup\": \"qiaotou-main\"}"),
                404,
                "record-not-found");
        assertProblem(
                reader.json(
                        "POST", "/api/v1/requests", "{\"record\": \"%s\", \"pickup\": \"nowhere\"}".formatted(record)),
                404,
                "branch-not-found");
        assertProblem(
                reader.json("POST", "/api/v1/requests", "{\"record\": \"nonsense-id\", \"pickup\": \"qiaotou-main\"}"),
                422,
                "not-right");
        assertProblem(reader.get("/api/v1/requests/R-990101-0001"), 404, "request-not-found");
        assertProblem(reader.get("/api/v1/requests/nonsense"), 404, "not-found");
        assertProblem(
                reader.json("POST", "/api/v1/renewals", "{\"barcode\": \"%s\"}".formatted(barcode)),
                404,
                "loan-not-found");
        assertProblem(visits.ofStaff(YE_ZHOU).get("/api/v1/imports/I-990101-0001"), 404, "import-not-found");
        assertProblem(visits.ofStaff(YE_ZHOU).get("/api/v1/requests?tab=everything"), 400, "parameters-not-right");
        assertNothingChanged();
    }

    @Test
    void aFileThatIsNone() throws Exception {
        var college = visits.ofStaff(YE_ZHOU);
        var lying = uploads();

        assertProblem(
                send(college, "yunze-normal", "This is a letter, not a file of records.\n".repeat(50)),
                422,
                "not-a-marc-file");
        assertProblem(send(college, "yunze-normal", ""), 422, "empty-file");
        assertProblem(send(college, "qiaotou", "x"), 404, "library-not-found");
        assertProblem(
                        college.send(
                                "POST",
                                "/api/v1/libraries/yunze-normal/imports",
                                BodyPublishers.ofString("x"),
                                Map.of("Content-Type", "application/marc", "X-CSRF-TOKEN", college.formToken())),
                        400,
                        "parameters-not-right")
                .contains("\"field\":\"branch\"");
        assertProblem(
                college.send(
                        "POST",
                        "/api/v1/libraries/yunze-normal/imports?branch=normal-main",
                        BodyPublishers.ofString("x"),
                        Map.of("Content-Type", "image/png", "X-CSRF-TOKEN", college.formToken())),
                415,
                "format-not-taken");
        assertProblem(
                college.send(
                        "POST",
                        "/api/v1/libraries/yunze-normal/imports?branch=normal-main",
                        BodyPublishers.ofString("no parts"),
                        Map.of("Content-Type", "multipart/form-data; boundary=x", "X-CSRF-TOKEN", college.formToken())),
                400,
                "file-missing");
        assertNothingChanged();
        assertThat(uploads()).isEqualTo(lying);
    }

    private List<Path> uploads() throws Exception {
        try (var files = Files.list(home.resolve("uploads"))) {
            return files.sorted().toList();
        }
    }

    private static Answer send(Visit by, String library, String content) {
        return by.send(
                "POST",
                "/api/v1/libraries/" + library + "/imports?branch=normal-main&fileName=letter.mrc",
                BodyPublishers.ofString(content, StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/octet-stream", "X-CSRF-TOKEN", by.formToken()));
    }

    private int openLoans() {
        return jdbc.sql(
                        "select count(*) from loan l join copy c on c.id = l.copy where c.barcode = :barcode and l.back_at is null")
                .param("barcode", barcode)
                .query(Integer.class)
                .single();
    }

    private static Answer lend(Visit desk, String card, String barcode, String branch) {
        return desk.json("POST", "/api/v1/loans", loan(card, barcode, branch));
    }

    private static String loan(String card, String barcode, String branch) {
        return "{\"card\": \"%s\", \"barcode\": \"%s\", \"branch\": \"%s\"}".formatted(card, barcode, branch);
    }

    private static Answer handIn(Visit desk, String barcode, String branch) {
        return desk.json(
                "POST", "/api/v1/returns", "{\"barcode\": \"%s\", \"branch\": \"%s\"}".formatted(barcode, branch));
    }
}
