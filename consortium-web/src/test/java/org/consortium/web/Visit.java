package org.consortium.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who visits the program with a browser that keeps cookies and follows nothing by itself, or a program with a token. */
public final class Visit {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private boolean signedIn;

    Visit(String address) {
        this.address = address;
    }

    /** What came back. */
    public record Answer(int status, Optional<String> location, HttpResponse<String> response) {

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Visit signedInAs(String kind, String name, String secret) {
        var answer = signIn(kind, name, secret, "");
        assertThat(answer.status()).as("sign-in of %s", name).isEqualTo(302);
        signedIn = true;
        return this;
    }

    public Answer signIn(String kind, String name, String secret, String next) {
        return post("/sign-in", Map.of("as", kind, "name", name, "secret", secret, "next", next));
    }

    Visit withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** From now on with this header. */
    public Visit with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** A form as a browser sends it, with the token that stands in every form. */
    public Answer post(String path, Map<String, String> form) {
        var fields = new LinkedHashMap<>(form);
        fields.put("_csrf", formToken());
        return postWithoutToken(path, fields);
    }

    public Answer postWithoutToken(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var type = Map.of("Content-Type", "application/x-www-form-urlencoded");
        return send("POST", path, BodyPublishers.ofString(body), type);
    }

    /** JSON as programs send it. */
    public Answer json(String method, String path, String body) {
        return programs(method, path, "application/json", body == null ? "" : body);
    }

    /** A file as the body of a request, as programs send it. */
    public Answer file(String path, String type, String content) {
        return programs("POST", path, type, content);
    }

    /** Somebody with a session adds the form token as a header. */
    private Answer programs(String method, String path, String type, String body) {
        var extra = new LinkedHashMap<>(Map.of("Content-Type", type));
        if (signedIn) {
            extra.put("X-CSRF-TOKEN", formToken());
        }
        return send(method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body), extra);
    }

    public Answer send(String method, String path, BodyPublisher body, Map<String, String> extra) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
        headers.forEach(request::setHeader);
        extra.forEach(request::setHeader);
        try {
            var response = client.send(request.build(), BodyHandlers.ofString(UTF_8));
            var location = response.headers().firstValue("Location").map(to -> to.replace(address, ""));
            return new Answer(response.statusCode(), location, response);
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("No answer", e);
        }
    }

    /** The token of any form this visitor sees. */
    public String formToken() {
        return formToken(signedIn ? "/" : "/sign-in");
    }

    private String formToken(String where) {
        var answer = get(where);
        var page = answer.location().map(this::get).orElse(answer).body();
        var token = FORM_TOKEN.matcher(page);
        assertThat(token.find()).as("a form on the page").isTrue();
        return token.group(1);
    }

    /** The cookie of the session, empty before there is one. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("SESSION"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
