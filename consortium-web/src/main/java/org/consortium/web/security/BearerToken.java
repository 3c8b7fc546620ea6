package org.consortium.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.consortium.core.member.TokenDesk;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in that shows a token (RFC 6750): it acts as the member of staff who made it. A token nobody knows lets nobody in. */
class BearerToken extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final TokenDesk tokens;
    private final People people;
    private final ApiDoor door;

    BearerToken(TokenDesk tokens, People people, ApiDoor door) {
        this.tokens = tokens;
        this.people = people;
        this.door = door;
    }

    /** The token of a request, also a malformed one; none when it carries no authorization. */
    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                        ? header.substring(SCHEME.length()).strip()
                        : "");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var staff = of(request).flatMap(tokens::signIn);
        if (staff.isEmpty()) {
            door.unknownToken(request, response);
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(people.atWork(staff.get())));
        chain.doFilter(request, response);
    }

    /** An answer that is still being written is asked for by the same program. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
