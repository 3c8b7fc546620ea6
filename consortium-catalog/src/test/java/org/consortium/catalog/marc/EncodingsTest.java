package org.consortium.catalog.marc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.catalog.marc.BuiltRecord.cnmarc;
import static org.consortium.catalog.marc.BuiltRecord.entries;
import static org.consortium.catalog.marc.BuiltRecord.file;
import static org.consortium.catalog.marc.BuiltRecord.marc21;
import static org.consortium.catalog.marc.BuiltRecord.marc8;
import static org.consortium.catalog.marc.MarcWarning.Kind.CONTROL_CHARACTERS;
import static org.consortium.catalog.marc.MarcWarning.Kind.ENCODING_NOT_AS_LABELLED;
import static org.consortium.catalog.marc.MarcWarning.Kind.TWICE_ENCODED;
import static org.consortium.catalog.marc.MarcWarning.Kind.UNDECODABLE_BYTES;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodingsTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");

    @TempDir
    Path folder;

    @Test
    void readsUnicode() {
        var entry = marc21().control("001", "1")
                .field("245", "10", "$aPoint zéro, 红楼梦, мир")
                .read(folder);

        assertThat(entry.encoding()).isEqualTo("UTF-8");
        assertThat(entry.description().title()).isEqualTo("Point zéro, 红楼梦, мир");
        assertThat(entry.warnings()).isEmpty();
    }

    @Test
    void composesLettersAndTheirAccents() {
        var entry =
                marc21().control("001", "1").field("245", "10", "$aze\u0301ro").read(folder);

        assertThat(entry.description().title()).isEqualTo("z\u00E9ro");
    }

    @Test
    void readsGbkByItsBytesWhereTheRecordSaysNothing() {
        var entry = gbk("红楼梦研究", "  ").read(folder);

        assertThat(entry.encoding()).isEqualTo("GB18030");
        assertThat(entry.description().title()).isEqualTo("红楼梦研究");
        assertThat(entry.description().publisher()).isEqualTo("人民文学出版社");
    }

    @Test
    void believesTheBytesAndNotTheLabel() {
        var entry = gbk("红楼梦研究", "50").read(folder);

        assertThat(entry.description().title()).isEqualTo("红楼梦研究");
        assertThat(kinds(entry)).containsExactly(ENCODING_NOT_AS_LABELLED);
    }

    @Test
    void readsCharactersBeyondGb2312() {
        var traditional = cnmarc(GBK)
                .control("001", "1")
                .field("100", "  ", "$a20210501d2003    em y0chiy50      ea")
                .field("200", "1 ", "$a朱熹的歷史世界$f余英時")
                .field("210", "  ", "$c允晨文化實業股份有限公司")
                .read(folder);
        var fourBytes = gbk("㐂㐇", "  ").read(folder);

        assertThat(traditional.description().title()).isEqualTo("朱熹的歷史世界");
        assertThat(traditional.description().responsibility()).isEqualTo("余英時");
        assertThat(fourBytes.description().title()).isEqualTo("㐂㐇");
    }

    @Test
    void readsAShortGbkRecordAsItsNeighboursAre() {
        // these two characters are, byte for byte, also valid UTF-8
        var shortTitle = cnmarc(GBK)
                .control("001", "2")
                .field("100", "  ", "$a20120517d2012    em y0chiy0110    ea")
                .field("200", "1 ", "$a联通")
                .bytes();

        var entries = entries(folder, shortTitle, gbk("红楼梦研究", "  ").bytes());

        assertThat(((MarcEntry.Readable) entries.get(0)).description().title()).isEqualTo("联通");
    }

    @Test
    void readsTraditionalCharactersInGbkAsTheirNeighboursWhateverTheLabelSays() {
        var traditional = cnmarc(GBK)
                .control("001", "2")
                .field("100", "  ", "$a20120517d2012    em y0chiy50      ea")
                .field("200", "1 ", "$a西學東漸與變遷$f黃興濤")
                .bytes();

        var entries = entries(
                folder,
                gbk("红楼梦研究", "50").bytes(),
                traditional,
                gbk("中国文学史", "50").bytes());

        assertThat(((MarcEntry.Readable) entries.get(1)).description().title()).isEqualTo("西學東漸與變遷");
    }

    @Test
    void readsBig5() {
        var entry = bigFive("動物怎麼躲藏", "小小探險家叢書精選").read(folder);

        assertThat(entry.encoding()).isEqualTo("Big5");
        assertThat(entry.description().title()).isEqualTo("動物怎麼躲藏");
        assertThat(entry.description().series()).containsExactly("小小探險家叢書精選");
        assertThat(kinds(entry)).containsExactly(ENCODING_NOT_AS_LABELLED);
    }

    @Test
    void readsMarc8Diacritics() {
        // E2 is the acute before its letter, B2 the o with stroke
        var entry = marc8().control("001", "1")
                .field("245", "10", "$aPoint z\u00E2ero, K\u00B2benhavn")
                .read(folder);

        assertThat(entry.encoding()).isEqualTo("MARC-8");
        assertThat(entry.description().title()).isEqualTo("Point zéro, København");
        assertThat(entry.warnings()).isEmpty();
    }

    @Test
    void readsMarc8ChineseAndCyrillic() {
        // 中國 in EACC, Мир in basic Cyrillic
        var entry = marc8().control("001", "1")
                .field("245", "10", "$a\u001B~1!04!7o\u001B(B$b\u001B(NmIR\u001B(B")
                .read(folder);

        assertThat(entry.description().title()).isEqualTo("中國");
        assertThat(entry.description().subtitle()).isEqualTo("Мир");
    }

    @Test
    void readsIso5426WithAnyMarkOnAnyLetter() {
        var text = new String(
                new byte[] {
                    'C',
                    (byte) 0xCF,
                    'a',
                    's',
                    ' ',
                    (byte) 0xC2,
                    'e',
                    (byte) 0xD0,
                    'c',
                    ' ',
                    (byte) 0xC2,
                    (byte) 0xC1,
                    'x',
                    ' ',
                    (byte) 0xE8,
                    (byte) 0xFB
                },
                ISO_8859_1);
        var entry = BuiltRecord.cnmarc(ISO_8859_1)
                .control("001", "7")
                .field("100", "  ", "$a20120517d2012    em y0frey03      ba")
                .field("200", "1 ", "$a" + text)
                .read(folder);

        assertThat(entry.encoding()).isEqualTo("ISO-5426");
        assertThat(entry.description().title()).isEqualTo("Cǎs éç x\u0301\u0300 Łß");
    }

    @Test
    void readsCharacterReferencesInMarc8() {
        var entry = marc8().control("001", "1")
                .field("245", "10", "$aA &#x4E2D; of it")
                .read(folder);

        assertThat(entry.description().title()).isEqualTo("A 中 of it");
    }

    @Test
    void readsUnicodeThatSaysItIsMarc8() {
        var entry = marc21().leader(9, ' ')
                .control("001", "1")
                .field("245", "10", "$aПоэмы")
                .read(folder);

        assertThat(entry.description().title()).isEqualTo("Поэмы");
        assertThat(kinds(entry)).containsExactly(ENCODING_NOT_AS_LABELLED);
    }

    @Test
    void replacesSingleBytesThatAreNoText() {
        var entry = marc8().leader(9, 'a')
                .control("001", "1")
                .field("245", "10", "$aPrice \u00A320")
                .read(folder);

        assertThat(entry.description().title()).isEqualTo("Price \uFFFD20");
        assertThat(kinds(entry)).containsExactly(UNDECODABLE_BYTES);
    }

    @Test
    void tellsWhichBytesAreNoTextAndWhereInTheRecord() {
        var record = marc8().leader(9, 'a').control("001", "1").field("245", "10", "$aPrice \u00A3\u009320");
        var place = new String(record.bytes(), ISO_8859_1).indexOf('\u00A3');

        assertThat(record.read(folder).warnings())
                .extracting(MarcWarning::detail)
                .contains(place + ": A3 93 | Price \uFFFD\uFFFD20");
    }

    @Test
    void turnsBackWhatWasEncodedTwice() {
        var entry =
                marc21().control("001", "1").field("245", "10", "$aPoint zÃ©ro").read(folder);

        assertThat(entry.description().title()).isEqualTo("Point zéro");
        assertThat(kinds(entry)).containsExactly(TWICE_ENCODED);
    }

    @Test
    void takesOutControlCharactersAndKeepsQuietAboutSortingMarks() {
        var marked = marc21().control("001", "1")
                .field("245", "14", "$a\u0098The \u009Csea")
                .read(folder);
        var damaged = marc21().control("001", "1")
                .field("245", "10", "$aComputer\u0005Bible")
                .read(folder);
        var windows = marc21().control("001", "1")
                .field("245", "10", "$aChildren\u0092s care")
                .read(folder);

        assertThat(marked.description().title()).isEqualTo("The sea");
        assertThat(marked.warnings()).isEmpty();
        assertThat(damaged.description().title()).isEqualTo("ComputerBible");
        assertThat(kinds(damaged)).containsExactly(CONTROL_CHARACTERS);
        assertThat(windows.description().title()).isEqualTo("Children’s care");
    }

    @Test
    void readsAsToldWhereTheSenderKnowsBetter() {
        var file = file(folder, bigFive("動物", "小小").bytes());

        var told = (MarcEntry.Readable)
                entries(file, new MarcOptions(null, "GBK", 1)).get(0);

        assertThat(told.encoding()).isEqualTo("GB18030");
        assertThatThrownBy(() -> new MarcOptions(null, "EBCDIC", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BuiltRecord gbk(String title, String label) {
        return cnmarc(GB18030)
                .control("001", "1")
                .field("100", "  ", "$a20120517d2012    em y0chiy" + label + "      ea")
                .field("200", "1 ", "$a" + title + "$f曹雪芹著")
                .field("210", "  ", "$a北京$c人民文学出版社$d2012");
    }

    private static BuiltRecord bigFive(String title, String series) {
        var record = marc21().leader(9, ' ').control("001", "1");
        return record.in(BIG5).field("245", "10", "$a" + title).field("440", "  ", "$a" + series);
    }

    private static java.util.List<MarcWarning.Kind> kinds(MarcEntry.Readable entry) {
        return entry.warnings().stream().map(MarcWarning::kind).distinct().toList();
    }
}
