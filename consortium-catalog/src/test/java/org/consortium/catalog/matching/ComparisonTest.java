package org.consortium.catalog.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.catalog.matching.Sign.AUTHOR_OTHER;
import static org.consortium.catalog.matching.Sign.AUTHOR_SAME;
import static org.consortium.catalog.matching.Sign.EDITION_OTHER;
import static org.consortium.catalog.matching.Sign.EXTENT_OTHER;
import static org.consortium.catalog.matching.Sign.EXTENT_SAME;
import static org.consortium.catalog.matching.Sign.ISBN_OTHER;
import static org.consortium.catalog.matching.Sign.PUBLISHER_OTHER;
import static org.consortium.catalog.matching.Sign.PUBLISHER_SAME;
import static org.consortium.catalog.matching.Sign.SUBTITLE_OTHER;
import static org.consortium.catalog.matching.Sign.TITLE_BEGINS_ALIKE;
import static org.consortium.catalog.matching.Sign.TITLE_ELSEWHERE;
import static org.consortium.catalog.matching.Sign.TITLE_OTHER;
import static org.consortium.catalog.matching.Sign.TITLE_SAME;
import static org.consortium.catalog.matching.Sign.TITLE_SIMILAR;
import static org.consortium.catalog.matching.Sign.TITLE_WORDS_OTHER;
import static org.consortium.catalog.matching.Sign.YEAR_OTHER;
import static org.consortium.catalog.matching.Veto.CARRIER_DIFFERS;
import static org.consortium.catalog.matching.Veto.LANGUAGE_DIFFERS;
import static org.consortium.catalog.matching.Veto.SERIAL_AGAINST_MONOGRAPH;
import static org.consortium.catalog.matching.Veto.SET_AGAINST_VOLUME;
import static org.consortium.catalog.matching.Veto.VOLUME_DIFFERS;

import java.util.List;
import java.util.Set;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Isbn;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void foldsTraditionalCharactersWidthCaseAndAccents() {
        assertThat(signs(titled("紅樓夢"), titled("红楼梦"))).contains(TITLE_SAME);
        assertThat(signs(titled("Ｃ＋＋程序设计教程"), titled("C++程序设计教程"))).contains(TITLE_SAME);
        assertThat(signs(titled("Les Misérables"), titled("LES MISERABLES."))).contains(TITLE_SAME);
    }

    @Test
    void keepsChineseTitlesApart() {
        assertThat(signs(titled("红楼梦"), titled("三国演义"))).contains(TITLE_OTHER);
        assertThat(signs(titled("C++程序设计教程"), titled("C程序设计教程习题解答"))).doesNotContain(TITLE_SAME);
    }

    @Test
    void bearsALeftOutSubtitleButNotAnotherOne() {
        assertThat(signs(titled("三国演义").subtitle("毛宗岗批评本"), titled("三国演义")))
                .contains(TITLE_SAME)
                .doesNotContain(SUBTITLE_OTHER);
        assertThat(signs(titled("三国演义: 毛宗岗批评本"), titled("三国演义"))).contains(TITLE_BEGINS_ALIKE);
        assertThat(signs(titled("三国演义").subtitle("毛宗岗批评本"), titled("三国演义").subtitle("少年彩图版")))
                .contains(SUBTITLE_OTHER);
    }

    @Test
    void findsTheTitleAmongTheOthersOrAsItIsRead() {
        var romanised = titled("Dream of the red chamber").otherTitles(List.of("紅樓夢"));

        assertThat(signs(romanised, titled("红楼梦"))).contains(TITLE_ELSEWHERE);
        assertThat(signs(titled("Hong lou meng"), titled("红楼梦"))).contains(TITLE_ELSEWHERE);
    }

    @Test
    void bearsMisprints() {
        assertThat(signs(titled("The adventures of Huckleberry Finn"), titled("The advenures of Huckelberry Finn")))
                .contains(TITLE_SIMILAR);
    }

    @Test
    void seesTwoTitlesWhereEachHasAWordOfItsOwn() {
        var rates = "Monthly normals of temperature, precipitation, and heating and cooling degree days: ";

        assertThat(signs(titled(rates + "Indiana"), titled(rates + "South Dakota")))
                .contains(TITLE_WORDS_OTHER);
        assertThat(signs(titled("中国历代政治得失概论上编"), titled("中国历代经济得失概论上编"))).containsAnyOf(TITLE_WORDS_OTHER, TITLE_OTHER);
    }

    @Test
    void neverJoinsDifferentVolumes() {
        assertThat(vetoes(titled("红楼梦").part("上册"), titled("红楼梦").part("下册"))).contains(VOLUME_DIFFERS);
        assertThat(vetoes(titled("红楼梦(上)"), titled("红楼梦(下)"))).contains(VOLUME_DIFFERS);
        assertThat(vetoes(titled("大学英语2"), titled("大学英语3"))).contains(VOLUME_DIFFERS);
        assertThat(vetoes(titled("中国统计年鉴1995"), titled("中国统计年鉴1996"))).contains(VOLUME_DIFFERS);
        assertThat(vetoes(titled("红楼梦").part("上册"), titled("红楼梦"))).contains(SET_AGAINST_VOLUME);
        assertThat(vetoes(titled("红楼梦").part("上册"), titled("红楼梦(全三册)"))).contains(SET_AGAINST_VOLUME);
        assertThat(vetoes(titled("红楼梦").extent("3册"), titled("红楼梦").extent("412页")))
                .contains(SET_AGAINST_VOLUME);
        assertThat(vetoes(titled("Annual report").part("Appendix"), titled("Annual report")))
                .contains(VOLUME_DIFFERS);
    }

    @Test
    void bearsAVolumeThatTheOtherCountsDifferently() {
        assertThat(vetoes(titled("红楼梦").part("上册"), titled("红楼梦").part("第1册"))).isEmpty();
        assertThat(vetoes(titled("高等数学 上册"), titled("高等数学").part("上册"))).isEmpty();
        assertThat(signs(titled("高等数学 上册"), titled("高等数学").part("上册"))).contains(TITLE_SAME);
        assertThat(vetoes(titled("平凡的世界").part("第三部"), titled("平凡的世界. 第三部"))).isEmpty();
        assertThat(vetoes(titled("Chronicle").part("Index"), titled("Chronicle. Index")))
                .isEmpty();
    }

    @Test
    void neverJoinsPrintWithAnotherCarrier() {
        assertThat(vetoes(titled("Budget"), titled("Budget").format(Format.ELECTRONIC)))
                .contains(CARRIER_DIFFERS);
        assertThat(vetoes(titled("Emma"), titled("Emma").edition("Large print edition")))
                .contains(CARRIER_DIFFERS);
        assertThat(vetoes(titled("Emma"), titled("Emma").extent("3 microfiches")))
                .contains(CARRIER_DIFFERS);
        assertThat(vetoes(titled("读者"), titled("读者").format(Format.SERIAL))).contains(SERIAL_AGAINST_MONOGRAPH);
    }

    @Test
    void neverJoinsTwoLanguages() {
        assertThat(vetoes(
                        titled("Buddenbrooks").languages(List.of("ger")),
                        titled("Buddenbrooks").languages(List.of("eng"))))
                .contains(LANGUAGE_DIFFERS);
        assertThat(vetoes(titled("Buddenbrooks").languages(List.of("ger")), titled("Buddenbrooks")))
                .isEmpty();
    }

    @Test
    void tellsAuthorsApartHoweverTheirNamesAreWritten() {
        assertThat(signs(by("Knuth, Donald E."), by("Donald Knuth"))).contains(AUTHOR_SAME);
        assertThat(signs(by("鲁迅"), by("Lu, Xun"))).contains(AUTHOR_SAME);
        assertThat(signs(by("Geikie, Cunningham"), by("Geike, Cunningham"))).contains(AUTHOR_SAME);
        assertThat(signs(by("Mann, Thomas"), by("Mann, Heinrich"))).doesNotContain(AUTHOR_SAME);
        assertThat(signs(by("同济大学数学系"), by("四川大学数学学院"))).contains(AUTHOR_OTHER);
    }

    @Test
    void readsEditionsAndPrintings() {
        assertThat(signs(titled("统计学").edition("第三版"), titled("统计学").edition("第4版")))
                .contains(EDITION_OTHER);
        assertThat(signs(titled("Networks (4th Edition)"), titled("Networks").edition("Fifth ed.")))
                .contains(EDITION_OTHER, TITLE_SAME);
        assertThat(signs(titled("统计学").edition("第3版"), titled("统计学").edition("第3版第5次印刷")))
                .doesNotContain(EDITION_OTHER);
        assertThat(signs(titled("统计学").edition("第3版"), titled("统计学"))).doesNotContain(EDITION_OTHER);
    }

    @Test
    void knowsHousesByTheirShortNames() {
        assertThat(signs(from("人民文学出版社", 1982), from("人民文学", 1982))).contains(PUBLISHER_SAME);
        assertThat(signs(from("John Wiley & Sons", 1954), from("Wiley", 1954))).contains(PUBLISHER_SAME);
        assertThat(signs(from("Univ. of California Press", 1929), from("University of California Press", 1929)))
                .contains(PUBLISHER_SAME);
        assertThat(signs(from("人民出版社", 2001), from("上海人民出版社", 2001))).contains(PUBLISHER_OTHER);
    }

    @Test
    void weighsPagesAndYears() {
        assertThat(signs(
                        titled("Emma").extent("xii, 183 p. ; 22 cm"),
                        titled("Emma").extent("183页 ; 21cm")))
                .contains(EXTENT_SAME);
        assertThat(signs(titled("Emma").extent("300页"), titled("Emma").extent("420页")))
                .contains(EXTENT_OTHER);
        assertThat(signs(from("", 1999), from("", 2003))).contains(YEAR_OTHER);
    }

    @Test
    void joinsACopiedRecordAndAsksWhereMuchSpeaksAgainstIt() {
        var full = titled("活着")
                .names(List.of(Name.of("余华", "author")))
                .published("北京", "作家出版社", 2012)
                .extent("191页");
        var otherIsbn = titled("活着")
                .names(List.of(Name.of("余华", "author")))
                .published("北京", "作家出版社", 2012)
                .extent("191页")
                .identifiers(List.of(Identifier.of(new Isbn("9787506365437"))));
        var otherHouse = titled("活着")
                .names(List.of(Name.of("余华", "author")))
                .published("上海", "上海文艺出版社", 2004)
                .extent("195页");

        assertThat(compare(full, full).band()).isEqualTo(Band.JOIN);
        assertThat(compare(full, otherIsbn).band()).isEqualTo(Band.JOIN);
        assertThat(compare(full, otherHouse).band()).isEqualTo(Band.SEPARATE);
        assertThat(compare(otherHouse.identifiers(List.of(Identifier.of(new Isbn("9787532125944")))), otherIsbn)
                        .signs())
                .contains(ISBN_OTHER);
    }

    private static Description.Builder titled(String title) {
        return Description.titled(title);
    }

    private static Description.Builder by(String name) {
        return titled("集").names(List.of(Name.of(name, "author")));
    }

    private static Description.Builder from(String publisher, int year) {
        return titled("集").published("", publisher, year);
    }

    private static Set<Sign> signs(Description.Builder one, Description.Builder other) {
        return compare(one, other).signs();
    }

    private static Set<Veto> vetoes(Description.Builder one, Description.Builder other) {
        return compare(one, other).vetoes();
    }

    private static Comparison compare(Description.Builder one, Description.Builder other) {
        var rules = MatchRules.standard();
        var there = Comparison.of(Publication.of(one.build()), Publication.of(other.build()), n -> false, rules);
        var back = Comparison.of(Publication.of(other.build()), Publication.of(one.build()), n -> false, rules);
        assertThat(there).isEqualTo(back);
        return there;
    }
}
