package org.consortium.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consortium.web.SmallWorld.COUNCIL;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.api.Told.json;
import static org.consortium.web.api.Told.text;

import java.time.Duration;
import java.util.Map;
import org.consortium.web.Visit;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The council has the search index made anew, by a program and from its page. */
@WebTest
class IndexApiTest {

    private static final String REBUILDS = "/api/v1/index/rebuilds";

    @Autowired
    Visits visits;

    @Test
    void isMadeAnewAndSaysHowFarItIs() {
        var council = visits.ofStaff(COUNCIL);

        var asked = council.json("POST", REBUILDS, "");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.location()).hasValue(REBUILDS);
        awaitTheEnd(council);

        var last = json(council.get(REBUILDS)).at("/items/0");
        assertThat(last.at("/state").asString()).isEqualTo("DONE");
        assertThat(last.at("/startedBy/zh").asString()).isNotBlank();
        assertThat(last.at("/done").asLong()).isEqualTo(last.at("/total").asLong());
        var index = json(council.get("/api/v1/index"));
        assertThat(index.at("/complete").asBoolean()).isTrue();
        assertThat(index.at("/found").asLong()).isEqualTo(index.at("/records").asLong());
    }

    @Test
    void isMadeAnewFromThePage() {
        var council = visits.ofStaff(COUNCIL);

        var pressed = council.post("/council/index/rebuilds", Map.of());

        assertThat(pressed.location()).hasValue("/council/index");
        awaitTheEnd(council);
        assertThat(council.get("/council/index").body()).contains("重做索引", "做成了");
        assertThat(council.get("/council/index/progress").header("HX-Refresh"))
                .as("the whole page is read again, for its head and its figures are old")
                .isEqualTo("true");
        assertThat(council.get("/council/trail?subject=index").body()).contains("重做检索索引");
    }

    @Test
    void isTheCouncilsBusiness() {
        assertThat(visits.ofStaff(HE_MIN).json("POST", REBUILDS, "").status()).isEqualTo(403);
        assertThat(visits.ofStaff(HE_MIN).get("/council/index").status()).isEqualTo(403);
    }

    private static void awaitTheEnd(Visit council) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !text(council.get(REBUILDS), "/items/0/finishedAt").isEmpty());
    }
}
