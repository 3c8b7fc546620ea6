package org.consortium.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.PASSWORD;
import static org.consortium.web.SmallWorld.QIAOTOU;
import static org.consortium.web.SmallWorld.SU_HONGMEI;
import static org.consortium.web.SmallWorld.YE_ZHOU;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.consortium.core.Label;
import org.consortium.core.member.Role;
import org.consortium.core.member.StaffDesk;
import org.consortium.web.SmallWorld;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
class OwnAccountTest {

    private static final Pattern SECRET = Pattern.compile("<code>(cst_[\\w-]+)</code>");
    private static final Pattern REVOCATION = Pattern.compile("/staff/tokens/\\w+/revocation");

    @Autowired
    Visits visits;

    @Autowired
    SmallWorld world;

    @Autowired
    StaffDesk staffDesk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aTokenIsShownOnceWorksAndIsRevoked() {
        var person = visits.ofStaff(YE_ZHOU);

        var made = person.post("/staff/tokens", Map.of("label", "夜间导入"));
        var secret = SECRET.matcher(made.body());
        assertThat(secret.find()).as(made.body()).isTrue();
        var program = visits.ofProgram(secret.group(1));
        assertThat(program.get("/api/v1/session").status()).isEqualTo(200);

        var page = person.get("/staff").body();
        assertThat(page).contains("夜间导入").doesNotContain(secret.group(1));
        assertThat(kept()).doesNotContain(secret.group(1));

        var revocation = REVOCATION.matcher(page);
        assertThat(revocation.find()).isTrue();
        assertThat(person.post(revocation.group(), Map.of()).location()).contains("/staff");
        assertThat(program.get("/api/v1/session").status()).isEqualTo(401);
    }

    private String kept() {
        return jdbc.sql("select string_agg(t::text, ' ') from api_token t")
                .query(String.class)
                .single();
    }

    @Test
    void aTokenNeedsAName() {
        var nameless = visits.ofStaff(YE_ZHOU).post("/staff/tokens", Map.of("label", " "));

        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.body()).contains("写1到100个字");
    }

    @Test
    void aNewPasswordKeepsThisSessionAndEndsTheOthers() {
        var admin = world.staff(SU_HONGMEI);
        staffDesk.add("new.four", new Label("新来的", ""), QIAOTOU, Set.of(Role.LIBRARIAN), PASSWORD, admin);
        var here = visits.ofStaff("new.four");
        var elsewhere = visits.ofStaff("new.four");

        here.post("/staff/password", Map.of("old", "not this one", "password", "a sentence to remember"));
        assertThat(here.get("/staff").body()).contains("现在的密码不对");
        here.post("/staff/password", Map.of("old", PASSWORD, "password", "short"));
        assertThat(here.get("/staff").body()).contains("密码至少");
        here.post("/staff/password", Map.of("old", PASSWORD, "password", "a sentence to remember"));

        assertThat(here.get("/staff").body()).contains("密码已修改");
        assertThat(elsewhere.get("/staff").location()).contains("/sign-in?as=staff&next=%2Fstaff");
    }
}
