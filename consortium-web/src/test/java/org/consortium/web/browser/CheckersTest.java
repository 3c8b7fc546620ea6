package org.consortium.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A checker that never finds anything would praise every page. */
class CheckersTest {

    private static final String WRONG = """
            <!doctype html><html lang="en"><title>Wrong</title>
            <main><h1>Wrong</h1><img src="data:,"><p style="color: #ccc; background: #fff">pale</p></main></html>
            """;

    @Test
    void axeFindsWhatIsWrong() {
        var browser = new Browser("");
        try {
            var page = browser.open("about:blank");
            page.setContent(WRONG);

            assertThat(Axe.onEveryRule(page))
                    .anyMatch(found -> found.startsWith("image-alt [<img"))
                    .anyMatch(found -> found.startsWith("color-contrast [<p"));
            assertThat(Axe.onWhatLooksDecide(page)).hasSize(1).allMatch(found -> found.startsWith("color-contrast"));
        } finally {
            browser.leave();
        }
    }

    @Test
    void nuFindsWhatIsWrong() {
        assertThat(HtmlChecker.complaints(WRONG)).anyMatch(found -> found.contains("alt"));
    }
}
