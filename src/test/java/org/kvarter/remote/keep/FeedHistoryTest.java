package org.kvarter.remote.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvarter.remote.FeedRow;
import org.kvarter.series.SeriesTable;

class FeedHistoryTest {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    private static FeedRow row(String id, int minute, double value) {
        return new FeedRow(id, "", NOON.plus(Duration.ofMinutes(minute)), value, "", Double.NaN, Double.NaN);
    }

    private static SeriesTable table(FeedHistory history) {
        return history.table("s", "S", "q", "kW", ZoneOffset.UTC, Duration.ofMinutes(5), Instant.EPOCH).orElseThrow();
    }

    @Test
    void becomesASeriesOfTheStepInWhichValuesCome() {
        FeedHistory history = new FeedHistory();
        history.add(List.of(row("a", 2, 1), row("a", 17, 2), row("a", 32, 3), row("b", 31, 9)));
        SeriesTable table = table(history);
        assertThat(table.axis().step()).isEqualTo(Duration.ofMinutes(15));
        assertThat(table.axis().start()).isEqualTo(NOON);
        assertThat(table.trace(0)).containsExactly(1, 2, 3);
        assertThat(table.trace(1)).containsExactly(Float.NaN, Float.NaN, 9);
    }

    @Test
    void aValueHoldsUntilTheNextButNotForEver() {
        FeedHistory history = new FeedHistory();
        history.add(List.of(row("a", 0, 1), row("a", 30, 2), row("b", 0, 5)));
        for (int m = 0; m <= 180; m += 30) {
            history.add(List.of(row("c", m, m)));
        }
        SeriesTable table = table(history);
        assertThat(table.axis().step()).isEqualTo(Duration.ofMinutes(30));
        assertThat(table.trace(0)).containsExactly(1, 2, 2, 2, 2, Float.NaN, Float.NaN);
        assertThat(table.trace(1)).containsExactly(5, 5, 5, 5, Float.NaN, Float.NaN, Float.NaN);
    }

    @Test
    void tellsWhatWasNew() {
        FeedHistory history = new FeedHistory();
        assertThat(history.add(List.of(row("a", 0, 1), row("a", 0, 1), row("a", 5, Double.NaN)))).hasSize(1);
        assertThat(history.add(List.of(row("a", 0, 1), row("a", 5, 2)))).extracting(FeedRow::value).containsExactly(2.0);
        assertThat(history.size()).isEqualTo(2);
    }

    @Test
    void staysWithinBounds() {
        FeedHistory history = new FeedHistory();
        List<FeedRow> rows = new ArrayList<>();
        for (int i = 0; i < FeedHistory.MOST_VALUES + 5; i++) {
            rows.add(row("a", i, i));
        }
        history.add(rows);
        assertThat(history.size()).isLessThanOrEqualTo(FeedHistory.MOST_VALUES).isGreaterThan(FeedHistory.MOST_VALUES / 2);
        assertThat(history.end()).contains(NOON.plus(Duration.ofMinutes(FeedHistory.MOST_VALUES + 4)));
        FeedHistory wide = new FeedHistory();
        for (int p = 0; p < 1000; p++) {
            wide.add(List.of(row("p" + p, 0, 1), row("p" + p, 525_600, 1)));
        }
        wide.add(List.of(row("p0", 1, 1), row("p0", 2, 1)));
        SeriesTable table = table(wide);
        assertThat((long) table.axis().count() * table.places()).isLessThanOrEqualTo(4_001_000L);
    }
}
