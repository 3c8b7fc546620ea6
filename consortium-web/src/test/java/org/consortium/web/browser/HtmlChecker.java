package org.consortium.web.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker on one page as the server sent it. */
final class HtmlChecker {

    /** Thymeleaf writes the hidden field of the form token so; it is right, and no more than that. */
    private static final String CLOSED_FIELD = "Trailing slash on void elements";

    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";
    private static final int DEEP_STACK = 32 * 1024 * 1024;

    private final List<String> complaints = new ArrayList<>();

    /** Every error and warning, one a line; empty when the page is right. */
    static synchronized List<String> complaints(String html) {
        var check = new HtmlChecker();
        var page = new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        page.setEncoding("UTF-8");
        try {
            Ready.CHECKER.setUpValidatorAndParsers(check.listener(), false, false);
            Ready.CHECKER.checkHtmlInputSource(page);
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("The HTML checker failed", e);
        }
        return check.complaints;
    }

    private ErrorHandler listener() {
        return new ErrorHandler() {
            @Override
            public void warning(SAXParseException found) {
                complain(found);
            }

            @Override
            public void error(SAXParseException found) {
                complain(found);
            }

            @Override
            public void fatalError(SAXParseException found) {
                complain(found);
            }
        };
    }

    private void complain(SAXParseException found) {
        if (!found.getMessage().startsWith(CLOSED_FIELD)) {
            complaints.add("Nu " + found.getLineNumber() + ":" + found.getColumnNumber() + " " + found.getMessage());
        }
    }

    /** The checker goes through its schemas recursively, deeper than the stack of an ordinary thread. */
    private static SimpleDocumentValidator ready() {
        var ready = new CompletableFuture<SimpleDocumentValidator>();
        var reading = new Thread(
                null, () -> ready.completeAsync(HtmlChecker::withSchemas, Runnable::run), "schemas", DEEP_STACK);
        reading.setDaemon(true);
        reading.start();
        return ready.join();
    }

    private static SimpleDocumentValidator withSchemas() {
        try {
            var checker = new SimpleDocumentValidator(true, false, false);
            checker.setUpMainSchema(SCHEMA, new HtmlChecker().listener());
            return checker;
        } catch (Exception e) {
            throw new IllegalStateException("The HTML checker has no schemas", e);
        }
    }

    /** Made for the first page: reading the schemas takes longer than checking. */
    private static final class Ready {

        static final SimpleDocumentValidator CHECKER = ready();
    }
}
