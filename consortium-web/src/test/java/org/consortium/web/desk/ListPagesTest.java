package org.consortium.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.SmallWorld.XU_WENJING;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.consortium.catalog.sheet.SheetMapping;
import org.consortium.catalog.sheet.SheetRow;
import org.consortium.catalog.sheet.SheetTemplate;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A list of titles at the door of pages and of the API. */
@WebTest
class ListPagesTest {

    private static final String ADDRESS = "/api/v1/libraries/yunze-city/imports?branch=city-main";

    @Autowired
    Visits visits;

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theTemplateIsUnderstoodInBothLanguages(String language) {
        var answer = visits.ofStaff(XU_WENJING).get("/desk/imports/template.csv?lang=" + language);

        var headings = Arrays.asList(answer.body().replace("\uFEFF", "").strip().split(","));
        assertThat(SheetMapping.guessed(new SheetRow(1, 1, headings)).columns()).isEqualTo(SheetTemplate.COLUMNS);
    }

    @Test
    void aListWhoseHeadingsSayEnoughIsReadAtOnce() {
        var answer = visits.ofStaff(XU_WENJING).file(ADDRESS, "text/csv", "书名,条码\n家,01-Q-1\n");

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).contains("\"state\":\"WAITING\"").contains("[\"TITLE\",\"BARCODE\"]");
    }

    @Test
    void copiesWithoutABarcodeAreGivenOneAndItsLabelIsPrinted() {
        var visit = visits.ofStaff(XU_WENJING);
        var answer = visit.file(ADDRESS + "&fileName=list.csv&giveBarcodes=true", "text/csv", "书名,册数\n没有条码的家,2\n");
        var job = answer.location().orElseThrow();

        await().atMost(Duration.ofSeconds(30)).until(() -> visit.get(job).body().contains("\"state\":\"DONE\""));

        assertThat(visit.get(job + "/barcodes").body()).contains("\"total\":2", "YUNZE-CITY-0000", "没有条码的家");
        var page = job.replace("/api/v1/imports/", "/desk/imports/");
        assertThat(visit.get(page).body()).contains(page + "/labels");
        assertThat(visit.get(page + "/labels").body()).contains("YUNZE-CITY-0000");
        assertThat(visits.ofStaff(HE_MIN).get(job + "/barcodes").status()).isEqualTo(404);
    }

    @Test
    void aListWithoutHeadingsWaitsThoughAnIsbnIsKnownByItsLook() {
        var answer =
                visits.ofStaff(XU_WENJING).file(ADDRESS + "&fileName=list.csv", "text/csv", "家,9787020002207\n春,\n");

        assertThat(answer.body()).contains("\"state\":\"MAPPING\"");
    }

    @Test
    void otherwiseItWaitsForItsColumns() {
        var visit = visits.ofStaff(XU_WENJING);
        var answer = visit.file(ADDRESS + "&fileName=list.csv", "text/csv", "甲,乙\n家,01-Q-2\n");
        assertThat(answer.body()).contains("\"state\":\"MAPPING\"");
        var job = answer.location().orElseThrow();

        var tooLittle = visit.json("PUT", job + "/columns", "{\"columns\": [\"BARCODE\"], \"heading\": true}");
        var enough = visit.json("PUT", job + "/columns", "{\"columns\": [\"TITLE\", \"BARCODE\"], \"heading\": true}");
        var again = visit.json("PUT", job + "/columns", "{\"columns\": [\"TITLE\", \"BARCODE\"], \"heading\": true}");

        assertThat(List.of(tooLittle.status(), enough.status(), again.status())).isEqualTo(List.of(422, 200, 409));
        assertThat(tooLittle.body()).contains("columns-not-known");
        assertThat(again.body()).contains("columns-named");
    }
}
