package org.consortium.web.site;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** What templates can ask: {@code #site.name}, {@code #here.with('page', 2)}, {@code #visitor.reader}, {@code #when.day(loan.due)} and so on. */
@Component
class TemplateWords extends AbstractDialect implements IExpressionObjectDialect {

    private final Map<String, Object> words;

    TemplateWords(
            Site site,
            Here here,
            Visitor visitor,
            Dates dates,
            Numbers numbers,
            Drawings drawings,
            States states,
            TextLanguages written) {
        super("Consortium");
        words = Map.of(
                "site", site,
                "here", here,
                "visitor", visitor,
                "when", dates,
                "number", numbers,
                "draw", drawings,
                "state", states,
                "written", written);
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return words.keySet();
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                return words.get(name);
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
