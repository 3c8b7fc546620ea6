package org.consortium.web.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.JIANG_CHEN;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;
import static org.consortium.web.SmallWorld.NORMAL_MAIN;
import static org.consortium.web.SmallWorld.YE_ZHOU;

import java.util.Map;
import java.util.regex.Pattern;
import org.consortium.core.union.RecordId;
import org.consortium.web.SmallWorld;
import org.consortium.web.Visit;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of records through the doors: as pages, as files, by link, and for programs. */
@WebTest
class ReadingListPagesTest {

    private static final Pattern HANDLE = Pattern.compile("\"handle\":\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("/lists/([0-9a-z]{26})");

    @Autowired
    Visits visits;

    @Autowired
    SmallWorld world;

    private static int made;

    private Visit linXiaomei;
    private RecordId book;
    private String list;

    @BeforeEach
    void aListWithABook() {
        book = world.book("云泽的桥", YE_ZHOU, NORMAL_MAIN, "11-B-007100" + ++made);
        linXiaomei = visits.ofReader(LIN_XIAOMEI);
        linXiaomei.post("/account/list-records", Map.of("record", book.value(), "name", "水边的书"));
        var mine = HANDLE.matcher(linXiaomei.get("/api/v1/me/lists").body());
        assertThat(mine.find()).isTrue();
        list = mine.group(1);
    }

    @Test
    void showsWhatWasPutIn() {
        var page = linXiaomei.get("/account/lists/" + list).body();

        assertThat(page).contains("水边的书", "云泽的桥", "在架1册");
        assertThat(linXiaomei.get("/account/lists/" + list + "/sheet").body()).contains("云泽的桥[M]");
    }

    @Test
    void goesAlongWhole() {
        var at = "/account/lists/" + list + "/records.";

        assertThat(linXiaomei.get(at + "ris").body()).startsWith("TY  - BOOK").contains("TI  - 云泽的桥");
        assertThat(linXiaomei.get(at + "bib").body()).startsWith("@book{" + book);
        assertThat(linXiaomei.get(at + "gbt.txt").body()).isEqualTo("云泽的桥[M].\n");
        assertThat(linXiaomei.get(at + "txt").body()).startsWith("云泽的桥\n").contains("/records/" + book);
        assertThat(linXiaomei.get(at + "pdf").status()).isEqualTo(400);
    }

    @Test
    void isSeenByWhoeverHasTheLinkUntilItIsWithdrawn() {
        linXiaomei.post("/account/lists/" + list + "/link", Map.of());
        var shown = LINK.matcher(
                linXiaomei.get("/account/lists/" + list + "?lang=zh").body());
        assertThat(shown.find()).isTrue();
        var address = "/lists/" + shown.group(1);

        var stranger = visits.ofStranger();
        assertThat(stranger.get(address).body())
                .contains("水边的书", "云泽的桥", "noindex")
                .doesNotContain("林晓梅", list);
        assertThat(stranger.get(address + "/records.ris").status()).isEqualTo(200);
        linXiaomei.post("/account/lists/" + list + "/link/withdrawal", Map.of());

        assertThat(stranger.get(address).status()).isEqualTo(404);
        assertThat(stranger.get(address + "/sheet").status()).isEqualTo(404);
    }

    @Test
    void isNotFoundByAnotherReader() {
        var jiangChen = visits.ofReader(JIANG_CHEN);

        assertThat(jiangChen.get("/account/lists/" + list).status()).isEqualTo(404);
        assertThat(jiangChen
                        .post("/account/list-records", Map.of("record", book.value(), "list", list))
                        .status())
                .isEqualTo(404);
        assertThat(jiangChen.json("DELETE", "/api/v1/me/lists/" + list, null).status())
                .isEqualTo(404);
    }

    @Test
    void isWorkedOnByPrograms() {
        var at = "/api/v1/me/lists/" + list;
        var other = world.book("云泽的渡口", YE_ZHOU, NORMAL_MAIN, "11-B-007200" + made);
        assertThat(linXiaomei
                        .json("POST", at + "/records", "{\"records\": [\"" + other + "\"]}")
                        .status())
                .isEqualTo(200);
        linXiaomei.json("PUT", at + "/records/" + other + "/note", "{\"note\": \"先读\"}");

        assertThat(linXiaomei
                        .json("PUT", at + "/records", "{\"records\": [\"" + other + "\"]}")
                        .body())
                .containsSubsequence("云泽的渡口", "先读", "云泽的桥");
        assertThat(linXiaomei.json("DELETE", at + "/records/" + other, null).body())
                .containsSubsequence("\"lines\"", "云泽的桥", "\"taken\"", "云泽的渡口");
        assertThat(linXiaomei
                        .json("POST", "/api/v1/me/lists", "{\"name\": \" \"}")
                        .status())
                .isEqualTo(422);
        assertThat(linXiaomei.json("DELETE", at, null).status()).isEqualTo(204);
        assertThat(linXiaomei.get(at).status()).isEqualTo(404);
        assertThat(linXiaomei.json("POST", at + "/restoration", null).status()).isEqualTo(200);
    }
}
