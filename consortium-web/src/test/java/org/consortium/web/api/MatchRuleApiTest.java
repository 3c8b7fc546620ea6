package org.consortium.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consortium.web.SmallWorld.COUNCIL;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.api.Told.assertProblem;
import static org.consortium.web.api.Told.json;
import static org.consortium.web.api.Told.text;

import java.time.Duration;
import org.consortium.web.Visit;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A program of the council makes other rules, sees what they would change, puts them in force and goes back. */
@WebTest
class MatchRuleApiTest {

    private static final String RULES = "/api/v1/match-rules";

    @Autowired
    Visits visits;

    @Test
    void rulesAreMadeTriedPutInForceAndTakenBack() {
        var council = visits.ofStaff(COUNCIL);
        int before = inForce(council);

        var made = council.json(
                "POST",
                RULES,
                "{\"from\": %d, \"join\": 95, \"points\": {\"author-same\": 25}, \"note\": \"责任者更重\"}"
                        .formatted(before));

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        int version = json(made).at("/version").asInt();
        assertThat(made.location()).hasValue(RULES + "/" + version);
        assertThat(json(made).at("/from").asInt()).isEqualTo(before);
        assertThat(json(made).at("/join").asInt()).isEqualTo(95);
        assertThat(json(made).at("/points/author-same").asInt()).isEqualTo(25);
        assertThat(json(made).at("/points/title-same").asInt())
                .isEqualTo(json(council.get(RULES + "/" + before))
                        .at("/points/title-same")
                        .asInt());
        assertThat(json(made).at("/inForce").asBoolean()).isFalse();
        assertThat(inForce(council)).isEqualTo(before);

        var tried = council.json("POST", RULES + "/" + version + "/samples", "{\"size\": 50}");
        assertThat(tried.status()).as(tried.body()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !json(council.get(RULES + "/" + version + "/samples"))
                        .at("/items/0/finishedAt")
                        .isMissingNode());
        assertThat(inForce(council)).isEqualTo(before);

        var on = council.json("POST", RULES + "/" + version + "/force", "");
        assertThat(on.status()).as(on.body()).isEqualTo(200);
        assertThat(inForce(council)).isEqualTo(version);
        assertProblem(council.json("POST", RULES + "/" + version + "/force", ""), 409, "rules-in-force");

        assertThat(council.json("POST", RULES + "/" + before + "/force", "").status())
                .isEqualTo(200);
        assertThat(inForce(council)).isEqualTo(before);
    }

    @Test
    void whatCannotBeIsToldAndChangesNothing() {
        var council = visits.ofStaff(COUNCIL);
        int before = inForce(council);
        int versions = versions(council);

        assertThat(council.json("POST", RULES, "{\"from\": %d, \"join\": 0}".formatted(before))
                        .status())
                .isEqualTo(422);
        assertThat(council.json("POST", RULES, "{\"from\": %d, \"points\": {\"luck\": 5}}".formatted(before))
                        .status())
                .isEqualTo(422);
        assertProblem(
                council.json("POST", RULES, "{\"from\": %d, \"join\": 50, \"review\": 60}".formatted(before)),
                422,
                "rules-bands");
        assertProblem(council.json("POST", RULES, "{\"from\": %d}".formatted(before)), 422, "rules-unchanged");
        assertThat(council.json("POST", RULES, "{\"from\": 99999}").status()).isEqualTo(404);
        assertThat(council.get(RULES + "/99999").status()).isEqualTo(404);
        assertThat(council.json("POST", RULES + "/" + before + "/samples", "{\"size\": 0}")
                        .status())
                .isEqualTo(422);

        assertThat(versions(council)).isEqualTo(versions);
        assertThat(inForce(council)).isEqualTo(before);
    }

    @Test
    void onlyTheCouncilMakesRules() {
        var librarian = visits.ofStaff(HE_MIN);

        assertThat(librarian.json("POST", RULES, "{\"from\": 2, \"join\": 95}").status())
                .isEqualTo(403);
    }

    private static int inForce(Visit council) {
        for (var rules : json(council.get(RULES)).at("/items")) {
            if (rules.at("/inForce").asBoolean()) {
                return rules.at("/version").asInt();
            }
        }
        throw new AssertionError("No rules are in force: " + text(council.get(RULES), ""));
    }

    private static int versions(Visit council) {
        return json(council.get(RULES)).at("/items").size();
    }
}
