package org.consortium.web.site;

import org.consortium.web.browser.Browser;
import org.consortium.web.browser.PageTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

@PageTest
@TestPropertySource(properties = "consortium.demo=true")
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
        "accessibility-en, /accessibility?lang=en",
        "error-404, /no-such-page",
        "error-404-en, /no-such-page?lang=en"
    })
    void isSoundOnEveryScreen(String name, String path, Browser browser) {
        browser.examine(name, path);
    }
}
