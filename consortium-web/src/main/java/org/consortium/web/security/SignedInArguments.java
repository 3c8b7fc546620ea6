package org.consortium.web.security;

import java.util.List;
import java.util.Optional;
import org.consortium.core.card.Reader;
import org.consortium.core.member.Actor;
import org.consortium.core.member.Staff;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the person signed in to handler methods that name a {@code Staff}, {@code Reader} or {@code Actor}, or an {@code Optional} of one. */
@Configuration
class SignedInArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final List<Class<?>> KNOWN = List.of(Staff.class, Reader.class, Actor.class);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return KNOWN.contains(parameter.nestedIfOptional().getNestedParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer model,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        var wanted = parameter.nestedIfOptional().getNestedParameterType();
        var somebody = somebody(wanted);
        if (parameter.isOptional()) {
            return somebody;
        }
        return somebody.orElseThrow(SignedInArguments::nobodyOfThatKind);
    }

    /** A reader where staff are meant is not let in; a stranger is asked to sign in. */
    private static RuntimeException nobodyOfThatKind() {
        return somebody(Actor.class).isPresent()
                ? new AccessDeniedException("Somebody else is meant")
                : new AuthenticationCredentialsNotFoundException("Nobody is signed in");
    }

    private static Optional<?> somebody(Class<?> wanted) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var principal = authentication == null ? null : authentication.getPrincipal();
        if (principal instanceof SignedInStaff signedIn) {
            return Optional.of(signedIn.staff())
                    .map(staff -> wanted == Actor.class ? staff.actor() : staff)
                    .filter(wanted::isInstance);
        }
        if (principal instanceof SignedInReader signedIn) {
            return Optional.of(signedIn.reader())
                    .map(reader -> wanted == Actor.class ? reader.actor() : reader)
                    .filter(wanted::isInstance);
        }
        return Optional.empty();
    }
}
