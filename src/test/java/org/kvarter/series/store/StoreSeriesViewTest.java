package org.kvarter.series.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;
import org.kvarter.text.LocalText;

class StoreSeriesViewTest {

    private static final int PLACES = 3;
    private static final TimeAxis AXIS = new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofHours(1), 2_000, ZoneOffset.UTC);

    private final SeriesTable table = table();
    private final TableStore store = new TableStore(table);
    private final Deque<Runnable> ahead = new ArrayDeque<>();
    private final List<StoreException> told = new ArrayList<>();
    private final StoreSeriesView view = new StoreSeriesView("mine", LocalText.of("Mine"), "heat", store, store.stored(), table.keys(), ahead::add, told::add);

    private static SeriesTable table() {
        Random random = new Random(3);
        float[] values = new float[AXIS.count() * PLACES];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(100);
        }
        return new SeriesTable("t", "T", "heat", "kWh", AXIS, new String[] {"a", "b", "c"}, values);
    }

    private double[] read(int interval) {
        double[] values = new double[PLACES];
        view.read(interval, values);
        return values;
    }

    private double[] expected(int interval) {
        double[] values = new double[PLACES];
        table.read(interval, values);
        return values;
    }

    private void fetchAhead() {
        store.isAhead = true;
        while (!ahead.isEmpty()) {
            ahead.poll().run();
        }
        store.isAhead = false;
    }

    @Test
    void answersAsTheTableDoesInAnyOrder() {
        Random random = new Random(5);
        for (int n = 0; n < 300; n++) {
            int at = random.nextInt(AXIS.count());
            assertThat(read(at)).isEqualTo(expected(at));
            if (random.nextBoolean()) {
                fetchAhead();
            }
            int end = Math.min(AXIS.count(), at + random.nextInt(50));
            Aggregation aggregation = Aggregation.values()[random.nextInt(3)];
            assertThat(SeriesValues.over(view, at, end, aggregation)).isEqualTo(SeriesValues.over(table, at, end, aggregation));
        }
        assertThat(SeriesValues.sumOfPlaces(view, new int[] {0, 2})).isEqualTo(SeriesValues.sumOfPlaces(table, new int[] {0, 2}));
    }

    @Test
    void aRunningClockWaitsForTheStoreAtItsFirstStepsOnly() {
        for (int day = 0; day < 80; day++) {
            SeriesValues.over(view, day * 24, day * 24 + 24, Aggregation.SUM);
            fetchAhead();
        }
        assertThat(store.waitedFor).isEqualTo(2);
        assertThat(store.asked).isLessThanOrEqualTo(84);
    }

    @Test
    void momentsInARowAreFetchedInBlocks() {
        for (int i = 0; i < 1_500; i++) {
            assertThat(read(i)).isEqualTo(expected(i));
            fetchAhead();
        }
        assertThat(store.asked).isLessThan(8);
    }

    @Test
    void aStoreThatFailsIsToldOnceAndAskedAgainLater() {
        store.fails = true;
        assertThat(read(5)).containsOnly(Double.NaN);
        assertThat(SeriesValues.over(view, 9, 12, Aggregation.SUM)).containsOnly(Double.NaN);
        assertThat(told).hasSize(1);
        assertThat(store.asked).isEqualTo(1);
    }

    @Test
    void anAnswerIsAskedForAgainAfterThePause() {
        long[] now = {0};
        boolean[] fails = {true};
        FetchAhead<Integer, Integer> fetch = new FetchAhead<>(q -> {
            if (fails[0]) {
                throw new StoreException(StoreException.Kind.UNREACHABLE, "gone");
            }
            return q * 2;
        }, 3, Runnable::run, told::add, new FetchAhead.Pause(() -> now[0]));
        assertThat(fetch.get(1)).isNull();
        now[0] = FetchAhead.PAUSE_NANOS;
        assertThat(fetch.get(1)).as("still failing").isNull();
        fails[0] = false;
        assertThat(fetch.get(1)).isNull();
        now[0] = 2 * FetchAhead.PAUSE_NANOS;
        assertThat(fetch.get(1)).isEqualTo(2);
        assertThat(told).hasSize(1);
        for (int n = 2; n < 6; n++) {
            fetch.get(n);
        }
        assertThat(fetch.isThere(1)).isFalse();
        assertThat(fetch.isThere(5)).isTrue();
    }

    /** Answers out of a table, and counts how often it is asked. */
    private static final class TableStore implements SeriesStore {
        private final SeriesTable table;
        private int asked;
        private int waitedFor;
        private boolean isAhead;
        private boolean fails;

        TableStore(SeriesTable table) {
            this.table = table;
        }

        StoredSeries stored() {
            return new StoredSeries("t", table.titles(), table.quantity(), table.unit(), table.axis(), PLACES, table.values().length, "");
        }

        private void count() throws StoreException {
            asked++;
            waitedFor += isAhead ? 0 : 1;
            if (fails) {
                throw new StoreException(StoreException.Kind.UNREACHABLE, "gone");
            }
        }

        @Override
        public List<StoredSeries> list() {
            return List.of(stored());
        }

        @Override
        public StoredSeries series(String id) {
            return stored();
        }

        @Override
        public String[] keys(String id) {
            return table.keys();
        }

        @Override
        public double[] slice(String id, TimeWindow window, Aggregation aggregation) throws StoreException {
            count();
            return SeriesValues.over(table, window, aggregation);
        }

        @Override
        public double[][] trace(String id, int[] places, TimeWindow window, Duration step, Aggregation aggregation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double[] sum(String id, int[] places) throws StoreException {
            count();
            return SeriesValues.sumOfPlaces(table, places);
        }

        @Override
        public float[] block(String id, int first, int end) throws StoreException {
            count();
            return java.util.Arrays.copyOfRange(table.values(), first * PLACES, end * PLACES);
        }

        @Override
        public Quality[] quality(String id, TimeWindow window) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Quality[] qualities(String id, int[] places) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void cancel() {
        }

        @Override
        public void close() {
        }
    }
}
