package org.kvarter.importing.gtfs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.IntList;

/**
 * Which path each trip takes and where along it its stops lie. Trips of the same shape and stops share both. One use.
 */
final class Patterns {

    private record Key(int shape, int[] stops) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key k && k.shape == shape && Arrays.equals(k.stops, stops);
        }

        @Override
        public int hashCode() {
            return 31 * shape + Arrays.hashCode(stops);
        }
    }

    /**
     * @param path       path taken, −1 for none
     * @param parameters segment and share of it of each stop along the path
     */
    record Pattern(int path, float[] parameters) {
    }

    private final Feed feed;
    private final Map<Key, Pattern> known = new HashMap<>();
    private final Map<Integer, Integer> pathOfShape = new HashMap<>();
    private final DoubleList points;
    private final IntList pathStarts;

    Patterns(Feed feed) {
        this.feed = feed;
        points = new DoubleList(feed.budget);
        pathStarts = new IntList(feed.budget);
        pathStarts.add(0);
    }

    /** Longitude, latitude and 0 of all paths so far. */
    double[] points() {
        return points.toArray();
    }

    int[] pathStarts() {
        return pathStarts.toArray();
    }

    double x(int point) {
        return points.get(3 * point);
    }

    double y(int point) {
        return points.get(3 * point + 1);
    }

    /** The pattern of a trip. */
    Pattern of(int trip) {
        int from = feed.timeStarts[trip];
        int to = feed.timeStarts[trip + 1];
        int shape = feed.tripShape.get(trip);
        boolean shaped = shape >= 0 && feed.shapeStarts[shape + 1] - feed.shapeStarts[shape] > 1;
        Key key = new Key(shaped ? shape : -1, Arrays.copyOfRange(feed.stop, from, to));
        Pattern there = known.get(key);
        if (there == null) {
            there = shaped ? along(shape, key.stops(), from) : straight(key.stops());
            known.put(key, there);
        }
        return there;
    }

    private Pattern straight(int[] stops) {
        float[] parameters = new float[stops.length];
        int placed = 0;
        for (int i = 0; i < stops.length; i++) {
            double x = feed.stopPlaces.get(3 * stops[i]);
            if (Double.isFinite(x)) {
                points.add(x, feed.stopPlaces.get(3 * stops[i] + 1), 0);
                placed++;
            }
            parameters[i] = Math.max(0, placed - 1);
        }
        return placed == 0 ? new Pattern(-1, parameters) : new Pattern(closePath(), parameters);
    }

    private int closePath() {
        pathStarts.add(points.size() / 3);
        return pathStarts.size() - 2;
    }

    private Pattern along(int shape, int[] stops, int firstTime) {
        int path = pathOfShape.computeIfAbsent(shape, s -> {
            for (int i = feed.shapeStarts[s]; i < feed.shapeStarts[s + 1]; i++) {
                points.add(feed.shapePoints[3 * i], feed.shapePoints[3 * i + 1], 0);
            }
            return closePath();
        });
        float[] stated = stated(shape, stops.length, firstTime);
        return new Pattern(path, stated != null ? stated : new Projection(feed, shape).of(stops));
    }

    /** Places by the distances the feed states; {@code null} where it states none or none that make sense. */
    private float[] stated(int shape, int count, int firstTime) {
        int from = feed.shapeStarts[shape];
        int to = feed.shapeStarts[shape + 1];
        double whole = feed.shapePoints[3 * to - 1];
        double last = count == 0 ? Double.NaN : feed.travelled[firstTime + count - 1];
        if (!(whole > 0) || !(last > 0.2 * whole) || last > 1.02 * whole) {
            return null;
        }
        float[] parameters = new float[count];
        int at = from;
        for (int i = 0; i < count; i++) {
            double distance = feed.travelled[firstTime + i];
            if (Double.isNaN(distance) || i > 0 && distance < feed.travelled[firstTime + i - 1]) {
                return null;
            }
            while (at + 2 < to && !(feed.shapePoints[3 * at + 5] >= distance)) {
                at++;
            }
            double begin = feed.shapePoints[3 * at + 2];
            double length = feed.shapePoints[3 * at + 5] - begin;
            double share = length > 0 ? Math.max(0, Math.min(1, (distance - begin) / length)) : 0;
            parameters[i] = (float) (at - from + share);
        }
        return parameters;
    }
}
