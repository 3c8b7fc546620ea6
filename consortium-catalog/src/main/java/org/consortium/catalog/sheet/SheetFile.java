package org.consortium.catalog.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.consortium.core.Refusal;

/**
 * A list in a spreadsheet, row by row: the first sheet of an XLSX workbook, or text with commas, semicolons or tabulators.
 * Empty rows are passed over, and so is what stands above the headings: what the list is called, who made it. Not for
 * several threads at once.
 */
public final class SheetFile implements AutoCloseable {

    /** What Excel itself can hold in one cell. */
    static final int LONGEST_CELL = 32_767;

    private static final int MOST_CELLS = 1_000;

    /** Headings that stand deeper are not looked for. */
    private static final int DEEPEST_HEADING = 10;

    private final Rows rows;
    private final long size;
    private Queue<SheetRow> ahead;
    private int number;

    private SheetFile(Rows rows, long size) {
        this.rows = rows;
        this.size = size;
    }

    /** Rows as they stand, empty ones too; null at the end. */
    interface Rows extends AutoCloseable {

        SheetRow next() throws IOException;

        /** How much has been read, from 0 to 1. */
        double part();

        @Override
        void close();
    }

    /** Whether these are the first bytes of a workbook; text is known by nothing but not being anything else. */
    public static boolean isWorkbook(Path file) {
        try (var in = Files.newInputStream(file)) {
            return startsAsZip(in.readNBytes(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsAsZip(byte[] head) {
        return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /**
     * Opens a list.
     *
     * @param encoding of text, such as GB18030; null or empty to tell it from the bytes
     * @throws Refusal with a {@link SheetRefusal} when it cannot be read or holds nothing
     */
    public static SheetFile open(Path file, String encoding) {
        try {
            var rows = isWorkbook(file) ? WorkbookRows.of(file) : TextRows.of(file, encoding);
            return new SheetFile(rows, Files.size(file));
        } catch (IOException | UncheckedIOException broken) {
            throw new Refusal(SheetRefusal.LIST_NOT_READABLE, String.valueOf(broken.getMessage()));
        }
    }

    /** The beginning of a list, for a preview. */
    public static List<SheetRow> beginning(Path file, String encoding, int most) {
        var beginning = new ArrayList<SheetRow>();
        try (var list = open(file, encoding)) {
            for (var row = list.next(); row != null && beginning.size() < most; row = list.next()) {
                beginning.add(row);
            }
        }
        if (beginning.isEmpty()) {
            throw new Refusal(SheetRefusal.EMPTY_LIST);
        }
        return beginning;
    }

    /**
     * The next row with something in it, or null at the end.
     *
     * @throws Refusal when the file is damaged here
     */
    public SheetRow next() {
        try {
            if (ahead == null) {
                ahead = fromTheHeadings();
            }
            var row = ahead.isEmpty() ? nextFilled() : ahead.remove();
            return row == null ? null : new SheetRow(++number, row.line(), row.cells());
        } catch (IOException | RuntimeException damaged) {
            throw new Refusal(SheetRefusal.LIST_NOT_READABLE, String.valueOf(damaged.getMessage()));
        }
    }

    /** The first rows; without those above a row of headings, where there is one. */
    private Queue<SheetRow> fromTheHeadings() throws IOException {
        var first = new ArrayDeque<SheetRow>();
        for (var row = nextFilled(); row != null; row = nextFilled()) {
            if (SheetMapping.namesColumns(row)) {
                first.clear();
                first.add(row);
                break;
            }
            first.add(row);
            if (first.size() == DEEPEST_HEADING) {
                break;
            }
        }
        return first;
    }

    private SheetRow nextFilled() throws IOException {
        for (var row = rows.next(); row != null; row = rows.next()) {
            if (!row.isEmpty()) {
                return new SheetRow(0, row.line(), shortened(row.cells()));
            }
        }
        return null;
    }

    private static List<String> shortened(List<String> cells) {
        return cells.stream()
                .limit(MOST_CELLS)
                .map(cell -> cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell)
                .map(String::strip)
                .toList();
    }

    /** Bytes of the file read so far, as near as can be told. */
    public long bytesRead() {
        return Math.round(rows.part() * size);
    }

    @Override
    public void close() {
        rows.close();
    }
}
