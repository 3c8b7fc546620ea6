package org.consortium.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "紅樓夢,红楼梦",
        "說文解字,说文解字",
        "説文解字,说文解字",
        "敎育學,教育学",
        "乾隆,干隆",
        "黃河,黄河",
        "裏外,里外",
        "図書館,图书馆",
        "Ｃｏｍｐｕｔｅｒ　１９８４,computer 1984",
        "Les Misérables,les miserables",
        "Straße,strasse",
        "Łódź,lodz",
        "Tolstoĭ,tolstoi",
        "Ts'ao Hsüeh-ch'in,ts ao hsueh ch in",
        "Hsüehʻchʻin,hsuehchin",
        "C++ Primer,cplusplus primer",
        "C# in Depth,csharp in depth",
        "《三体：黑暗森林》,三体 黑暗森林",
        "  a--b\t\tc  ,a b c",
        "がっこう,がっこう",
        "الأُسرة,الاسره",
        "ميزانيّة ١٩٧٧,ميزانيه 1977",
        "کتاب فارسی,كتاب فارسي",
        "בְּרֵאשִׁית,בראשית",
        "आर्थिक २०२४,आर्थिक 2024",
        "ΛΌΓΟΣ λόγος,λογοσ λογοσ"
    })
    void makesEqualWhatReadersTakeForEqual(String typed, String folded) {
        assertThat(Folding.fold(typed)).isEqualTo(folded);
    }

    @Test
    void keepsEveryMeaningBetweenWidthsAndScripts() {
        assertThat(Folding.fold("紅楼夢")).isEqualTo(Folding.fold("红楼梦")).isEqualTo(Folding.fold("紅樓夢"));
    }

    @Test
    void survivesBrokenText() {
        assertThat(Folding.fold("a\uD83Db\u0000c\uDC00")).isEqualTo("a b c");
        assertThat(Folding.fold("***\"\"''")).isEmpty();
    }
}
