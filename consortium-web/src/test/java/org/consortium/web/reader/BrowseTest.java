package org.consortium.web.reader;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.consortium.web.browser.Browser;
import org.consortium.web.browser.DemoTest;
import org.consortium.web.browser.Look;
import org.junit.jupiter.api.Test;

/** The form for a careful search, leafing through classes and headings, and ways on where a search finds nothing. */
@DemoTest
class BrowseTest {

    @Test
    void theFormWritesTheAddressAndTakesItApartAgain(Browser browser) {
        var page = browser.open("/search/advanced");
        page.locator("#a-in-title").fill("红楼");
        page.locator("#a-in-author").fill("曹雪芹");
        page.locator("#a-without").fill("研究");
        page.locator("#a-available").check();
        page.locator("button[name=go]").click();

        assertThat(page.locator("#q")).hasValue("题名:红楼 责任者:曹雪芹 -研究");
        assertThat(page.locator(".hit h3").first()).containsText("红楼梦");
        assertThat(page).hasURL(Pattern.compile(".*available=true.*"));

        page.locator("a[href*='/search/advanced']").first().click();
        assertThat(page.locator("#a-in-title")).hasValue("红楼");
        assertThat(page.locator("#a-in-author")).hasValue("曹雪芹");
        assertThat(page.locator("#a-without")).hasValue("研究");
    }

    @Test
    void classesLeadToNarrowerOnesAndToTheirBooks(Browser browser) {
        var page = browser.open("/browse/clc", Look.PHONE);
        page.locator("main .list a", new Page.LocatorOptions().setHasText("文学"))
                .first()
                .click();
        page.locator("main .list a", new Page.LocatorOptions().setHasText("中国文学"))
                .click();
        page.locator("main .list a", new Page.LocatorOptions().setHasText("小说")).click();

        assertThat(page).hasURL(Pattern.compile(".*/search\\?class=I24"));
        assertThat(page.locator(".hit").first()).isVisible();
    }

    @Test
    void authorsStandByPinyinFromWhereOneLikes(Browser browser) {
        var page = browser.open("/browse/authors");
        page.locator("#from").fill("鲁迅");
        page.locator("main form button").click();

        assertThat(page.locator("main .list a").first()).hasText("鲁迅");
        page.locator("main .list a").first().click();
        assertThat(page.locator(".hit .meta, .hit p").first()).isVisible();
        assertThat(page.locator("a.chip").first()).containsText("鲁迅");
    }

    @Test
    void aWrongCharacterEndsNowhere(Browser browser) {
        var page = browser.open("/search?q=红缕梦");

        assertThat(page.locator(".say")).containsText("红楼梦");
        assertThat(page.locator(".hit h3").first()).containsText("红楼梦");
    }

    @Test
    void aRecordTellsMachinesWhatItIs(Browser browser) {
        var page = browser.open("/search?q=额尔古纳河右岸");
        page.locator(".hit h3 a").first().click();

        assertThat(page.locator("script[type='application/ld+json']").textContent())
                .contains("\"@type\":\"Book\"", "额尔古纳河右岸", "迟子建");
    }
}
