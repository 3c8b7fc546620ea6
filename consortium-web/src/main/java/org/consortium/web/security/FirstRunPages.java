package org.consortium.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.consortium.core.Refusal;
import org.consortium.core.member.MemberRefusal;
import org.consortium.web.security.SignInThrottle.TooManyTries;
import org.consortium.web.security.SignInThrottle.Try;
import org.consortium.web.site.Refusals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The one page of an empty platform: it makes the first library and the first council admin, for whoever can read the log. */
@Controller
class FirstRunPages {

    private final OneTimeCode code;
    private final Beginners beginners;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final Refusals refusals;

    FirstRunPages(
            OneTimeCode code, Beginners beginners, Sessions sessions, SignInThrottle throttle, Refusals refusals) {
        this.code = code;
        this.beginners = beginners;
        this.sessions = sessions;
        this.throttle = throttle;
        this.refusals = refusals;
    }

    @ModelAttribute
    void goneOnceBegun() {
        if (!beginners.areAwaited()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping("/first-run")
    String show(@ModelAttribute("form") FirstRunForm form) {
        return "first-run";
    }

    @PostMapping("/first-run")
    String begin(
            @Valid @ModelAttribute("form") FirstRunForm form,
            BindingResult binding,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (binding.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "first-run";
        }
        try {
            mustKnowTheCode(form.code(), request.getRemoteAddr());
            var first = beginners.begin(form);
            sessions.begin(Person.of(first), request, response);
            return "redirect:/council/libraries";
        } catch (TooManyTries tired) {
            model.addAttribute("minutes", tired.minutes());
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tired.seconds()));
        } catch (Refusal refusal) {
            model.addAttribute("refused", refusals.told(refusal));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return "first-run";
    }

    private void mustKnowTheCode(String typed, String address) {
        var attempt = new Try("first-run", "", address);
        throttle.count(attempt);
        if (!code.is(typed)) {
            throw new Refusal(MemberRefusal.ONE_TIME_CODE_WRONG);
        }
        throttle.succeeded(attempt);
    }
}
