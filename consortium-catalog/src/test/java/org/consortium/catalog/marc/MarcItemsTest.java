package org.consortium.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarcItemsTest {

    @TempDir
    Path folder;

    @Test
    void aFieldOfTheLibrarysOwn() {
        var file = BuiltRecord.file(
                folder,
                BuiltRecord.marc21()
                        .control("001", "1")
                        .field("245", "10", "$aTitle")
                        .field("920", "  ", "$aB1$aB2$lSTACKS$kI247.5$k12$p8.50")
                        .bytes());
        var told = new ItemField("920", "a", "l", "k", "t", "p");

        var entry = (MarcEntry.Readable)
                BuiltRecord.entries(file, new MarcOptions(null, null, told, 1)).get(0);

        assertThat(entry.items())
                .containsExactly(
                        new MarcItem("B1", "STACKS", "I247.5 12", "", "", "", "8.50", ""),
                        new MarcItem("B2", "STACKS", "I247.5 12", "", "", "", "8.50", ""));
        assertThatThrownBy(() -> new ItemField("9", "a", "", "", "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void koha() {
        var items = marc21("952", "  ", "$00$11$aMAIN$bMAIN$cFIC$g9.99$oML420 H28$p3001$t1$yBK$zSigned");

        assertThat(items)
                .containsExactly(new MarcItem("3001", "MAIN / FIC", "ML420 H28", "BK", "lost", "1", "9.99", "Signed"));
    }

    @Test
    void kohaInUnimarc() {
        var items = cnmarc("995", "  ", "$bMAIN$cMAIN$f3002$kF124/26$rBK$o1");

        assertThat(items).containsExactly(new MarcItem("3002", "MAIN", "F124/26", "BK", "1", "", "", ""));
    }

    @Test
    void evergreen() {
        var items = marc21("852", "4 ", "$gbook$bBR1$bBR1$cStacks$jFIC PIN$p3003$y20.00$t2");

        assertThat(items)
                .containsExactly(new MarcItem("3003", "BR1 / Stacks", "FIC PIN", "book", "", "2", "20.00", ""));
    }

    @Test
    void holdingsFormatTiedToItsLocation() {
        var entry = BuiltRecord.marc21()
                .control("001", "1")
                .field("245", "10", "$aTitle")
                .field("852", "0 ", "$822$bannex$cstacks$hPR753$iH4")
                .field("852", "0 ", "$823$bfirestone$cstacks$hKF4819$i.H45 2018")
                .field("876", "  ", "$023$a99$j0$p32101$t1")
                .read(folder);

        assertThat(entry.items())
                .containsExactly(new MarcItem("32101", "firestone / stacks", "KF4819 .H45 2018", "", "0", "1", "", ""));
    }

    @Test
    void innovative() {
        var items = marc21("945", "  ", "$g1$i31492032220628$j8224$laj   $p~19.99$so$t192");

        assertThat(items).containsExactly(new MarcItem("31492032220628", "aj", "", "192", "o", "1", "$19.99", ""));
    }

    @Test
    void symphony() {
        var items = marc21("999", "  ", "$aGV1619 .R6$wLC$c1$iX001019384$lBY-REQUEST$mIVY$tBOOK");

        assertThat(items)
                .containsExactly(new MarcItem("X001019384", "IVY / BY-REQUEST", "GV1619 .R6", "BOOK", "", "1", "", ""));
    }

    @Test
    void cnmarcOneCopyForEachAccessionNumber() {
        var items = cnmarc("905", "  ", "$aBNU$b1683012$b1683013$dＦ124$e26");

        assertThat(items)
                .containsExactly(
                        new MarcItem("1683012", "BNU", "F124/26", "", "", "", "", ""),
                        new MarcItem("1683013", "BNU", "F124/26", "", "", "", "", ""));
    }

    @Test
    void aHoldingWithoutBarcodeIsDoubted() {
        var entry = BuiltRecord.cnmarc()
                .field("200", "1 ", "$a题名")
                .field("905", "  ", "$aBNU$dF124$e26$sF124/26")
                .read(folder);

        assertThat(entry.items()).containsExactly(new MarcItem("", "BNU", "F124/26", "", "", "", "", ""));
        assertThat(entry.warnings())
                .extracting(MarcWarning::kind)
                .containsExactly(MarcWarning.Kind.ITEM_WITHOUT_BARCODE);
    }

    @Test
    void fieldsThatMeanSomethingElseElsewhereAreLeftAlone() {
        assertThat(marc21("999", "  ", "$c1$d1")).isEmpty();
        assertThat(marc21("945", "  ", "$c(OCoLC)807127281")).isEmpty();
        assertThat(marc21("952", "  ", "$aLibrary has 2 copies.")).isEmpty();
        assertThat(marc21("949", "  ", "$a[MYS] BCAF")).isEmpty();
    }

    private List<MarcItem> marc21(String tag, String indicators, String text) {
        return BuiltRecord.marc21()
                .control("001", "1")
                .field("245", "10", "$aTitle")
                .field(tag, indicators, text)
                .read(folder)
                .items();
    }

    private List<MarcItem> cnmarc(String tag, String indicators, String text) {
        return BuiltRecord.cnmarc()
                .field("200", "1 ", "$a题名")
                .field(tag, indicators, text)
                .read(folder)
                .items();
    }
}
