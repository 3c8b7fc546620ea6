package org.consortium.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A file of the demo world: comment lines, a header, rows of tab-separated cells. */
record DemoTable(List<String> comments, List<String> columns, List<Row> rows) {

    static DemoTable of(String name) {
        try (var file = DemoTable.class.getResourceAsStream("/demo/" + name)) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var comments =
                    lines.stream().takeWhile(line -> line.startsWith("#")).toList();
            var columns = List.of(lines.get(comments.size()).split("\t"));
            var rows = new ArrayList<Row>();
            for (var line : lines.subList(comments.size() + 1, lines.size())) {
                rows.add(row(columns, line.split("\t", -1)));
            }
            return new DemoTable(comments, columns, rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(List<String> columns, String[] cells) {
        if (cells.length != columns.size()) {
            throw new IllegalStateException("Row of " + cells.length + " cells: " + Arrays.toString(cells));
        }
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.length; i++) {
            row.put(columns.get(i), cells[i]);
        }
        return new Row(row);
    }

    List<String> column(String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }

    Set<String> keys(String name) {
        return rows.stream().map(row -> row.get(name)).collect(Collectors.toSet());
    }

    static List<String> several(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }

    /** One line, by the names of its columns; what is not known is the empty text. */
    record Row(Map<String, String> cells) {

        String get(String column) {
            return cells.get(column);
        }

        int number(String column) {
            return Integer.parseInt(get(column));
        }

        boolean has(String column) {
            return !get(column).isEmpty();
        }

        boolean isYes(String column) {
            return get(column).equals("yes");
        }

        List<String> several(String column) {
            return DemoTable.several(get(column));
        }
    }
}
