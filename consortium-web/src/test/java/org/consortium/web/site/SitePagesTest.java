package org.consortium.web.site;

import org.consortium.web.browser.Browser;
import org.consortium.web.browser.DemoTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DemoTest
class SitePagesTest {

    @ParameterizedTest
    @CsvSource({
        "home, /",
        "home-en, /?lang=en",
        "about, /about",
        "rules, /rules",
        "rules-en, /rules?lang=en",
        "privacy, /privacy",
        "accessibility, /accessibility",
        "accessibility-en, /accessibility?lang=en"
    })
    void isSoundOnEveryScreen(String name, String path, Browser browser) {
        browser.examine(name, path);
    }

    @ParameterizedTest
    @CsvSource({"error-404, /no-such-page", "error-404-en, /no-such-page?lang=en"})
    void isSoundWhereNothingIs(String name, String path, Browser browser) {
        browser.examine(name, path, 404);
    }
}
