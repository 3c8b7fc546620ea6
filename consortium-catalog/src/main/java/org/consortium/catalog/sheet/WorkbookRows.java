package org.consortium.catalog.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.consortium.core.Refusal;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Rows of the first sheet of an XLSX workbook, streamed; numbers as a person reads them and never as 9.78E12. */
final class WorkbookRows implements SheetFile.Rows {

    /** The texts of a workbook are held in memory while it is read, and a small archive can hold very much. */
    private static final long LARGEST_TEXTS = 128L << 20;

    private static final long LARGEST_PART = 2L << 30;
    private static final int LONGEST_NUMBER = 40;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final long total;
    private long read;

    private WorkbookRows(ReadableWorkbook workbook, Stream<Row> stream, long total) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.total = total;
    }

    static WorkbookRows of(Path file) throws IOException {
        refuseTooLarge(file);
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
            var sheet = workbook.getFirstSheet();
            long total;
            try (var counted = sheet.openStream()) {
                total = counted.count();
            }
            return new WorkbookRows(workbook, sheet.openStream(), total);
        } catch (IOException | RuntimeException broken) {
            if (workbook != null) {
                workbook.close();
            }
            throw new IOException(broken.getMessage(), broken);
        }
    }

    /** Unpacks everything once to nowhere: what an archive says of its sizes is not to be believed. */
    private static void refuseTooLarge(Path file) throws IOException {
        var buffer = new byte[1 << 16];
        try (var archive = new ZipFile(file.toFile())) {
            for (var entries = archive.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                long largest = entry.getName().contains("worksheets/") ? LARGEST_PART : LARGEST_TEXTS;
                try (var content = archive.getInputStream(entry)) {
                    long size = 0;
                    for (int some = content.read(buffer); some >= 0; some = content.read(buffer)) {
                        size += some;
                        if (size > largest) {
                            throw new Refusal(SheetRefusal.LIST_TOO_LARGE, largest >> 20);
                        }
                    }
                }
            }
        }
    }

    @Override
    public SheetRow next() {
        if (!rows.hasNext()) {
            return null;
        }
        read++;
        var row = rows.next();
        var cells = new ArrayList<String>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.hasCell(i) ? text(row.getCell(i)) : "");
        }
        return new SheetRow(0, row.getRowNum(), cells);
    }

    private static String text(Cell cell) {
        if (cell == null) {
            return "";
        }
        var value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (cell.getType() == CellType.ERROR || value == null) {
            return "";
        }
        return value.toString();
    }

    /** Without an exponent, except where it would be no number of anything in a library. */
    private static String number(BigDecimal number) {
        boolean sensible = number.precision() < LONGEST_NUMBER && Math.abs(number.scale()) < LONGEST_NUMBER;
        return sensible ? number.stripTrailingZeros().toPlainString() : number.toString();
    }

    @Override
    public double part() {
        return total == 0 ? 1 : (double) read / total;
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException readToItsEndAnyway) {
            // nothing was written
        }
    }
}
