package org.consortium.catalog.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTest {

    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3",
        "红楼梦, 红楼梦, 0",
        "三国演义, 三国志, 2",
        "红楼梦, 紅樓夢x, 4",
        "'', abc, 3",
        "abc, '', 3",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl, "
                + "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkm, 1",
    })
    void countsWhatHasToBeChanged(String one, String other, int changes) {
        assertThat(Title.distance(one, other)).isEqualTo(changes);
    }

    @Test
    void leavesOutTheArticleWhereverItStands() {
        assertThat(Title.of("the art of computer programming").isSameAs(Title.of("art of computer programming the")))
                .isTrue();
    }

    @Test
    void doesNotTakeANumberForASubtitle() {
        assertThat(Title.of("annual report").begins(Title.of("annual report 1995")))
                .isFalse();
        assertThat(Title.of("annual report").begins(Title.of("annual report and accounts")))
                .isTrue();
    }
}
