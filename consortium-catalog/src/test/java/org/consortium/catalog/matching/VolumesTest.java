package org.consortium.catalog.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.consortium.core.union.Description;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumesTest {

    @ParameterizedTest
    @CsvSource({
        "平凡的世界 第三部, 3",
        "平凡的世界. 第二十一册, 21",
        "紅樓夢 下冊, 下",
        "The art of computer programming. Vol. 2, 2",
        "Faust. Part II, 2",
        "Kapital. Bd. 3, 3",
        "三国演义, ''",
        "一册在手, ''",
        "1984, ''",
        "上海的早晨, ''",
        "Catch-22, ''",
    })
    void readsTheVolumeOutOfATitle(String title, String volume) {
        var volumes = Publication.of(Description.titled(title).build()).volumes();

        assertThat(String.join(" ", volumes.numbers())).isEqualTo(volume);
    }

    @ParameterizedTest
    @CsvSource({"第四卷, 4", "v. 04, 4", "IV, 4", "(上), 上", "第十卷 第二册, 10 2", "Supplement, ''"})
    void readsTheVolumeOutOfAPart(String part, String volume) {
        var volumes =
                Publication.of(Description.titled("史记").part(part).build()).volumes();

        assertThat(volumes.numbers()).containsExactlyInAnyOrder(volume.isEmpty() ? new String[0] : volume.split(" "));
    }

    @Test
    void knowsThatTheFirstHalfIsVolumeOne() {
        assertThat(part("上册").agreeWith(part("第1册"))).isTrue();
        assertThat(part("下册").agreeWith(part("第二册"))).isTrue();
        assertThat(part("下册").agreeWith(part("第一册"))).isFalse();
        assertThat(part("上册").agreeWith(part("下册"))).isFalse();
    }

    @Test
    void tellsASetFromItsVolumes() {
        assertThat(part("").agreeWith(part("第一册"))).isFalse();
    }

    private static Volumes part(String part) {
        return Publication.of(Description.titled("红楼梦").part(part).build()).volumes();
    }
}
