package org.kvarter.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;

class CountedFlowsTest {

    private static final Instant START = Instant.parse("2025-01-16T00:00:00Z");
    private static final float NONE = Float.NaN;

    /** Two places over five hours; the rows have them the other way round. */
    private static final CountedFlows FLOWS = new CountedFlows(new SeriesTable("t", "t", "", "",
            new TimeAxis(START, Duration.ofHours(1), 5, ZoneOffset.UTC), new String[] {"B", "A"},
            new float[] {1, 10, NONE, 20, NONE, 30, 4, NONE, 5, 50}), "vehicles");

    @ParameterizedTest
    @CsvSource({"0,1,1,10", "0,2,1,30", "0.5,1.5,0.5,15", "1,2,NaN,20", "2.5,3.5,2,15", "4,6,5,50", "7,8,NaN,NaN", "-3,-1,NaN,NaN", "0,5,10,110"})
    void aSpanHoldsItsIntervalsInPart(double from, double to, double first, double second) {
        double[] values = new double[2];
        FLOWS.read(START.plusSeconds((long) (3600 * from)), START.plusSeconds((long) (3600 * to)), values);
        assertThat(values).containsExactly(first, second);
    }

    @Test
    void theMostIsThatOfSpansOfOneLength() {
        assertThat(FLOWS.most(Duration.ofHours(1))).isEqualTo(50);
        assertThat(FLOWS.most(Duration.ofHours(2))).isEqualTo(30);
        assertThat(FLOWS.sum(new int[] {0, 1})).containsExactly(11, 20, 30, 4, 55);
    }
}
