package org.consortium.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes everything back that a call has changed, unless it asks to keep it: so a test may call anything as anybody. */
@TestComponent
@Order(Ordered.LOWEST_PRECEDENCE)
class TakenBack extends OncePerRequestFilter {

    private final TransactionTemplate transaction;

    TakenBack(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("X-Keep") != null || request.getServletPath().startsWith("/sign-");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var failed = transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                chain.doFilter(request, response);
                return null;
            } catch (IOException | ServletException failure) {
                return failure;
            }
        });
        if (failed instanceof IOException io) {
            throw io;
        }
        if (failed instanceof ServletException servlet) {
            throw servlet;
        }
    }
}
