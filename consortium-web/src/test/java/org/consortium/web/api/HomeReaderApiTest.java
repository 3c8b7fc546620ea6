package org.consortium.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;
import static org.consortium.web.SmallWorld.SU_HONGMEI;
import static org.consortium.web.SmallWorld.XU_WENJING;
import static org.consortium.web.api.Told.assertProblem;
import static org.consortium.web.api.Told.json;
import static org.consortium.web.api.Told.text;

import java.time.LocalDate;
import org.consortium.core.card.CardNumber;
import org.consortium.loans.card.CardDesk;
import org.consortium.web.Visit;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program of a library registers readers and looks after their cards; other libraries' readers are not found. */
@WebTest
class HomeReaderApiTest {

    private static int readersMade;

    @Autowired
    Visits visits;

    @Autowired
    CardDesk cards;

    @Autowired
    JdbcClient jdbc;

    private Visit desk;
    private String number;

    @BeforeEach
    void open() {
        desk = visits.ofStaff(SU_HONGMEI);
        number = "33010086%05d".formatted(++readersMade + 80_000);
    }

    private String register() {
        var answer = desk.json("POST", "/api/v1/readers", registration(number));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"v0\"");
        assertThat(json(answer).at("/cards/0/number").asString()).isEqualTo(number);
        assertThat(json(answer).get("mayBorrow").asBoolean()).isTrue();
        return answer.location().orElseThrow();
    }

    private static String registration(String card) {
        return "{\"card\": \"%s\", \"name\": \"周建国\", \"readerClass\": \"SENIOR\", \"usualBranch\": \"qiaotou-main\"}"
                .formatted(card);
    }

    @Test
    void registersWithAKeyOnceAndWithoutAPinInTheAnswer() {
        desk.with("Idempotency-Key", "register-" + number);

        var first = desk.json("POST", "/api/v1/readers", registration(number));
        var again = desk.json("POST", "/api/v1/readers", registration(number));

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body()).doesNotContain("pin");
        assertThat(text(desk.get("/api/v1/readers?q=" + number), "/items/0/name"))
                .isEqualTo("周建国");
    }

    @Test
    void aNewPinIsToldOnceAndKeptNowhere() {
        var reader = register();
        desk.with("Idempotency-Key", "pin-" + number);

        var pin = text(desk.json("POST", reader + "/pin", null), "/pin");
        var other = text(desk.json("POST", reader + "/pin", null), "/pin");

        assertThat(cards.signIn(new CardNumber(number), other)).isPresent();
        assertThat(jdbc.sql("select count(*) from idempotency_key where key = :key")
                        .param("key", "pin-" + number)
                        .query(Long.class)
                        .single())
                .as("%s is not kept", pin)
                .isZero();
    }

    @Test
    void aNumberIsGivenOnceAndLooksLikeACard() {
        assertProblem(desk.json("POST", "/api/v1/readers", registration(LIN_XIAOMEI)), 409, "card-number-taken");
        assertProblem(desk.json("POST", "/api/v1/readers", registration("9787020000012")), 422, "card-number-form");
        assertProblem(desk.json("POST", "/api/v1/readers", registration("x")), 422, "not-right")
                .contains("\"field\":\"card\"");
        assertProblem(desk.json("POST", "/api/v1/readers", "{}"), 422, "not-right")
                .contains("\"field\":\"name\"", "\"field\":\"readerClass\"");
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        var reader = register();
        var input = "{\"name\": \"周建华\", \"readerClass\": \"ADULT\"}";

        assertProblem(desk.json("PUT", reader, input), 428, "if-match-missing");
        desk.with("If-Match", "\"v9\"");
        assertProblem(desk.json("PUT", reader, input), 409, "stale-version");
        desk.with("If-Match", "\"v0\"");
        var changed = desk.json("PUT", reader, input);

        assertThat(text(changed, "/name")).isEqualTo("周建华");
        assertThat(changed.header("ETag")).isEqualTo("\"v1\"");
        assertThat(json(changed).has("usualBranch")).as("left out is empty").isFalse();
    }

    @Test
    void aBlockStandsUntilItIsTakenBack() {
        var reader = register();
        var block = "{\"until\": \"%s\", \"reason\": \"欠书\"}"
                .formatted(LocalDate.now().plusDays(9));

        assertThat(text(desk.json("POST", reader + "/block", block), "/refusals/0"))
                .isEqualTo("card-blocked");
        assertProblem(desk.json("DELETE", reader + "/block", null), 422, "reason-needed");
        assertThat(text(desk.json("DELETE", reader + "/block?reason=ok", null), "/mayBorrow"))
                .isEqualTo("true");
        assertProblem(
                desk.json("POST", reader + "/block", block.replaceFirst("\\d{4}-", "2020-")), 422, "block-until-past");
    }

    @Test
    void cardsAreLostFoundRenewedReplacedAndTakenBack() {
        var reader = register();
        var card = "/api/v1/cards/" + number;
        var next = "33010085%05d".formatted(readersMade);

        assertThat(text(desk.json("POST", card + "/loss", null), "/status")).isEqualTo("LOST");
        assertThat(text(desk.get(reader), "/refusals/0")).isEqualTo("card-lost");
        assertThat(text(desk.json("DELETE", card + "/loss", null), "/status")).isEqualTo("IN_USE");
        var inAYear = LocalDate.now().plusYears(1).toString();
        assertThat(text(desk.json("PUT", card + "/expiry", "{\"expires\": \"%s\"}".formatted(inAYear)), "/expires"))
                .isEqualTo(inAYear);
        assertProblem(desk.json("PUT", card + "/expiry", "{\"expires\": \"2999-01-01\"}"), 422, "card-validity");
        var issued = desk.json("POST", reader + "/cards", "{\"number\": \"%s\"}".formatted(next));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        assertProblem(desk.json("DELETE", card + "/loss", null), 409, "other-card-in-use");
        assertThat(desk.json("DELETE", "/api/v1/cards/" + next, null).status()).isEqualTo(204);
        assertThat(text(desk.get(reader), "/refusals/0")).isEqualTo("no-card");
        assertThat(text(desk.get(reader + "/loans"), "/total")).isEqualTo("0");
        assertThat(text(desk.get(reader + "/requests"), "/total")).isEqualTo("0");
        assertThat(desk.json("DELETE", reader, null).status()).isEqualTo(204);
        assertProblem(desk.get(reader), 404, "reader-not-found");
    }

    @Test
    void anotherLibraryFindsNothing() {
        var reader = register();
        var card = "/api/v1/cards/" + number;
        var city = visits.ofStaff(XU_WENJING).with("If-Match", "*");

        assertThat(text(city.get("/api/v1/readers?q=" + number), "/total")).isEqualTo("0");
        assertProblem(city.get(reader), 404, "reader-not-found");
        assertProblem(
                city.json("PUT", reader, "{\"name\": \"x\", \"readerClass\": \"ADULT\"}"), 404, "reader-not-found");
        assertProblem(city.json("POST", reader + "/pin", null), 404, "reader-not-found");
        assertProblem(city.json("POST", card + "/loss", null), 404, "reader-not-found");
        assertProblem(city.json("DELETE", card, null), 404, "reader-not-found");
        assertThat(text(desk.get(reader), "/mayBorrow")).isEqualTo("true");
    }

    @Test
    void whatIsOnItsWayIsToldByWay() {
        assertThat(text(desk.get("/api/v1/transits"), "/page")).isEqualTo("0");
        assertThat(text(desk.get("/api/v1/transits?way=LEAVING"), "/page")).isEqualTo("0");
        assertProblem(desk.get("/api/v1/transits?way=SIDEWAYS"), 400, "parameters-not-right");
    }
}
