package org.kvarter.importing.ifc.shape;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** JTS overlays that bear what bad data makes of them. */
final class Overlays {

    private Overlays() {
    }

    static Geometry difference(Geometry a, Geometry b) {
        return overlay(a, b, OverlayNG.DIFFERENCE);
    }

    static Geometry intersection(Geometry a, Geometry b) {
        return overlay(a, b, OverlayNG.INTERSECTION);
    }

    static Geometry symmetricDifference(Geometry a, Geometry b) {
        return overlay(a, b, OverlayNG.SYMDIFFERENCE);
    }

    private static Geometry overlay(Geometry a, Geometry b, int operation) {
        if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return operation == OverlayNG.INTERSECTION ? Flat.FACTORY.createPolygon() : operation == OverlayNG.DIFFERENCE ? a
                    : Flat.FACTORY.buildGeometry(java.util.List.of(a, b));
        }
        try {
            return OverlayNGRobust.overlay(a, b, operation);
        } catch (TopologyException | IllegalArgumentException e) {
            return operation == OverlayNG.INTERSECTION ? Flat.FACTORY.createPolygon() : a;
        }
    }
}
