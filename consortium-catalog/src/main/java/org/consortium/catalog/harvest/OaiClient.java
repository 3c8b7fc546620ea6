package org.consortium.catalog.harvest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.consortium.core.Refusal;
import org.springframework.stereotype.Component;

/**
 * Asks an OAI-PMH server and waits as long as it asks for: 503 and 429 with Retry-After, and some patience with a line
 * that breaks. Redirects are followed, each address checked anew.
 */
@Component
class OaiClient {

    private static final int LARGEST_PAGE = 256 << 20;
    private static final int REDIRECTS = 5;
    private static final int PATIENCE = 20;
    private static final int BROKEN_LINES = 4;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration BREATH = Duration.ofMillis(500);

    private final SafeAddress safe;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    OaiClient(SafeAddress safe, Clock clock) {
        this.safe = safe;
        this.clock = clock;
    }

    /**
     * @param goingOn asked while it waits; when it says no, so does this, with {@link GivenUp}
     * @throws Refusal when the server cannot be reached or answers with an error
     */
    OaiPage ask(URI base, Map<String, String> question, BooleanSupplier goingOn) {
        var query = question.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var address = URI.create(base + "?" + query);
        int broken = 0;
        for (int tries = 0; tries < PATIENCE; tries++) {
            try {
                var answer = send(address);
                if (answer.status == 503 || answer.status == 429) {
                    rest(retryAfter(answer.retryAfter, tries), goingOn);
                } else if (answer.status >= 500 && ++broken < BROKEN_LINES) {
                    rest(Duration.ofSeconds(5L << broken), goingOn);
                } else if (answer.status != 200) {
                    throw new Refusal(HarvestRefusal.HARVEST_ANSWER, answer.status);
                } else {
                    return OaiPage.read(answer.body);
                }
            } catch (IOException line) {
                if (++broken == BROKEN_LINES) {
                    throw new Refusal(HarvestRefusal.HARVEST_NOT_REACHED, String.valueOf(line));
                }
                rest(Duration.ofSeconds(1L << broken), goingOn);
            }
        }
        throw new Refusal(HarvestRefusal.HARVEST_ANSWER, 503);
    }

    /** Somebody has cancelled the harvest, or this program ends. */
    static final class GivenUp extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private record Answer(int status, String retryAfter, byte[] body) {}

    private Answer send(URI asked) throws IOException {
        var address = asked;
        for (int i = 0; i <= REDIRECTS; i++) {
            safe.check(address);
            var answer = sendOnce(address);
            var status = answer.statusCode();
            try (var body = answer.body()) {
                var elsewhere = answer.headers().firstValue("Location");
                if (status / 100 != 3 || elsewhere.isEmpty()) {
                    return new Answer(
                            status,
                            answer.headers().firstValue("Retry-After").orElse(""),
                            status == 200 ? whole(body) : new byte[0]);
                }
                address = address.resolve(elsewhere.get().replace(" ", "%20"));
            } catch (IllegalArgumentException odd) {
                throw new IOException("redirected to what is no address");
            }
        }
        throw new IOException("redirected in a circle");
    }

    private HttpResponse<InputStream> sendOnce(URI address) throws IOException {
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(5))
                .header("User-Agent", "Consortium OAI-PMH harvester")
                .header("Accept", "text/xml, application/xml")
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new GivenUp();
        }
    }

    private static byte[] whole(InputStream body) throws IOException {
        var whole = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            if (whole.size() + read > LARGEST_PAGE) {
                throw new Refusal(HarvestRefusal.HARVEST_NOT_READABLE, "a page of more than 256 MB");
            }
            whole.write(buffer, 0, read);
        }
        return whole.toByteArray();
    }

    /** Seconds or a date (RFC 9110); where the server says nothing, longer each time. */
    private Duration retryAfter(String told, int tries) {
        Duration wait;
        try {
            wait = told.matches("\\d{1,6}")
                    ? Duration.ofSeconds(Long.parseLong(told))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeParseException nothing) {
            wait = Duration.ofSeconds(5L << Math.min(tries, 6));
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static void rest(Duration wait, BooleanSupplier goingOn) {
        try {
            for (var left = wait; left.compareTo(Duration.ZERO) > 0; left = left.minus(BREATH)) {
                if (!goingOn.getAsBoolean()) {
                    throw new GivenUp();
                }
                Thread.sleep(Math.min(left.toMillis(), BREATH.toMillis()));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new GivenUp();
        }
    }
}
