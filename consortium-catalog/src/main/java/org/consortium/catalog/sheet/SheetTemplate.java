package org.consortium.catalog.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** An empty list to fill in: a row of headings that is understood when it comes back. */
public final class SheetTemplate {

    /** In the order somebody with a book in hand fills them in. */
    public static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.BARCODE,
            SheetColumn.ISBN,
            SheetColumn.TITLE,
            SheetColumn.PART,
            SheetColumn.AUTHOR,
            SheetColumn.PUBLISHER,
            SheetColumn.YEAR,
            SheetColumn.CLC,
            SheetColumn.CALL_NUMBER,
            SheetColumn.LOCATION,
            SheetColumn.PRICE,
            SheetColumn.COPIES,
            SheetColumn.NOTE);

    private SheetTemplate() {}

    public static void writeWorkbook(List<String> headings, String sheetName, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Consortium", "1.0")) {
            var sheet = workbook.newWorksheet(sheetName);
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
                sheet.style(0, i).bold().set();
                // a number in these columns keeps its leading zeros
                sheet.range(1, i, 2000, i).style().format("@").set();
                sheet.width(i, 18);
            }
            sheet.freezePane(0, 1);
        }
    }

    /** With the mark by which Excel knows UTF-8. */
    public static void writeText(List<String> headings, OutputStream out) throws IOException {
        out.write(("\uFEFF" + new SheetRow(1, 1, headings).asCsv()).getBytes(StandardCharsets.UTF_8));
    }
}
