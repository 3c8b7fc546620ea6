package org.consortium.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.COUNCIL;
import static org.consortium.web.SmallWorld.FANG_ZHIMING;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.SmallWorld.JIANG_CHEN;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;
import static org.consortium.web.SmallWorld.PASSWORD;
import static org.consortium.web.SmallWorld.PIN;
import static org.consortium.web.SmallWorld.QIAOTOU;

import java.util.Map;
import java.util.Set;
import org.consortium.core.Label;
import org.consortium.core.member.Role;
import org.consortium.core.member.StaffDesk;
import org.consortium.web.SmallWorld;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
class SignInTest {

    @Autowired
    Visits visits;

    @Autowired
    SmallWorld world;

    @Autowired
    StaffDesk staffDesk;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forgetTheTries() {
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    void everybodyComesToWhereHerWorkBegins() {
        assertThat(visits.ofStranger().signIn("reader", LIN_XIAOMEI, PIN, "").location())
                .contains("/account");
        assertThat(visits.ofStranger()
                        .signIn("reader", "3301 0086 4572 1", PIN, "")
                        .location())
                .contains("/account");
        assertThat(visits.ofStranger().signIn("staff", HE_MIN, PASSWORD, "").location())
                .contains("/desk");
        assertThat(visits.ofStranger().signIn("staff", COUNCIL, PASSWORD, "").location())
                .contains("/council/libraries");
    }

    @Test
    void aStrangerComesBackToThePageSheWanted() {
        var stranger = visits.ofStranger();

        assertThat(stranger.get("/desk/requests?tab=ready").location())
                .contains("/sign-in?as=staff&next=%2Fdesk%2Frequests%3Ftab%3Dready");
        assertThat(stranger.signIn("staff", HE_MIN, PASSWORD, "/desk/requests?tab=ready")
                        .location())
                .contains("/desk/requests?tab=ready");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "account",
                "/council/libraries"
            })
    void nobodyIsSentElsewhere(String next) {
        assertThat(visits.ofStranger().signIn("reader", LIN_XIAOMEI, PIN, next).location())
                .contains("/account");
    }

    @Test
    void aWrongPinAndAnUnknownCardAreToldAlike() {
        var wrong = visits.ofStranger().signIn("reader", LIN_XIAOMEI, "000000", "");
        var unknown = visits.ofStranger().signIn("reader", "9999999999999", "000000", "");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).contains("证号或密码不对").doesNotContain("000000");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).contains("证号或密码不对");
    }

    @Test
    void theOtherSideOfTheDeskIsNotEnteredWithTheSameName() {
        assertThat(visits.ofStranger().signIn("reader", HE_MIN, PASSWORD, "").status())
                .isEqualTo(401);
        assertThat(visits.ofStranger().signIn("staff", LIN_XIAOMEI, PIN, "").status())
                .isEqualTo(401);
    }

    @Test
    void whoGuessesHasToWaitAndIsToldHowLong() {
        for (int i = 0; i < 5; i++) {
            assertThat(visits.ofStranger()
                            .signIn("reader", JIANG_CHEN, "00000" + i, "")
                            .status())
                    .isEqualTo(401);
        }

        var tired = visits.ofStranger().signIn("reader", JIANG_CHEN, PIN, "");

        assertThat(tired.status()).isEqualTo(429);
        assertThat(tired.header("Retry-After")).isNotEmpty();
        assertThat(tired.body()).contains("请15分钟后再试");
        assertThat(visits.ofStranger().signIn("reader", LIN_XIAOMEI, PIN, "").status())
                .isEqualTo(302);
        assertThat(jdbc.sql("select who from sign_in_failure")
                        .query(String.class)
                        .list())
                .allMatch(who -> who.matches("[0-9a-f]{64}"));
    }

    @Test
    void theNumberOfTheSessionChanges() {
        var visit = visits.ofStranger();
        visit.get("/sign-in");
        var before = visit.session();

        visit.signIn("reader", LIN_XIAOMEI, PIN, "");

        assertThat(before).isNotEmpty();
        assertThat(visit.session()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() {
        var forged = visits.ofStranger()
                .postWithoutToken("/sign-in", Map.of("as", "reader", "name", LIN_XIAOMEI, "secret", PIN));

        assertThat(forged.status()).isEqualTo(302);
        assertThat(forged.location()).contains("/sign-in");
        assertThat(visits.ofReader(LIN_XIAOMEI)
                        .postWithoutToken("/sign-out", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void signingOutTakesAForm() {
        var reader = visits.ofReader(LIN_XIAOMEI);

        assertThat(reader.get("/sign-out").status()).isEqualTo(404);
        assertThat(reader.post("/sign-out", Map.of()).location()).contains("/");
        assertThat(reader.get("/account").location()).contains("/sign-in?next=%2Faccount");
    }

    @Test
    void whoHasLeftIsNobodyAtOnceAndANewPasswordEndsOldSessions() {
        var admin = world.staff(SmallWorld.SU_HONGMEI);
        staffDesk.add("new.one", new Label("新来的", ""), QIAOTOU, Set.of(Role.LIBRARIAN), PASSWORD, admin);
        var visit = visits.ofStaff("new.one");
        assertThat(visit.get("/desk").status()).isNotEqualTo(302);

        staffDesk.retire("new.one", null, admin);
        assertThat(visit.get("/desk").status()).isEqualTo(302);

        staffDesk.reinstate("new.one", null, admin);
        assertThat(visit.get("/desk").status()).isNotEqualTo(302);
        staffDesk.resetPassword("new.one", "another password", admin);
        assertThat(visit.get("/desk").status()).isEqualTo(302);
    }

    @Test
    void aRoleTakenAwayIsGoneAtOnce() {
        var council = world.staff(COUNCIL);
        staffDesk.add("new.two", new Label("新来的", ""), QIAOTOU, Set.of(Role.LIBRARIAN), PASSWORD, council);
        var visit = visits.ofStaff("new.two");
        assertThat(visit.get("/desk/staff").status()).isEqualTo(403);
        assertThat(visits.ofStaff(FANG_ZHIMING).get("/desk/staff").status()).isNotEqualTo(403);

        staffDesk.edit("new.two", null, new Label("新来的", ""), Set.of(Role.COUNCIL_ADMIN), council);

        assertThat(visit.get("/desk").status()).isEqualTo(403);
    }

    @Test
    void everyAnswerCarriesStrictHeaders() {
        var page = visits.ofStranger().get("/sign-in");

        assertThat(page.header("Content-Security-Policy")).isEqualTo(Doors.CONTENT_POLICY);
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Permissions-Policy")).contains("camera=()");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void browsersAreToldToStayWithTlsWhereItIsSpoken() {
        var page = visits.ofStranger().with("X-Forwarded-Proto", "https").get("/sign-in");

        assertThat(page.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(page.header("Set-Cookie")).contains("Secure", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void aFileOfAStrangerIsNotEvenRead() {
        var form = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nno\r\n--x--\r\n";
        var type = "multipart/form-data; boundary=x";

        assertThat(visits.ofStranger().file("/desk/imports", type, form).location())
                .contains("/sign-in?as=staff");
        assertThat(visits.ofStranger()
                        .file("/api/v1/libraries/qiaotou/imports", type, form)
                        .status())
                .isEqualTo(401);
        assertThat(visits.ofReader(LIN_XIAOMEI)
                        .file("/desk/imports", type, form)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void thePrincipalInTheSessionIsOnlyANumber() {
        visits.ofReader(LIN_XIAOMEI);

        assertThat(jdbc.sql("select principal_name from spring_session where principal_name is not null")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(name -> name.matches("(READER|STAFF):\\d+"));
        assertThat(jdbc.sql(
                                "select count(*) from spring_session_attributes where position(cast(:name as bytea) in attribute_bytes) > 0")
                        .param("name", "林晓梅".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
