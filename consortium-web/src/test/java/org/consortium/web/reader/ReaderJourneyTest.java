package org.consortium.web.reader;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.regex.Pattern;
import org.consortium.web.browser.Browser;
import org.consortium.web.browser.DemoTest;
import org.consortium.web.browser.Look;
import org.junit.jupiter.api.Test;

/** From the search to a list of one's own: by keys alone, without scripts, there and back, and on a slow line. 林晓梅's lists are its own. */
@DemoTest
class ReaderJourneyTest {

    private static final int MOST_TABS = 150;

    /** A village's line: 400 kbit/s, and almost half a second there and back. */
    private static final int BYTES_A_SECOND = 50_000;

    private static final int LATENCY_MS = 400;

    @Test
    void needsNoMouse(Browser browser) {
        var page = browser.asReader(LIN_XIAOMEI).open("/");

        tabTo(page, "#q");
        page.keyboard().type("红楼梦");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("红楼梦");
        tabTo(page, "#f-a");
        page.keyboard().press("Space");
        tabTo(page, ".facets button");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*available=true.*"));
        tabTo(page, ".hit h3 a");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("红楼梦");
        tabTo(page, ".keep summary");
        page.keyboard().press("Enter");
        tabTo(page, "#keep-name");
        page.keyboard().press("Control+A");
        page.keyboard().type("按键放进来的");
        if (page.locator("#keep-list").count() > 0) {
            page.selectOption("#keep-list", "");
        }
        tabTo(page, ".keep button");
        page.keyboard().press("Enter");

        assertThat(page.locator(".flash")).containsText("已放进“按键放进来的”");
        assertThat(page.locator(".flash")).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*/records/.*"));
    }

    @Test
    void needsNoScript(Browser browser) {
        var page = browser.asReader(LIN_XIAOMEI).open("/", Look.PHONE.withoutScripts());

        page.fill("#q", "红楼梦");
        page.press("#q", "Enter");
        page.click(".facets > summary");
        page.check("#f-a");
        page.click(".facets button");
        assertThat(page.locator("a.chip").first()).containsText("现在在架");
        page.locator("input[name=record]").first().check();
        page.fill("#keep-name", "没有脚本也行");
        if (page.locator("#keep-list").count() > 0) {
            page.selectOption("#keep-list", "");
        }
        page.click("#keep button");
        assertThat(page.locator(".flash")).containsText("已放进“没有脚本也行”");
        assertThat(page).hasURL(Pattern.compile(".*available=true.*"));
        var title = page.locator(".hit h3 a").first().textContent().strip();

        page.navigate(page.url().replaceFirst("/search.*", "/account/lists"));
        page.getByText("没有脚本也行").first().click();
        assertThat(page.locator("main .item h3")).hasText(title);
        page.click("main .item .btn >> nth=-1");
        assertThat(page.locator("main .item")).hasCount(0);
        page.click("form[action$=restoration] button");
        assertThat(page.locator("main .item h3")).hasText(title);
    }

    @Test
    void findsTheWayBack(Browser browser) {
        var page = browser.open("/search?q=%E4%B8%AD%E5%9B%BD&available=true");
        var hits = page.locator(".hit").count();
        var facets = page.locator(".facets label").count();
        page.locator(".hit h3 a").nth(2).click();
        assertThat(page).hasURL(Pattern.compile(".*/records/.*"));

        page.goBack();

        assertThat(page.locator(".hit")).hasCount(hits);
        assertThat(page.locator("#f-a")).isChecked();
        assertThat(page.locator("#q")).hasValue("中国");
        assertThat(page.locator(".facets label")).hasCount(facets);
        page.locator("a.chip").first().click();
        assertThat(page.locator("#f-a")).not().isChecked();
        page.goBack();
        assertThat(page.locator("#f-a")).isChecked();
    }

    @Test
    void isUsableOnASlowLine(Browser browser) {
        var page = browser.open("/about", Look.PHONE);
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", LATENCY_MS);
        line.addProperty("downloadThroughput", BYTES_A_SECOND);
        line.addProperty("uploadThroughput", BYTES_A_SECOND);
        var devtools = page.context().newCDPSession(page);
        devtools.send("Network.enable");
        devtools.send("Network.emulateNetworkConditions", line);

        var search = page.url().replace("/about", "/search?q=%E7%BA%A2%E6%A5%BC%E6%A2%A6");
        page.navigate(search, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        assertThat(page.locator(".hit").first()).isVisible();
        page.fill("#q", "边城");
        page.press("#q", "Enter");

        assertThat(page.locator("h1")).containsText("边城");
        assertThat(page.locator(".hit h3").first()).containsText("边城");
    }

    @Test
    void remembersTheVisitInTheBrowserAlone(Browser browser) {
        var page = browser.open("/search?q=%E7%BA%A2%E6%A5%BC%E6%A2%A6");
        page.navigate(page.url().replaceFirst("q=.*", "q=%E8%BE%B9%E5%9F%8E&page=0"));
        page.getByText("这次查过的").click();
        assertThat(page.locator("main .list a")).hasText(new String[] {"边城", "红楼梦"});
        assertThat(page.context().cookies().stream().map(cookie -> cookie.name)).doesNotContain("SESSION");

        page.getByText("全部忘掉").click();

        assertThat(page.locator("main .list a")).hasCount(0);
    }

    private static void tabTo(Page page, String selector) {
        for (int tab = 0; tab < MOST_TABS; tab++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("where => document.activeElement.matches(where)", selector)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }
}
