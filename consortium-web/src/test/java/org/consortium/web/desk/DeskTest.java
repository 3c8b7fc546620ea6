package org.consortium.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.CITY_MAIN;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;
import static org.consortium.web.SmallWorld.NORMAL_MAIN;
import static org.consortium.web.SmallWorld.QIAOTOU;
import static org.consortium.web.SmallWorld.QIAOTOU_MAIN;
import static org.consortium.web.SmallWorld.SU_HONGMEI;
import static org.consortium.web.SmallWorld.XU_WENJING;
import static org.consortium.web.SmallWorld.YE_ZHOU;

import java.util.Map;
import org.consortium.core.card.CardNumber;
import org.consortium.core.member.BranchCode;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.desk.ReaderLoans;
import org.consortium.web.SmallWorld;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk lends, takes a slip of the hand back, and stands where its library has most of its books. */
@WebTest
class DeskTest {

    @Autowired
    Visits visits;

    @Autowired
    SmallWorld world;

    @Autowired
    CardDesk cards;

    @Autowired
    ReaderLoans loans;

    @Test
    void aSlipOfTheHandIsUndoneByTheBarcode() {
        world.book("汉字王国", SU_HONGMEI, QIAOTOU_MAIN, "07-C-0001001");
        var desk = visits.ofStaff(SU_HONGMEI);
        desk.post("/desk/scans", Map.of("scan", LIN_XIAOMEI));
        desk.post("/desk/scans", Map.of("scan", "07-C-0001001"));
        assertThat(onLoan()).isEqualTo(1);

        desk.post("/desk/undone-loans", Map.of("copy", "07-C-0001001"));

        assertThat(onLoan()).isZero();
        assertThat(desk.post("/desk/undone-loans", Map.of("copy", "07-C-0001001"))
                        .status())
                .as("undone once")
                .isEqualTo(404);
    }

    private int onLoan() {
        var reader = cards.find(new CardNumber(LIN_XIAOMEI)).orElseThrow();
        return loans.open(reader.id()).size();
    }

    @Test
    void asksWhoseABarcodeOfSeveralLibrariesIsAndTakesTheAnswer() {
        world.book("丝路之光", XU_WENJING, CITY_MAIN, "B0004711");
        world.book("敦煌来信", YE_ZHOU, NORMAL_MAIN, "B0004711");
        var desk = visits.ofStaff(SU_HONGMEI);
        desk.post("/desk/scans", Map.of("scan", LIN_XIAOMEI));

        desk.post("/desk/scans", Map.of("scan", "B0004711"));

        assertThat(desk.get("/desk").body())
                .contains("条码B0004711是哪家馆的书？")
                .containsPattern("name=\"owner\" value=\"yunze-city\">云泽市图书馆</button>")
                .containsPattern("name=\"owner\" value=\"yunze-normal\">云泽师范学院图书馆</button>");
        assertThat(onLoan()).isZero();
        desk.post("/desk/scans", Map.of("scan", "B0004711", "owner", "yunze-normal"));
        assertThat(desk.get("/desk").body()).contains("敦煌来信").doesNotContain("丝路之光", "name=\"owner\"");
        assertThat(onLoan()).isEqualTo(1);
    }

    @Test
    void standsAtTheMainBranchUntilToldOtherwise() {
        world.book("翦商", SU_HONGMEI, QIAOTOU_MAIN, "07-C-0001002");
        world.branch(new BranchCode("baiyang"), QIAOTOU, "白杨服务点");
        var desk = visits.ofStaff(SU_HONGMEI);
        assertThat(desk.get("/desk").body()).contains("value=\"qiaotou-main\" selected");

        desk.post("/desk/branch", Map.of("branch", "baiyang"));

        assertThat(desk.get("/desk").body()).contains("value=\"baiyang\" selected");
        assertThat(visits.ofStaff(HE_MIN)
                        .post("/desk/branch", Map.of("branch", "baiyang"))
                        .status())
                .as("another library's")
                .isEqualTo(404);
    }
}
