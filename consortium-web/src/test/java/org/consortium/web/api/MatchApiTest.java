package org.consortium.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.SmallWorld.XU_WENJING;
import static org.consortium.web.SmallWorld.YE_ZHOU;
import static org.consortium.web.api.Told.assertProblem;
import static org.consortium.web.api.Told.json;
import static org.consortium.web.api.Told.text;

import java.time.Clock;
import java.util.List;
import org.consortium.catalog.intake.RecordIntake;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;
import org.consortium.web.SmallWorld;
import org.consortium.web.Visit;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A program of a library answers what matching asks, merges, splits and undoes; records of others it can only look at. */
@WebTest
class MatchApiTest {

    private static int books;

    @Autowired
    Visits visits;

    @Autowired
    SmallWorld world;

    @Autowired
    RecordIntake intake;

    @Autowired
    Clock clock;

    private Visit college;
    private String title;
    private RecordId ofTheCity;
    private RecordId ofTheCollege;

    @BeforeEach
    void twoRecordsThatMayBeOne() {
        college = visits.ofStaff(YE_ZHOU);
        title = "河岸上的钟声" + "甲乙丙丁戊己庚辛".charAt(books++);
        ofTheCity = add(XU_WENJING, "人民文学出版社");
        ofTheCollege = add(YE_ZHOU, "");
    }

    private RecordId add(String librarian, String publisher) {
        var by = world.staff(librarian);
        var said = Description.titled(title)
                .format(Format.BOOK)
                .languages(List.of("chi"))
                .names(List.of(Name.of("沈长河", "author")))
                .published("", publisher, 1988)
                .build();
        return intake.add(by.library(), "match-" + books, said, by.actor(), clock.instant())
                .record();
    }

    @Test
    void answersAQuestionAndTakesItBack() {
        var question = question();

        var answered = college.json("POST", question + "/answer", "{\"answer\": \"SAME\"}");

        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        assertThat(text(answered, "/answer")).isEqualTo("SAME");
        var old = college.get("/api/v1/records/" + ofTheCollege);
        assertThat(old.status()).isEqualTo(307);
        assertThat(old.location()).hasValue("/api/v1/records/" + ofTheCity);
        var why = college.get("/api/v1/records/" + ofTheCollege + "/contributions");
        assertThat(json(why).get("total").asInt()).isEqualTo(2);
        assertThat(text(why, "/items/1/today/signs/0")).isEqualTo("title-same 50");
        assertProblem(college.json("POST", question + "/answer", "{\"answer\": \"SAME\"}"), 409, "question-answered");

        assertThat(college.json("DELETE", question + "/answer", null).status()).isEqualTo(200);
        assertThat(college.get("/api/v1/records/" + ofTheCollege).status()).isEqualTo(200);
        assertProblem(college.json("DELETE", question + "/answer", null), 409, "question-open");
        assertProblem(
                visits.ofStaff(HE_MIN).json("POST", question + "/answer", "{\"answer\": \"SAME\"}"),
                404,
                "question-not-found");
    }

    private String question() {
        var waiting = json(college.get("/api/v1/match-questions?size=100")).get("items");
        for (var one : waiting) {
            if (one.get("oneTitle").asString().equals(title)) {
                return "/api/v1/match-questions/" + one.get("number").asLong();
            }
        }
        throw new AssertionError("Nobody asks about " + title);
    }

    @Test
    void mergesSplitsAndUndoes() {
        var together = college.get("/api/v1/records/" + ofTheCity + "/others/" + ofTheCollege);
        assertThat(json(together).get("contributions").asInt()).isEqualTo(2);
        var other = "{\"other\": \"%s\", \"reason\": \"同一印次\"}".formatted(ofTheCollege);
        assertProblem(
                visits.ofStaff(HE_MIN).json("POST", "/api/v1/records/" + ofTheCity + "/merges", other),
                403,
                "records-of-others");

        var merged = college.json("POST", "/api/v1/records/" + ofTheCity + "/merges", other);
        assertThat(merged.status()).as(merged.body()).isEqualTo(201);
        assertThat(text(merged, "/done/name/zh")).isEqualTo("叶舟");
        var left = text(merged, "/record");

        var split = college.json(
                "POST",
                "/api/v1/records/" + left + "/splits",
                "{\"leaving\": [{\"library\": \"yunze-normal\", \"controlNumber\": \"match-%d\"}]}".formatted(books));
        assertThat(split.status()).as(split.body()).isEqualTo(201);
        assertThat(json(college.get("/api/v1/records/" + left + "/acts"))
                        .get("total")
                        .asInt())
                .isEqualTo(2);

        var undone = college.json("POST", split.location().orElseThrow() + "/reversal", null);
        assertThat(text(undone, "/undone/library")).isEqualTo("yunze-normal");
        assertProblem(college.json("POST", split.location().orElseThrow() + "/reversal", null), 409, "act-undone");
        assertThat(college.json("POST", merged.location().orElseThrow() + "/reversal", null)
                        .status())
                .isEqualTo(200);
        assertThat(college.get("/api/v1/records/" + ofTheCollege).status()).isEqualTo(200);
    }

    @Test
    void saysWhatIsNotRight() {
        var record = "/api/v1/records/" + ofTheCollege;

        assertProblem(college.json("POST", record + "/splits", "{\"leaving\": []}"), 422, "not-right");
        assertProblem(college.json("POST", record + "/merges", "{}"), 422, "not-right");
        assertProblem(
                college.json("POST", record + "/merges", "{\"other\": \"%s\"}".formatted(ofTheCollege)),
                422,
                "records-are-one");
        assertProblem(college.json("POST", record + "/merges", "{\"other\": \"zzzzzzzz\"}"), 404, "record-not-found");
        assertThat(college.json("POST", question() + "/answer", "{\"answer\": \"PERHAPS\"}")
                        .status())
                .isEqualTo(422);
    }
}
