package org.consortium.catalog.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.consortium.core.Refusal;
import org.consortium.core.union.Isbn;

/**
 * What each column of a list tells, from the left.
 *
 * @param heading whether the first row names the columns
 * @param deletes the list names, by control number, what the library holds no longer
 * @param givesBarcodes copies without a barcode are given one
 */
public record SheetMapping(List<SheetColumn> columns, boolean heading, boolean deletes, boolean givesBarcodes) {

    public static final int MOST_COLUMNS = 60;

    /** What a list is called may be the word for a column by chance. */
    private static final int SURE_COLUMNS = 2;

    public SheetMapping {
        columns = List.copyOf(columns.size() > MOST_COLUMNS ? columns.subList(0, MOST_COLUMNS) : columns);
    }

    public SheetMapping(List<SheetColumn> columns, boolean heading, boolean deletes) {
        this(columns, heading, deletes, false);
    }

    public SheetMapping givingBarcodes(boolean gives) {
        return new SheetMapping(columns, heading, deletes, gives);
    }

    /** By the words above the columns; where the first row holds an ISBN it names nothing, and only that column is known. */
    public static SheetMapping guessed(SheetRow first) {
        var cells = first.cells();
        boolean heading = cells.stream().noneMatch(SheetMapping::isIsbn);
        return new SheetMapping(heading ? byWords(cells) : byLook(cells), heading, false);
    }

    /** Whether it tells how many copies there are, and of none which. */
    public boolean countsCopies() {
        return columns.contains(SheetColumn.COPIES) && !columns.contains(SheetColumn.BARCODE);
    }

    /** Whether these are without doubt the words above the columns of a list of books. */
    static boolean namesColumns(SheetRow row) {
        var guessed = guessed(row);
        return guessed.heading
                && (guessed.columns.contains(SheetColumn.TITLE) || guessed.columns.contains(SheetColumn.ISBN))
                && row.cells().stream().filter(SheetColumn::isHeading).count() >= SURE_COLUMNS;
    }

    public boolean knowsAColumn() {
        return columns.stream().anyMatch(column -> column != SheetColumn.IGNORED);
    }

    private static boolean isIsbn(String cell) {
        return Isbn.in(cell).isPresent();
    }

    private static List<SheetColumn> byLook(List<String> cells) {
        var columns = new ArrayList<>(Collections.nCopies(cells.size(), SheetColumn.IGNORED));
        for (int i = 0; i < cells.size(); i++) {
            if (isIsbn(cells.get(i))) {
                columns.set(i, SheetColumn.ISBN);
                break;
            }
        }
        return columns;
    }

    /** The best pair of column and words first, so that "title" is not taken by "subtitle" and each is told once. */
    private static List<SheetColumn> byWords(List<String> cells) {
        record Fit(int index, SheetColumn column, int points) {}
        var fits = new ArrayList<Fit>();
        for (int i = 0; i < cells.size(); i++) {
            for (var column : SheetColumn.values()) {
                int points = column.fits(cells.get(i));
                if (points > 0) {
                    fits.add(new Fit(i, column, points));
                }
            }
        }
        fits.sort((one, other) -> Integer.compare(other.points, one.points));
        var columns = new ArrayList<>(Collections.nCopies(cells.size(), SheetColumn.IGNORED));
        var told = EnumSet.of(SheetColumn.IGNORED);
        for (var fit : fits) {
            if (columns.get(fit.index) == SheetColumn.IGNORED && told.add(fit.column)) {
                columns.set(fit.index, fit.column);
            }
        }
        return columns;
    }

    /** @throws Refusal when it does not say enough to read a list by, or says something twice */
    public SheetMapping checked() {
        var told = EnumSet.noneOf(SheetColumn.class);
        for (var column : columns) {
            if (column != SheetColumn.IGNORED && !told.add(column)) {
                throw new Refusal(SheetRefusal.COLUMN_TWICE, column);
            }
        }
        boolean enough = deletes
                ? told.contains(SheetColumn.CONTROL_NUMBER)
                : told.contains(SheetColumn.TITLE) || told.contains(SheetColumn.ISBN);
        if (!enough) {
            throw new Refusal(SheetRefusal.COLUMNS_NOT_KNOWN);
        }
        return this;
    }

    /** The cell this row has in a column, or the empty text. */
    public String cell(SheetRow row, SheetColumn column) {
        int index = columns.indexOf(column);
        return index < 0 || index >= row.cells().size() ? "" : row.cells().get(index);
    }

    /** A row of headings that is understood when it comes back. */
    public SheetRow headings() {
        return new SheetRow(0, 0, columns.stream().map(SheetColumn::heading).toList());
    }

    /** In one line, to be kept: {@code heading:TITLE,IGNORED,ISBN}. */
    public String kept() {
        var names = columns.stream().map(Enum::name).collect(Collectors.joining(","));
        return (deletes ? "deletes-" : "")
                + (givesBarcodes ? "barcodes-" : "")
                + (heading ? "heading:" : "plain:")
                + names;
    }

    public static SheetMapping of(String kept) {
        int colon = kept.indexOf(':');
        var names = kept.substring(colon + 1);
        var columns = names.isEmpty()
                ? List.<SheetColumn>of()
                : Arrays.stream(names.split(",")).map(SheetColumn::valueOf).toList();
        var before = kept.substring(0, colon);
        return new SheetMapping(
                columns, before.endsWith("heading"), before.startsWith("deletes"), before.contains("barcodes"));
    }
}
