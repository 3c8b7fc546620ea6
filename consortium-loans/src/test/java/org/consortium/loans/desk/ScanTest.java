package org.consortium.loans.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.consortium.core.card.CardNumber;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.union.Barcode;
import org.junit.jupiter.api.Test;

class ScanTest {

    @Test
    void knowsACardFromABook() {
        assertThat(Scan.read("3301 0086 4572 1")).isEqualTo(new Scan.OfCard(new CardNumber("3301008645721")));
        assertThat(Scan.read("01-A-0218834")).isEqualTo(new Scan.OfCopy(new Barcode("01-A-0218834")));
        assertThat(Scan.read("9787020139927")).as("an ISBN is no card").isInstanceOf(Scan.OfCopy.class);
        assertThat(Scan.read("33010086457")).as("eleven digits are no card").isInstanceOf(Scan.OfCopy.class);
    }

    @Test
    void knowsRequestsAndCommands() {
        assertThat(Scan.read("r-251121-0417")).isEqualTo(new Scan.OfRequest(new RequestNumber("R-251121-0417")));
        assertThat(Scan.read("/r")).isEqualTo(Scan.Command.RETURNS);
        assertThat(Scan.read("/X")).isEqualTo(Scan.Command.UNDO);
        assertThat(Scan.read("/p")).isEqualTo(Scan.Command.PRINT);
        assertThat(Scan.read(" /e ")).isEqualTo(Scan.Command.NEXT_READER);
    }

    @Test
    void readsWhatAChineseInputMethodMakesOfIt() {
        assertThat(Scan.read("３３０１００８６４５７２１")).isEqualTo(new Scan.OfCard(new CardNumber("3301008645721")));
        assertThat(Scan.read("０１－Ａ－０２１８８３４")).isEqualTo(new Scan.OfCopy(new Barcode("01-A-0218834")));
        assertThat(Scan.read("Ｒ－２５１１２１－０４１７")).isEqualTo(new Scan.OfRequest(new RequestNumber("R-251121-0417")));
        assertThat(Scan.read("、ｒ")).isEqualTo(Scan.Command.RETURNS);
        assertThat(Scan.read("／ｘ")).isEqualTo(Scan.Command.UNDO);
    }

    @Test
    void whatItDoesNotKnowStaysShort() {
        assertThat(Scan.read("/zzz")).isEqualTo(new Scan.Unknown("/zzz"));
        assertThat(Scan.read(null)).isEqualTo(new Scan.Unknown(""));
        assertThat(Scan.read("林晓梅")).isEqualTo(new Scan.Unknown("林晓梅"));
        assertThat(Scan.read("<".repeat(500))).isEqualTo(new Scan.Unknown("<".repeat(60)));
    }
}
