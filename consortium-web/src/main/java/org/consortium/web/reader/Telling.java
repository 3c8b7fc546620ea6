package org.consortium.web.reader;

import java.util.function.Supplier;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.web.site.Refusals;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says, on the page a reader is led to, what came of her deed; what is not found is a page of its own. */
@Component
class Telling {

    private final Refusals refusals;
    private final MessageSource messages;

    Telling(Refusals refusals, MessageSource messages) {
        this.refusals = refusals;
        this.messages = messages;
    }

    /** @return whether it was done */
    boolean tell(RedirectAttributes after, Supplier<String> deed) {
        try {
            after.addFlashAttribute("said", deed.get());
            return true;
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
            return false;
        }
    }

    String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }
}
