package org.consortium.web.site;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says, on the page somebody is led to, what came of the deed, or why it was refused; what is not found is a page of its own. */
@Component
public class Telling {

    private final Refusals refusals;
    private final MessageSource messages;

    Telling(Refusals refusals, MessageSource messages) {
        this.refusals = refusals;
        this.messages = messages;
    }

    /**
     * @param deed answers the sentence to be said
     * @return whether it was done
     */
    public boolean tell(RedirectAttributes after, Supplier<String> deed) {
        return tell(after, deed, Function.identity()).isPresent();
    }

    /** @return what the deed brought, if it was done */
    public <T> Optional<T> tell(RedirectAttributes after, Supplier<T> deed, Function<T, String> sentence) {
        try {
            var done = deed.get();
            after.addFlashAttribute("said", sentence.apply(done));
            return Optional.of(done);
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
            return Optional.empty();
        }
    }

    public String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }
}
