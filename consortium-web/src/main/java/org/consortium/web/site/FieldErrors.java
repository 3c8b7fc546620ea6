package org.consortium.web.site;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.spring6.util.FieldUtils;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code field:errors="login"} on an input: when the field is wrong, a screen reader says so and reads what is wrong, which
 * {@code _field-errors :: of('login')} shows beside it, after the hint.
 */
@Component
class FieldErrors extends AbstractProcessorDialect {

    private static final String PREFIX = "field";
    private static final String DESCRIBED_BY = "aria-describedby";

    /** After the attributes of the standard dialect have been worked out. */
    private static final int LATE = 2000;

    FieldErrors() {
        super("Field errors", PREFIX, LATE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Errors(prefix));
    }

    private static class Errors extends AbstractAttributeTagProcessor {

        Errors(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "errors", true, LATE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag input,
                AttributeName attribute,
                String field,
                IElementTagStructureHandler change) {
            if (FieldUtils.hasErrors(context, field)) {
                var hint = input.getAttributeValue(DESCRIBED_BY);
                var wrong = field + "-wrong";
                change.setAttribute("aria-invalid", "true");
                change.setAttribute(DESCRIBED_BY, hint == null ? wrong : hint + " " + wrong);
            }
        }
    }
}
