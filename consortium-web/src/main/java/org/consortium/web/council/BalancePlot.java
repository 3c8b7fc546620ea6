package org.consortium.web.council;

import java.util.List;
import java.util.Locale;
import org.consortium.core.Label;
import org.consortium.loans.report.LibraryFigures;

/** Who gives and who takes: a bar to the right for what a library lent more, to the left for what it borrowed more. */
record BalancePlot(List<Bar> bars, int height) {

    private static final int ROW = 28;
    private static final int TOP = 28;
    private static final double WIDEST = 38;
    private static final double MIDDLE = 50;

    /** One library's bar; positions and widths in per cent of the plot, {@code y} in pixels. */
    record Bar(Label name, long balance, int y, String x, String width, String nameAt, String numberAt) {

        public boolean gives() {
            return balance >= 0;
        }

        public int textY() {
            return y + 11;
        }
    }

    static BalancePlot of(List<LibraryFigures> rows) {
        var most = rows.stream().mapToLong(row -> Math.abs(row.balance())).max().orElse(0);
        var bars = new java.util.ArrayList<Bar>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var width = most == 0 ? 0 : Math.abs(row.balance()) * WIDEST / most;
            var left = row.balance() >= 0 ? MIDDLE : MIDDLE - width;
            bars.add(new Bar(
                    row.name(),
                    row.balance(),
                    TOP + i * ROW,
                    percent(left),
                    percent(width),
                    percent(row.balance() >= 0 ? MIDDLE - 1 : MIDDLE + 1),
                    percent(row.balance() >= 0 ? MIDDLE + width + 1 : MIDDLE - width - 1)));
        }
        return new BalancePlot(bars, TOP + rows.size() * ROW + 8);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f%%", value);
    }
}
