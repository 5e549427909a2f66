package org.kvarter.geo.place;

import java.util.Arrays;
import java.util.Optional;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Terrain;
import org.kvarter.model.VectorLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * What is already there when a source comes: the open district's frame, its box, its terrain, and where nothing is built. One import, one
 * thread.
 */
public final class Surroundings {

    /** Nothing is open. */
    public static final Surroundings NONE = new Surroundings(Optional.empty(), Bounds.EMPTY, Optional.empty(), District.EMPTY);

    /** Nearer to the middle of a street or rail than this nobody builds, metres. */
    private static final double STREET = 2.5;

    private final Optional<LocalFrame> frame;
    private final Bounds box;
    private final Optional<Terrain> terrain;
    private final District district;
    private final GeometryFactory geometry = new GeometryFactory();
    private STRtree open;

    private Surroundings(Optional<LocalFrame> frame, Bounds box, Optional<Terrain> terrain, District district) {
        this.frame = frame;
        this.box = box;
        this.terrain = terrain;
        this.district = district;
    }

    /**
     * @param district what is open
     * @param frame    its frame, or the one just chosen for it
     * @param terrain  the terrain as far as it is placed by now
     */
    public static Surroundings of(District district, Optional<LocalFrame> frame, Optional<Terrain> terrain) {
        return new Surroundings(frame, district.bounds(), terrain.or(district::terrain), district);
    }

    Optional<LocalFrame> frame() {
        return frame;
    }

    /** Box around the district in its local frame; empty where nothing is there. */
    Bounds box() {
        return box;
    }

    /** Height of the ground; NaN where it is not known. */
    double ground(double east, double north) {
        return terrain.map(t -> t.heightAt(east, north)).orElse(Double.NaN);
    }

    /** Whether the district has streets, rails or water to compare with. */
    boolean hasStreets() {
        return !openGround().isEmpty();
    }

    /** Whether a place lies on a street, a rail or water, where buildings seldom stand. */
    boolean isOpenGround(double east, double north) {
        Point place = geometry.createPoint(new Coordinate(east, north));
        Envelope reach = new Envelope(east - STREET, east + STREET, north - STREET, north + STREET);
        for (Object found : openGround().query(reach)) {
            if (((Geometry) found).isWithinDistance(place, ((Geometry) found).getDimension() == 2 ? 0 : STREET)) {
                return true;
            }
        }
        return false;
    }

    private STRtree openGround() {
        if (open == null) {
            open = new STRtree();
            district.layers().stream().filter(VectorLayer.class::isInstance).map(VectorLayer.class::cast)
                    .filter(l -> l.kind() == LayerKind.STREETS || l.kind() == LayerKind.RAIL || l.kind() == LayerKind.WATER)
                    .flatMap(l -> Arrays.stream(l.geometries())).filter(g -> g != null && !g.isEmpty())
                    .forEach(g -> open.insert(g.getEnvelopeInternal(), g));
            open.build();
        }
        return open;
    }
}
