package org.consortium.catalog.sheet;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One row with something in it, its cells from the left as text.
 *
 * @param number its place among the rows with something in them, counting from 1
 * @param line where a person finds it: the row of the sheet, or the line of the text, counting from 1
 */
public record SheetRow(int number, long line, List<String> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    public boolean isEmpty() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The row as a line of CSV, to be mended and sent again. */
    public String asCsv() {
        return cells.stream().map(SheetRow::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
