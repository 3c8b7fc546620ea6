package org.consortium.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractStringAssert;
import org.consortium.web.Visit.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API told, to be looked into. */
final class Told {

    private static final JsonMapper JSON = new JsonMapper();

    private Told() {}

    static JsonNode json(Answer answer) {
        return JSON.readTree(answer.body());
    }

    /** A text of an answer that must have been a success. */
    static String text(Answer answer, String path) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return json(answer).at(path).asString();
    }

    /** A problem with its code, that says nothing of how the program is made. */
    static AbstractStringAssert<?> assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        var problem = json(answer);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString()).isEqualTo("urn:problem-type:consortium:" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).isNotBlank().isNotEqualTo(code);
        return assertThat(answer.body()).doesNotContain("org.consortium", "Exception", "java.");
    }
}
