package org.consortium.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffDesk;
import org.consortium.core.member.TokenDesk;
import org.consortium.web.site.Refusals;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a member of staff looks after herself: her password, and the tokens her programs sign in with. */
@Controller
class OwnAccountPages {

    private static final String BACK = "redirect:/staff";
    private static final int LONGEST_LABEL = 100;

    private final StaffDesk desk;
    private final TokenDesk tokens;
    private final Sessions sessions;
    private final Refusals refusals;
    private final MessageSource messages;

    OwnAccountPages(StaffDesk desk, TokenDesk tokens, Sessions sessions, Refusals refusals, MessageSource messages) {
        this.desk = desk;
        this.tokens = tokens;
        this.sessions = sessions;
        this.refusals = refusals;
        this.messages = messages;
    }

    @GetMapping("/staff")
    String show(Staff self, Model model) {
        model.addAttribute("self", self);
        model.addAttribute("tokens", tokens.of(self));
        return "own-account";
    }

    /** Ends her other sessions and goes on with a new one. */
    @PostMapping("/staff/password")
    String changePassword(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            Staff self,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Locale locale) {
        try {
            var changed = desk.changePassword(old, password, self);
            sessions.begin(Person.of(changed), request, response);
            after.addFlashAttribute("said", messages.getMessage("own.password.changed", null, locale));
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
        }
        return BACK;
    }

    /** Shows the secret in the answer itself: it is kept nowhere, not even for the next page. */
    @PostMapping("/staff/tokens")
    String makeToken(
            @RequestParam(defaultValue = "") String label, Staff self, Model model, HttpServletResponse response) {
        if (label.isBlank() || label.strip().length() > LONGEST_LABEL) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("labelWrong", true);
        } else {
            model.addAttribute("made", tokens.create(label, self));
        }
        return show(self, model);
    }

    @PostMapping("/staff/tokens/{handle}/revocation")
    String revokeToken(@PathVariable String handle, Staff self, RedirectAttributes after, Locale locale) {
        tokens.revoke(handle, self);
        after.addFlashAttribute("said", messages.getMessage("own.token.revoked", null, locale));
        return BACK;
    }
}
