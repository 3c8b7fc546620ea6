package org.consortium.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Addresses no link of ours has are answered calmly: never by a failure, never by more than a page. */
@WebTest
class StrangeAddressesTest {

    @Autowired
    Visits visits;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search", "/libraries", "/about", "/api/v1/records", "/api/v1/libraries"})
    void whoeverMayReadMayAskForTheHeadersOnly(String path) {
        var answer = visits.ofStranger().send("HEAD", path, BodyPublishers.noBody(), Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=%FF%FE", "/?lang=%C0", "/records/5kz3m0ht?pickup=%E4%B8"})
    void bytesThatAreNoText(String path) {
        assertThat(visits.ofStranger().get(path).status()).isEqualTo(400);
    }

    @Test
    void bytesThatAreNoTextInTheApi() {
        var answer = visits.ofStranger().get("/api/v1/records?q=%FF%FE");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void anOverlongSearchIsToldSo() {
        var answer = visits.ofStranger().get("/search?q=" + "a".repeat(501));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("500").doesNotContain("aaaaaaaaaa");
    }

    @ParameterizedTest
    @CsvSource({
        "/search?page=-1, 422",
        "/search?page=99999999999, 422",
        "/search?yearFrom=abc, 422",
        "/search?q=%00, 200",
        "/search?q=%3Cscript%3E, 200",
        "/search?lang=../../x, 200",
        "/libraries/%2e%2e, 400",
        "/council/trail;x=y, 400",
        "/actuator/env, 404",
        "/WEB-INF/web.xml, 404",
    })
    void isAnsweredCalmly(String path, int status) {
        var answer = visits.ofStranger().get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example"})
    void signingInLeadsNowhereElse(String next) {
        var answer = visits.ofStranger().signIn("staff", "council", "yunze-demo", next);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location().orElseThrow()).startsWith("/").doesNotContain("elsewhere");
    }
}
