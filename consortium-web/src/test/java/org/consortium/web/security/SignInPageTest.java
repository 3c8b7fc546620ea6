package org.consortium.web.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.consortium.web.browser.Browser;
import org.consortium.web.browser.DemoTest;
import org.junit.jupiter.api.Test;
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

    @Test
    void somebodySignsInWithALoginOfThePageAndLooksAfterHerAccount(Browser browser) {
        var page = browser.open("/staff");
        page.getByLabel("登录名").fill(page.locator("tbody td code").nth(0).innerText());
        page.getByLabel("密码").fill(page.locator("tbody td code").nth(1).innerText());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录"))
                .click();
        assertThat(page.locator("h1")).hasText("我的账号");

        page.getByLabel("做什么用").fill("夜间导入");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发一个令牌"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("cst_");
        browser.remember(page);

        browser.examine("own-account", "/staff");
        browser.examine("own-account-en", "/staff?lang=en");
    }
}
