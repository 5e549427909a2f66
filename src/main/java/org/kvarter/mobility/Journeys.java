package org.kvarter.mobility;

import org.kvarter.model.MovingPoints;

/**
 * Journeys along paths: at which second of a journey's own time it is how far along. Between two stops speed is constant; at a stop it
 * waits from arrival to departure. Immutable and thread-safe; arrays are not copied.
 *
 * @param paths     where they go
 * @param pathOf    path of each journey, −1 for a journey without a place
 * @param starts    first stop of each journey, and the number of stops at the end
 * @param arrive    second of arrival at each stop, not decreasing within a journey
 * @param depart    second of departure, not before arrival
 * @param distances metres along the path of each stop, not decreasing within a journey
 */
public record Journeys(Paths paths, int[] pathOf, int[] starts, int[] arrive, int[] depart, float[] distances) {

    public int size() {
        return pathOf.length;
    }

    /** Whether a journey can be seen: it has a path and takes time. */
    public boolean isShown(int journey) {
        return pathOf[journey] >= 0 && starts[journey + 1] - starts[journey] > 1 && paths.isPlaced(pathOf[journey]);
    }

    /** Second in which a journey leaves its first stop. */
    public int begin(int journey) {
        return depart[starts[journey]];
    }

    /** Second in which it reaches its last stop. */
    public int end(int journey) {
        return arrive[starts[journey + 1] - 1];
    }

    /** Distance along the path at a second of the journey's own time, kept between first and last stop. */
    public double distance(int journey, double second) {
        int from = starts[journey];
        int to = starts[journey + 1] - 1;
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (arrive[middle] <= second) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low == to || second <= depart[low]) {
            return distances[low];
        }
        double share = (second - depart[low]) / Math.max(1, arrive[low + 1] - depart[low]);
        return distances[low] + Math.min(1, share) * (distances[low + 1] - distances[low]);
    }

    /**
     * Puts a journey into {@code out}; earlier places from before its beginning lie at its first stop.
     *
     * @param row       its feature row
     * @param second    of its own time
     * @param perSecond units of its own time in a second of model time: 1, or more where seconds are too coarse
     */
    void sample(int journey, int row, double second, int perSecond, MovingPoints out) {
        int path = pathOf[journey];
        double here = distance(journey, second);
        int at = paths.segment(path, here);
        double[] xyz = paths.xyz();
        int next = Math.min(at + 1, paths.starts()[path + 1] - 1);
        double e = xyz[3 * next] - xyz[3 * at];
        double n = xyz[3 * next + 1] - xyz[3 * at + 1];
        double length = Math.hypot(e, n);
        int index = length > 0 ? out.add(row, (float) (e / length), (float) (n / length)) : out.add(row, 1, 0);
        place(at, next, here, out, index, 0);
        for (int k = 1; k < out.places(); k++) {
            double before = Math.max(begin(journey), second - k * perSecond * out.secondsApart());
            double there = distance(journey, before);
            while (at > paths.starts()[path] && paths.along()[at] > there) {
                at--;
            }
            place(at, Math.min(at + 1, paths.starts()[path + 1] - 1), there, out, index, k);
        }
    }

    private void place(int at, int next, double distance, MovingPoints out, int index, int place) {
        double[] xyz = paths.xyz();
        float[] along = paths.along();
        double length = along[next] - along[at];
        double share = length > 0 ? Math.max(0, Math.min(1, (distance - along[at]) / length)) : 0;
        out.place(index, place, xyz[3 * at] + share * (xyz[3 * next] - xyz[3 * at]),
                xyz[3 * at + 1] + share * (xyz[3 * next + 1] - xyz[3 * at + 1]));
    }
}
