package org.consortium.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** A form that was sent: either what it asks for is done, or the form is shown again and says why not. */
@Component
public class Submissions {

    private final Refusals refusals;

    Submissions(Refusals refusals) {
        this.refusals = refusals;
    }

    /**
     * Does what the form asks for; answers whether it is done. What its values or the rules refuse becomes an error of
     * the form and the status of the answer; what is not found is no matter of the form and is thrown on.
     */
    public boolean done(BindingResult form, HttpServletResponse response, Runnable action) {
        return done(form, response, Map.of(), action);
    }

    /** The same, where some refusals are about one field and told beside it. */
    public boolean done(BindingResult form, HttpServletResponse response, Map<Reason, String> fields, Runnable action) {
        if (form.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return false;
        }
        try {
            action.run();
            return true;
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
                throw no;
            }
            reject(form, fields.get(no.reason()), no);
            var conflict = no.reason().kind() == Reason.Kind.CONFLICT;
            response.setStatus((conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        } catch (IllegalArgumentException nonsense) {
            form.reject("form.not-possible");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return false;
    }

    private void reject(BindingResult form, String field, Refusal no) {
        var told = refusals.told(no);
        form.rejectValue(field, told.code(), told.hasWay() ? told.sentence() + " " + told.way() : told.sentence());
    }
}
