package org.consortium.web.council;

import java.util.function.Supplier;
import org.consortium.core.Label;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.web.site.Refusals;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the next page says of what was just done, or not done. */
@Component
class Sayings {

    private final MessageSource messages;
    private final Refusals refusals;

    Sayings(MessageSource messages, Refusals refusals) {
        this.messages = messages;
        this.refusals = refusals;
    }

    void say(RedirectAttributes after, String key, Label name) {
        var locale = LocaleContextHolder.getLocale();
        after.addFlashAttribute("said", messages.getMessage(key, new Object[] {name.in(locale)}, locale));
    }

    /** Does it and says so with the name it answers, or says why not; what is not found is thrown on. */
    void tellOrRefuse(RedirectAttributes after, Supplier<Label> action, String key) {
        try {
            say(after, key, action.get());
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
        }
    }
}
