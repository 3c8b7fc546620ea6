package org.consortium.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consortium.web.site.Plot.Bar;
import org.consortium.web.site.Plot.Figure;
import org.junit.jupiter.api.Test;

/** The longest bar is as long as there is room for, the others in proportion. */
class PlotTest {

    @Test
    void aBalanceGoesBothWaysFromTheMiddle() {
        var plot = Plot.ofBalance("balance", List.of(new Figure("云泽市图书馆", 200), new Figure("桥头镇图书馆", -100)));

        assertThat(plot.bars()).extracting(Bar::shape).containsExactly("pos", "neg");
        assertThat(plot.bars()).extracting(Bar::x).containsExactly("50.0%", "31.0%");
        assertThat(plot.bars()).extracting(Bar::width).containsExactly("38.0%", "19.0%");
    }

    @Test
    void countsStandOnTheFloor() {
        var plot = Plot.ofCounts("months", List.of(new Figure("2026年2月", "2", 0), new Figure("2026年3月", "3", 120)));

        assertThat(plot.bars()).extracting(bar -> bar.y() + bar.height()).containsOnly(Plot.FLOOR);
        assertThat(plot.bars()).extracting(Bar::height).containsExactly(0, 100);
    }

    @Test
    void nothingToShowIsAnEmptyPlot() {
        assertThat(Plot.ofCounts("months", List.of()).bars()).isEmpty();
    }
}
