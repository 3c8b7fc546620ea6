package org.consortium.web.council;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consortium.loans.report.MonthOfLoans;

/** Loans month by month, a column each. */
record MonthPlot(List<Column> columns) {

    private static final double HIGHEST = 100;
    private static final int FLOOR = 120;

    /** One month's column; {@code x} and {@code width} in per cent, {@code y} and {@code height} in pixels. */
    record Column(YearMonth month, long loans, String x, String width, String middle, int y, int height) {

        public int numberY() {
            return y - 5;
        }
    }

    static MonthPlot of(List<MonthOfLoans> months) {
        var most = months.stream().mapToLong(MonthOfLoans::loans).max().orElse(0);
        var slot = 100.0 / Math.max(1, months.size());
        var columns = new ArrayList<Column>();
        for (int i = 0; i < months.size(); i++) {
            var loans = months.get(i).loans();
            var height = most == 0 ? 0 : (int) Math.round(loans * HIGHEST / most);
            columns.add(new Column(
                    months.get(i).month(),
                    loans,
                    percent(i * slot + slot * 0.15),
                    percent(slot * 0.7),
                    percent(i * slot + slot / 2),
                    FLOOR - height,
                    height));
        }
        return new MonthPlot(columns);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
