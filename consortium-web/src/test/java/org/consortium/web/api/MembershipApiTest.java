package org.consortium.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.COUNCIL;
import static org.consortium.web.SmallWorld.FANG_ZHIMING;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.api.Told.assertProblem;
import static org.consortium.web.api.Told.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.consortium.web.SmallWorld;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Libraries, branches and tokens through the API, and how it refuses. */
@WebTest
class MembershipApiTest {

    private static final String VILLAGE = """
            {"code": "%s", "name": {"zh": "石门村农家书屋"}, "kind": "VILLAGE", "parent": "qiaotou"}
            """;

    @Autowired
    Visits visits;

    @Autowired
    SmallWorld world;

    @Test
    void everybodyMayKnowTheMembers() {
        var all = json(visits.ofStranger().get("/api/v1/libraries"));
        var one = visits.ofStranger().get("/api/v1/libraries/qiaotou");

        assertThat(all.get("total").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(json(one).at("/name/zh").asString()).isEqualTo("桥头镇图书馆");
        assertThat(one.header("ETag")).isEqualTo("\"v0\"");
        assertThat(json(visits.ofStranger().get("/api/v1/libraries/qiaotou/branches"))
                        .at("/items/0/hours/MONDAY/opens")
                        .asString())
                .isEqualTo("08:00");
    }

    @Test
    void theCouncilAdmitsAndChangesWithTheVersionItHasRead() {
        var council = visits.ofStaff(COUNCIL);

        var added = council.json("POST", "/api/v1/libraries", VILLAGE.formatted("shimen"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.location()).contains("/api/v1/libraries/shimen");

        var change = """
                {"name": {"zh": "石门村农家书屋", "en": "Shimen Village Reading Room"}, "kind": "VILLAGE"}
                """;
        assertProblem(council.json("PUT", "/api/v1/libraries/shimen", change), 428, "if-match-missing");

        council.with("If-Match", added.header("ETag"));
        var changed = council.json("PUT", "/api/v1/libraries/shimen", change);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(added.header("ETag"));
        assertProblem(council.json("PUT", "/api/v1/libraries/shimen", change), 409, "stale-version");
    }

    @Test
    void aTakenCodeChangesNothing() {
        var again = visits.ofStaff(COUNCIL).json("POST", "/api/v1/libraries", VILLAGE.formatted("qiaotou"));

        assertProblem(again, 409, "library-code-taken").contains("qiaotou");
        assertThat(json(visits.ofStranger().get("/api/v1/libraries/qiaotou"))
                        .at("/name/zh")
                        .asString())
                .isEqualTo("桥头镇图书馆");
    }

    @Test
    void theSameKeyIsDoneOnce() {
        var council = visits.ofStaff(COUNCIL).with("Idempotency-Key", "the-one-village");

        var first = council.json("POST", "/api/v1/libraries", VILLAGE.formatted("baiyang"));
        var again = council.json("POST", "/api/v1/libraries", VILLAGE.formatted("baiyang"));
        var other = council.json("POST", "/api/v1/libraries", VILLAGE.formatted("liushu"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertProblem(other, 422, "idempotency-key-reused");
    }

    @Test
    void whatWasRefusedMayBeTriedAgainWithTheSameKey() {
        var council = visits.ofStaff(COUNCIL).with("Idempotency-Key", "second-try");

        assertProblem(
                council.json("POST", "/api/v1/libraries", VILLAGE.formatted("qiaotou")), 409, "library-code-taken");

        assertThat(council.json("POST", "/api/v1/libraries", VILLAGE.formatted("second-try"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void onlyTheCouncilAdmits() {
        var body = VILLAGE.formatted("nowhere");

        assertProblem(visits.ofStranger().json("POST", "/api/v1/libraries", body), 401, "sign-in-needed");
        assertProblem(visits.ofStaff(HE_MIN).json("POST", "/api/v1/libraries", body), 403, "not-allowed");
        assertProblem(visits.ofProgram(world.token()).json("POST", "/api/v1/libraries", body), 403, "not-allowed");
        assertProblem(visits.ofProgram("cst_wrong").json("POST", "/api/v1/libraries", body), 401, "token-unknown");
        assertProblem(visits.ofStranger().get("/api/v1/libraries/nowhere"), 404, "library-not-found");
    }

    @Test
    void anAdminLooksAfterHerOwnBranches() {
        var branch = """
                {"code": "%s", "name": {"zh": "城南分馆"}, "zone": "Asia/Shanghai", "pickup": true,
                 "hours": {"MONDAY": {"opens": "09:00", "closes": "17:00"}}, "closedDays": ["2026-10-01"]}
                """;
        var admin = visits.ofStaff(FANG_ZHIMING);

        var added = admin.json("POST", "/api/v1/libraries/yunze-city/branches", branch.formatted("city-south"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(json(added).at("/hours/MONDAY/closes").asString()).isEqualTo("17:00");
        assertProblem(
                admin.json("POST", "/api/v1/libraries/qiaotou/branches", branch.formatted("qiaotou-south")),
                403,
                "library-admin-only");
        assertProblem(admin.json("POST", "/api/v1/branches/qiaotou-main/closure", null), 404, "branch-not-found");
        assertThat(admin.json("POST", "/api/v1/branches/city-south/closure", null)
                        .status())
                .isEqualTo(200);
        assertThat(json(visits.ofStranger().get("/api/v1/branches/city-south"))
                        .get("closed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aTokenIsMadeInPersonShownOnceAndRevoked() {
        var person = visits.ofStaff(HE_MIN);

        var made = person.json("POST", "/api/v1/tokens", "{\"label\": \"统计\"}");
        var secret = json(made).get("secret").asString();
        var program = visits.ofProgram(secret);

        assertThat(made.status()).isEqualTo(201);
        assertThat(json(program.get("/api/v1/session")).get("login").asString()).isEqualTo(HE_MIN);
        assertThat(person.get("/api/v1/tokens").body()).doesNotContain(secret);
        assertProblem(program.json("POST", "/api/v1/tokens", "{\"label\": \"more\"}"), 403, "not-allowed");

        assertThat(person.json("DELETE", made.location().orElseThrow(), null).status())
                .isEqualTo(204);
        assertProblem(program.get("/api/v1/session"), 401, "token-unknown");
    }

    @Test
    void aSessionNeedsTheFormTokenToChangeSomething() {
        var forged = visits.ofStaff(COUNCIL)
                .send(
                        "POST",
                        "/api/v1/libraries",
                        BodyPublishers.ofString(VILLAGE.formatted("forged")),
                        Map.of("Content-Type", "application/json"));

        assertProblem(forged, 403, "csrf-token-missing");
    }

    @Test
    void whatCannotBeReadIsToldClearly() {
        var council = visits.ofStaff(COUNCIL);

        assertProblem(council.json("POST", "/api/v1/libraries", "{"), 400, "body-not-readable");
        assertProblem(council.json("POST", "/api/v1/libraries", ""), 400, "body-not-readable");
        assertProblem(council.json("POST", "/api/v1/libraries", VILLAGE.formatted("云泽")), 422, "not-right")
                .contains("\"field\":\"code\"");
        assertProblem(
                        council.json(
                                "POST",
                                "/api/v1/libraries",
                                "{\"code\": \"long-name\", \"kind\": \"VILLAGE\", \"name\": {\"zh\": \""
                                        + "长".repeat(201) + "\"}}"),
                        422,
                        "not-right")
                .contains("\"field\":\"name.zh\"");
        assertProblem(
                        council.json("POST", "/api/v1/libraries", "{\"code\": \"no-name\", \"kind\": \"CASTLE\"}"),
                        422,
                        "not-right")
                .contains("\"field\":\"kind\"")
                .doesNotContain("CASTLE")
                .doesNotContain("LibraryKind");
        assertProblem(
                council.send(
                        "POST",
                        "/api/v1/libraries",
                        BodyPublishers.ofString("code=x"),
                        Map.of("Content-Type", "text/plain", "X-CSRF-TOKEN", council.formToken())),
                415,
                "format-not-taken");
        assertProblem(council.json("PATCH", "/api/v1/libraries/qiaotou", "{}"), 405, "method-not-allowed");
        assertProblem(council.get("/api/v1/nothing"), 404, "not-found");
        assertProblem(visits.ofStranger().get("/api/v1/nothing"), 404, "not-found");
        assertProblem(visits.ofStranger().get("/api/v1/libraries/%20"), 404, "not-found");
        assertProblem(visits.ofStranger().with("Accept", "text/html").get("/api/v1/nothing"), 404, "not-found");
        assertProblem(visits.ofStranger().get("/api/v1/records?size=101"), 400, "parameters-not-right")
                .contains("\"field\":\"size\"");
        assertProblem(visits.ofStranger().get("/api/v1/records?page=-1"), 400, "parameters-not-right");
        assertProblem(visits.ofStranger().get("/api/v1/records?page=many"), 400, "parameters-not-right");
        assertProblem(visits.ofStranger().get("/api/v1/records?format=CASTLE"), 400, "parameters-not-right")
                .doesNotContain("Format");
        assertProblem(visits.ofStranger().get("/api/v1/records?yearFrom=2020&yearTo=2000"), 400, "search-parameter");
    }

    @Test
    void aProblemSpeaksTheLanguageAskedFor() {
        var english = visits.ofStranger().with("Accept-Language", "en-GB").get("/api/v1/libraries/nowhere");
        var chinese = visits.ofStranger().with("Accept-Language", "zh-CN").get("/api/v1/libraries/nowhere");

        assertThat(json(english).get("title").asString()).isEqualTo("Not found");
        assertThat(json(chinese).get("title").asString()).isEqualTo("没有找到");
        assertThat(json(chinese).get("detail").asString())
                .isNotEqualTo(json(english).get("detail").asString());
    }
}
