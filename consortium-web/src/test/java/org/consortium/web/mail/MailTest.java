package org.consortium.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.CITY_MAIN;
import static org.consortium.web.SmallWorld.JIANG_CHEN;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;
import static org.consortium.web.SmallWorld.XU_WENJING;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.consortium.web.SmallWorld;
import org.consortium.web.Visit;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Notices by e-mail, with a real server on this machine. */
@WebTest
class MailTest {

    private static final ServerSetup SMTP = ServerSetupTest.SMTP.dynamicPort();
    private static final GreenMail SERVER = new GreenMail(SMTP);
    private static final int PORT;

    static {
        SERVER.start();
        PORT = SERVER.getSmtp().getPort();
    }

    @Autowired
    Visits visits;

    @Autowired
    MailPost post;

    @Autowired
    SmallWorld world;

    @Autowired
    JdbcClient jdbc;

    private Visit linXiaomei;
    private Instant now;

    @DynamicPropertySource
    static void aServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "localhost");
        properties.add("spring.mail.port", () -> PORT);
        properties.add("consortium.address", () -> "https://lib.example/");
        properties.add("consortium.mail.from", () -> "noreply@lib.example");
        properties.add("consortium.mail.pause", () -> "P1D");
    }

    @AfterAll
    static void closed() {
        SERVER.stop();
    }

    @BeforeEach
    void aReaderWithAnAddress() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        linXiaomei = visits.ofReader(LIN_XIAOMEI);
        linXiaomei.post("/account/contact", Map.of("phone", "", "email", "linxiaomei@mail.example", "usual", ""));
        if (jdbc.sql("select count(*) from union_record").query(Integer.class).single() == 0) {
            world.book("额尔古纳河右岸", XU_WENJING, CITY_MAIN, "01-M-0000001");
        }
        now = Instant.now();
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from mail").update();
        jdbc.sql("delete from mail_choice").update();
    }

    @Test
    void writesOnceWhatAReaderIsToldInOneLetterInHerLanguage() throws Exception {
        choose("true", "zh");
        noticed("REFUSED");
        noticed("NOT_COLLECTED");

        post.round(now.plusSeconds(5));
        post.round(now.plusSeconds(10));

        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        var letter = SERVER.getReceivedMessages()[0];
        assertThat(letter.getSubject()).contains("2条通知");
        assertThat(letter.getAllRecipients()[0]).hasToString("linxiaomei@mail.example");
        assertThat(text(letter))
                .contains("各馆都未能借到", "过期未取", "https://lib.example/account", "https://lib.example/mail/");
        assertThat(letter.getHeader("List-Unsubscribe")[0]).matches("<https://lib\\.example/mail/[0-9a-z]{26}>");
        assertThat(letter.getHeader("List-Unsubscribe-Post")[0]).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(states()).isEqualTo("SENT");
    }

    @Test
    void writesEnglishToWhoChoseIt() throws Exception {
        choose("true", "en");
        noticed("REFUSED");

        post.round(now.plusSeconds(5));

        assertThat(text(SERVER.getReceivedMessages()[0])).contains("No library can lend", "You have news at");
    }

    @Test
    void writesNothingToWhoDidNotChooseIt() {
        noticed("REFUSED");

        post.round(now.plusSeconds(5));

        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void endsByTheAddressInALetterWithoutSigningIn() throws Exception {
        choose("true", "zh");
        noticed("REFUSED");
        post.round(now.plusSeconds(5));
        var end = SERVER.getReceivedMessages()[0].getHeader("List-Unsubscribe")[0].replaceAll(
                "<https://lib\\.example|>", "");
        var stranger = visits.ofStranger();

        assertThat(stranger.get(end).body()).contains("不再发邮件");
        noticed("NOT_COLLECTED");
        assertThat(stranger.postWithoutToken(end, Map.of("List-Unsubscribe", "One-Click"))
                        .status())
                .isEqualTo(200);
        post.round(now.plusSeconds(10));

        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(stranger.get(end).body()).contains("不再发了");
        assertThat(stranger.get("/mail/" + "a".repeat(26)).status()).isEqualTo(404);
    }

    @Test
    void triesAgainLaterWhereTheServerIsAwayAndNobodyWaits() throws Exception {
        choose("true", "zh");
        noticed("REFUSED");
        SERVER.getSmtp().stopService();

        post.round(now.plusSeconds(5));

        assertThat(states()).isEqualTo("WAITING");
        assertThat(linXiaomei.get("/account").body()).contains("各馆都未能借到");
        SERVER.reset();
        post.round(now.plusSeconds(6));
        assertThat(SERVER.getReceivedMessages()).isEmpty();
        if (SERVER.getSmtp().getPort() == PORT) {
            post.round(now.plus(Duration.ofMinutes(10)));
            assertThat(SERVER.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void isGivenUpAfterSomeTries() {
        choose("true", "zh");
        noticed("REFUSED");
        SERVER.getSmtp().stopService();
        for (int day = 1; day < 12; day++) {
            post.round(now.plusSeconds(5).plus(Duration.ofHours(20L * (day - 1))));
        }
        SERVER.reset();

        assertThat(states()).isEqualTo("GIVEN_UP");
    }

    @Test
    void isNotSentASecondTimeWhereTheProgramDiedOverIt() {
        choose("true", "zh");
        noticed("REFUSED");
        jdbc.sql("""
                insert into mail (reader, state, tries, made_at, next_at, taken_at)
                select reader, 'SENDING', 1, now(), now(), now() from notice
                """).update();
        jdbc.sql("update notice set mail = (select id from mail)").update();

        post.round(now.plus(Duration.ofMinutes(20)));

        assertThat(SERVER.getReceivedMessages()).isEmpty();
        assertThat(states()).isEqualTo("UNSURE");
    }

    @Test
    void needsAnAddress() {
        var jiangChen = visits.ofReader(JIANG_CHEN);

        var chosen = jiangChen.json("PUT", "/api/v1/me/mail", "{\"wanted\": true, \"language\": \"zh\"}");

        assertThat(chosen.status()).isEqualTo(403);
        assertThat(chosen.body()).contains("mail-address-missing");
        assertThat(linXiaomei
                        .json("PUT", "/api/v1/me/mail", "{\"wanted\": true, \"language\": \"en\"}")
                        .body())
                .contains("\"wanted\":true", "\"sending\":true");
    }

    private void choose(String wanted, String language) {
        linXiaomei.post("/account/mail", Map.of("wanted", wanted, "language", language));
    }

    private void noticed(String kind) {
        jdbc.sql("""
                insert into notice (reader, kind, record, made_at)
                select r.id, :kind, u.id, now()
                from reader r cross join (select id from union_record limit 1) u
                where r.email = 'linxiaomei@mail.example'
                """).param("kind", kind).update();
    }

    private String states() {
        return jdbc.sql("select string_agg(state, ' ') from mail")
                .query(String.class)
                .single();
    }

    private static String text(MimeMessage letter) throws Exception {
        return letter.getContent().toString();
    }
}
