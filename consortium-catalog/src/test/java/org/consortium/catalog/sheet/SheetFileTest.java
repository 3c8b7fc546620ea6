package org.consortium.catalog.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consortium.core.Refusal;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFileTest {

    private static final String LIST = "题名,作者,ISBN\r\n红楼梦,曹雪芹,9787020002207\r\n\r\n\"三国, 演义\",罗贯中,\r\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void readsTextInWhateverEncodingItComes(String encoding) {
        var rows = rows(LIST.getBytes(Charset.forName(encoding)));

        assertThat(rows)
                .extracting(SheetRow::cells)
                .containsExactly(
                        List.of("题名", "作者", "ISBN"),
                        List.of("红楼梦", "曹雪芹", "9787020002207"),
                        List.of("三国, 演义", "罗贯中", ""));
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2, 3);
        assertThat(rows).extracting(SheetRow::line).containsExactly(1L, 2L, 4L);
    }

    @Test
    void passesOverTheMarkExcelPutsBeforeUnicode() {
        assertThat(rows(("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_8))
                        .get(0)
                        .cells())
                .startsWith("题名");
    }

    @Test
    void passesOverWhatStandsAboveTheHeadings() {
        var list = rows("柳溪村农家书屋图书名称登记表,,\n登记人：王阿姨,,2026年3月\n序号,书名,ISBN\n1,红楼梦,9787020002207\n"
                .getBytes(StandardCharsets.UTF_8));
        var withoutHeadings = rows("家,巴金\n图书馆学丛书,北京图书馆出版社\n春,巴金\n".getBytes(StandardCharsets.UTF_8));

        assertThat(list)
                .extracting(SheetRow::cells)
                .containsExactly(List.of("序号", "书名", "ISBN"), List.of("1", "红楼梦", "9787020002207"));
        assertThat(list).extracting(SheetRow::number).containsExactly(1, 2);
        assertThat(list).extracting(SheetRow::line).containsExactly(3L, 4L);
        assertThat(withoutHeadings).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void tellsWhatStandsBetweenTheCells(String delimiter) {
        var text = String.join(delimiter, "题名", "作者") + "\n" + String.join(delimiter, "家", "巴金, 原著");

        assertThat(rows(text.getBytes(StandardCharsets.UTF_8)))
                .extracting(SheetRow::cells)
                .containsExactly(List.of("题名", "作者"), List.of("家", "巴金, 原著"));
    }

    @Test
    void readsAsToldWhereTheSenderKnowsBetter() {
        var file = file("書名\n家".getBytes(Charset.forName("x-windows-950")));

        assertThat(SheetFile.beginning(file, "Big5", 5))
                .extracting(SheetRow::cells)
                .contains(List.of("書名"));
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotEndTheList() {
        var rows = rows("题名,作者\n\"红楼梦,曹雪芹\n家,巴金\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).cells().get(0)).startsWith("红楼梦");
    }

    @Test
    void readsTheFirstSheetOfAWorkbookAndItsNumbersAsWritten() throws IOException {
        var rows = rows(workbook());

        assertThat(rows)
                .extracting(SheetRow::cells)
                .containsExactly(List.of("ISBN", "题名", "", "定价"), List.of("9787020002207", "红楼梦", "", "59.7"));
        assertThat(rows).extracting(SheetRow::line).containsExactly(1L, 3L);
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        var file = file(workbook());
        try (var list = SheetFile.open(file, null)) {
            list.next();
            assertThat(list.bytesRead()).isBetween(1L, Files.size(file) - 1);
            list.next();
            assertThat(list.bytesRead()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void refusesAnArchiveThatIsNoWorkbookAndAnEmptyList() throws IOException {
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("xl/nothing"));
        }

        assertRefused(archive.toByteArray(), SheetRefusal.LIST_NOT_READABLE);
        assertRefused("\n , \n".getBytes(StandardCharsets.UTF_8), SheetRefusal.EMPTY_LIST);
    }

    @Test
    void refusesAWorkbookThatSwells() throws IOException {
        var archive = new ByteArrayOutputStream();
        var noughts = new byte[1 << 20];
        try (var zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 200; i++) {
                zip.write(noughts);
            }
        }

        assertRefused(archive.toByteArray(), SheetRefusal.LIST_TOO_LARGE);
    }

    @Test
    void theTemplateIsUnderstoodWhenItComesBack() throws IOException {
        var headings = SheetTemplate.COLUMNS.stream().map(SheetColumn::heading).toList();
        var workbook = new ByteArrayOutputStream();
        SheetTemplate.writeWorkbook(headings, "书目", workbook);
        var text = new ByteArrayOutputStream();
        SheetTemplate.writeText(headings, text);

        for (var template : List.of(workbook.toByteArray(), text.toByteArray())) {
            var rows = rows(template);
            assertThat(rows).hasSize(1);
            assertThat(SheetMapping.guessed(rows.get(0)).columns()).isEqualTo(SheetTemplate.COLUMNS);
        }
    }

    private byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("书目");
            sheet.value(0, 0, "ISBN");
            sheet.value(0, 1, "题名");
            sheet.value(0, 3, "定价");
            sheet.value(2, 0, 9787020002207L);
            sheet.value(2, 1, "红楼梦");
            sheet.value(2, 3, 59.70);
            workbook.newWorksheet("说明").value(0, 0, "没有人读");
        }
        return bytes.toByteArray();
    }

    private void assertRefused(byte[] content, SheetRefusal reason) {
        assertThatThrownBy(() -> SheetFile.beginning(file(content), null, 5))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private List<SheetRow> rows(byte[] content) {
        var rows = new ArrayList<SheetRow>();
        try (var list = SheetFile.open(file(content), null)) {
            for (var row = list.next(); row != null; row = list.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Path file(byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "list", ""), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
