package org.kvarter.mesh.section;

import earcut4j.Earcut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fills a {@link Rim}: loops become areas with holes, areas triangles that face beyond the plane and use every point of the rim, so that
 * the solid is closed again.
 */
final class Caps {

    private final Rim rim;

    private Caps(Rim rim) {
        this.rim = rim;
    }

    /** Three vertices a triangle; none where the rim does not close. */
    static int[] fill(Rim rim) {
        Caps caps = new Caps(rim);
        int[] all = new int[0];
        for (Area area : caps.areas(rim.loops())) {
            int[] some = caps.triangles(area);
            all = Arrays.copyOf(all, all.length + some.length);
            System.arraycopy(some, 0, all, all.length - some.length, some.length);
        }
        return all;
    }

    /** An outer loop, turning left, with its holes. */
    private record Area(int[] outer, double size, List<int[]> holes) {
    }

    private List<Area> areas(List<Rim.Loop> loops) {
        double total = loops.stream().filter(Rim.Loop::directed).mapToDouble(l -> area(l.ring())).sum();
        List<Area> areas = new ArrayList<>();
        List<int[]> holes = new ArrayList<>();
        for (Rim.Loop loop : loops) {
            double area = area(loop.ring());
            boolean outer;
            if (loop.directed()) {
                outer = total < 0 ? area < 0 : area > 0; // a solid that is inside out
            } else {
                outer = loops.stream().filter(other -> other != loop && !other.directed() && contains(other.ring(), rim.at(loop.ring()[0]))).count() % 2 == 0;
            }
            if (outer) {
                areas.add(new Area(area < 0 ? reversed(loop.ring()) : loop.ring(), Math.abs(area), new ArrayList<>()));
            } else {
                holes.add(area > 0 ? reversed(loop.ring()) : loop.ring());
            }
        }
        for (int[] hole : holes) {
            areas.stream().filter(a -> contains(a.outer, rim.at(hole[0]))).min(java.util.Comparator.comparingDouble(Area::size))
                    .ifPresent(a -> a.holes.add(hole));
        }
        return areas;
    }

    private double area(int[] loop) {
        double sum = 0;
        double[] o = rim.at(loop[0]);
        for (int k = 0; k < loop.length; k++) {
            double[] a = rim.at(loop[k]);
            double[] b = rim.at(loop[(k + 1) % loop.length]);
            sum += (a[0] - o[0]) * (b[1] - o[1]) - (b[0] - o[0]) * (a[1] - o[1]);
        }
        return sum / 2;
    }

    private boolean contains(int[] loop, double[] p) {
        boolean within = false;
        for (int k = 0, j = loop.length - 1; k < loop.length; j = k++) {
            double[] a = rim.at(loop[k]);
            double[] b = rim.at(loop[j]);
            if (a[1] > p[1] != b[1] > p[1] && p[0] < a[0] + (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1])) {
                within = !within;
            }
        }
        return within;
    }

    private static int[] reversed(int[] loop) {
        int[] back = new int[loop.length];
        for (int k = 0; k < loop.length; k++) {
            back[k] = loop[loop.length - 1 - k];
        }
        return back;
    }

    private int[] triangles(Area area) {
        List<int[]> rings = new ArrayList<>();
        rings.add(area.outer);
        rings.addAll(area.holes);
        int n = rings.stream().mapToInt(r -> r.length).sum();
        double[] xy = new double[2 * n];
        int[] points = new int[n];
        int[] starts = new int[area.holes.size()];
        int at = 0;
        for (int r = 0; r < rings.size(); r++) {
            if (r > 0) {
                starts[r - 1] = at;
            }
            for (int point : rings.get(r)) {
                xy[2 * at] = rim.at(point)[0];
                xy[2 * at + 1] = rim.at(point)[1];
                points[at++] = point;
            }
        }
        List<Integer> cut = Earcut.earcut(xy, starts.length == 0 ? null : starts, 2);
        List<int[]> triangles = new ArrayList<>();
        double turn = 0;
        for (int k = 0; k + 2 < cut.size(); k += 3) {
            int[] t = {points[cut.get(k)], points[cut.get(k + 1)], points[cut.get(k + 2)]};
            triangles.add(t);
            turn += area(t);
        }
        if (turn < 0) { // all turn alike: a sliver's own sign would be noise
            triangles.replaceAll(Caps::reversed);
        }
        for (int[] ring : rings) {
            RimPoints.putBack(triangles, ring);
        }
        return triangles.stream().flatMapToInt(Arrays::stream).map(rim::vertex).toArray();
    }
}
