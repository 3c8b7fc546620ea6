package org.consortium.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.CITY_MAIN;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.SmallWorld.JIANG_CHEN;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;
import static org.consortium.web.SmallWorld.NORMAL_MAIN;
import static org.consortium.web.SmallWorld.QIAOTOU_MAIN;
import static org.consortium.web.SmallWorld.SU_HONGMEI;
import static org.consortium.web.SmallWorld.YE_ZHOU;
import static org.consortium.web.api.Told.assertProblem;
import static org.consortium.web.api.Told.json;
import static org.consortium.web.api.Told.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.consortium.catalog.search.IndexWorker;
import org.consortium.core.member.BranchCode;
import org.consortium.web.SmallWorld;
import org.consortium.web.Visit;
import org.consortium.web.Visit.Answer;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The story, through the API: a reader of a township library gets a book only the college holds, and hands it in at the city library. */
@WebTest
class StoryApiTest {

    private static final String TITLE = "额尔古纳河右岸";
    private static final String BARCODE = "11-B-0078018";

    @Autowired
    Visits visits;

    @Autowired
    SmallWorld world;

    @Autowired
    IndexWorker index;

    @Test
    void aBookGoesToItsReaderAndComesHome() {
        var record = world.book(TITLE, YE_ZHOU, NORMAL_MAIN, BARCODE).value();
        index.drain();
        var reader = visits.ofReader(LIN_XIAOMEI);
        var college = visits.ofStaff(YE_ZHOU);
        var township = visits.ofStaff(SU_HONGMEI);
        var city = visits.ofProgram(world.token());

        // she finds it, and asks
        var found = visits.ofStranger().get("/api/v1/records?q=" + encoded("額爾古納河"));
        assertThat(text(found, "/items/0/id")).isEqualTo(record);
        assertThat(text(found, "/items/0/availability/libraries/0/library")).isEqualTo("yunze-normal");
        var placed = reader.json(
                "POST", "/api/v1/requests", "{\"record\": \"%s\", \"pickup\": \"qiaotou-main\"}".formatted(record));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        var request = placed.location().orElseThrow();
        assertThat(text(reader.get(request), "/phase")).isEqualTo("SEEKING");
        assertThat(reader.get(request).body()).doesNotContain("yunze-normal");
        assertProblem(visits.ofReader(JIANG_CHEN).get(request), 404, "request-not-found");
        assertProblem(visits.ofStaff(HE_MIN).get(request), 404, "request-not-found");

        // the college says yes, takes it from the shelf and sends it
        var asked = college.get("/api/v1/requests?tab=to-answer");
        assertThat(text(asked, "/items/0/title")).isEqualTo(TITLE);
        assertThat(asked.body()).doesNotContain("林晓梅");
        assertThat(college.get(request).body()).contains("\"accept\"").doesNotContain("林晓梅");
        var read = college.get(request).header("ETag");
        assertThat(text(move(college.with("If-Match", read), request, "acceptance", null), "/phase"))
                .isEqualTo("PROMISED");
        assertProblem(move(college, request, "acceptance", null), 409, "request-changed");
        college.with("If-Match", "*");
        assertThat(text(move(college, request, "picking", "{\"barcode\": \"%s\"}".formatted(BARCODE)), "/state"))
                .isEqualTo("PICKED");
        assertThat(text(move(college, request, "shipment", null), "/phase")).isEqualTo("ON_THE_WAY");

        // the township receives and lends it
        assertThat(text(township.get("/api/v1/requests?tab=arriving"), "/items/0/reader"))
                .isEqualTo("林晓梅");
        assertThat(text(move(township, request, "receipt", null), "/phase")).isEqualTo("READY");
        assertThat(text(reader.get("/api/v1/me/requests"), "/items/0/phase")).isEqualTo("READY");
        var lent = township.json(
                "POST",
                "/api/v1/loans",
                "{\"card\": \"%s\", \"barcode\": \"%s\", \"branch\": \"%s\"}"
                        .formatted(LIN_XIAOMEI, BARCODE, QIAOTOU_MAIN));
        assertThat(lent.status()).as(lent.body()).isEqualTo(201);
        assertThat(text(reader.get("/api/v1/me/loans"), "/items/0/barcode")).isEqualTo(BARCODE);
        assertThat(text(reader.get(request), "/phase")).isEqualTo("WITH_READER");

        // she hands it in at the city library, and it goes home
        var back = handIn(city, CITY_MAIN);
        assertThat(text(back, "/next")).isEqualTo("SEND_HOME");
        assertThat(text(back, "/to")).isEqualTo("normal-main");
        assertThat(back.body()).doesNotContain("林晓梅");
        assertThat(json(reader.get("/api/v1/me/loans")).get("total").asInt()).isZero();
        assertThat(text(reader.get(request), "/phase")).isEqualTo("GOING_BACK");
        assertThat(text(handIn(college, NORMAL_MAIN), "/next")).isEqualTo("SHELVE");
        assertThat(text(reader.get(request), "/phase")).isEqualTo("CLOSED");
        assertThat(text(reader.get(request), "/outcome")).isEqualTo("SUPPLIED");
        assertThat(json(reader.get(request)).get("moves")).isNull();
    }

    private static Answer move(Visit by, String request, String noun, String body) {
        return by.json("POST", request + "/" + noun, body);
    }

    private static Answer handIn(Visit by, BranchCode branch) {
        return by.json(
                "POST", "/api/v1/returns", "{\"barcode\": \"%s\", \"branch\": \"%s\"}".formatted(BARCODE, branch));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
