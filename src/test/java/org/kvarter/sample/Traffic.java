package org.kvarter.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Trips of one winter day by bicycle, by car and on foot, each along the shortest way through the streets. */
final class Traffic {
    static final String FILE = "lindhamn-trips.geojson";
    /** Midnight of 16 January 2025 in Stockholm. */
    private static final long MIDNIGHT = Instant.parse("2025-01-15T23:00:00Z").getEpochSecond();
    private static final int TRIPS = 900;
    private static final double JOIN = 7;
    /** Share of trips that begin in each hour from five in the morning on. */
    private static final double[] HOURS = {2, 6, 14, 15, 7, 5, 5, 6, 6, 7, 10, 14, 12, 8, 5, 4, 3, 2};

    private final List<Coordinate> nodes = new ArrayList<>();
    private final List<List<int[]>> ways = new ArrayList<>();

    Traffic(StreetPlan plan) {
        for (Street street : plan.streets) {
            int before = -1;
            for (Coordinate c : street.line()) {
                if (c.x < 2 || c.x > Frame.WIDTH - 2 || c.y < 2 || c.y > Frame.HEIGHT - 2) {
                    before = -1;
                    continue;
                }
                nodes.add(c);
                ways.add(new ArrayList<>());
                int here = nodes.size() - 1;
                for (int other = 0; other < here - 1; other++) {
                    if (other != before && nodes.get(other).distance(c) < JOIN) {
                        join(here, other);
                    }
                }
                if (before >= 0) {
                    join(here, before);
                }
                before = here;
            }
        }
    }

    private void join(int a, int b) {
        ways.get(a).add(new int[] {b});
        ways.get(b).add(new int[] {a});
    }

    /** The file: GeoJSON lines with {@code timestamps} in seconds since 1970. */
    String geoJson() {
        Dice dice = Dice.of("traffic");
        StringBuilder out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
        int written = 0;
        while (written < TRIPS) {
            int kind = dice.whole(0, 9);
            String mode = kind < 5 ? "bicycle" : kind < 8 ? "car" : "walk";
            List<Coordinate> way = way((int) (dice.unit() * nodes.size()), (int) (dice.unit() * nodes.size()));
            double start = begin(dice) * 3600;
            double speed = (mode.equals("bicycle") ? 4.6 : mode.equals("car") ? 7.2 : 1.35) * dice.between(0.85, 1.15);
            if (length(way) < 180 || mode.equals("walk") && length(way) > 700) {
                continue;
            }
            out.append(written == 0 ? "" : ",\n").append(feature(written + 1, mode, way, start, speed, dice.between(-1, 1)));
            written++;
        }
        return out.append("\n]}\n").toString();
    }

    private static double begin(Dice dice) {
        double at = dice.unit() * Arrays.stream(HOURS).sum();
        int hour = 0;
        while (at >= HOURS[hour]) {
            at -= HOURS[hour++];
        }
        return 5 + hour + at / HOURS[hour];
    }

    private static String feature(int number, String mode, List<Coordinate> way, double start, double speed, double side) {
        Coordinate[] line = DouglasPeuckerSimplifier.simplify(Shapes.line(way), 0.8).getCoordinates();
        StringBuilder places = new StringBuilder();
        StringBuilder times = new StringBuilder();
        double along = 0;
        for (int i = 0; i < line.length; i++) {
            along += i == 0 ? 0 : line[i].distance(line[i - 1]);
            Coordinate a = line[Math.max(0, i - 1)];
            Coordinate b = line[Math.min(line.length - 1, i + 1)];
            double length = Math.max(1e-6, a.distance(b));
            double off = (mode.equals("walk") ? 4.2 : mode.equals("bicycle") ? 2.8 : 1.6) + 0.4 * side;
            String[] at = Degrees.of(new Coordinate(line[i].x + (b.y - a.y) / length * off, line[i].y - (b.x - a.x) / length * off));
            places.append(i == 0 ? "" : ",").append('[').append(at[0]).append(',').append(at[1]).append(']');
            times.append(i == 0 ? "" : ",").append(MIDNIGHT + (long) StrictMath.rint(start + along / speed));
        }
        return "{\"type\":\"Feature\",\"id\":\"T" + number + "\",\"properties\":{\"mode\":\"" + mode + "\",\"timestamps\":[" + times
                + "]},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[" + places + "]}}";
    }

    private static double length(List<Coordinate> way) {
        double sum = 0;
        for (int i = 1; i < way.size(); i++) {
            sum += way.get(i).distance(way.get(i - 1));
        }
        return sum;
    }

    /** Shortest way (Dijkstra 1959); empty where there is none. */
    private List<Coordinate> way(int from, int to) {
        double[] far = new double[nodes.size()];
        int[] via = new int[nodes.size()];
        Arrays.fill(far, Double.POSITIVE_INFINITY);
        Arrays.fill(via, -1);
        far[from] = 0;
        PriorityQueue<double[]> open = new PriorityQueue<>(Comparator.<double[]>comparingDouble(a -> a[0]).thenComparingDouble(a -> a[1]));
        open.add(new double[] {0, from});
        while (!open.isEmpty()) {
            double[] next = open.poll();
            int node = (int) next[1];
            if (node == to) {
                break;
            }
            if (next[0] > far[node]) {
                continue;
            }
            for (int[] way : ways.get(node)) {
                double distance = next[0] + nodes.get(node).distance(nodes.get(way[0]));
                if (distance < far[way[0]] - 1e-9) {
                    far[way[0]] = distance;
                    via[way[0]] = node;
                    open.add(new double[] {distance, way[0]});
                }
            }
        }
        List<Coordinate> line = new ArrayList<>();
        for (int at = to; at >= 0 && Double.isFinite(far[to]); at = via[at]) {
            line.add(0, nodes.get(at));
        }
        return line;
    }
}
