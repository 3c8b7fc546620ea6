package org.consortium.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins somebody's session: a new one, so that whoever knew the number of the old one is not in (session fixation). */
@Component
class Sessions {

    private final People people;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(People people) {
        this.people = people;
    }

    Authentication begin(Person person, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var kept = new UsernamePasswordAuthenticationToken(person, null, AuthorityUtils.NO_AUTHORITIES);
        contexts.saveContext(new SecurityContextImpl(kept), request, response);
        var somebody = people.asOfNow(person).orElseThrow();
        SecurityContextHolder.setContext(new SecurityContextImpl(somebody));
        return somebody;
    }
}
