package org.consortium.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.consortium.core.member.ApiToken;
import org.consortium.web.api.GivenAnswers.Answer;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with an {@code Idempotency-Key} is done once: whoever sends it again because no answer came is answered as before. What was refused
 * has changed nothing, so it may be tried again with the same key.
 */
@Component
@Order(0)
class OnceOnly extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 100;

    private final GivenAnswers answers;
    private final Problems problems;

    OnceOnly(GivenAnswers answers, Problems problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || !Problems.concerns(request)
                || tellsASecret(request.getRequestURI());
    }

    /** A new token's secret and a new PIN are kept nowhere, so they cannot be told again. */
    static boolean tellsASecret(String path) {
        return path.endsWith("/tokens") || path.endsWith("/pin");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            problems.write("idempotency-key-form", HttpStatus.BAD_REQUEST, request, response);
            return;
        }
        var repeatable = RepeatableRequest.of(request);
        var owner = ownerOf(request.getUserPrincipal());
        var fingerprint = ApiToken.hashOf(repeatable.fingerprint());
        if (answers.claim(owner, key)) {
            doOnce(owner, key, fingerprint, repeatable, response, chain);
        } else {
            answerAgain(answers.given(owner, key), fingerprint, request, response);
        }
    }

    private void doOnce(
            String owner,
            String key,
            String fingerprint,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var copied = new ContentCachingResponseWrapper(response);
        var done = false;
        try {
            chain.doFilter(request, copied);
            done = HttpStatus.valueOf(copied.getStatus()).is2xxSuccessful();
            if (done) {
                answers.keep(owner, key, Answer.of(fingerprint, copied));
            }
        } finally {
            if (!done) {
                answers.release(owner, key);
            }
            copied.copyBodyToResponse();
        }
    }

    private void answerAgain(
            Answer before, String fingerprint, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (before == null) {
            problems.write("still-busy", HttpStatus.CONFLICT, request, response);
        } else if (!before.request().equals(fingerprint)) {
            problems.write("idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT, request, response);
        } else {
            before.writeTo(response);
        }
    }

    private static String ownerOf(Principal somebody) {
        return somebody == null ? "nobody" : somebody.getName();
    }
}
