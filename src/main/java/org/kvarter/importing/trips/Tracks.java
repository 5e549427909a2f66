package org.kvarter.importing.trips;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kvarter.importing.MovementBatch;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.mobility.Journeys;
import org.kvarter.mobility.Mode;
import org.kvarter.mobility.Paths;
import org.kvarter.mobility.RecordedTrips;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Movement;

/**
 * Gathers places of many things in any order of things, each in order of time. Where something stands still only its arrival and
 * departure are kept. Not thread-safe.
 */
public final class Tracks {

    /** Years of seconds below which times count from a start that is not stated. */
    private static final double RELATIVE = 1e8;
    /** From here on times are milliseconds since 1970. */
    private static final double MILLISECONDS = 1e11;
    /** What relative times are taken to count from. */
    static final String START = "2025-01-01T00:00:00Z";

    private final DoubleList points;
    private final IntList trackOf;
    private final List<String> ids = new ArrayList<>();
    private final List<Mode> modes = new ArrayList<>();
    private final AttributeTableBuilder attributes = new AttributeTableBuilder();
    private double first = Double.POSITIVE_INFINITY;
    private double last = Double.NEGATIVE_INFINITY;

    /** Nothing yet. */
    public Tracks(MemoryBudget budget) {
        points = new DoubleList(budget);
        trackOf = new IntList(budget);
    }

    /** A further thing; answers its number. */
    public int track(String id, Mode mode) {
        ids.add(id);
        modes.add(mode);
        int row = ids.size() - 1;
        attributes.set(row, "mode", mode == Mode.OTHER ? null : mode.title());
        return row;
    }

    /** What is known of the things, by their numbers. */
    public AttributeTableBuilder attributes() {
        return attributes;
    }

    /** Number of things. */
    public int size() {
        return ids.size();
    }

    /** Number of places. */
    public int places() {
        return trackOf.size();
    }

    /** A place; the time is in seconds or milliseconds, of 1970 or of a start that is not stated. */
    public void add(int track, double time, double x, double y) {
        if (Double.isFinite(time) && Double.isFinite(x) && Double.isFinite(y)) {
            trackOf.add(track);
            points.add(x, y, time);
            first = Math.min(first, time);
            last = Math.max(last, time);
        }
    }

    /** Whether times count from a start that is not stated. */
    boolean isRelative() {
        return Math.abs(last) < RELATIVE;
    }

    /** Whether all places may be longitudes and latitudes. */
    boolean isGeographic() {
        for (int i = 0; i < points.size(); i += 3) {
            if (Math.abs(points.get(i)) > 180 || Math.abs(points.get(i + 1)) > 90) {
                return false;
            }
        }
        return true;
    }

    /** All of it as one layer. */
    public MovementBatch batch(String layer, String title) {
        int n = ids.size();
        double factor = Math.abs(last) >= MILLISECONDS ? 1e-3 : 1;
        double base = Math.floor(first * factor);
        int[] next = new int[n + 1];
        for (int i = 0; i < trackOf.size(); i++) {
            next[trackOf.get(i) + 1]++;
        }
        for (int t = 0; t < n; t++) {
            next[t + 1] += next[t];
        }
        int[] order = new int[trackOf.size()];
        int[] fill = next.clone();
        for (int i = 0; i < order.length; i++) {
            order[fill[trackOf.get(i)]++] = i;
        }
        double[] xyz = new double[3 * order.length];
        int[] arrive = new int[order.length];
        int[] depart = new int[order.length];
        int[] starts = new int[n + 1];
        int size = 0;
        for (int t = 0; t < n; t++) {
            starts[t] = size;
            for (int k = next[t]; k < next[t + 1]; k++) {
                int at = 3 * order[k];
                int tenths = (int) Math.round((points.get(at + 2) * factor - base) * RecordedTrips.PER_SECOND);
                boolean goesOn = size > starts[t];
                if (goesOn && tenths < depart[size - 1]) {
                    continue;
                }
                if (goesOn && size - 1 > starts[t] && points.get(at) == xyz[3 * size - 3] && points.get(at + 1) == xyz[3 * size - 2]) {
                    depart[size - 1] = tenths;
                    continue;
                }
                xyz[3 * size] = points.get(at);
                xyz[3 * size + 1] = points.get(at + 1);
                arrive[size] = tenths;
                depart[size++] = tenths;
            }
        }
        starts[n] = size;
        int[] looks = modes.stream().mapToInt(Mode::argb).toArray();
        float[] lengths = new float[n];
        for (int t = 0; t < n; t++) {
            lengths[t] = modes.get(t) == Mode.OTHER ? Mode.CAR.length() : modes.get(t).length();
        }
        double[] kept = java.util.Arrays.copyOf(xyz, 3 * size);
        int[] arrives = java.util.Arrays.copyOf(arrive, size);
        int[] departs = java.util.Arrays.copyOf(depart, size);
        return new MovementBatch(layer, title, FeatureTable.flat(ids.toArray(String[]::new), "Trip", attributes.build(n)), looks, lengths, kept,
                movement(starts, arrives, departs, modes.toArray(Mode[]::new), base));
    }

    private Function<double[], Movement> movement(int[] starts, int[] arrive, int[] depart, Mode[] kinds, double base) {
        double from = isRelative() ? base + java.time.Instant.parse(START).getEpochSecond() : base;
        ZoneId zone = ZoneId.of("UTC");
        return local -> {
            Paths paths = Paths.of(local, starts);
            int[] pathOf = java.util.stream.IntStream.range(0, starts.length - 1).toArray();
            return new RecordedTrips(new Journeys(paths, pathOf, starts, arrive, depart, paths.along()), kinds, from, zone);
        };
    }
}
