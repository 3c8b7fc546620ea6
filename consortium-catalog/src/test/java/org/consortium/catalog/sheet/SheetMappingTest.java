package org.consortium.catalog.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.catalog.sheet.SheetColumn.*;

import java.util.List;
import org.consortium.core.Refusal;
import org.junit.jupiter.api.Test;

class SheetMappingTest {

    @Test
    void guessesByTheWordsPeopleWrite() {
        assertThat(guessed(
                        "序号", "图书条码", "书  名", "副书名", "责任者", "出版社名称", "出版年月", "ISBN号：", "中图法分类号", "索书号", "馆藏地点",
                        "价格（元）"))
                .containsExactly(
                        IGNORED,
                        BARCODE,
                        TITLE,
                        SUBTITLE,
                        AUTHOR,
                        PUBLISHER,
                        YEAR,
                        ISBN,
                        CLC,
                        CALL_NUMBER,
                        LOCATION,
                        PRICE);
        assertThat(guessed(
                        "Title",
                        "Sub-title",
                        "Author(s)",
                        "Publisher",
                        "Publication year",
                        "ISBN-13",
                        "Call number",
                        "Item barcode"))
                .containsExactly(TITLE, SUBTITLE, AUTHOR, PUBLISHER, YEAR, ISBN, CALL_NUMBER, BARCODE);
    }

    @Test
    void aRowWithAnIsbnNamesNothing() {
        var guessed = SheetMapping.guessed(new SheetRow(1, 1, List.of("红楼梦", "9787020002207")));

        assertThat(guessed.heading()).isFalse();
        assertThat(guessed.columns()).containsExactly(IGNORED, ISBN);
    }

    @Test
    void asksForTitleOrIsbnAndForEachColumnOnce() {
        assertRefused(SheetRefusal.COLUMNS_NOT_KNOWN, false, AUTHOR, BARCODE);
        assertRefused(SheetRefusal.COLUMNS_NOT_KNOWN, true, TITLE);
        assertRefused(SheetRefusal.COLUMN_TWICE, false, TITLE, TITLE);
        assertThat(new SheetMapping(List.of(CONTROL_NUMBER), true, true)
                        .checked()
                        .deletes())
                .isTrue();
    }

    @Test
    void isKeptInOneLine() {
        var mapping = new SheetMapping(List.of(TITLE, IGNORED, ISBN), true, true);

        assertThat(mapping.kept()).isEqualTo("deletes-heading:TITLE,IGNORED,ISBN");
        assertThat(SheetMapping.of(mapping.kept())).isEqualTo(mapping);
    }

    private static void assertRefused(SheetRefusal reason, boolean deletes, SheetColumn... columns) {
        assertThatThrownBy(() -> new SheetMapping(List.of(columns), true, deletes).checked())
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private static List<SheetColumn> guessed(String... headings) {
        return SheetMapping.guessed(new SheetRow(1, 1, List.of(headings))).columns();
    }
}
