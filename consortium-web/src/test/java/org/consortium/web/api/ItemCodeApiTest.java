package org.consortium.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.SmallWorld.XU_WENJING;
import static org.consortium.web.api.Told.assertProblem;
import static org.consortium.web.api.Told.json;
import static org.consortium.web.api.Told.text;

import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A program of a library says what its codes of items mean and where its records tell of copies; of no other library. */
@WebTest
class ItemCodeApiTest {

    private static final String CODES = "/api/v1/libraries/yunze-city/item-codes";
    private static final String FIELD = "/api/v1/libraries/yunze-city/item-field";

    @Autowired
    Visits visits;

    @Test
    void codesAreMappedAndMappedAgain() {
        var city = visits.ofStaff(XU_WENJING);

        var mapped = city.json("PUT", CODES, "{\"codes\": [{\"code\": \" LX1 \", \"itemClass\": \"RARE\"}]}");

        assertThat(mapped.status()).as(mapped.body()).isEqualTo(200);
        city.json("PUT", CODES, "{\"codes\": [{\"code\": \"LX1\", \"itemClass\": \"BOOK\"}]}");
        assertThat(json(city.get(CODES)).get("items")).anySatisfy(one -> {
            assertThat(one.get("code").asString()).isEqualTo("LX1");
            assertThat(one.get("itemClass").asString()).isEqualTo("BOOK");
        });
    }

    @Test
    void theFieldIsNamedAndForgotten() {
        var city = visits.ofStaff(XU_WENJING);

        var named = city.json("PUT", FIELD, "{\"tag\": \"966\", \"barcode\": \"b\", \"location\": \"lc\"}");

        assertThat(named.status()).as(named.body()).isEqualTo(200);
        assertThat(text(city.get(FIELD), "/location")).isEqualTo("lc");
        assertThat(city.json("DELETE", FIELD, null).status()).isEqualTo(204);
        assertThat(json(city.get(FIELD)).has("tag")).isFalse();
    }

    @Test
    void whatIsNoFieldAndWhatIsAnothersIsRefused() {
        var city = visits.ofStaff(XU_WENJING);

        assertProblem(city.json("PUT", FIELD, "{\"tag\": \"001\", \"barcode\": \"b\"}"), 422, "item-field-form");
        assertProblem(
                city.json("PUT", CODES, "{\"codes\": [{\"code\": \" \", \"itemClass\": \"BOOK\"}]}"),
                422,
                "item-code-form");
        assertProblem(visits.ofStaff(HE_MIN).get(CODES), 404, "library-not-found");
        assertProblem(visits.ofStaff(HE_MIN).json("DELETE", FIELD, null), 404, "library-not-found");
    }
}
