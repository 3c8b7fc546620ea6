package org.consortium.web.site;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Numbers people compare, as bars. What runs along the page is a share of the picture in per cent, what stands upright pixels,
 * so that it reflows without scaling its letters.
 *
 * @param id tells several plots of one page apart
 * @param balance whether bars lie and go both ways from the middle: what is given to the right, what is taken to the left;
 *     otherwise they stand side by side
 * @param height of the whole picture
 */
public record Plot(String id, boolean balance, int height, List<Bar> bars) {

    /** Where standing bars begin; their names are below it. */
    static final int FLOOR = 120;

    private static final int BELOW_FLOOR = 24;
    private static final int HIGHEST = 100;

    private static final int THICK = 14;
    private static final int ROW = 28;
    private static final double MIDDLE = 50;

    /** The longest bar leaves room for its number. */
    private static final double LONGEST = 38;

    private static final double GAP = 1;

    /**
     * A number and what it is of.
     *
     * @param mark its name where there is little room
     */
    public record Figure(String name, String mark, long number) {

        public Figure(String name, long number) {
            this(name, name, number);
        }
    }

    /** A bar with its name and its number; both begin, end or centre where they are put. */
    public record Bar(Figure figure, String x, int y, String width, int height, Place name, Place number) {

        /** Filled for what is given, open for what is taken. */
        public String shape() {
            return figure.number() < 0 ? "neg" : "pos";
        }
    }

    /** Where a text stands, and whether it starts ("start"), ends ("end") or has its middle ("mid") there. */
    public record Place(String x, int y, String anchor) {}

    /** Bars side by side, for counts that follow one another and are never below zero. */
    public static Plot ofCounts(String id, List<Figure> figures) {
        var most = most(figures);
        var slot = 100.0 / Math.max(1, figures.size());
        return new Plot(id, false, FLOOR + BELOW_FLOOR, bars(figures, i -> {
            var height = (int) Math.round(figures.get(i).number() * (double) HIGHEST / most);
            var middle = percent(i * slot + slot / 2);
            return new Bar(
                    figures.get(i),
                    percent(i * slot + slot * 0.15),
                    FLOOR - height,
                    percent(slot * 0.7),
                    height,
                    new Place(middle, FLOOR + 18, "mid"),
                    new Place(middle, FLOOR - height - 5, "mid"));
        }));
    }

    /** Bars from the middle, for differences; the name stands across the middle from its bar. */
    public static Plot ofBalance(String id, List<Figure> figures) {
        var most = most(figures);
        return new Plot(id, true, (figures.size() + 1) * ROW + 8, bars(figures, i -> {
            var figure = figures.get(i);
            var width = Math.abs(figure.number()) * LONGEST / most;
            var y = (i + 1) * ROW;
            var takes = figure.number() < 0;
            return new Bar(
                    figure,
                    percent(takes ? MIDDLE - width : MIDDLE),
                    y,
                    percent(width),
                    THICK,
                    takes
                            ? new Place(percent(MIDDLE + GAP), y + 11, "start")
                            : new Place(percent(MIDDLE - GAP), y + 11, "end"),
                    takes
                            ? new Place(percent(MIDDLE - width - GAP), y + 11, "end")
                            : new Place(percent(MIDDLE + width + GAP), y + 11, "start"));
        }));
    }

    private static List<Bar> bars(List<Figure> figures, IntFunction<Bar> bar) {
        return IntStream.range(0, figures.size()).mapToObj(bar).toList();
    }

    private static long most(List<Figure> figures) {
        return figures.stream().mapToLong(figure -> Math.abs(figure.number())).reduce(1, Math::max);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share);
    }
}
