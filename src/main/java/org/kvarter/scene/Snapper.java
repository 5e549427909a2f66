package org.kvarter.scene;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.pick.Hit;
import org.kvarter.mesh.pick.PartEdges;
import org.kvarter.model.FeatureKey;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.pick.Snap;

/**
 * Draws a pixel to the corner or edge of a model that is meant by it: of the parts under the pixel and around it, the nearest on the
 * screen that nothing hides. JavaFX thread only.
 */
final class Snapper {

    private static final double CORNER_PIXELS = 11;
    private static final double EDGE_PIXELS = 7;
    /** Rays go out so far around the pixel: a corner seen against the sky is met by none through the pixel itself. */
    private static final double AROUND = 6;
    private static final double REACH = 40_000;
    private static final double NEAREST = 0.1;

    private record Part(TileMesh tile, int part) {
    }

    private final Picker picker;

    Snapper(Picker picker) {
        this.picker = picker;
    }

    /** What a pixel means; {@code null} in the sky. */
    Snap near(Projection projection, double x, double y) {
        Search search = new Search(projection, x, y);
        Set<Part> seen = new HashSet<>();
        for (int k = 0; k < 9; k++) {
            double angle = k * Math.PI / 4;
            double[] ray = projection.ray(x + (k == 8 ? 0 : AROUND * Math.cos(angle)), y + (k == 8 ? 0 : AROUND * Math.sin(angle)));
            picker.solid(search.eye, ray, REACH).ifPresent(hit -> {
                int part = hit.part() - hit.tile().firstPart();
                if (seen.add(new Part(hit.tile(), part))) {
                    search.add(hit, PartEdges.of(hit.tile(), part));
                }
            });
        }
        if (search.best != null) {
            return search.best;
        }
        return Snap.free(picker.pick(projection, x, y));
    }

    /** Finds the best among candidates. */
    private final class Search {

        private final Projection projection;
        private final double x;
        private final double y;
        private final double[] eye;
        private Snap best;
        private double distance = Double.POSITIVE_INFINITY;

        Search(Projection projection, double x, double y) {
            this.projection = projection;
            this.x = x;
            this.y = y;
            this.eye = new double[] {projection.pose().east(), projection.pose().north(), projection.pose().up()};
        }

        void add(Hit hit, List<double[]> edges) {
            FeatureKey feature = new FeatureKey(hit.layerId(), hit.feature());
            for (double[] whole : edges) {
                double[] e = kept(whole);
                if (e == null) {
                    continue;
                }
                double[] a = projection.toScreen(e[0], e[1], e[2]);
                double[] b = projection.toScreen(e[3], e[4], e[5]);
                if (a[2] < NEAREST || b[2] < NEAREST) {
                    continue;
                }
                offer(Snap.Kind.CORNER, Math.hypot(a[0] - x, a[1] - y), new double[] {e[0], e[1], e[2]}, feature);
                offer(Snap.Kind.CORNER, Math.hypot(b[0] - x, b[1] - y), new double[] {e[3], e[4], e[5]}, feature);
                double length = (b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]);
                if (length > 1) {
                    double share = Math.max(0, Math.min(1, ((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / length));
                    double off = Math.hypot(a[0] + share * (b[0] - a[0]) - x, a[1] + share * (b[1] - a[1]) - y);
                    double s = share * a[2] / (share * a[2] + (1 - share) * b[2]); // a pixel's share of an edge that recedes
                    offer(Snap.Kind.EDGE, off,
                            new double[] {e[0] + s * (e[3] - e[0]), e[1] + s * (e[4] - e[1]), e[2] + s * (e[5] - e[2])}, feature);
                }
            }
        }

        /** What a section leaves of an edge; {@code null} for nothing. */
        private double[] kept(double[] e) {
            if (picker.section() == null) {
                return e;
            }
            double[] way = {e[3] - e[0], e[4] - e[1], e[5] - e[2]};
            double[] span = picker.section().along(new double[] {e[0], e[1], e[2]}, way);
            if (span == null || span[0] >= 1) {
                return null;
            }
            double to = Math.min(1, span[1]);
            return new double[] {e[0] + span[0] * way[0], e[1] + span[0] * way[1], e[2] + span[0] * way[2],
                e[0] + to * way[0], e[1] + to * way[1], e[2] + to * way[2]};
        }

        private void offer(Snap.Kind kind, double pixels, double[] place, FeatureKey feature) {
            boolean corner = kind == Snap.Kind.CORNER;
            boolean near = pixels < (corner ? CORNER_PIXELS : EDGE_PIXELS);
            boolean wins = best == null || corner == (best.kind() == Snap.Kind.CORNER) ? pixels < distance : corner;
            if (near && wins && isSeen(place)) {
                best = new Snap(kind, place, feature);
                distance = pixels;
            }
        }

        private boolean isSeen(double[] place) {
            double[] way = {place[0] - eye[0], place[1] - eye[1], place[2] - eye[2]};
            double away = Math.sqrt(way[0] * way[0] + way[1] * way[1] + way[2] * way[2]);
            return !picker.isBlocked(eye, way, away * 0.998 - 0.02);
        }
    }
}
