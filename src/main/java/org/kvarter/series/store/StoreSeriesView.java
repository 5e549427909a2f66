package org.kvarter.series.store;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;
import org.kvarter.text.LocalText;

/**
 * A stored series as any other. What is asked one after the other, as a clock does, is fetched ahead: the next windows of the same length, or
 * the next blocks of intervals. Thread-safe; a question that was not foreseen waits for the store.
 *
 * <p>Memory is bounded to some {@value #MOST_VALUES} values. Where the store does not answer, values are missing, and whoever made this is
 * told; it is asked again after some seconds.
 */
public final class StoreSeriesView implements SeriesView {

    /** Values kept at most, four to eight bytes each. */
    static final int MOST_VALUES = 6_000_000;

    private static final int BLOCK_VALUES = 250_000;
    private static final int MOST_INTERVALS = 512;
    private static final int STEPS_AHEAD = 3;

    private final String id;
    private final LocalText titles;
    private final String quantity;
    private final SeriesStore store;
    private final StoredSeries stored;
    private final String[] keys;
    private final int blockLength;
    private final FetchAhead<Integer, float[]> blocks;
    private final FetchAhead<Window, double[]> windows;
    private final FetchAhead<Places, double[]> sums;
    private final FetchAhead<Places, Quality[]> qualities;
    private volatile int lastInterval = -2;
    private volatile Window lastWindow;

    private record Window(int first, int end, Aggregation aggregation) {
        Window moved(int by) {
            return new Window(first + by, end + by, aggregation);
        }
    }

    private record Places(int[] numbers) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Places p && Arrays.equals(numbers, p.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    /**
     * @param id        in the project
     * @param titles    what people call it
     * @param quantity  what is measured
     * @param stored    what the store knows of it
     * @param keys      of the store; not copied
     * @param ahead     fetches what may be asked next
     * @param onFailure told when the store does not answer, from any thread
     */
    public StoreSeriesView(String id, LocalText titles, String quantity, SeriesStore store, StoredSeries stored, String[] keys, Executor ahead,
                           Consumer<StoreException> onFailure) {
        this.id = id;
        this.titles = titles;
        this.quantity = quantity;
        this.store = store;
        this.stored = stored;
        this.keys = keys;
        this.blockLength = Math.max(1, Math.min(MOST_INTERVALS, BLOCK_VALUES / Math.max(1, keys.length)));
        int half = MOST_VALUES / 2;
        FetchAhead.Pause pause = new FetchAhead.Pause(System::nanoTime);
        this.blocks = new FetchAhead<>(this::fetchBlock, Math.max(4, half / Math.max(1, blockLength * keys.length)), ahead, onFailure, pause);
        this.windows = new FetchAhead<>(w -> store.slice(stored.id(), between(w.first(), w.end()), w.aggregation()),
                Math.max(4, Math.min(500, half / Math.max(1, keys.length))), ahead, onFailure, pause);
        this.sums = new FetchAhead<>(p -> store.sum(stored.id(), p.numbers()), 4, ahead, onFailure, pause);
        this.qualities = new FetchAhead<>(p -> store.qualities(stored.id(), p.numbers()), 4, ahead, onFailure, pause);
    }

    /** Opens a series of a store under an id and title of one's own. */
    public static StoreSeriesView of(String id, LocalText titles, SeriesStore store, String storedId, Executor ahead, Consumer<StoreException> onFailure)
            throws StoreException {
        StoredSeries stored = store.series(storedId);
        return new StoreSeriesView(id, titles.isEmpty() ? stored.titles() : titles, stored.quantity(), store, stored, store.keys(storedId), ahead,
                onFailure);
    }

    private TimeWindow between(int first, int end) {
        return new TimeWindow(axis().at(first), axis().at(end));
    }

    private float[] fetchBlock(int number) throws StoreException {
        return store.block(stored.id(), number * blockLength, Math.min(axis().count(), (number + 1) * blockLength));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public LocalText titles() {
        return titles;
    }

    @Override
    public String quantity() {
        return quantity;
    }

    @Override
    public String unit() {
        return stored.unit();
    }

    @Override
    public TimeAxis axis() {
        return stored.axis();
    }

    @Override
    public String[] keys() {
        return keys;
    }

    /** The store, for questions that a view does not have. */
    public SeriesStore store() {
        return store;
    }

    /** What the store knows of the series. */
    public StoredSeries stored() {
        return stored;
    }

    @Override
    public void read(int interval, double[] into) {
        int last = lastInterval;
        lastInterval = interval;
        int number = interval / blockLength;
        if (blocks.isThere(number) || Math.abs(interval - last) <= blockLength) {
            float[] block = blocks.get(number);
            int at = block == null ? 0 : (interval - number * blockLength) * keys.length;
            for (int p = 0; p < keys.length; p++) {
                into[p] = block == null ? Double.NaN : block[at + p];
            }
            int next = interval < last ? number - 1 : number + 1;
            if (next >= 0 && next * blockLength < axis().count()) {
                blocks.ask(next);
            }
            return;
        }
        // a moment somewhere else: a whole block may be for nothing
        System.arraycopy(over(interval, interval + 1, Aggregation.MEAN), 0, into, 0, keys.length);
    }

    @Override
    public double[] over(int first, int end, Aggregation aggregation) {
        if (end <= first) {
            return missing(keys.length);
        }
        Window window = new Window(first, end, aggregation);
        Window last = lastWindow;
        lastWindow = window;
        double[] values = windows.get(window);
        int by = last == null || last.end - last.first != end - first || last.aggregation != aggregation ? 0 : first - last.first;
        if (by != 0 && Math.abs(by) <= 2 * (end - first)) {
            for (int n = 1; n <= STEPS_AHEAD; n++) {
                Window next = window.moved(n * by);
                if (next.first >= 0 && next.end <= axis().count()) {
                    windows.ask(next);
                }
            }
        }
        return values == null ? missing(keys.length) : values.clone();
    }

    @Override
    public double[] sumOf(int[] places) {
        double[] sum = sums.get(new Places(places.clone()));
        return sum == null ? missing(axis().count()) : sum.clone();
    }

    @Override
    public Quality[] qualityOf(int[] places) {
        Quality[] found = qualities.get(new Places(places.clone()));
        return found == null ? new Quality[0] : found.clone();
    }

    private static double[] missing(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
