package org.consortium.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Only staff send files. Others are turned away before a form with a file is read, for reading it is to store it. */
class FilesFromStaff extends OncePerRequestFilter {

    private final Threshold threshold;

    FilesFromStaff(Threshold threshold) {
        this.threshold = threshold;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var somebody = SecurityContextHolder.getContext().getAuthentication();
        if (somebody == null) {
            threshold.commence(request, response, new InsufficientAuthenticationException("Nobody is signed in"));
        } else if (somebody.getPrincipal() instanceof SignedInStaff) {
            chain.doFilter(request, response);
        } else {
            threshold.handle(request, response, new AccessDeniedException("No member of staff"));
        }
    }
}
