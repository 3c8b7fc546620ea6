package org.consortium.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.consortium.catalog.search.Marks.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {

    @ParameterizedTest
    @CsvSource({
        "红楼梦,[红楼梦]",
        "红楼,[紅樓]夢校注",
        "紅樓夢,[红楼梦]研究",
        "教育學說,[敎育学說]",
        "曹雪芹红楼梦,[红楼梦]",
        "“红楼梦”,《[红楼梦]》研究",
        "hlm,[红楼梦]",
        "honglou meng,[红楼梦]研究",
        "hong2 lou2,[紅樓]夢",
        "changan,[长安]的荔枝",
        "zhangan,[长安]的荔枝",
        "miserables,Les [Misérables]",
        "LES MISERABLES,[Les] [Misérables]",
        "ｈａｒｒｙ,[Harry] Potter",
        "harry potter,Ｈarrison and [Harry] [Potter]",
        "doctrine of grace,The [doctrines] [of] [grace]",
        "koeln,[Köln] im Bild",
        "libr*,At the [libr]ary",
        "鲁迅 OR 周作人,[周作人]与[鲁迅]",
        "title:红楼 -研究,[红楼]梦研究",
        "author:鲁迅,鲁迅传",
        "三体 2,[三体][2]",
        "红,[红]岩",
        "9787020002207,红楼梦",
    })
    void marksWhatWasAskedForInATitle(String typed, String marked) {
        assertThat(told(Marks.of(typed).title(marked.replaceAll("[\\[\\]]", ""))))
                .isEqualTo(marked.replace("][", ""));
    }

    @ParameterizedTest
    @CsvSource({"yuedaiyun,[乐黛云]", "author:鲁迅,[鲁迅]", "title:鲁迅,鲁迅", "曹雪芹,（清）[曹雪芹]", "hugo,[Hugo], Victor"})
    void marksNames(String typed, String marked) {
        assertThat(told(Marks.of(typed).name(marked.replaceAll("[\\[\\]]", ""))))
                .isEqualTo(marked);
    }

    @Test
    void leavesNothingOutOfWhatIsDisplayed() {
        var odd = "  《紅樓夢》— C++ \u0301é 😀𠮷野家 ½ ﷺ ";

        assertThat(Marks.of("红楼梦 野家 c++").title(odd).stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(odd);
        assertThat(Marks.of("").title("红楼梦")).containsExactly(new Piece("红楼梦", false));
        assertThat(Marks.of("红楼梦").title("")).isEmpty();
    }

    private static String told(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
