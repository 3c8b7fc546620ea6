package org.consortium.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.COUNCIL;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.SmallWorld.XU_WENJING;
import static org.consortium.web.api.Told.assertProblem;
import static org.consortium.web.api.Told.json;

import java.util.Map;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A library's program, its librarian and the council have what was sent read again. */
@WebTest
class RereadingApiTest {

    private static final String OF_THE_CITY = "/api/v1/libraries/yunze-city/rereadings";

    @Autowired
    Visits visits;

    @Test
    void isAnImportWithoutAFile() {
        var city = visits.ofStaff(XU_WENJING);

        var begun = city.json("POST", OF_THE_CITY, "");

        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(json(begun).get("rereading").asBoolean()).isTrue();
        assertThat(json(begun).has("fileName")).isFalse();
        var job = json(city.get(begun.location().orElseThrow()));
        assertThat(job.get("number").asString()).startsWith("I-");
        city.json("DELETE", begun.location().orElseThrow(), null);
        assertProblem(visits.ofStaff(HE_MIN).json("POST", OF_THE_CITY, ""), 404, "library-not-found");
    }

    @Test
    void tellsBeforeWhatWouldChange() {
        var sample = visits.ofStaff(XU_WENJING).get(OF_THE_CITY + "/sample");

        assertThat(sample.status()).as(sample.body()).isEqualTo(200);
        assertThat(json(sample).get("unreadable").asInt()).isZero();
    }

    @Test
    void theCouncilHasAllReadAgain() {
        var council = visits.ofStaff(COUNCIL);

        assertThat(council.json("POST", "/api/v1/rereadings", "").status()).isEqualTo(202);
        assertThat(visits.ofStaff(HE_MIN).json("POST", "/api/v1/rereadings", "").status())
                .isEqualTo(403);
        assertThat(council.get("/council/rereadings?library=yunze-city&look=true")
                        .body())
                .contains("重新读取", "抽查");
    }

    @Test
    void fromThePage() {
        var city = visits.ofStaff(HE_MIN);

        var pressed = city.post("/desk/rereadings", Map.of());

        var job = pressed.location().orElseThrow();
        assertThat(job).startsWith("/desk/imports/I-");
        assertThat(city.get(job).body()).contains("重新读取");
        assertThat(city.get("/desk/imports").body()).contains("重新读取");
        city.post(job + "/cancellation", Map.of());
    }
}
