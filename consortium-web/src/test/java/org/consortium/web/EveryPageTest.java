package org.consortium.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.COUNCIL;
import static org.consortium.web.SmallWorld.FANG_ZHIMING;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.SmallWorld.JIANG_CHEN;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;
import static org.consortium.web.SmallWorld.SU_HONGMEI;
import static org.consortium.web.SmallWorld.XU_WENJING;
import static org.consortium.web.SmallWorld.YE_ZHOU;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.consortium.web.browser.Browser;
import org.consortium.web.browser.DemoTest;
import org.consortium.web.browser.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page of the demo world is sound, as whoever works with it meets it. Pages that look the same to everybody are examined in
 * {@code SitePagesTest} and {@code SignInPageTest}. Only 方志明's desk is written on.
 */
@DemoTest
class EveryPageTest {

    private static final String WANG_FANG = "3301008106332";

    /** Nobody in the story of the demo world touches it. */
    private static final String OF_THE_CITY = "02-A-0310008";

    private static final String OF_A_LETTER = "k".repeat(26);

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "search, /search",
        "search-en, /search?lang=en",
        "search-found, /search?q=红楼梦",
        "search-filtered, /search?q=中国&available=true&library=yunze-city&library=qiaotou&yearFrom=1980&yearTo=2019",
        "search-region, /search?q=中国&region=青石县",
        "search-region-en, /search?q=中国&region=青石县&region=云泽区&lang=en",
        "search-filtered-away, /search?q=红楼梦&yearFrom=1800&yearTo=1801",
        "search-none, /search?q=没有这样的书",
        "search-page, /search?page=3&sort=newest",
        "search-read-as, /search?q=红缕梦",
        "search-classes, /search?q=&class=I&class=I2&author=鲁迅",
        "search-advanced, /search/advanced?q=title:红楼 author:曹雪芹 -研究",
        "search-advanced-en, /search/advanced?lang=en",
        "search-recent, /search/recent",
        "browse-new, /browse/new?days=365",
        "browse-new-en, /browse/new?library=qiaotou&days=90&lang=en",
        "browse-new-none, /browse/new?class=Z&days=7&library=qiaotou",
        "browse-clc, /browse/clc",
        "browse-clc-en, /browse/clc?class=I&lang=en",
        "browse-authors, /browse/authors?from=l",
        "browse-subjects-en, /browse/subjects?lang=en",
        "browse-end, /browse/subjects?from=zzzz",
        "libraries, /libraries",
        "libraries-en, /libraries?lang=en",
        "library, /libraries/qiaotou",
        "library-en, /libraries/yunze-city?lang=en",
        "library-suspended, /libraries/shuangqiao",
    })
    void ofAStranger(String name, String path, Browser browser) {
        browser.examine(name, path);
    }

    @Test
    void ofARecord(Browser browser) {
        var record = first(browser.open("/search?q=红楼梦"), ".hit h3 a");
        browser.examine("record-stranger", record);

        browser.asReader(LIN_XIAOMEI);
        browser.examine("record", record);
        browser.examine("record-en", record + "?lang=en");
    }

    @ParameterizedTest
    @CsvSource({"account, /account", "account-en, /account?lang=en", "history, /account/history"})
    void ofAReader(String name, String path, Browser browser) {
        browser.asReader(LIN_XIAOMEI).examine(name, path);
    }

    @Test
    void ofAReaderWhoKeepsThings(Browser browser) {
        browser.asReader(LIN_XIAOMEI);
        browser.examine("kept-lists", "/account/lists");
        browser.examine("kept-searches", "/account/searches");
        browser.examine("kept-search", first(browser.open("/account/searches"), "main .list a"));
        browser.examine("kept-proposals", "/account/proposals");
    }

    @Test
    void ofWhatAReaderKeeps(Browser browser) {
        browser.asReader(JIANG_CHEN);
        browser.examine("reading-lists-none", "/account/lists");
        browser.examine("saved-searches-none", "/account/searches");
        var page = browser.open("/search?q=中国");
        page.locator("input[name=record]").all().forEach(Locator::check);
        page.fill("#keep-name", "大处着眼：中国的历史、文学、山川与人，一份名称很长的书单");
        page.click("#keep button");
        page.locator(".flash .st--ok").waitFor();
        browser.examine("search-reader", "/search?q=中国");

        var list = first(browser.open("/account/lists"), "main .list a");
        page = browser.open(list);
        page.click("form[action$=removal] button");
        page.locator(".flash").waitFor();
        page.click("form[action$=link] button");
        var link = page.inputValue("#link").replaceFirst(".*(/lists/)", "$1");
        browser.examine("reading-lists", "/account/lists");
        browser.examine("reading-lists-en", "/account/lists?lang=en");
        browser.examine("reading-list", list + "?lang=zh");
        browser.examine("reading-list-en", list + "?lang=en");
        browser.examine("reading-list-sheet", list + "/sheet?lang=zh");

        page = browser.open("/search?q=中国");
        page.locator(".keep summary").first().click();
        page.click("form[action='/account/searches'] button");
        var search = first(browser.open("/account/searches"), "main .list a");
        page = browser.open(search);
        page.click("form[action$=feed] button");
        browser.examine("saved-searches", "/account/searches");
        browser.examine("saved-search", search);
        browser.examine("saved-search-en", search + "?lang=en");
        page = browser.open(search + "?lang=zh");
        page.click("form[action$=removal] button");
        page.locator(".flash").waitFor();
        browser.examine("saved-searches-taken", "/account/searches");
        browser.examine("saved-searches-taken-en", "/account/searches?lang=en");

        browser.examine("search-none-reader", "/search?q=没有这样的书&lang=zh");
        browser.examine("proposals-none", "/account/proposals?title=没有这样的书");
        page = browser.open("/account/proposals");
        page.fill("#title", "候鸟的勇敢");
        page.fill("#reason", "桥头镇读书会下个季度要一起读，书店里已经买不到了");
        page.click("main form button[type=submit]");
        page.locator(".said").waitFor();
        browser.examine("proposals", "/account/proposals");
        browser.examine("proposals-en", "/account/proposals?lang=en");

        browser.asStaff(SU_HONGMEI);
        browser.examine("desk-proposals", "/desk/proposals?lang=zh");
        browser.examine("desk-proposals-en", "/desk/proposals?lang=en");
        page = browser.open("/desk/proposals?lang=zh");
        page.locator("tbody input[name=text]").first().fill("下个月到");
        page.locator("tbody button[value=ORDERED]").first().click();
        browser.examine("desk-proposals-answered", "/desk/proposals?answered=true");

        browser.forget();
        browser.examine("shared-list", link + "?lang=zh");
        browser.examine("shared-list-en", link + "?lang=en");
    }

    @Test
    void ofTheEndOfLetters(Browser browser) {
        jdbc.sql("""
                insert into mail_choice (reader, wanted, language, link, since)
                select min(id), true, 'zh', :link, now() from reader
                on conflict (reader) do update set wanted = true, link = excluded.link
                """).param("link", OF_A_LETTER).update();

        browser.examine("mail-end", "/mail/" + OF_A_LETTER);
        browser.examine("mail-end-en", "/mail/" + OF_A_LETTER + "?lang=en");
        browser.open("/mail/" + OF_A_LETTER).click("main form button[type=submit]");
        browser.examine("mail-ended", "/mail/" + OF_A_LETTER + "?lang=zh");
    }

    @ParameterizedTest
    @CsvSource({
        "desk, /desk, 200",
        "desk-en, /desk?lang=en, 200",
        "receipt-empty, /desk/receipt, 200",
        "requests-to-answer, /desk/requests?tab=to-answer, 200",
        "requests-to-answer-en, /desk/requests?tab=to-answer&lang=en, 200",
        "requests-to-pick, /desk/requests?tab=to-pick, 200",
        "requests-to-send, /desk/requests?tab=to-send, 200",
        "requests-arriving, /desk/requests?tab=arriving, 200",
        "requests-ready, /desk/requests?tab=ready, 200",
        "requests-with-readers, /desk/requests?tab=with-readers, 200",
        "requests-going-back, /desk/requests?tab=going-back, 200",
        "requests-attention, /desk/requests?tab=attention, 200",
        "requests-closed, /desk/requests?tab=closed, 200",
        "requests-none, /desk/requests?tab=closed&q=没有这样的书, 200",
        "pick-list, /desk/pick-list, 200",
        "imports, /desk/imports, 200",
        "imports-en, /desk/imports?lang=en, 200",
        "rereading, /desk/rereadings, 200",
        "rereading-sample, /desk/rereadings?look=true, 200",
        "item-codes, /desk/item-codes, 200",
        "item-codes-en, /desk/item-codes?lang=en, 200",
        "readers, /desk/readers, 200",
        "readers-en, /desk/readers?lang=en, 200",
        "readers-none, /desk/readers?q=没有这个人, 200",
        "readers-unknown-card, /desk/readers?q=3301008999999, 200",
        "readers-card-of-another, /desk/readers?q=3301008645721, 200",
        "reader-new, /desk/readers/new?card=3301008999999, 200",
        "reader-new-en, /desk/readers/new?lang=en, 200",
        "transits, /desk/transits, 200",
        "transits-en, /desk/transits?lang=en, 200",
        "manifest-empty, /desk/transits/district-main/qiaotou-main?since=2999-01-01, 200",
        "holdings, /desk/holdings, 200",
        "holdings-found, /desk/holdings?q=红楼梦, 200",
        "error-403-staff, /council/trail, 403",
        "error-404-staff, /desk/requests/R-200101-0001, 404",
        "error-405-staff, /desk/scans, 405",
    })
    void ofALibrarian(String name, String path, int status, Browser browser) {
        browser.asStaff(HE_MIN).examine(name, path, status);
    }

    @ParameterizedTest
    @CsvSource({"to-answer", "to-pick", "ready", "attention", "closed"})
    void ofARequest(String tab, Browser browser) {
        browser.asStaff(HE_MIN);
        var request = first(browser.open("/desk/requests?tab=" + tab), "tbody th a");

        browser.examine("request-" + tab, request);
        if (tab.equals("to-pick")) {
            browser.examine("request-to-pick-en", request + "?lang=en");
            browser.examine("slip", request + "/slip");
        }
    }

    @Test
    void ofAReaderAtHerHomeLibrary(Browser browser) {
        browser.asStaff(SU_HONGMEI);
        var list = browser.open("/desk/readers?q=林晓梅");
        var file = list.locator("tbody th a").first().getAttribute("href");

        browser.examine("reader-file", file);
        browser.examine("reader-file-en", file + "?lang=en");
        browser.examine("reader-card", file + "/card");
    }

    @Test
    void ofANewReaderAndHerPin(Browser browser) {
        browser.asStaff(FANG_ZHIMING);
        var page = browser.open("/desk/readers/new?card=3301008999007");
        page.fill("#name", "严守一");
        page.click("main form button[type=submit]");
        assertThat(page.locator(".slip .big").textContent()).matches("\\d{6}");
        assertThat(Browser.accessibility(page, Look.DESK)).isEmpty();
        var file = first(page, ".crumb a");
        page = browser.open(file);
        page.fill("#reason", "证件待核");
        page.click("form[action$=block] button[type=submit]");

        browser.examine("reader-file-blocked", file);
    }

    @Test
    void ofAManifest(Browser browser) {
        browser.asStaff(HE_MIN);
        var manifest = first(browser.open("/desk/transits"), "section[aria-labelledby=h-leaving] tbody a");

        browser.examine("manifest", manifest + "?since=2000-01-01");
    }

    @Test
    void ofABusyDesk(Browser browser) {
        browser.asStaff(FANG_ZHIMING);
        var desk = browser.open("/desk");
        scan(desk, WANG_FANG);
        scan(desk, OF_THE_CITY);
        scan(desk, "99-Z-0000000");

        browser.examine("desk-serving", "/desk");
        browser.examine("desk-serving-en", "/desk?lang=en");
        browser.examine("receipt", "/desk/receipt");
    }

    @Test
    void ofAnImport(Browser browser) {
        browser.asStaff(XU_WENJING);
        var page = browser.open("/desk/imports");
        page.setInputFiles("#file", new FilePayload("新书.xml", "application/xml", books()));
        page.click("main form button[type=submit]");
        var job = page.url().replaceFirst(".*(/desk/imports/[^?]*).*", "$1");
        page.locator(".st--done, .st--ok").first().waitFor();

        browser.examine("import", job);
        browser.examine("import-rejects", job + "?list=rejects");
        browser.examine("imports-one", "/desk/imports");
    }

    @Test
    void ofAList(Browser browser) {
        browser.asStaff(XU_WENJING);
        var page = browser.open("/desk/imports");
        page.setInputFiles("#file", new FilePayload("书目.csv", "text/csv", list()));
        page.click("main form button[type=submit]");
        var job = page.url().replaceFirst(".*(/desk/imports/[^?]*)/columns.*", "$1");

        browser.examine("import-columns", job + "/columns");
        browser.examine("import-columns-en", job + "/columns?lang=en");

        page = browser.open(job + "/columns?lang=zh");
        page.click("main form.stack button[type=submit]");
        page.locator(".st--done, .st--ok").first().waitFor();
        browser.examine("labels", job + "/labels");
        browser.examine("labels-en", job + "/labels?lang=en");
        browser.open("/desk/imports?lang=zh");
        browser.examine("brief-records", "/desk/brief-records");
        browser.examine("brief-records-en", "/desk/brief-records?lang=en");
    }

    @Test
    void ofAHarvest(Browser browser) {
        browser.asStaff(FANG_ZHIMING);
        var page = browser.open("/desk/harvests");
        page.fill("#address", "https://203.0.113.7/oai");
        page.fill("#format", "marc21");
        page.click("main form.stack button[type=submit]");
        var harvest = first(browser.open("/desk/harvests"), "tbody th a");

        browser.examine("harvests", "/desk/harvests");
        browser.examine("harvest", harvest);
        browser.examine("harvest-en", harvest + "?lang=en");
    }

    @Test
    void ofMatching(Browser browser) {
        browser.asStaff(YE_ZHOU).examine("matching-none", "/matching?tab=unsure");
        send(browser, "alike-1", "云泽民间故事集成", "");
        browser.asStaff(XU_WENJING);
        send(browser, "alike-2", "云泽民间故事集成", "云泽文艺出版社");
        var question = first(browser.open("/matching"), "main tbody a");
        browser.examine("matching", "/matching");
        browser.examine("matching-en", "/matching?lang=en");
        browser.examine("matching-question", question + "?lang=zh");
        browser.examine("matching-question-en", question + "?lang=en");

        var page = browser.open(question + "?lang=zh");
        var why = first(page, ".links a");
        page.keyboard().press("1");
        page.locator("form[action$='answer/reversal'] button").waitFor();
        assertThat(Browser.accessibility(page, Look.DESK)).isEmpty();
        browser.examine("matching-answered", question);
        browser.examine("why", why);
        browser.examine("why-en", why + "?lang=en");
        var source = first(browser.open(why + "?lang=zh"), "main tbody th a");
        browser.examine("source", source);
        browser.examine("source-en", source + "&lang=en");
        browser.examine("others", why.replace("why", "others?q=中国文学史&lang=zh"));
        page = browser.open(why.replace("why", "others?q=中国文学史"));
        browser.examine("beside", first(page, "main tbody a"));
        browser.examine("beside-en", first(page, "main tbody a") + "?lang=en");
    }

    @Test
    void ofTheIndex(Browser browser) {
        browser.asStaff(COUNCIL);
        var page = browser.open("/council/index?lang=zh");
        page.click("form[action$=rebuilds] button");
        page.locator("form[action$=rebuilds] button").waitFor();

        browser.examine("index", "/council/index?lang=zh");
        browser.examine("index-en", "/council/index?lang=en");
    }

    @Test
    void ofTheRulesOfMatching(Browser browser) {
        browser.asStaff(COUNCIL);
        browser.examine("rules-of-matching", "/council/matching");
        browser.examine("rules-of-matching-new", "/council/matching/new");
        var page = browser.open("/council/matching/new");
        page.fill("#join", "80");
        page.fill("#review", "50");
        page.click("main form button[type=submit]");
        var version = page.url().replaceFirst(".*(/council/matching/\\d+).*", "$1");
        page.click("form[action$=samples] button");
        page.locator("#sample table, #sample .say").first().waitFor();

        browser.examine("rules-of-matching-one", version);
        browser.examine("rules-of-matching-one-en", version + "?lang=en");
        browser.examine("rules-of-matching-en", "/council/matching?lang=en");
    }

    /** A book of 1988 that might be another library's too. */
    private static void send(Browser browser, String number, String title, String publisher) {
        var page = browser.open("/desk/imports");
        var book = """
                <collection xmlns="http://www.loc.gov/MARC21/slim">
                <record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">%s</controlfield>
                <controlfield tag="008">910101s1988    cc            000 0 chi d</controlfield>
                <datafield tag="100" ind1="1" ind2=" "><subfield code="a">沈长河</subfield></datafield>
                <datafield tag="245" ind1="0" ind2="0"><subfield code="a">%s</subfield></datafield>
                <datafield tag="260" ind1=" " ind2=" "><subfield code="b">%s</subfield><subfield code="c">1988</subfield></datafield>
                </record></collection>
                """.formatted(number, title, publisher);
        page.setInputFiles(
                "#file", new FilePayload(number + ".xml", "application/xml", book.getBytes(StandardCharsets.UTF_8)));
        page.click("main form button[type=submit]");
        page.locator(".st--done, .st--ok").first().waitFor();
    }

    private static byte[] list() {
        return "ISBN,书名,作者,索书号,册数\n,云泽河道志,云泽市水利局,K928.4/12,3\n9787020002207,红楼梦,曹雪芹,I242.4/1,2\n"
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "staff-list-library, /desk/staff",
        "staff-new-library, /desk/staff/new",
        "staff-library, /desk/staff/xuwenjing",
        "harvests-none, /desk/harvests",
    })
    void ofALibraryAdmin(String name, String path, Browser browser) {
        browser.asStaff(FANG_ZHIMING).examine(name, path);
    }

    @ParameterizedTest
    @CsvSource({
        "council-rereadings, /council/rereadings?library=yunze-city&look=true",
        "council-libraries, /council/libraries",
        "council-libraries-en, /council/libraries?lang=en",
        "council-library, /council/libraries/qiaotou",
        "council-library-suspended, /council/libraries/shuangqiao",
        "council-library-new, /council/libraries/new",
        "council-library-new-en, /council/libraries/new?lang=en",
        "council-branch, /council/branches/qiaotou-main",
        "council-branch-en, /council/branches/qiaotou-main?lang=en",
        "council-branch-new, /council/libraries/qiaotou/branches/new",
        "council-staff-list, /council/staff",
        "council-staff, /council/staff/hemin",
        "council-staff-new, /council/staff/new",
        "council-trail, /council/trail",
        "council-trail-en, /council/trail?subject=request&lang=en",
        "council-imports, /council/imports",
        "council-imports-en, /council/imports?lang=en",
        "council-harvests, /council/harvests",
        "council-figures, /council/figures",
        "council-figures-en, /council/figures?lang=en",
    })
    void ofTheCouncil(String name, String path, Browser browser) {
        browser.asStaff(COUNCIL).examine(name, path);
    }

    @Test
    void ofAFormThatIsWrong(Browser browser) {
        browser.asStaff(COUNCIL);
        var page = browser.open("/council/libraries/new");
        page.evalOnSelector("main form", "form => form.noValidate = true");
        page.fill("#email", "nobody");
        page.click("main form button[type=submit]");

        assertThat(page.locator("#email-wrong").textContent()).isNotBlank();
        assertThat(Browser.accessibility(page, Look.DESK)).isEmpty();
    }

    private static void scan(Page desk, String what) {
        desk.fill("#scan", what);
        desk.press("#scan", "Enter");
        desk.waitForLoadState();
    }

    private static String first(Page page, String link) {
        return page.locator(link).first().getAttribute("href");
    }

    /** One record as it should be, one with a wrong ISBN, one without a title. */
    private static byte[] books() {
        return """
                <collection xmlns="http://www.loc.gov/MARC21/slim">
                <record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">every-page-1</controlfield>
                <datafield tag="245" ind1="0" ind2="0"><subfield code="a">河边的图书馆</subfield></datafield></record>
                <record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">every-page-2</controlfield>
                <datafield tag="020" ind1=" " ind2=" "><subfield code="a">9787020000001</subfield></datafield>
                <datafield tag="245" ind1="0" ind2="0"><subfield code="a">山上的图书馆</subfield></datafield></record>
                <record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">every-page-3</controlfield></record>
                </collection>
                """.getBytes(StandardCharsets.UTF_8);
    }
}
