package org.kvarter.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.kvarter.mobility.CountedFlows;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Course;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Cars counted at one site in both directions over 48 hours: 10 × the hour of the day one way, 5 the other. */
public final class Counted {

    public static final Instant START = Instant.parse("2025-01-16T00:00:00Z");

    private Counted() {
    }

    public static FlowLayer cars() {
        float[] values = new float[96];
        for (int hour = 0; hour < 48; hour++) {
            values[2 * hour] = 10 * (hour % 24);
            values[2 * hour + 1] = 5;
        }
        SeriesTable table = new SeriesTable("c", "c", "", "", new TimeAxis(START, Duration.ofHours(1), 48, ZoneOffset.UTC), new String[] {"E", "W"}, values);
        var line = new GeometryFactory().createLineString(new Coordinate[] {new Coordinate(0, 0), new Coordinate(100, 0)});
        return new FlowLayer("cars", "Motor traffic", new SourceRef("/data/c.csv", "", "CSV", "", ""),
                FeatureTable.flat(new String[] {"K1 E", "K1 W"}, "Count", AttributeTable.empty(2)), FlowLayer.Form.RIBBON, FlowLayer.Side.RIGHT, 40,
                0xFF0072B2, new Geometry[2], new Course[] {new Course(line, true), new Course(line.reverse(), true)}, null,
                new CountedFlows(table, "vehicles"), List.of());
    }
}
