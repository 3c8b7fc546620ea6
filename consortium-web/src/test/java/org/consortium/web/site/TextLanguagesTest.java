package org.consortium.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class TextLanguagesTest {

    private final TextLanguages languages = new TextLanguages();

    @BeforeEach
    void aPageInChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void anyPage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "Der Zauberberg, ger, de",
        "1984, eng,",
        "Les misérables, fre, fr",
        "Война и мир, rus, ru",
        "Voĭna i mir, rus, ru-Latn",
        "Hong lou meng, chi, zh-Latn",
        "ノルウェイの森, jpn, ja",
        "『雪国』, jpn, ja",
        "한국의 역사, kor, ko",
        "红楼梦, chi,",
        "红楼梦, eng,",
        "Pictures, zxx,",
        "Something, xyz,",
        "Something, '',",
        "Something, und,",
        "Something, en us,",
        "廣東話, yue, yue",
        "Something, ENG,",
    })
    void tellsTheLanguageByCodeAndScript(String text, String code, String tag) {
        assertThat(languages.in(text, List.of(code))).isEqualTo(tag);
    }

    @Test
    void neverFailsOnACode() {
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                for (char third = 'a'; third <= 'z'; third++) {
                    var code = "" + first + second + third;
                    assertThatCode(() -> languages.in("Слово", List.of(code)))
                            .as(code)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void takesTheLanguageThatIsWrittenSo() {
        assertThat(languages.in("Война и мир", List.of("chi", "rus"))).isEqualTo("ru");
        assertThat(languages.in("Война и мир", List.of())).isNull();
    }

    @Test
    void namesChineseOnAnEnglishPage() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(languages.in("红楼梦", List.of("chi"))).isEqualTo("zh");
        assertThat(languages.in("Emma", List.of("eng"))).isNull();
    }
}
