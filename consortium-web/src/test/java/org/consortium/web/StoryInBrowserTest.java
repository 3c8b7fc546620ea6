package org.consortium.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;
import static org.consortium.web.SmallWorld.SU_HONGMEI;
import static org.consortium.web.SmallWorld.XU_WENJING;
import static org.consortium.web.SmallWorld.YE_ZHOU;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.consortium.web.browser.Browser;
import org.consortium.web.browser.DemoTest;
import org.consortium.web.browser.Look;
import org.junit.jupiter.api.Test;

/** The way of one book from the search to its homecoming, through the pages and by people's hands. 中国文学史, at the college only, is its own. */
@DemoTest
class StoryInBrowserTest {

    private static final String TITLE = "中国文学史";
    private static final String BARCODE = "11-B-0078257";

    /** Nobody in the story of the demo world touches it. */
    private static final String OF_THE_DISTRICT = "01-A-0219008";

    private static final String LIU_JIANHUA = "3301008107999";

    @Test
    void aReaderOfTheTownReadsABookOfTheCollege(Browser browser) {
        var reader = browser.open("/", Look.DESK.withoutScripts());
        asksForTheBook(reader);
        var number = reader.url().replaceFirst(".*#", "");

        lends(arrivesAsStaff(browser, YE_ZHOU), number);
        var town = arrivesAsStaff(browser, SU_HONGMEI);
        scan(town, BARCODE);
        assertThat(line(town)).containsText("到馆了");

        reader.reload();
        assertThat(request(reader)).containsText("在桥头镇图书馆等您来取");

        scan(town, LIN_XIAOMEI);
        assertThat(town.locator(".say", new Page.LocatorOptions().setHasText(BARCODE)))
                .isVisible();
        scan(town, BARCODE);
        assertThat(line(town)).containsText("借出");
        reader.reload();
        assertThat(reader.locator(".item", new Page.LocatorOptions().setHasText(TITLE)))
                .containsText("云泽师范学院图书馆");

        var city = arrivesAsStaff(browser, XU_WENJING);
        scan(city, BARCODE);
        assertThat(line(city)).containsText("已还");
        assertThat(line(city)).containsText("送回云泽师范学院图书馆");

        var college = arrivesAsStaff(browser, YE_ZHOU);
        scan(college, BARCODE);
        assertThat(line(college)).containsText("回架了");
        line(college).getByText(number).click();
        assertThat(college.locator(".head")).containsText("借到了");
        reader.reload();
        assertThat(reader.locator("[aria-labelledby=h-closed] li").first()).containsText(TITLE);
    }

    private static void asksForTheBook(Page page) {
        page.fill("#q", TITLE);
        button(page, "检索").click();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(TITLE).setExact(true))
                .first()
                .click();
        assertThat(page.locator(".hold tbody tr").first()).containsText("云泽师范学院图书馆");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("登录后借到它")).click();
        Browser.signIn(page, LIN_XIAOMEI, SmallWorld.PIN);

        assertThat(page.locator("#pick")).hasValue("qiaotou-main");
        button(page, "借到它").click();

        assertThat(page).hasURL(Pattern.compile(".*/account#R-\\d{6}-\\d+"));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("请求已提出，到了会在桥头镇图书馆等您。");
        assertThat(request(page)).containsText("正在找能借的馆");
    }

    private static void lends(Page page, String number) {
        page.navigate(page.url() + "/requests?tab=to-answer");
        page.locator("tr", new Page.LocatorOptions().setHasText(number))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        button(page, "应下").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("应下了");
        page.fill("#barcode", BARCODE);
        button(page, "取到了").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("取到了");
        button(page, "发出").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("发出了");
    }

    @Test
    void theDeskNeedsNoMouse(Browser browser) {
        var desk = arrivesAsStaff(browser, HE_MIN);
        var keys = desk.keyboard();

        keys.type(LIU_JIANHUA);
        keys.press("Enter");
        assertThat(desk.locator(".verdict")).containsText("刘建华");
        keys.type(OF_THE_DISTRICT);
        keys.press("Enter");
        assertThat(line(desk)).containsText("借出");
        keys.type("/x");
        keys.press("Enter");
        assertThat(line(desk)).containsText("撤销了");
        keys.type("/e");
        keys.press("Enter");

        assertThat(desk.locator(".verdict")).containsText("扫读者证借书");
        assertThat(desk.locator("#scan")).isFocused();
    }

    @Test
    void theOtherLanguageIsTheSamePage(Browser browser) {
        var page = browser.open("/search?q=%E7%BA%A2%E6%A5%BC%E6%A2%A6&available=true&page=0");
        var hits = page.locator(".hit").count();

        page.getByText("English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#q")).hasValue("红楼梦");
        assertThat(page.locator("#f-a")).isChecked();
        assertThat(page.locator(".hit")).hasCount(hits);

        page.locator(".hit h3 a").first().click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        var record = page.url();
        page.getByText("中文").first().click();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
        assertThat(page.url()).startsWith(record);
    }

    private static Page arrivesAsStaff(Browser browser, String login) {
        browser.forget();
        var page = browser.open("/sign-in?as=staff");
        Browser.signIn(page, login, SmallWorld.PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/desk"));
        return page;
    }

    private static void scan(Page desk, String what) {
        desk.fill("#scan", what);
        desk.press("#scan", "Enter");
        assertThat(desk.locator("#scan")).hasValue("");
    }

    /** What passed through the librarian's hands last. */
    private static Locator line(Page desk) {
        return desk.locator("[aria-labelledby=h-items] tbody tr").first();
    }

    private static Locator request(Page account) {
        return account.locator(".req", new Page.LocatorOptions().setHasText(TITLE));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
