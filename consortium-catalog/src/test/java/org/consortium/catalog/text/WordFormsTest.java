package org.consortium.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFormsTest {

    @ParameterizedTest
    @CsvSource({
        "bird,birds",
        "birds,bird",
        "history,histories",
        "histories,history",
        "church,churches",
        "churches,church",
        "boxes,box",
        "cases,case",
        "child,children",
        "journaux,journal",
        "oiseaux,oiseau",
        "4,four",
        "twelve,12",
        "opus,op",
        "colour,color",
        "labors,labour",
        "center,centre",
        "catalogues,catalog",
        "organization,organisation",
        "koeln,koln",
        "mueller,muller",
        "москва,moskva",
        "история,istoriia",
    })
    void knowsOtherFormsOfAWord(String word, String form) {
        assertThat(WordForms.of(word)).contains(form);
    }

    @ParameterizedTest
    @CsvSource({"the", "physics1", "红楼梦", "1984", "news", "status", "class", "''", "c"})
    void leavesAloneWhatHasNone(String word) {
        assertThat(WordForms.of(word)).doesNotContain(word).doesNotContain("new", "statu", "clas");
        assertThat(WordForms.spellings(word)).isEmpty();
    }

    @Test
    void knowsWhichWordsOnlyJoinOthers() {
        assertThat(WordForms.isSmall("and")).isTrue();
        assertThat(WordForms.isSmall("d")).isFalse();
    }
}
