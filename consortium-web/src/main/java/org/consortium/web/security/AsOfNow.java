package org.consortium.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the person as she is now in place of what the session remembers; only once somebody asks, so that style sheets cost no query. */
class AsOfNow extends OncePerRequestFilter {

    private final People people;

    AsOfNow(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var remembered = SecurityContextHolder.getDeferredContext();
        SecurityContextHolder.setDeferredContext(SingletonSupplier.of(() -> asOfNow(remembered.get())));
        chain.doFilter(request, response);
    }

    /** An answer that is still being written is asked for by the same person. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** Error pages have a masthead, too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private SecurityContext asOfNow(SecurityContext remembered) {
        var authentication = remembered.getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Person person)) {
            return remembered;
        }
        return people.asOfNow(person).map(SecurityContextImpl::new).orElseGet(SecurityContextImpl::new);
    }
}
