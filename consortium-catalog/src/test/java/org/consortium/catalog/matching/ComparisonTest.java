package org.consortium.catalog.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.catalog.matching.Comparison.FORMAT_DIFFERS;
import static org.consortium.catalog.matching.Comparison.PART_DIFFERS;
import static org.consortium.catalog.matching.Comparison.SAME;
import static org.consortium.catalog.matching.Comparison.TITLE_BEGINS_ALIKE;
import static org.consortium.catalog.matching.Comparison.TITLE_DIFFERS;
import static org.consortium.catalog.matching.Comparison.TITLE_ELSEWHERE;
import static org.consortium.catalog.matching.Comparison.TITLE_SAME;
import static org.consortium.catalog.matching.Comparison.TITLE_SIMILAR;

import java.util.List;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void foldsTraditionalCharactersWidthCaseAndAccents() {
        assertThat(compare(titled("紅樓夢"), titled("红楼梦"))).isEqualTo(SAME);
        assertThat(compare(titled("Ｃ＋＋程序设计教程"), titled("C++程序设计教程"))).isEqualTo(SAME);
        assertThat(compare(titled("Les Misérables"), titled("LES MISERABLES."))).isEqualTo(SAME);
    }

    @Test
    void keepsChineseTitlesApart() {
        assertThat(compare(titled("红楼梦"), titled("三国演义"))).isEqualTo(TITLE_DIFFERS);
        assertThat(compare(titled("C++程序设计教程"), titled("C程序设计教程习题解答"))).isNotEqualTo(SAME);
    }

    @Test
    void bearsALeftOutSubtitle() {
        assertThat(compare(titled("三国演义").subtitle("毛宗岗批评本"), titled("三国演义"))).isEqualTo(TITLE_SAME);
        assertThat(compare(titled("三国演义: 毛宗岗批评本"), titled("三国演义"))).isEqualTo(TITLE_BEGINS_ALIKE);
    }

    @Test
    void findsTheTitleAmongTheOthers() {
        var romanised = titled("Hong lou meng").otherTitles(List.of("紅樓夢"));

        assertThat(compare(romanised, titled("红楼梦"))).isEqualTo(TITLE_ELSEWHERE);
    }

    @Test
    void bearsMisprints() {
        assertThat(compare(titled("The adventures of Huckleberry Finn"), titled("The advenures of Huckelberry Finn")))
                .isEqualTo(TITLE_SIMILAR);
    }

    @Test
    void seesTwoTitlesWhereEachHasAWordOfItsOwn() {
        var rates = "Monthly normals of temperature, precipitation, and heating and cooling degree days: ";

        assertThat(compare(titled(rates + "Indiana"), titled(rates + "South Dakota")))
                .isEqualTo(TITLE_DIFFERS);
        assertThat(compare(titled("中国历代政治得失概论上编"), titled("中国历代经济得失概论上编"))).isEqualTo(TITLE_DIFFERS);
        assertThat(compare(titled("A history of the world"), titled("The history of our world")))
                .isEqualTo(TITLE_SIMILAR);
    }

    @Test
    void neverJoinsDifferentVolumes() {
        assertThat(compare(titled("红楼梦").part("上册"), titled("红楼梦").part("下册"))).isEqualTo(PART_DIFFERS);
        assertThat(compare(titled("红楼梦").part("上册"), titled("红楼梦"))).isEqualTo(PART_DIFFERS);
        assertThat(compare(titled("Annual report").part("Appendix"), titled("Annual report")))
                .isEqualTo(PART_DIFFERS);
    }

    @Test
    void bearsAPartThatTheOtherHasInItsTitle() {
        assertThat(compare(titled("平凡的世界").part("第三部"), titled("平凡的世界. 第三部"))).matches(Comparison::isCompatible);
        assertThat(compare(titled("Chronicle").part("Index"), titled("Chronicle. Index")))
                .matches(Comparison::isCompatible);
    }

    @Test
    void neverJoinsPrintWithAnotherCarrier() {
        assertThat(compare(
                        titled("Budget").format(Format.BOOK), titled("Budget").format(Format.ELECTRONIC)))
                .isEqualTo(FORMAT_DIFFERS);
        assertThat(compare(titled("Emma"), titled("Emma").edition("Large print edition")))
                .isEqualTo(FORMAT_DIFFERS);
    }

    @Test
    void seesThatAnotherYearIsNotQuiteTheSame() {
        assertThat(compare(
                        titled("Emma").published("", "", 1999), titled("Emma").published("", "", 2003)))
                .isEqualTo(TITLE_SAME);
    }

    private static Description.Builder titled(String title) {
        return Description.titled(title);
    }

    private static Comparison compare(Description.Builder one, Description.Builder other) {
        var there = Comparison.of(Publication.of(one.build()), Publication.of(other.build()));
        var back = Comparison.of(Publication.of(other.build()), Publication.of(one.build()));
        assertThat(there).isEqualTo(back);
        return there;
    }
}
