package org.consortium.web.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a number, such as 7f3a-10c2, that a reader can tell on the telephone: it stands on error pages and in
 * every line of the log. What nobody could answer is logged here, once, and becomes the page for 500; an address or a form whose bytes
 * are no UTF-8 text becomes the page for 400.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestReference extends OncePerRequestFilter {

    public static final String ATTRIBUTE = "reference";

    private static final Logger log = LoggerFactory.getLogger(RequestReference.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var reference = next();
        request.setAttribute(ATTRIBUTE, reference);
        MDC.put(ATTRIBUTE, reference);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof CharacterCodingException) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            // the address without its question: people search for private things
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } finally {
            MDC.remove(ATTRIBUTE);
        }
    }

    private static String next() {
        var random = ThreadLocalRandom.current();
        return "%04x-%04x".formatted(random.nextInt(0x10000), random.nextInt(0x10000));
    }
}
