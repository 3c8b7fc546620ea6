package org.consortium.web.site;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Numbers people compare, as bars. Widths are shares of the picture in percent and heights pixels, so that it reflows without
 * scaling its letters.
 *
 * @param id tells several plots of one page apart
 * @param title what the picture shows, in one sentence, for those who do not see it
 * @param balance whether bars go both ways from the middle: what is given to the right, what is taken to the left
 */
public record Plot(String id, String title, boolean balance, List<Bar> bars) {

    private static final int BAR = 14;
    private static final int ROW_OF_COUNTS = 40;
    private static final int ROW_OF_BALANCE = 28;

    /** The longest bar leaves room for its number. */
    private static final double LONGEST_COUNT = 84;

    private static final double LONGEST_BALANCE = 38;
    private static final double MIDDLE = 50;
    private static final double GAP = 1;

    /** A name and its number. */
    public record Figure(String name, long number) {}

    /** Bars from the left, for counts that are never below zero. */
    public static Plot ofCounts(String id, String title, List<Figure> figures) {
        return of(id, title, false, figures);
    }

    /** Bars from the middle, for differences. */
    public static Plot ofBalance(String id, String title, List<Figure> figures) {
        return of(id, title, true, figures);
    }

    private static Plot of(String id, String title, boolean balance, List<Figure> figures) {
        var most = figures.stream()
                .mapToLong(figure -> Math.abs(figure.number()))
                .max()
                .orElse(0);
        var bars = IntStream.range(0, figures.size())
                .mapToObj(row -> new Bar(figures.get(row), row, balance, Math.max(1, most)))
                .toList();
        return new Plot(id, title, balance, bars);
    }

    public int height() {
        return bars.size() * (balance ? ROW_OF_BALANCE : ROW_OF_COUNTS) + BAR;
    }

    /** One row of the picture. */
    public record Bar(Figure figure, int row, boolean balance, long most) {

        public String name() {
            return figure.name();
        }

        public long number() {
            return figure.number();
        }

        public boolean toTheLeft() {
            return balance && number() < 0;
        }

        public String x() {
            return percent(toTheLeft() ? MIDDLE - share() : balance ? MIDDLE : 0);
        }

        public String width() {
            return percent(share());
        }

        /** The number stands beyond the end of the bar. */
        public String numberX() {
            var start = balance ? MIDDLE : 0;
            return percent(toTheLeft() ? MIDDLE - share() - GAP : start + share() + GAP);
        }

        /** In a balance the name stands across the middle from its bar, among counts above it. */
        public String nameX() {
            return percent(!balance ? 0 : toTheLeft() ? MIDDLE + GAP : MIDDLE - GAP);
        }

        public int y() {
            return balance ? row * ROW_OF_BALANCE + BAR : row * ROW_OF_COUNTS + BAR + 6;
        }

        public int nameY() {
            return balance ? y() + 11 : y() - 7;
        }

        public int numberY() {
            return y() + 11;
        }

        private double share() {
            return Math.abs(number()) * (balance ? LONGEST_BALANCE : LONGEST_COUNT) / most;
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.1f%%", share);
        }
    }
}
