package org.consortium.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.consortium.core.member.Role;
import org.consortium.core.member.StaffMembers;
import org.consortium.web.Visits;
import org.consortium.web.browser.Browser;
import org.consortium.web.browser.PageTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An empty platform, from its first page to its first council admin. */
@PageTest
@Import(Visits.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstRunTest {

    @Autowired
    Visits visits;

    @Autowired
    OneTimeCode code;

    @Autowired
    StaffMembers staff;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void forgetTheTries() {
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    @Order(1)
    void everyWayLeadsToTheFirstPage(Browser browser) {
        var stranger = visits.ofStranger();

        assertThat(stranger.get("/").location()).contains("/first-run");
        assertThat(stranger.get("/desk").location()).contains("/first-run");
        assertThat(stranger.get("/sign-in").location()).contains("/first-run");
        assertThat(stranger.get("/api/v1/records").status()).isEqualTo(503);
        assertThat(stranger.get("/actuator/health").status()).isEqualTo(200);
        browser.examine("first-run", "/first-run");
    }

    @Test
    @Order(2)
    void theCodeOfTheLogIsNeededAndCannotBeGuessed() {
        for (int i = 0; i < 5; i++) {
            var wrong = visits.ofStranger().post("/first-run", form("AAAA-BBBB-CCCC-DDDD"));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.body()).contains("一次性").doesNotContain("a long password");
        }

        assertThat(visits.ofStranger().post("/first-run", form(codeOfTheLog())).status())
                .isEqualTo(429);
        assertThat(staff.count()).isZero();
    }

    @Test
    @Order(3)
    void whatCannotBeIsToldAtItsField() {
        var form = form(codeOfTheLog());
        form.put("libraryCode", "云泽");
        form.put("password", "");

        var answer = visits.ofStranger().post("/first-run", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"libraryCode-wrong\"", "id=\"password-wrong\"");
    }

    @Test
    @Order(4)
    void aShortPasswordIsRefusedWithASentence() {
        var form = form(codeOfTheLog());
        form.put("password", "short");

        var answer = visits.ofStranger().post("/first-run", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("密码至少");
        assertThat(staff.count()).isZero();
    }

    @Test
    @Order(5)
    void theFirstAdminBeginsAndThePageIsGone() {
        var visit = visits.ofStranger();

        var begun = visit.post("/first-run", form(codeOfTheLog().toLowerCase()));

        assertThat(begun.location()).contains("/council/libraries");
        assertThat(staff.findByLogin("zhou.min")).get().matches(first -> first.is(Role.COUNCIL_ADMIN));
        assertThat(visit.get("/first-run").status()).isEqualTo(404);
        assertThat(visits.ofStranger().get("/").status()).isEqualTo(200);
        assertThat(code.lines()).isEmpty();
    }

    private String codeOfTheLog() {
        var line = code.lines().get(0);
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static Map<String, String> form(String code) {
        return new HashMap<>(Map.of(
                "code", code,
                "libraryNameZh", "云泽市图书馆",
                "libraryCode", "yunze-city",
                "kind", "CITY",
                "nameZh", "周敏",
                "login", "zhou.min",
                "password", "a long password"));
    }
}
