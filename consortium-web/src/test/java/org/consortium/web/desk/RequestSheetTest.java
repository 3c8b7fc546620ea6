package org.consortium.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;
import static org.consortium.web.SmallWorld.NORMAL_MAIN;
import static org.consortium.web.SmallWorld.QIAOTOU_MAIN;
import static org.consortium.web.SmallWorld.SU_HONGMEI;
import static org.consortium.web.SmallWorld.YE_ZHOU;

import java.util.Map;
import org.consortium.core.card.CardNumber;
import org.consortium.core.ill.RequestNumber;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.request.RequestDesk;
import org.consortium.web.SmallWorld;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sheet of a request says to each side what it is about, what happened, and offers what that side can do. */
@WebTest
class RequestSheetTest {

    @Autowired
    Visits visits;

    @Autowired
    SmallWorld world;

    @Autowired
    CardDesk cards;

    @Autowired
    RequestDesk requests;

    @Test
    void theLenderIsOfferedItsMovesAndSeesAnAlias() {
        var sheet = visits.ofStaff(YE_ZHOU).get("/desk/requests/" + asked("11-B-0070001"));

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.body())
                .contains("/acceptance\"", "/refusal\"", "/condition\"")
                .doesNotContain("/cancellation\"", "/shipment\"", "林晓梅");
    }

    @Test
    void theBorrowerMayCancelOrAskTheNext() {
        var sheet = visits.ofStaff(SU_HONGMEI).get("/desk/requests/" + asked("11-B-0070002"));

        assertThat(sheet.body())
                .contains("林晓梅", "/cancellation\"", "/next-lender\"")
                .doesNotContain("/acceptance\"");
    }

    @Test
    void aNoIsToldWithItsReason() {
        var number = asked("11-B-0070003");
        var college = visits.ofStaff(YE_ZHOU);

        college.post("/desk/requests/" + number + "/refusal", Map.of("reason", "POOR_CONDITION", "remark", "散页了"));

        var sheet = visits.ofStaff(SU_HONGMEI).get("/desk/requests/" + number);
        assertThat(sheet.body())
                .contains("书况不好", "散页了", "没有馆可问了", "/closing\"")
                .doesNotContain("POOR_CONDITION", "NO_LENDER_LEFT");
    }

    private RequestNumber asked(String barcode) {
        var book = world.book("额尔古纳河右岸 " + barcode, YE_ZHOU, NORMAL_MAIN, barcode);
        var reader = cards.find(new CardNumber(LIN_XIAOMEI)).orElseThrow();
        return requests.place(book, QIAOTOU_MAIN, reader.id(), reader.actor()).number();
    }
}
