package org.consortium.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

    @ParameterizedTest
    @CsvSource({
        "红楼梦,hong lou meng",
        "額爾古納河右岸,e er gu na he you an",
        "重庆,chong qing",
        "长乐,chang le",
        "音乐,yin yue",
        "绿色,lu se",
        "名著,ming zhu",
        "三体II,san ti ii",
        "1984,1984"
    })
    void speaksTitles(String title, String spoken) {
        assertThat(String.join(" ", Pinyin.syllables(Folding.fold(title)))).isEqualTo(spoken);
    }

    @Test
    void speaksSurnamesAsSurnames() {
        assertThat(Pinyin.nameSyllables(Folding.fold("单田芳"))).containsExactly("shan", "tian", "fang");
        assertThat(Pinyin.nameSyllables(Folding.fold("曾国藩"))).containsExactly("zeng", "guo", "fan");
    }

    @Test
    void takesInitials() {
        assertThat(Pinyin.initials(Pinyin.syllables("红楼梦"))).isEqualTo("hlm");
    }

    @Test
    void partsLettersIntoSyllables() {
        assertThat(Pinyin.readings("honglou")).contains(List.of("hong", "lou"));
        assertThat(Pinyin.readings("xian")).contains(List.of("xian"), List.of("xi", "an"));
        assertThat(Pinyin.readings("lvse")).contains(List.of("lu", "se"));
        assertThat(Pinyin.readings("primer")).isEmpty();
        assertThat(Pinyin.readings("an".repeat(30) + "q")).isEmpty();
    }

    @Test
    void leavesOutTheNumbersOfTones() {
        assertThat(Pinyin.withoutTones("hong2 lou2 meng4")).isEqualTo("hong lou meng");
        assertThat(Pinyin.withoutTones("hong2lou2meng4 caoxueqin")).isEqualTo("hongloumeng caoxueqin");
        assertThat(Pinyin.withoutTones("nv3er2 de5 gu4shi4")).isEqualTo("nver de gushi");
    }

    @Test
    void takesPaperForPaper() {
        assertThat(Pinyin.withoutTones("a4")).isEqualTo("a4");
        assertThat(Pinyin.withoutTones("mp3 a4")).isEqualTo("mp3 a4");
        assertThat(Pinyin.withoutTones("yan1984")).isEqualTo("yan1984");
    }
}
