package org.consortium.web.security;

import org.consortium.web.browser.Browser;
import org.consortium.web.browser.DemoTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DemoTest
class SignInPageTest {

    @ParameterizedTest
    @CsvSource({
        "sign-in, /sign-in",
        "sign-in-en, /sign-in?lang=en",
        "sign-in-staff, /sign-in?as=staff",
        "sign-in-staff-en, /sign-in?as=staff&lang=en"
    })
    void isSoundOnEveryScreen(String name, String path, Browser browser) {
        browser.examine(name, path);
    }
}
