package org.kvarter.study.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.light.Samples;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.mesh.pick.TerrainRays;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.Terrain;
import org.kvarter.study.StudySite;
import org.kvarter.task.Progress;

/** Which buildings an eye sees: from places spread over walls and roofs a ray to the eye. Stateless; for a worker. */
public final class Visibility {

    private static final double SLACK = 0.3;

    private Visibility() {
    }

    private static final class Tally {
        private double area;
        private double seen;
        private double distance = Double.NaN;
        private double azimuth = Double.NaN;
    }

    /**
     * Buildings, those seen most first; those not seen last with share 0.
     *
     * @throws org.kvarter.task.WorkCancelledException when cancelled
     */
    public static List<Seen> of(StudySite site, Eye eye, Progress progress) {
        List<Seen> all = new ArrayList<>();
        RayIndex.Filter standing = site.standing();
        for (StudySite.Solid solid : site.solids()) {
            if (solid.layer().kind() != LayerKind.BUILDINGS) {
                continue;
            }
            Map<Integer, Tally> buildings = new TreeMap<>();
            for (TileMesh tile : solid.mesh().tiles()) {
                Samples samples = new Samples(tile);
                for (int p = 0; p < tile.parts().size(); p++) {
                    if ((p & 255) == 0) {
                        progress.checkCancelled();
                    }
                    if (!solid.gone().get(tile.parts().feature()[p]) && tile.parts().kindOf(p) != SurfaceKind.GROUND) {
                        add(site, eye, tile, p, samples, standing, buildings.computeIfAbsent(
                                solid.layer().features().root(tile.parts().feature()[p]), row -> new Tally()));
                    }
                }
            }
            buildings.forEach((row, t) -> all.add(new Seen(solid.layer().id(), row, t.area > 0 ? t.seen / t.area : 0, t.distance, t.azimuth)));
        }
        all.sort(Comparator.comparingDouble((Seen s) -> -s.share()));
        return all;
    }

    private static void add(StudySite site, Eye eye, TileMesh tile, int part, Samples samples, RayIndex.Filter standing, Tally tally) {
        double area = tile.parts().areas()[part];
        tally.area += area;
        float[] n = tile.parts().normals();
        samples.spread(part, 1);
        for (int i = 0; i < samples.count(); i++) {
            double e = samples.xyz()[3 * i] - eye.east();
            double north = samples.xyz()[3 * i + 1] - eye.north();
            double u = samples.xyz()[3 * i + 2] - eye.up();
            double distance = Math.sqrt(e * e + north * north + u * u);
            double azimuth = (Math.toDegrees(Math.atan2(e, north)) + 360) % 360;
            boolean faces = n[3 * part] * e + n[3 * part + 1] * north + n[3 * part + 2] * u < 0;
            if (faces && eye.takesIn(azimuth) && isOpen(site, eye, new double[] {e / distance, north / distance, u / distance}, distance, standing)) {
                tally.seen += area / samples.count();
                if (!(tally.distance <= distance)) {
                    tally.distance = distance;
                    tally.azimuth = azimuth;
                }
            }
        }
    }

    private static boolean isOpen(StudySite site, Eye eye, double[] way, double distance, RayIndex.Filter standing) {
        if (site.rays().any(eye.east(), eye.north(), eye.up(), way[0], way[1], way[2], distance, standing)) {
            return false;
        }
        Optional<Terrain> land = site.terrain();
        return land.isEmpty() || distance <= SLACK
                || TerrainRays.nearest(land.get(), new double[] {eye.east(), eye.north(), eye.up()}, way, distance - SLACK).isEmpty();
    }
}
