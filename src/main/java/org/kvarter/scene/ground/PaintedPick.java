package org.kvarter.scene.ground;

import java.util.List;
import java.util.Optional;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.LayerKind;
import org.kvarter.scene.FeatureState;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.LayerLook;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * Which painted feature lies at a place on the ground: the one drawn last. Points and lines are hit a little beside them, too; an area
 * that is but a veil, as plots are, gives way to what lies on the same ground and is no mere surface. Stateless.
 */
final class PaintedPick {

    private static final int VEIL = 100;
    private static final double FARTHEST = 60;

    private final Coordinate at;
    private final Point point;
    private final double tolerance;

    private PaintedPick(double east, double north, double tolerance) {
        at = new Coordinate(east, north);
        point = new GeometryFactory().createPoint(at);
        this.tolerance = tolerance;
    }

    /**
     * The feature at a place.
     *
     * @param layers    bottom first, as they are painted
     * @param east      local metres
     * @param north     local metres
     * @param tolerance how far beside it a point or line is still hit, metres
     */
    static Optional<FeatureKey> topmost(List<PaintLayer.Painted> layers, double east, double north, double tolerance) {
        PaintedPick pick = new PaintedPick(east, north, tolerance);
        FeatureKey veil = null;
        for (int i = layers.size() - 1; i >= 0; i--) {
            PaintLayer.Painted layer = layers.get(i);
            LayerLook look = layer.look();
            if (!look.style().visible() || look.style().opacity() <= 0) {
                continue;
            }
            PaintLayer.Item item = pick.in(layer);
            if (item == null) {
                continue;
            }
            FeatureKey key = new FeatureKey(layer.shapes().layer().id(), item.row());
            if (item.dimension() == 2 && isVeil(look, item)) {
                veil = veil == null ? key : veil;
            } else {
                return Optional.of(veil != null && isSurface(look.kind()) ? veil : key);
            }
        }
        return Optional.ofNullable(veil);
    }

    private static boolean isVeil(LayerLook look, PaintLayer.Item item) {
        int[] colours = look.featureColours();
        boolean coloured = look.style().argb().isPresent() || colours != null && item.row() < colours.length && colours[item.row()] != 0;
        return !coloured && Argb.alpha(GroundColours.area(look.theme(), look.kind(), item.category())) < VEIL;
    }

    private static boolean isSurface(LayerKind kind) {
        return kind == LayerKind.LAND_USE || kind == LayerKind.GREEN || kind == LayerKind.WATER;
    }

    /** The feature of one layer: points over lines over areas; of points and lines the nearest, of areas the last. */
    private PaintLayer.Item in(PaintLayer.Painted layer) {
        PaintLayer.Item best = null;
        double least = Double.POSITIVE_INFINITY;
        Envelope around = new Envelope(at);
        around.expandBy(FARTHEST + tolerance);
        for (PaintLayer.Item item : layer.shapes().near(around)) {
            if (isHidden(layer.look(), item) || item.dimension() == 0 && layer.look().kind() == LayerKind.TREES) {
                continue;
            }
            double distance = beside(layer, item);
            if (distance <= 0 && (best == null || item.dimension() < best.dimension()
                    || item.dimension() == best.dimension() && (item.dimension() == 2 || distance < least))) {
                best = item;
                least = distance;
            }
        }
        return best;
    }

    /** How far the place lies beyond what counts as a hit, metres; not positive for a hit. */
    private double beside(PaintLayer.Painted layer, PaintLayer.Item item) {
        LayerLook look = layer.look();
        return switch (item.dimension()) {
            case 0 -> nearestPoint(item) - Math.max(1.45 * VectorPainter.radius(look.kind(), 0), tolerance);
            case 1 -> layer.shapes().layer().geometries()[item.row()].distance(point)
                    - Math.max(VectorPainter.width(look, item, 0) / 2, tolerance);
            default -> item.shape().contains(at.x, at.y) ? 0 : 1;
        };
    }

    private double nearestPoint(PaintLayer.Item item) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < item.points().length; i += 2) {
            least = Math.min(least, Math.hypot(item.points()[i] - at.x, item.points()[i + 1] - at.y));
        }
        return least;
    }

    private static boolean isHidden(LayerLook look, PaintLayer.Item item) {
        byte[] states = look.featureStates();
        return states != null && item.row() < states.length && states[item.row()] == FeatureState.HIDDEN.ordinal();
    }
}
