package org.consortium.web.reader;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.consortium.web.browser.Browser;
import org.consortium.web.browser.DemoTest;
import org.consortium.web.browser.Look;
import org.junit.jupiter.api.Test;

/** The box helps while somebody types, by keys alone, and does without scripts. */
@DemoTest
class SearchBoxTest {

    @Test
    void suggestsAndIsChosenFromByKeys(Browser browser) {
        var page = browser.open("/", Look.PHONE);
        page.locator("#q").pressSequentially("hlm");
        var options = page.getByRole(AriaRole.OPTION);

        assertThat(options.first()).hasText("红楼梦");
        assertThat(page.locator("#q")).hasAttribute("aria-expanded", "true");
        assertThat(Browser.accessibility(page, Look.PHONE)).isEmpty();

        page.keyboard().press("ArrowDown");
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/search\\?q=%E7%BA%A2%E6%A5%BC%E6%A2%A6"));
    }

    @Test
    void aSubjectIsSearchedForAsOne(Browser browser) {
        var page = browser.open("/");
        page.locator("#q").pressSequentially("zhanghui");
        var option = page.getByRole(AriaRole.OPTION).last();
        assertThat(option).hasText("章回小说 主题");

        option.click();

        assertThat(page.locator("h1")).containsText("主题:\"章回小说\"");
        assertThat(page.locator(".hit h3").first()).isVisible();
    }

    @Test
    void escapeClosesAndEnterSearchesWhatIsTyped(Browser browser) {
        var page = browser.open("/");
        page.locator("#q").pressSequentially("hlm");
        assertThat(list(page)).isVisible();

        page.keyboard().press("Escape");
        assertThat(list(page)).isHidden();
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/search\\?q=hlm"));
    }

    @Test
    void aNumberGoesStraightToItsRecord(Browser browser) {
        var page = browser.open("/search?q=02-A-0310008", Look.DESK.withoutScripts());

        assertThat(page).hasURL(Pattern.compile(".*/records/[0-9a-z]{8}"));
    }

    @Test
    void marksWhatWasAskedForAsItIsDisplayedAndSaysOfWhenTheShelvesAre(Browser browser) {
        var page = browser.open("/search?q=紅樓夢");

        assertThat(page.locator(".hit h3 mark")).hasText(new String[] {"红楼梦", "红楼梦", "紅樓夢"});
        assertThat(page.locator(".hit h3").nth(2)).hasText("紅樓夢校注");
        assertThat(page.locator(".as-of")).containsText("的在架情况");
        page = browser.open("/search?q=honglou caoxueqin");
        assertThat(page.locator(".hit mark").first()).hasText("红楼");
        assertThat(page.locator(".hit p mark").first()).hasText("曹雪芹");
    }

    @Test
    void aLibrarysOwnShelvesAreNamedAndOfferedOnlyWhereTheyAreFewer(Browser browser) {
        var page = browser.open("/search?q=中国");

        var own = page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^只在本馆")));
        assertThat(own.first()).hasAccessibleName(Pattern.compile("只在本馆 ?云泽市图书馆 \\d+"));
        assertThat(page.getByRole(
                        AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile("只在本馆 ?云泽师范学院图书馆"))))
                .hasCount(0);
    }

    private static Locator list(Page page) {
        return page.locator("#q-suggestions");
    }
}
