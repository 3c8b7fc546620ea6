package org.consortium.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.consortium.web.api.Problems;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody meets whom a door does not let in: strangers the sign-in page, which leads back here; others a "no"; and at an address
 * that is not listed everybody is told that nothing is there.
 */
@Component
class Threshold implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String UNLISTED = Threshold.class.getName() + ".unlisted";

    private final ApiDoor api;

    Threshold(ApiDoor api) {
        this.api = api;
    }

    static void markUnlisted(HttpServletRequest request) {
        request.setAttribute(UNLISTED, true);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        if (request.getAttribute(UNLISTED) != null) {
            nothingThere(request, response);
        } else if (Problems.concerns(request)) {
            api.nobody(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + signInFor(request));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException no)
            throws IOException {
        if (request.getAttribute(UNLISTED) != null) {
            nothingThere(request, response);
        } else if (Problems.concerns(request)) {
            refuseProgram(request, response, no);
        } else if (no instanceof CsrfException && nobodyIsSignedIn()) {
            // the session ended while a form lay open
            response.sendRedirect(request.getContextPath() + signInFor(request));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void refuseProgram(HttpServletRequest request, HttpServletResponse response, AccessDeniedException no)
            throws IOException {
        if (nobodyIsSignedIn()) {
            api.nobody(request, response);
        } else if (no instanceof CsrfException) {
            api.formTokenMissing(request, response);
        } else {
            api.notAllowed(request, response);
        }
    }

    private void nothingThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Problems.concerns(request)) {
            api.notFound(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean nobodyIsSignedIn() {
        var somebody = SecurityContextHolder.getContext().getAuthentication();
        return somebody == null || !(somebody.getPrincipal() instanceof org.consortium.web.site.SignedIn);
    }

    private static String signInFor(HttpServletRequest request) {
        var path = pathOf(request);
        var page = UriComponentsBuilder.fromPath("/sign-in");
        if (path.startsWith("/desk") || path.startsWith("/council") || path.startsWith("/staff")) {
            page.queryParam("as", "staff");
        }
        wanted(request, path)
                .ifPresent(next -> page.queryParam("next", "{next}")
                        .encode()
                        .uriVariables(java.util.Map.of("next", next.value())));
        return page.build().toUriString();
    }

    /** The page somebody wanted to read, or from which she sent a form. */
    private static Optional<SafePath> wanted(HttpServletRequest request, String path) {
        if (request.getMethod().equals("GET")) {
            return SafePath.of(request.getQueryString() == null ? path : path + "?" + request.getQueryString());
        }
        return Optional.ofNullable(request.getHeader("Referer")).flatMap(Threshold::pathOfPage);
    }

    private static Optional<SafePath> pathOfPage(String address) {
        try {
            var page = URI.create(address);
            return SafePath.of(
                    page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery());
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
