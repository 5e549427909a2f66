package org.kvarter.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kvarter.series.TimeAxis;

class ChartNumbersTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Test
    void binsHaveRoundLimits() {
        Histogram h = Histogram.of(new double[] {3, 7, 12, 19, 20, 38, Double.NaN}, 4);
        assertThat(h.low()).isZero();
        assertThat(h.width()).isEqualTo(10);
        assertThat(h.counts()).containsExactly(2, 2, 1, 1);
        BitSet some = BitSet.valueOf(new long[] {0b100110});
        assertThat(h.of(new double[] {3, 7, 12, 19, 20, 38, Double.NaN}, some)).containsExactly(1, 1, 0, 1);
    }

    @Test
    void valuesAllAlikeAreOneBin() {
        assertThat(Histogram.of(new double[] {5, 5, 5}, 20).counts()).containsExactly(3);
        assertThat(Histogram.of(new double[] {0, 0}, 20).counts()).containsExactly(2);
        assertThat(Histogram.of(new double[] {Double.NaN}, 20)).isEqualTo(Histogram.NOTHING);
    }

    /** The limit, -2.2 + 0.2, comes out a little below -2. */
    @Test
    void theLargestOfNegativeValuesCountsThoughItsLimitIsRounded() {
        assertThat(Histogram.of(new double[] {-2, -15 / 7.0}, 1).counts()).containsExactly(2);
    }

    @Property(tries = 500)
    void everyValueIsInOneBin(@ForAll @Size(min = 1, max = 60) List<@IntRange(min = -100_000, max = 100_000) Integer> ints, @ForAll @IntRange(min = 1, max = 40) int about) {
        double[] values = ints.stream().mapToDouble(i -> i / 7.0).toArray();
        Histogram h = Histogram.of(values, about);
        assertThat(Arrays.stream(h.counts()).sum()).isEqualTo(values.length);
        assertThat(h.counts().length).isLessThanOrEqualTo(2 * about + 1);
        for (double v : values) {
            int bin = h.binOf(v);
            assertThat(v).isBetween(h.low() + bin * h.width() - 1e-6, h.low() + (bin + 1) * h.width() + 1e-6);
        }
    }

    private static TimeAxis axis(String start, Duration step, int count) {
        return new TimeAxis(ZonedDateTime.of(java.time.LocalDateTime.parse(start), STOCKHOLM).toInstant(), step, count, STOCKHOLM);
    }

    /** In 2025 clocks went from 2 to 3 on 30 March. */
    @Test
    void theHourLeftOutInSpringIsEmpty() {
        double[] values = java.util.stream.IntStream.range(0, 23).mapToDouble(i -> i).toArray();
        HeatMap map = HeatMap.of(axis("2025-03-30T00:00:00", Duration.ofHours(1), 23), values, true, STOCKHOLM);
        assertThat(map.days()).isEqualTo(1);
        assertThat(map.day(0)).isEqualTo(LocalDate.of(2025, 3, 30));
        assertThat(map.value(0, 1)).isEqualTo(1);
        assertThat(map.value(0, 2)).isNaN();
        assertThat(map.value(0, 3)).isEqualTo(2);
        assertThat(map.value(0, 23)).isEqualTo(22);
    }

    /** In 2025 the hour from 2 to 3 came twice on 26 October. */
    @Test
    void theHourThatComesTwiceIsTheMeanOfBoth() {
        double[] values = java.util.stream.IntStream.range(0, 25).mapToDouble(i -> i).toArray();
        HeatMap map = HeatMap.of(axis("2025-10-26T00:00:00", Duration.ofHours(1), 25), values, true, STOCKHOLM);
        assertThat(map.days()).isEqualTo(1);
        assertThat(map.value(0, 2)).isEqualTo(2.5);
        assertThat(map.value(0, 3)).isEqualTo(4);
        assertThat(map.value(0, 23)).isEqualTo(24);
    }

    @Test
    void quartersAddUpOrAreAveraged() {
        double[] values = {1, 2, 3, 4, 5, Double.NaN, 7, 8};
        TimeAxis axis = axis("2025-01-01T00:00:00", Duration.ofMinutes(15), 8);
        assertThat(HeatMap.of(axis, values, true, STOCKHOLM).value(0, 0)).isEqualTo(10);
        assertThat(HeatMap.of(axis, values, false, STOCKHOLM).value(0, 0)).isEqualTo(2.5);
        assertThat(HeatMap.of(axis, values, true, STOCKHOLM).value(0, 1)).isEqualTo(20);
    }

    @Test
    void aDayIsSharedAmongItsHours() {
        HeatMap map = HeatMap.of(axis("2025-01-01T00:00:00", Duration.ofDays(1), 2), new double[] {24, 48}, true, STOCKHOLM);
        assertThat(map.days()).isEqualTo(2);
        assertThat(map.value(0, 23)).isEqualTo(1);
        assertThat(map.value(1, 0)).isEqualTo(2);
        assertThat(map.least()).isEqualTo(1);
        assertThat(map.most()).isEqualTo(2);
    }

    @Test
    void aYearHas365DaysAnd8759FilledHours() {
        TimeAxis year = axis("2025-01-01T00:00:00", Duration.ofHours(1), 8760);
        double[] ones = new double[8760];
        Arrays.fill(ones, 1);
        HeatMap map = HeatMap.of(year, ones, true, STOCKHOLM);
        assertThat(map.days()).isEqualTo(365);
        assertThat(Arrays.stream(map.values()).filter(v -> v == 1).count()).as("one hour left out, one counted twice").isEqualTo(8759);
    }

    @Test
    void correlatesAsByHand() {
        Scatter s = Scatter.of(new int[] {0, 1, 2, 3}, new double[] {1, 2, 3, Double.NaN}, new double[] {2, 4, 7, 1});
        assertThat(s.rows()).containsExactly(0, 1, 2);
        assertThat(s.correlation()).as("5 / √(2 · 38/3)").isCloseTo(5 / Math.sqrt(2 * 38.0 / 3), within(1e-12));
        assertThat(Scatter.of(new int[] {0, 1}, new double[] {1, 2}, new double[] {1, 2}).correlation()).isNaN();
    }

    @Test
    void whatIsMissingComesLastEitherWay() {
        double[] v = {3, Double.NaN, 1, 2};
        assertThat(Ranking.byNumber(new int[] {0, 1, 2, 3}, v, true)).containsExactly(0, 3, 2, 1);
        assertThat(Ranking.byNumber(new int[] {0, 1, 2, 3}, v, false)).containsExactly(2, 3, 0, 1);
        String[] t = {"b", null, "A", "c"};
        assertThat(Ranking.byText(new int[] {0, 1, 2, 3}, r -> t[r], false)).containsExactly(2, 0, 3, 1);
        assertThat(Ranking.byText(new int[] {0, 1, 2, 3}, r -> t[r], true)).containsExactly(3, 0, 2, 1);
    }

    @Test
    void startsAtTheHourWhereTheAxisDoesNot() {
        HeatMap map = HeatMap.of(new TimeAxis(Instant.parse("2025-01-01T10:30:00Z"), Duration.ofMinutes(30), 3, STOCKHOLM), new double[] {1, 2, 3}, true, STOCKHOLM);
        assertThat(map.value(0, 11)).isEqualTo(1);
        assertThat(map.value(0, 12)).isEqualTo(5);
    }
}
