package org.consortium.web.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;
import org.xml.sax.SAXException;

/** The Nu HTML checker on one page as the server sent it. */
final class HtmlChecker {

    /** Thymeleaf writes the hidden field of the form token so; it is right, and no more than that. */
    private static final String CLOSED_FIELD = "info: Trailing slash on void elements";

    /** Every error and warning, one a line; empty when the page is right. */
    static List<String> complaints(String html) {
        var checker = new EmbeddedValidator();
        checker.setOutputFormat(OutputFormat.GNU);
        checker.setForceHTML(true);
        try {
            return checker.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.contains(CLOSED_FIELD))
                    .map(line -> "Nu " + line)
                    .toList();
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("The HTML checker failed", e);
        }
    }

    private HtmlChecker() {}
}
