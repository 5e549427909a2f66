package org.kvarter.study.sun;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.kvarter.mesh.light.LightBaker;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.study.StudySite;
import org.kvarter.task.Progress;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Counts hours of sun on a grid of ground, row by row; rows at once, each by one thread. */
final class GroundCount {

    /** Where a person's feet are shone upon, metres over the land. */
    private static final double OVER = 0.1;
    private static final double HIGHEST = 500;
    /** Houses at most so far away make a courtyard. */
    private static final double COURTYARD = 50;
    private static final double EYE = 1.5;
    private static final int WAYS = 16;
    private static final int CLOSED = 14;

    private final StudySite site;
    private final SunPath path;
    private final TreeShade trees;
    private final GroundGrid grid;
    private final LightBaker baker;
    private final RayIndex.Filter standing;
    private final List<Geometry> waters;
    private final List<PointOnGeometryLocator> inWater;
    private final double plane;
    private final float[] hours;
    private final boolean[] enclosed;

    GroundCount(StudySite site, SunPath path, TreeShade trees, GroundGrid grid, LightBaker baker, RayIndex.Filter standing) {
        this.site = site;
        this.path = path;
        this.trees = trees;
        this.grid = grid;
        this.baker = baker;
        this.standing = standing;
        this.waters = site.waters().stream().filter(w -> w.getDimension() == 2).toList();
        this.inWater = waters.stream().map(w -> (PointOnGeometryLocator) new IndexedPointInAreaLocator(w)).toList();
        this.plane = site.terrain().isPresent() ? Double.NaN : site.bounds().minUp();
        this.hours = new float[grid.cells()];
        this.enclosed = new boolean[grid.cells()];
        Arrays.fill(hours, Float.NaN);
    }

    GroundHours hours() {
        BitSet courtyards = new BitSet();
        for (int i = 0; i < enclosed.length; i++) {
            courtyards.set(i, enclosed[i]);
        }
        return new GroundHours(grid.west(), grid.north(), grid.cell(), grid.columns(), grid.rows(), hours, courtyards);
    }

    void count(int row, Progress progress) {
        double[] place = new double[3];
        place[1] = grid.north() - (row + 0.5) * grid.cell();
        for (int column = 0; column < grid.columns(); column++) {
            if ((column & 63) == 0) {
                progress.checkCancelled();
            }
            place[0] = grid.west() + (column + 0.5) * grid.cell();
            double ground = site.terrain().isPresent() ? site.terrain().get().heightAt(place[0], place[1]) : plane;
            place[2] = ground + OVER;
            if (Double.isNaN(ground) || isWater(place) || site.rays().any(place[0], place[1], ground - OVER, 0, 0, 1, HIGHEST, standing)) {
                continue;
            }
            double sum = path.hours(step -> !baker.isShaded(place, 0, path.steps().get(step).direction()), place, trees);
            int at = row * grid.columns() + column;
            hours[at] = (float) sum;
            enclosed[at] = isEnclosed(place);
        }
    }

    private boolean isWater(double[] place) {
        Coordinate at = new Coordinate(place[0], place[1]);
        for (int i = 0; i < waters.size(); i++) {
            if (waters.get(i).getEnvelopeInternal().contains(at) && inWater.get(i).locate(at) != Location.EXTERIOR) {
                return true;
            }
        }
        return false;
    }

    private boolean isEnclosed(double[] place) {
        int closed = 0;
        for (int i = 0; i < WAYS && closed + WAYS - i >= CLOSED; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / WAYS;
            closed += site.rays().any(place[0], place[1], place[2] + EYE, Math.sin(angle), Math.cos(angle), 0, COURTYARD, standing) ? 1 : 0;
        }
        return closed >= CLOSED;
    }
}
