package org.consortium.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.consortium.web.api.Problems;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Until a consortium has begun, every way leads to the page that begins it. */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class FirstRunRedirect extends OncePerRequestFilter {

    private static final String OPEN = "/(first-run|actuator/health|css/.*|js/.*|webjars/.*|icon\\.svg)";

    private final Beginners beginners;
    private final ApiDoor api;

    FirstRunRedirect(Beginners beginners, ApiDoor api) {
        this.beginners = beginners;
        this.api = api;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return pathOf(request).matches(OPEN) || !beginners.areAwaited();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Problems.concerns(request)) {
            api.notBegun(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/first-run");
        }
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
