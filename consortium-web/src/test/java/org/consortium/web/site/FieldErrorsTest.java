package org.consortium.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.COUNCIL;

import java.util.Map;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A screen reader hears which input is wrong, and why. */
@WebTest
class FieldErrorsTest {

    @Autowired
    Visits visits;

    @Test
    void aWrongInputIsTiedToItsSentence() {
        var form = Map.of("code", "lib!", "nameZh", "白杨图书馆", "kind", "VILLAGE", "hosted", "true");

        var page = visits.ofStaff(COUNCIL).post("/council/libraries", form);

        assertThat(page.body())
                .containsPattern("<input id=\"code\"[^>]* aria-describedby=\"code-hint code-wrong\"")
                .containsPattern("<input id=\"code\"[^>]* aria-invalid=\"true\"")
                .contains("id=\"code-wrong\"")
                .doesNotContainPattern("<input id=\"nameZh\"[^>]* aria-invalid")
                .doesNotContain("field:errors");
    }
}
