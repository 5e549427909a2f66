package org.kvarter.assist;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SourceRef;
import org.kvarter.model.VectorLayer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A town of square houses for tests: 10 m wide, one every 20 m to the east; in SWEREF 99 TM. */
final class Town {

    static final double EAST = 674_000;
    static final double NORTH = 6_580_000;

    private final List<String> ids = new ArrayList<>();
    private final AttributeTableBuilder attributes = new AttributeTableBuilder();

    /** A house with attributes {@code name=value}; numbers are numbers. */
    Town house(String id, String... values) {
        for (String value : values) {
            String[] parts = value.split("=", 2);
            boolean number = parts[1].matches("-?\\d+(\\.\\d+)?");
            attributes.set(ids.size(), parts[0], number ? (Object) Double.valueOf(parts[1]) : parts[1]);
        }
        ids.add(id);
        return this;
    }

    Twin twin() {
        AttributeTable table = attributes.build(ids.size());
        Geometry[] geometries = new Geometry[ids.size()];
        GeometryFactory factory = new GeometryFactory();
        for (int i = 0; i < geometries.length; i++) {
            geometries[i] = factory.toGeometry(new Envelope(20 * i, 20 * i + 10, 0, 10));
        }
        VectorLayer layer = new VectorLayer("houses", "Houses", LayerKind.BUILDINGS, new SourceRef("t.gpkg", "", "", "", ""), FeatureTable.flat(ids.toArray(String[]::new), "house", table),
                geometries, new Bounds(0, 0, 0, 20 * ids.size(), 10, 0), List.of());
        return Twin.of(new District("Town", new LocalFrame("EPSG:3006", EAST, NORTH, 0), List.of(layer)));
    }
}
