package org.kvarter.remote.keep;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kvarter.remote.FeedRow;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;

/**
 * All values a feed has told, place by place. A value holds until the next one of its place, at most for {@link #HOLD} or four polls. Not
 * thread-safe.
 */
public final class FeedHistory {

    /** Values that are kept; beyond it the oldest go. */
    public static final int MOST_VALUES = 400_000;

    private static final Duration HOLD = Duration.ofHours(2);
    private static final long MOST_CELLS = 4_000_000;
    private static final List<Duration> STEPS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(15),
            Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(7));

    private final Map<String, TreeMap<Instant, Float>> places = new LinkedHashMap<>();
    private int values;

    /** Takes rows with a value; returns those that were new. */
    public List<FeedRow> add(List<FeedRow> rows) {
        List<FeedRow> fresh = new ArrayList<>();
        for (FeedRow row : rows) {
            if (Double.isFinite(row.value()) && add(row.id(), row.time(), (float) row.value())) {
                fresh.add(row);
            }
        }
        while (values > MOST_VALUES) {
            forgetOldest();
        }
        return fresh;
    }

    /** Whether the value was new. */
    boolean add(String id, Instant time, float value) {
        Float before = places.computeIfAbsent(id, i -> new TreeMap<>()).put(time, value);
        values += before == null ? 1 : 0;
        return before == null || before != value;
    }

    private void forgetOldest() {
        Instant from = start().orElseThrow();
        Instant half = from.plus(Duration.between(from, end().orElseThrow()).dividedBy(8)).plusMillis(1);
        places.values().forEach(place -> place.headMap(half).clear());
        places.values().removeIf(TreeMap::isEmpty);
        values = places.values().stream().mapToInt(TreeMap::size).sum();
    }

    /** Number of values. */
    public int size() {
        return values;
    }

    /** Time of the first value. */
    public Optional<Instant> start() {
        return places.values().stream().filter(p -> !p.isEmpty()).map(TreeMap::firstKey).min(Instant::compareTo);
    }

    /** Time of the last value. */
    public Optional<Instant> end() {
        return places.values().stream().filter(p -> !p.isEmpty()).map(TreeMap::lastKey).max(Instant::compareTo);
    }

    /** All values, place by place in order of time. */
    void forEach(Visitor visitor) {
        places.forEach((id, course) -> course.forEach((time, value) -> visitor.value(id, time, value)));
    }

    /** Gets a value. */
    interface Visitor {
        void value(String id, Instant time, float value);
    }

    /**
     * The history as a series of equal steps: the step suits how often values come, unless the table would be too large. In a step the last
     * value counts.
     *
     * @param every how often the service is asked
     * @param until time up to which last values hold, where it is later than all of them
     * @return empty where there is no value
     */
    public Optional<SeriesTable> table(String id, String title, String quantity, String unit, ZoneId zone, Duration every, Instant until) {
        if (values == 0) {
            return Optional.empty();
        }
        Instant first = start().orElseThrow();
        Instant last = end().orElseThrow();
        Duration step = step(every, first, last);
        Instant start = Instant.ofEpochMilli(Math.floorDiv(first.toEpochMilli(), step.toMillis()) * step.toMillis());
        Duration held = longer(HOLD, every.multipliedBy(4));
        Instant end = until.isBefore(last) ? last : until.isAfter(last.plus(held)) ? last : until;
        int count = (int) (Duration.between(start, end).toMillis() / step.toMillis()) + 1;
        TimeAxis axis = new TimeAxis(start, step, count, zone);
        String[] keys = places.keySet().toArray(String[]::new);
        float[] table = new float[Math.multiplyExact(count, keys.length)];
        Arrays.fill(table, Float.NaN);
        int hold = (int) Math.max(1, held.toMillis() / step.toMillis());
        for (int place = 0; place < keys.length; place++) {
            fill(table, place, keys.length, axis, places.get(keys[place]), hold);
        }
        return Optional.of(new SeriesTable(id, title, quantity, unit, axis, keys, table));
    }

    private static void fill(float[] table, int place, int width, TimeAxis axis, TreeMap<Instant, Float> course, int hold) {
        int from = -1;
        float held = Float.NaN;
        for (Map.Entry<Instant, Float> value : course.entrySet()) {
            int at = axis.indexOf(value.getKey());
            for (int i = from + 1; from >= 0 && i < Math.min(at, from + hold); i++) {
                table[i * width + place] = held;
            }
            table[at * width + place] = value.getValue();
            from = at;
            held = value.getValue();
        }
        for (int i = from + 1; i < Math.min(axis.count(), from + hold); i++) {
            table[i * width + place] = held;
        }
    }

    /** The longest of the usual steps that is no longer than the gap between values, made longer while the table is too large. */
    private Duration step(Duration every, Instant first, Instant last) {
        Duration gap = typicalGap().map(g -> longer(g, Duration.ofMinutes(1))).orElse(every);
        int chosen = 0;
        while (chosen + 1 < STEPS.size() && STEPS.get(chosen + 1).compareTo(gap) <= 0) {
            chosen++;
        }
        long span = Duration.between(first, last).toMillis();
        while (chosen + 1 < STEPS.size() && (span / STEPS.get(chosen).toMillis() + 2) * places.size() > MOST_CELLS) {
            chosen++;
        }
        Duration step = STEPS.get(chosen);
        while ((span / step.toMillis() + 2) * places.size() > MOST_CELLS) {
            step = step.multipliedBy(2);
        }
        return step;
    }

    /** The median gap between values of one place, over the places with most of them. */
    private Optional<Duration> typicalGap() {
        TreeMap<Instant, Float> fullest = places.values().stream().max(java.util.Comparator.comparingInt(TreeMap::size)).orElseThrow();
        Instant[] times = fullest.keySet().toArray(Instant[]::new);
        if (times.length < 2) {
            return Optional.empty();
        }
        long[] gaps = new long[times.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = Duration.between(times[i], times[i + 1]).toMillis();
        }
        Arrays.sort(gaps);
        return Optional.of(Duration.ofMillis(gaps[gaps.length / 2]));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
