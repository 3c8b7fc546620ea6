package org.consortium.web.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.consortium.web.SmallWorld;
import org.consortium.web.Visit.Answer;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class FeedPagesTest {

    private static int books;

    @Autowired
    Visits visits;

    @Autowired
    SmallWorld world;

    private String record;

    @BeforeEach
    void aBook() {
        record = world.book(
                        "图书馆的故事 <1> & 其他",
                        SmallWorld.XU_WENJING,
                        SmallWorld.CITY_MAIN,
                        "02-F-008%04d".formatted(++books))
                .value();
    }

    @Test
    void aRecordIsTakenAlong() {
        var ris = visits.ofStranger().get("/records/" + record + "/citation.ris");

        assertThat(ris.status()).isEqualTo(200);
        assertThat(ris.header("Content-Disposition")).contains(record + ".ris");
        assertThat(ris.body()).startsWith("TY  - BOOK\r\n").contains("/records/" + record);
        assertThat(visits.ofStranger()
                        .get("/records/" + record + "/citation.bib")
                        .body())
                .startsWith("@book{" + record);
        assertThat(visits.ofStranger()
                        .get("/records/" + record + "/citation.gbt.txt")
                        .body())
                .contains("[M]");
        assertThat(visits.ofStranger()
                        .get("/records/" + record + "/citation.txt")
                        .body())
                .startsWith("图书馆的故事 <1> & 其他\n")
                .contains("/records/" + record);
        assertThat(visits.ofStranger()
                        .get("/records/" + record + "/citation.docx")
                        .status())
                .isBetween(400, 404);
        assertThat(visits.ofStranger().get("/records/zzzzzzzz/citation.txt").status())
                .isEqualTo(404);
    }

    @Test
    void everyRecordIsOnTheSiteMap() throws Exception {
        var parts = read(visits.ofStranger().get("/sitemap.xml"));
        assertThat(parts.getElementsByTagName("loc").getLength()).isEqualTo(32);

        var map = read(visits.ofStranger().get("/sitemaps/" + record.charAt(0)));
        assertThat(map.getDocumentElement().getTextContent()).contains("/records/" + record);
        assertThat(read(visits.ofStranger().get("/sitemaps/!"))
                        .getElementsByTagName("loc")
                        .getLength())
                .isZero();
    }

    @Test
    void browsersLearnTheSearchBox() throws Exception {
        var description = read(visits.ofStranger().get("/opensearch.xml"));

        assertThat(description
                        .getElementsByTagName("Url")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("template")
                        .getNodeValue())
                .endsWith("/search?q={searchTerms}");
        assertThat(visits.ofStranger().get("/robots.txt").body()).contains("/sitemap.xml");
    }

    @Test
    void aSearchIsAFeed() throws Exception {
        var feed = visits.ofStranger().get("/search.atom?q=nothing-like-this-anywhere");

        assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(read(feed).getElementsByTagName("entry").getLength()).isZero();
    }

    @Test
    void aSearchSomebodyKeepsIsReadByItsLinkAlone() throws Exception {
        var linXiaomei = visits.ofReader(SmallWorld.LIN_XIAOMEI);
        var kept = linXiaomei.json(
                "POST",
                "/api/v1/me/searches",
                "{\"name\": \"桥\", \"question\": \"q=nothing-like-this\", \"frequency\": \"DAILY\"}");
        var search = "/api/v1/me/searches/" + value(kept, "handle");
        var feed = "/searches/" + value(linXiaomei.json("POST", search + "/feed", null), "feed") + ".atom";

        var read = read(visits.ofStranger().get(feed));
        assertThat(read.getElementsByTagName("title").item(0).getTextContent()).startsWith("桥");
        assertThat(read.getElementsByTagName("id").item(0).getTextContent()).endsWith(feed);
        linXiaomei.json("DELETE", search + "/feed", null);

        assertThat(visits.ofStranger().get(feed).status()).isEqualTo(404);
    }

    @Test
    void aFeedIsAsTheStandardSays() throws Exception {
        var feed = visits.ofStranger().get("/browse/new.atom?days=365");

        assertThat(feed.body()).contains("xml:lang=\"zh");
        var updated = read(feed).getElementsByTagName("updated");
        for (int i = 0; i < updated.getLength(); i++) {
            assertThat(updated.item(i).getTextContent())
                    .as("RFC 3339 has seconds")
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        }
        assertThat(read(feed)
                        .getElementsByTagName("link")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("href")
                        .getNodeValue())
                .endsWith("/browse/new.atom?days=365");
    }

    private static String value(Answer answer, String name) {
        return new JsonMapper().readTree(answer.body()).get(name).asString();
    }

    @Test
    void whatALibraryAddedIsAFeed() throws Exception {
        var feed = "/browse/new.atom?library=" + SmallWorld.CITY + "&days=1";
        for (int wait = 0; wait < 100 && !visits.ofStranger().get(feed).body().contains(record); wait++) {
            Thread.sleep(100);
        }

        assertThat(read(visits.ofStranger().get(feed)).getDocumentElement().getTextContent())
                .contains("图书馆的故事 <1> & 其他", "/records/" + record);
        assertThat(visits.ofStranger()
                        .get("/browse/new?library=" + SmallWorld.CITY)
                        .body())
                .contains("图书馆的故事 &lt;1&gt; &amp; 其他");
        assertThat(visits.ofStranger().get("/browse/new?library=nowhere").status())
                .isEqualTo(404);
        assertThat(visits.ofStranger().get("/browse/new?days=0").status()).isEqualTo(422);
    }

    private static Document read(Answer answer) throws Exception {
        assertThat(answer.status()).isEqualTo(200);
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    }
}
