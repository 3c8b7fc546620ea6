package org.consortium.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** What was answered to requests that carry a key, for a day. */
@Component
class GivenAnswers {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final String NOT_YET = "";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    GivenAnswers(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Whether this key is new: then whoever asked does the work, alone. */
    boolean claim(String owner, String key) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("delete from idempotency_key where made_at < :start")
                .param("start", now.minus(KEPT))
                .update();
        return jdbc.sql("""
                insert into idempotency_key (owner, key, answer, made_at)
                values (:owner, :key, :answer, :now)
                on conflict do nothing
                """)
                        .param("owner", owner)
                        .param("key", key)
                        .param("answer", NOT_YET)
                        .param("now", now)
                        .update()
                == 1;
    }

    void keep(String owner, String key, Answer answer) {
        jdbc.sql("update idempotency_key set answer = :answer where owner = :owner and key = :key")
                .param("owner", owner)
                .param("key", key)
                .param("answer", json.writeValueAsString(answer))
                .update();
    }

    void release(String owner, String key) {
        jdbc.sql("delete from idempotency_key where owner = :owner and key = :key")
                .param("owner", owner)
                .param("key", key)
                .update();
    }

    /** The answer, or null while the first is still being worked on. */
    Answer given(String owner, String key) {
        return jdbc.sql("select answer from idempotency_key where owner = :owner and key = :key")
                .param("owner", owner)
                .param("key", key)
                .query(String.class)
                .optional()
                .filter(answer -> !answer.equals(NOT_YET))
                .map(answer -> json.readValue(answer, Answer.class))
                .orElse(null);
    }

    /**
     * One answer.
     *
     * @param request what it answers, as a hash
     */
    record Answer(String request, int status, Map<String, String> headers, String body) {

        private static final List<String> TOLD =
                List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

        static Answer of(String request, ContentCachingResponseWrapper response) {
            var headers = new LinkedHashMap<String, String>();
            for (var name : TOLD) {
                if (response.getHeader(name) != null) {
                    headers.put(name, response.getHeader(name));
                }
            }
            var body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
            return new Answer(request, response.getStatus(), headers, body);
        }

        void writeTo(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            headers.forEach(response::setHeader);
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
