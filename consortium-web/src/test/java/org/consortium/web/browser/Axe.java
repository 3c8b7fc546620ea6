package org.consortium.web.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * axe-core in a page. It is asked directly and not through its {@link AxeBuilder}, which brings half a megabyte of source and fetches the full
 * account of every rule that found nothing each time it is asked: three quarters of the time of looking at a page.
 */
final class Axe {

    private static final String SOURCE = source();

    /** The rules that width and theme have a say in; the others have nothing new to find in a second look. */
    private static final List<String> RULES_OF_LOOKS = List.of("color-contrast", "target-size");

    private static final String RUN = """
            async rules => {
                const found = await axe.run(document, {
                    resultTypes: ["violations"],
                    ...(rules.length ? {runOnly: {type: "rule", values: rules}} : {}),
                });
                return found.violations.map(rule =>
                    rule.id + " [" + rule.nodes.map(node => node.html + " " + node.failureSummary).join(", ") + "]");
            }
            """;

    private Axe() {}

    static List<String> onEveryRule(Page page) {
        return run(page, List.of());
    }

    static List<String> onWhatLooksDecide(Page page) {
        return run(page, RULES_OF_LOOKS);
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(Page page, List<String> rules) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SOURCE);
        }
        return (List<String>) page.evaluate(RUN, rules);
    }

    private static String source() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("axe-core has no source", e);
        }
    }
}
