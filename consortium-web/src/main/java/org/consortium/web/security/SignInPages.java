package org.consortium.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.consortium.web.security.SignInThrottle.TooManyTries;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The page where readers and staff sign in, and which sends them on to where they were going. */
@Controller
class SignInPages {

    private final SignInDesk desk;
    private final Sessions sessions;
    private final ObjectProvider<DemoLogins> demo;

    SignInPages(SignInDesk desk, Sessions sessions, ObjectProvider<DemoLogins> demo) {
        this.desk = desk;
        this.sessions = sessions;
        this.demo = demo;
    }

    @ModelAttribute("demoLogins")
    List<DemoLogins.Login> demoLogins(SignInForm form) {
        return demo.stream()
                .flatMap(logins -> logins.logins().stream())
                .filter(login -> login.staff() == form.forStaff())
                .toList();
    }

    @GetMapping("/sign-in")
    String show(@ModelAttribute("form") SignInForm form, @CurrentSecurityContext SecurityContext context) {
        var somebody = context.getAuthentication();
        if (somebody != null && somebody.getPrincipal() instanceof org.consortium.web.site.SignedIn) {
            return "redirect:" + form.wayOn(somebody);
        }
        return "sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @ModelAttribute("form") SignInForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var person = desk.signIn(form.kind(), form.name(), form.secret(), request.getRemoteAddr());
            if (person.isPresent()) {
                var somebody = sessions.begin(person.get(), request, response);
                return "redirect:" + form.wayOn(somebody);
            }
            model.addAttribute("wrong", true);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } catch (TooManyTries tired) {
            model.addAttribute("minutes", tired.minutes());
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tired.seconds()));
        }
        return "sign-in";
    }
}
