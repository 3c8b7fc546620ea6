package org.consortium.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.COUNCIL;
import static org.consortium.web.SmallWorld.JIANG_CHEN;
import static org.consortium.web.SmallWorld.SU_HONGMEI;
import static org.consortium.web.SmallWorld.XU_WENJING;
import static org.consortium.web.SmallWorld.YE_ZHOU;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.consortium.web.Visit.Answer;
import org.consortium.web.browser.DemoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people type wrong in the forms is told in a sentence, and nothing has changed. 教育学, at the college only, is its own. */
@DemoTest
class WrongFormsTest {

    private static final String BOOK = "教育学";

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    Visits visits;

    @BeforeEach
    void open() {
        visits = new Visits(environment);
    }

    @ParameterizedTest
    @CsvSource({
        "02-A-9999999, 没有找到这册书。",
        "3301008999999, 没有找到这张证。",
        "/y, 不认得这个",
        "'<script>', 不认得这个",
        "这是什么, 不认得这个",
    })
    void theDeskSaysWhatItDoesNotKnow(String scan, String sentence) {
        var desk = visits.ofStaff(XU_WENJING);
        var before = deeds();

        var answer = desk.post("/desk/scans", Map.of("scan", scan));

        assertThat(followed(desk, answer)).contains(sentence).doesNotContain("<script>");
        assertThat(deeds()).isEqualTo(before);
    }

    @Test
    void theDeskIsNotConfusedByALongText() {
        var desk = visits.ofStaff(XU_WENJING);
        var before = deeds();

        var answer = desk.post("/desk/scans", Map.of("scan", "长".repeat(20_000)));

        assertThat(followed(desk, answer)).contains("不认得这个");
        assertThat(deeds()).isEqualTo(before);
    }

    @Test
    void aLongRemarkIsNotKept() {
        var college = visits.ofStaff(YE_ZHOU);
        var number = requestToAnswer();

        var answer = college.post(
                "/desk/requests/" + number + "/refusal", Map.of("reason", "NOT_ON_SHELF", "remark", "长".repeat(301)));

        assertThat(followed(college, answer)).contains("有一处写得不对");
        assertThat(requestToAnswer()).isEqualTo(number);
    }

    @Test
    void aFileOfYesterdayMovesNothing() {
        var college = visits.ofStaff(YE_ZHOU);
        var number = requestToAnswer();

        var answer = college.post("/desk/requests/" + number + "/acceptance", Map.of("version", "-1"));

        assertThat(followed(college, answer)).contains("这件请求刚才变了");
        assertThat(requestToAnswer()).isEqualTo(number);
    }

    @Test
    void aFormOfYesterdayIsNotKept() {
        var council = visits.ofStaff(COUNCIL);
        var form = Map.of("code", "qingshi", "kind", "COUNTY", "nameZh", "别的名字", "version", "-1");

        var answer = council.post("/council/libraries/qingshi", form);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("别人改过了").contains("别的名字");
        assertThat(council.get("/libraries/qingshi").body()).contains("青石县图书馆");
    }

    @ParameterizedTest
    @CsvSource({"isil, '中文'", "email, nobody", "website, 'javascript:alert(1)'", "nameZh, ''", "code, '../x'"})
    void aWrongFieldIsToldWhereItStands(String field, String typed) {
        var council = visits.ofStaff(COUNCIL);
        var form = new HashMap<>(Map.of("code", "bad-input", "kind", "TOWNSHIP", "nameZh", "新馆"));
        form.put(field, typed);

        var answer = council.post("/council/libraries", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"" + field + "-wrong\"");
        assertThat(council.get("/libraries/bad-input").status()).isEqualTo(404);
    }

    @Test
    void aBoxThatIsNotTickedIsNoMistake() {
        var council = visits.ofStaff(COUNCIL);
        var connected = Map.of("code", "no-tick", "kind", "TOWNSHIP", "nameZh", "自有系统的馆", "isil", "中文");

        var answer = council.post("/council/libraries", connected);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("自有系统的馆").doesNotContain("name=\"hosted\" value=\"true\" checked");
    }

    @Test
    void somebodyWithoutARoleIsAskedForOne() {
        var council = visits.ofStaff(COUNCIL);
        var form = Map.of("login", "norole", "nameZh", "无名", "library", "qiaotou", "password", "a long password");

        var answer = council.post("/council/staff", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"roles-wrong\"");
        assertThat(council.get("/council/staff/norole").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "number, 3301008645721, 已经有人用",
        "number, 9787020000012, 978",
        "number, '', 请扫或键入证号",
        "number, 林晓梅, 十三位数字",
        "expires, 2020-01-01, 有效期",
        "expires, 2026-02-31, 有效期",
        "expires, '', 有效到哪天",
        "name, ' ', 请写姓名",
        "email, nobody, 不像电子邮箱",
        "pin, 12345, 六到十二位",
        "pin, abcdef, 六到十二位",
    })
    void aWrongRegistrationIsToldBesideItsField(String field, String typed, String sentence) {
        var desk = visits.ofStaff(XU_WENJING);
        var form = new HashMap<>(Map.of(
                "number", "3301008999015", "expires", "2099-01-01", "name", "周建国", "readerClass", "SENIOR", "pin", ""));
        form.put("expires", LocalDate.now().plusYears(2).toString());
        form.put(field, typed);
        var before = deeds();

        var answer = desk.post("/desk/readers", form);

        assertThat(answer.status()).isIn(409, 422);
        assertThat(answer.body())
                .containsPattern("id=\"" + field + "-wrong\"[^>]*>[^<]*" + sentence)
                .contains("aria-describedby=\""
                        + (field.equals("number") || field.equals("pin") ? field + "-hint " : "") + field + "-wrong\"");
        assertThat(deeds()).isEqualTo(before);
    }

    @Test
    void aCardNobodyHasOffersARegistration() {
        var desk = visits.ofStaff(XU_WENJING);

        var answer = desk.post("/desk/scans", Map.of("scan", "3301008999999"));

        assertThat(followed(desk, answer)).contains("/desk/readers/new?card=3301008999999");
    }

    @Test
    void aBlockWithoutAReasonIsNone() {
        var desk = visits.ofStaff(SU_HONGMEI);
        var file = fileOf(desk, "江晨");
        var before = deeds();

        var none = desk.post(file + "/block", Map.of("until", "2999-01-01", "reason", " "));
        var past = desk.post(file + "/block", Map.of("until", "2020-01-01", "reason", "欠书"));
        var stale = desk.post(file + "/block", Map.of("until", "2999-01-01", "reason", "欠书", "version", "-1"));

        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("id=\"reason-wrong\"");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body()).contains("id=\"until-wrong\"");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(deeds()).isEqualTo(before);
    }

    private static String fileOf(Visit desk, String name) {
        var page = desk.get("/desk/readers?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .body();
        var link = Pattern.compile("/desk/readers/[2-9A-Z]{5}").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    @Test
    void aRecordIsSplitMergedAndKeptApartOnlyWithGoodReason() {
        var college = visits.ofStaff(YE_ZHOU);
        var desk = visits.ofStaff(XU_WENJING);
        var record = "/records/" + record();
        var other = jdbc.sql("select id from union_record where id <> :id and merged_into is null limit 1")
                .param("id", record())
                .query(String.class)
                .single();
        var before = deeds();

        assertThat(followed(college, college.post(record + "/splits", Map.of())))
                .contains("两部分");
        assertThat(college.post(record + "/splits", Map.of("leaving", "nobody")).status())
                .isEqualTo(400);
        assertThat(followed(college, college.post(record + "/splits", Map.of("leaving", "yunze-normal/none"))))
                .contains("不在这条");
        assertThat(college.post(record + "/others/zzzzzzzz/merge", Map.of()).status())
                .isEqualTo(404);
        assertThat(followed(college, college.post(record + "/others/" + record() + "/separation", Map.of())))
                .contains("同一条");
        assertThat(college.post(record + "/others/" + other + "/merge", Map.of("reason", "长".repeat(301)))
                        .status())
                .isEqualTo(400);
        assertThat(followed(desk, desk.post(record + "/others/" + record() + "/separation", Map.of())))
                .contains("没有来源书目");
        assertThat(college.post("/matching/questions/0/answer", Map.of("answer", "SAME"))
                        .status())
                .isEqualTo(404);
        assertThat(college.post("/matching/questions/0/answer", Map.of("answer", "PERHAPS"))
                        .status())
                .isEqualTo(400);
        assertThat(college.post("/matching/acts/0/reversal", Map.of()).status()).isEqualTo(404);
        assertThat(deeds()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"join, 0, join", "review, 95, review", "title-same, 201, w-title-same", "isbn-same, 好, w-isbn-same"})
    void rulesThatCannotBeAreNotSaved(String field, String typed, String beside) {
        var council = visits.ofStaff(COUNCIL);
        var form = new HashMap<>(
                Map.of("from", "2", "join", "90", "review", "60", "mostRecords", "50", "mostTitles", "3"));
        form.put(field, typed);
        var before = deeds();

        var answer = council.post("/council/matching", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(typed, "id=\"" + beside + "-wrong\"");
        assertThat(followed(council, council.post("/council/matching/2/force", Map.of())))
                .contains("正在用");
        assertThat(council.post("/council/matching/999/force", Map.of()).status())
                .isEqualTo(404);
        assertThat(deeds()).isEqualTo(before);
    }

    @Test
    void getItPressedTwiceIsOneRequest() {
        var reader = visits.ofReader(JIANG_CHEN);
        var record = record();

        var first = reader.post("/records/" + record + "/requests", Map.of("pickup", "qiaotou-main"));
        assertThat(followed(reader, first)).contains("请求已提出");
        var again = reader.post("/records/" + record + "/requests", Map.of("pickup", "qiaotou-main"));
        assertThat(followed(reader, again)).contains("请求已提出");
        var elsewhere = reader.post("/records/" + record + "/requests", Map.of("pickup", "city-main"));
        assertThat(followed(reader, elsewhere)).contains("这本书您已经要过了。");

        assertThat(first.location().orElseThrow()).startsWith("/account#R-");
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(requestsFor(record)).isOne();

        var number = first.location().orElseThrow().replaceFirst(".*#", "");
        var cancelled = reader.post("/account/requests/" + number + "/cancellation", Map.of());
        assertThat(followed(reader, cancelled)).contains("已取消");
    }

    @Test
    void aPickupPlaceNobodyHasIsNoWay() {
        var reader = visits.ofReader(JIANG_CHEN);
        var before = requestsFor(record());

        assertThat(reader.post("/records/" + record() + "/requests", Map.of("pickup", "nowhere"))
                        .status())
                .isEqualTo(404);
        assertThat(reader.post("/records/" + record() + "/requests", Map.of("pickup", "../.."))
                        .status())
                .isEqualTo(400);
        assertThat(requestsFor(record())).isEqualTo(before);
    }

    @Test
    void aPinOfLettersIsRefused() {
        var reader = visits.ofReader(JIANG_CHEN);

        var answer = reader.post("/account/pin", Map.of("old", SmallWorld.PIN, "pin", "secret"));

        assertThat(followed(reader, answer)).contains("六到十二位数字");
        assertThat(visits.ofReader(JIANG_CHEN).get("/account").status()).isEqualTo(200);
    }

    private static String followed(Visit somebody, Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        return somebody.get(answer.location().orElseThrow().replaceFirst("#.*", ""))
                .body();
    }

    /** Everything that was ever done is in the trail. */
    private long deeds() {
        return jdbc.sql("select count(*) from trail where actor_kind <> 'CLOCK'")
                .query(Long.class)
                .single();
    }

    private String requestToAnswer() {
        var page = visits.ofStaff(YE_ZHOU).get("/desk/requests?tab=to-answer").body();
        var row = Pattern.compile("/desk/requests/(R-\\d{6}-\\d+)").matcher(page);
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private String record() {
        return jdbc.sql("select id from union_record where title = :title")
                .param("title", BOOK)
                .query(String.class)
                .single();
    }

    private long requestsFor(String record) {
        return jdbc.sql("select count(*) from request where record = :record and closed_at is null")
                .param("record", record)
                .query(Long.class)
                .single();
    }
}
