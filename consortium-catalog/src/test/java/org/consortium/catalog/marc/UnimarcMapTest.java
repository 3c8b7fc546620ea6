package org.consortium.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.catalog.marc.BuiltRecord.cnmarc;

import java.nio.file.Path;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.ClassNumber;
import org.consortium.core.union.Description.ClassNumber.Scheme;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the UNIMARC and CNMARC map by an example. */
class UnimarcMapTest {

    @TempDir
    Path folder;

    @Test
    void titleWithItsPartsSubtitleAndResponsibility() {
        var description = read(cnmarc().field("200", "1 ", "$a中国通史$9zhong guo tong shi$h第二册$i秦汉$e图文本$f范文澜著$g蔡美彪修订"));

        assertThat(description.title()).isEqualTo("中国通史");
        assertThat(description.part()).isEqualTo("第二册, 秦汉");
        assertThat(description.subtitle()).isEqualTo("图文本");
        assertThat(description.responsibility()).isEqualTo("范文澜著 ; 蔡美彪修订");
        assertThat(description.otherTitles()).containsExactly("zhong guo tong shi");
    }

    @Test
    void leavesOutTheMarksOfOmissionAfterNames() {
        var description =
                read(cnmarc().field("200", "1 ", "$aMathématiques$fG. Bauchat,... Ch. Charron,...$gP. Roussel,..."));

        assertThat(description.responsibility()).isEqualTo("G. Bauchat, Ch. Charron ; P. Roussel");
    }

    @Test
    void otherTitles() {
        var description = read(cnmarc().field("200", "1 ", "$a软件加密$a软件解密$AruanJian$d = Surreptitious software$zeng")
                .field("500", "10", "$a统一题名")
                .field("510", "1 ", "$aSurreptitious software$zeng")
                .field("517", "1 ", "$a其他题名$e副题"));

        assertThat(description.otherTitles())
                .containsExactly("软件解密", "Surreptitious software", "ruanJian", "统一题名", "其他题名 : 副题");
    }

    @Test
    void aUniformTitleWithTheLanguageOfTheTranslation() {
        var description = read(titled().field("500", "10", "$aBlechtrommel$mFrançais"));

        assertThat(description.otherTitles()).containsExactly("Blechtrommel", "Blechtrommel. Français");
    }

    @Test
    void namesWithTheirRoles() {
        var description = read(titled().field("701", " 0", "$c(美)$a科尔伯格$9ke er bo ge$c(Collberg, Christian)$4著")
                .field("702", " 0", "$a崔孝晨$4译")
                .field("711", "02", "$a国家统计局$b综合司$4编")
                .field("700", " 1", "$aBureau$bRony$4440"));

        assertThat(description.names())
                .containsExactly(
                        Name.of("Bureau, Rony", "ill"),
                        Name.of("科尔伯格", "著"),
                        Name.of("国家统计局. 综合司", "编"),
                        Name.of("崔孝晨", "译"));
    }

    @Test
    void editionPublicationAndExtent() {
        var description = read(titled().field("205", "  ", "$a2版$b修订本")
                .field("210", "  ", "$a北京$c人民邮电出版社$d2012.05")
                .field("215", "  ", "$a264页$c图表$d24cm$e1光盘"));

        assertThat(description.edition()).isEqualTo("2版, 修订本");
        assertThat(description.place()).isEqualTo("北京");
        assertThat(description.publisher()).isEqualTo("人民邮电出版社");
        assertThat(description.year()).isEqualTo(2012);
        assertThat(description.extent()).isEqualTo("264页 : 图表 ; 24cm + 1光盘");
    }

    @Test
    void theYearIsCodedOrPrinted() {
        var coded = read(cnmarc().field("200", "1 ", "$a题名").field("210", "  ", "$d1999"));
        var printed = read(BuiltRecord.cnmarc(java.nio.charset.StandardCharsets.UTF_8)
                .control("001", "1")
                .field("200", "1 ", "$a题名")
                .field("210", "  ", "$c中华书局$d1986年9月"));

        assertThat(coded.year()).isEqualTo(2012);
        assertThat(printed.year()).isEqualTo(1986);
    }

    @Test
    void seriesStatedOrElseLinked() {
        var stated = read(titled().field("225", "2 ", "$a图灵程序设计丛书$v12").field("461", " 0", "$12001 $a图灵程序设计丛书"));
        var linked = read(titled().field("461", " 0", "$12001 $a走近大思想家"));

        assertThat(stated.series()).containsExactly("图灵程序设计丛书 ; 12");
        assertThat(linked.series()).containsExactly("走近大思想家");
    }

    @Test
    void subjectsNotesAndSummary() {
        var description = read(titled().field("600", " 0", "$a鲁迅$x人物研究")
                .field("606", "0 ", "$a经济发展$Ajing ji fa zhan$x概况$y中国$z1994")
                .field("607", "  ", "$a云南$x地方史")
                .field("610", "0 ", "$a统计$a年鉴")
                .field("300", "  ", "$a本书由多人主编。")
                .field("320", "  ", "$a有书目")
                .field("330", "  ", "$a本书介绍安全管理。"));

        assertThat(description.subjects()).containsExactly("鲁迅--人物研究", "经济发展--概况--中国--1994", "云南--地方史", "统计", "年鉴");
        assertThat(description.notes()).containsExactly("本书由多人主编。", "有书目");
        assertThat(description.summary()).isEqualTo("本书介绍安全管理。");
    }

    @Test
    void identifiersAndClassNumbers() {
        var description = read(titled().field("010", "  ", "$a7-5037-1744-0$dCNY68.00")
                .field("010", "  ", "$a10019.1979")
                .field("011", "  ", "$a0036-8075")
                .field("035", "  ", "$a(aleph)000218074")
                .field("091", "  ", "$a11018·1155")
                .field("690", "  ", "$aＦ124$v4")
                .field("692", "  ", "$a28.24$v3")
                .field("676", "  ", "$a780.9598$v22")
                .field("680", "  ", "$aML1251.I53$bS76 2008"));

        assertThat(description.identifiers())
                .containsExactly(
                        new Identifier(Identifier.Kind.ISBN, "9787503717444"),
                        new Identifier(Identifier.Kind.UNIFIED_BOOK_NUMBER, "10019.1979"),
                        new Identifier(Identifier.Kind.ISSN, "0036-8075"),
                        new Identifier(Identifier.Kind.UNIFIED_BOOK_NUMBER, "11018.1155"),
                        new Identifier(Identifier.Kind.AGENCY, "(aleph)000218074"));
        assertThat(description.classNumbers())
                .containsExactly(
                        new ClassNumber(Scheme.CLC, "F124"),
                        new ClassNumber(Scheme.DDC, "780.9598"),
                        new ClassNumber(Scheme.LCC, "ML1251.I53S76 2008"),
                        new ClassNumber(Scheme.OTHER, "28.24"));
    }

    @Test
    void theIsbnOfASetIsNotThatOfAVolumeNorTheOtherWayRound() {
        var volume = read(cnmarc().field("200", "1 ", "$a中国通史$h第二册")
                .field("010", "  ", "$a7-5037-1744-0$b套装$dCNY680.00")
                .field("010", "  ", "$a9780679450047$b精装"));
        var set = read(cnmarc().field("200", "1 ", "$a中国通史")
                .field("010", "  ", "$a7-5037-1744-0$b全10册")
                .field("010", "  ", "$a7-5037-1744-0$b套")
                .field("010", "  ", "$a9780679450047$b第二册"));

        assertThat(volume.identifiers())
                .containsExactly(
                        new Identifier(Identifier.Kind.ISBN_OF_SET, "9787503717444"),
                        new Identifier(Identifier.Kind.ISBN, "9780679450047"));
        assertThat(set.identifiers())
                .containsExactly(
                        new Identifier(Identifier.Kind.ISBN, "9787503717444"),
                        new Identifier(Identifier.Kind.ISBN_OF_VOLUME, "9780679450047"));
    }

    @Test
    void everyPieceOfTheExtentAndEarlierTitles() {
        var description = read(titled().field("215", "  ", "$a320页$d27cm")
                .field("215", "  ", "$a1光盘")
                .field("430", " 0", "$t旧刊名"));

        assertThat(description.extent()).isEqualTo("320页 ; 27cm; 1光盘");
        assertThat(description.otherTitles()).containsExactly("旧刊名");
    }

    @Test
    void ofALinkWithWholeFieldsOnlyItsTitleIsATitle() {
        var description = read(titled().field("410", " 0", "$1001012345$12001 $a云上丛刊$v3$1701 0$a丛刊主编")
                .field("423", " 0", "$12001 $a合订的书$1701 0$a合订的人")
                .field("453", " 0", "$12001 $aThe Stone$1101  $aeng"));

        assertThat(description.series()).containsExactly("云上丛刊 ; 3");
        assertThat(description.otherTitles()).containsExactly("合订的书", "The Stone");
    }

    @Test
    void whatIsLinkedIsNoTitleOfThisOneAndItsWordsAreFound() {
        var description = read(titled().field("421", " 0", "$12001 $a云泽年鉴增刊$v2")
                .field("422", " 0", "$12001 $a云泽年鉴$1701 0$a年鉴的人")
                .field("425", " 0", "$t旧法规汇编")
                .field("431", " 0", "$t老期刊")
                .field("447", " 0", "$t新期刊")
                .field("488", " 0", "$12001 $a常谈手册$f汪氏撰"));

        assertThat(description.otherTitles()).isEmpty();
        assertThat(description.notes())
                .containsExactly("补编：云泽年鉴增刊", "正编：云泽年鉴", "更新：旧法规汇编", "部分继承：老期刊", "合并为：新期刊", "相关作品：常谈手册");
    }

    @Test
    void linksOfARecordMadeInAnotherLanguageAreToldInEnglish() {
        var description = read(BuiltRecord.cnmarc(java.nio.charset.StandardCharsets.UTF_8)
                .control("001", "1")
                .field("100", "  ", "$a20120517d2012    em y0eng50      ea")
                .field("200", "1 ", "$aGirl annual")
                .field("422", " 1", "$tGirl"));

        assertThat(description.notes()).containsExactly("Supplement to: Girl");
    }

    @Test
    void whereItIsOnTheWebAndNowhereABrowserShouldNotGo() {
        var description = read(titled().field("856", "40", "$uhttps://example.org/book/1$zFull text")
                .field("856", "42", "$3目次$uhttp://example.org/contents$yelsewhere")
                .field("856", "40", "$ujavascript:alert(1)")
                .field("856", "  ", "$aexample.org"));

        assertThat(description.links())
                .containsExactly(
                        new Description.Link("https://example.org/book/1", "Full text"),
                        new Description.Link("http://example.org/contents", "目次"));
    }

    @Test
    void numbersReadersLookForBesideTheUsualOnes() {
        var description = read(titled().field("013", "  ", "$a979-0-2600-0043-8")
                .field("017", "70", "$a10.1000/182$2doi")
                .field("020", "  ", "$aGB$bb7303465")
                .field("071", "01", "$aSTMA 8007$bTamla")
                .field("073", " 0", "$a6901234567892")
                .field("091", "  ", "$aCN$b10019·1979")
                .field("092", "  ", "$aCN$b82-789")
                .field("094", "  ", "$aCN$bGB/T 3792.1-2009"));

        assertThat(description.numbers(Identifier.Kind.UNIFIED_BOOK_NUMBER)).containsExactly("10019.1979");
        assertThat(description.numbers(Identifier.Kind.OTHER))
                .containsExactlyInAnyOrder(
                        "979-0-2600-0043-8",
                        "10.1000/182",
                        "b7303465",
                        "STMA 8007",
                        "6901234567892",
                        "82-789",
                        "GB/T 3792.1-2009");
    }

    @Test
    void theNumberOfASerialInChina() {
        assertThat(read(titled().field("092", "  ", "$aCN 11-2127/TP")).numbers(Identifier.Kind.OTHER))
                .containsExactly("CN 11-2127/TP");
    }

    @Test
    void scaleHalfTitleArtificialTitleAndSubjectCategory() {
        var description = read(titled().field("206", "  ", "$a1:50000")
                .field("511", "1 ", "$a半题名")
                .field("560", "1 ", "$a编目员拟题")
                .field("615", "  ", "$a地图学"));

        assertThat(description.notes()).containsExactly("1:50000");
        assertThat(description.otherTitles()).containsExactly("半题名", "编目员拟题");
        assertThat(description.subjects()).containsExactly("地图学");
    }

    @Test
    void theVolumeIsAPartWhereNothingElseSaysIt() {
        assertThat(read(cnmarc().field("200", "1 ", "$a地方志$v卷三$i人物")).part()).isEqualTo("卷三, 人物");
        assertThat(read(cnmarc().field("200", "1 ", "$a地方志$h第三卷$i人物$v卷三")).part())
                .isEqualTo("第三卷, 人物");
    }

    @Test
    void aWrongCheckDigitIsNoReasonToRefuseABook() {
        var entry = titled().field("010", "  ", "$a7-5037-1744-1").read(folder);

        assertThat(entry.description().identifiers()).isEmpty();
        assertThat(entry.warnings())
                .containsExactly(new MarcWarning(MarcWarning.Kind.ISBN_INVALID, "010", "7-5037-1744-1"));
    }

    @Test
    void languages() {
        assertThat(read(titled().field("101", "1 ", "$achi$azho$ceng")).languages())
                .containsExactly("chi");
    }

    @ParameterizedTest
    @CsvSource({
        "a,m,BOOK",
        "a,s,SERIAL",
        "b,m,MANUSCRIPT",
        "c,m,SCORE",
        "e,m,MAP",
        "g,m,VIDEO",
        "i,m,AUDIO",
        "j,m,MUSIC",
        "k,m,PICTURE",
        "l,m,ELECTRONIC"
    })
    void formatByTheLeader(char type, char level, Format format) {
        assertThat(read(titled().leader(6, type).leader(7, level)).format()).isEqualTo(format);
    }

    @Test
    void wordsNotSortedByLoseTheirMarks() {
        assertThat(read(cnmarc().field("200", "1 ", "$a<<The >>sweetest fig")).title())
                .isEqualTo("The sweetest fig");
    }

    private static BuiltRecord titled() {
        return cnmarc().field("200", "1 ", "$a题名");
    }

    private Description read(BuiltRecord record) {
        return record.read(folder).description();
    }
}
