package org.kvarter.sample.timber;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Upright battens before the boards of an outer wall, stopped at its windows. */
final class Cladding {
    private static final double PITCH = 0.2;
    private static final double WIDE = 0.1;
    private static final double DEEP = 0.045;
    private static final double CLEAR = 0.05;
    private static final double SHORTEST = 0.12;

    private Cladding() {
    }

    /**
     * Clads a wall.
     *
     * @param beyond how far the battens go past both ends of the wall, round the corner
     * @param foot   height at which they begin
     */
    static void draw(Model m, Wall wall, Paint paint, double beyond, double foot) {
        List<String> items = new ArrayList<>();
        double area = 0;
        double length = wall.length() + 2 * beyond;
        int count = (int) StrictMath.rint(length / PITCH);
        // how many battens in a row have had a stretch between the same heights
        Map<List<Double>, Integer> open = new LinkedHashMap<>();
        for (int i = 0; i <= count; i++) {
            double x = -beyond + length * (i + 0.5) / count;
            List<List<Double>> here = i == count ? List.of() : pieces(wall, x, foot, top(wall, x));
            for (List<Double> piece : List.copyOf(open.keySet())) {
                if (!here.contains(piece)) {
                    int run = open.remove(piece);
                    double high = piece.get(1) - piece.get(0);
                    String map = m.shapes.map(List.of(m.shapes.box(paint, -WIDE / 2, -DEEP, 0, WIDE, DEEP, high)));
                    items.addAll(m.shapes.row(map, run, length / count, 0, 0, x - run * length / count, 0, piece.get(0)));
                    area += high * PITCH * run;
                }
            }
            here.forEach(piece -> open.merge(piece, 1, Integer::sum));
        }
        String cladding = m.element(wall.storey, "IFCCOVERING", "Battens, " + wall.name.toLowerCase(java.util.Locale.ROOT), wall.spot, items, ",.CLADDING.");
        m.material(cladding, paint);
        m.common(cladding, "Covering", true, false, 0);
        m.measure(cladding, "Covering", List.of("LENGTH Width", "AREA NetArea"), DEEP, area);
    }

    /** Where a batten ends, also one that goes on round the corner. */
    private static double top(Wall wall, double x) {
        double slope = (wall.top(0.4) - wall.top(0)) / 0.4;
        double end = x < 0 ? -x : x > wall.length() ? x - wall.length() : 0;
        double top = end > 0 ? wall.top(0) - slope * end : wall.top(x);
        return slope > 0 ? top - 0.05 : top;
    }

    /** The upright stretches at {@code x} between the openings, from and to. */
    private static List<List<Double>> pieces(Wall wall, double x, double foot, double top) {
        List<List<Double>> free = List.of(List.of(foot, top));
        for (Wall.Hole hole : wall.holes) {
            if (x + WIDE / 2 > hole.x() - 0.005 && x - WIDE / 2 < hole.x() + hole.fitting().width() + 0.005) {
                List<List<Double>> left = new ArrayList<>();
                for (List<Double> f : free) {
                    left.add(List.of(f.get(0), Math.min(f.get(1), hole.z() - CLEAR)));
                    left.add(List.of(Math.max(f.get(0), hole.z() + hole.fitting().height() + CLEAR), f.get(1)));
                }
                free = left;
            }
        }
        return free.stream().filter(f -> f.get(1) - f.get(0) > SHORTEST).toList();
    }
}
