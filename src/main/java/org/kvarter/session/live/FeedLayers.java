package org.kvarter.session.live;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.geo.CrsException;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Bounds;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Severity;
import org.kvarter.model.SourceRef;
import org.kvarter.model.VectorLayer;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.poll.FeedSnapshot;
import org.kvarter.text.Texts;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Rows with coordinates as a layer of points. Thread-safe; the first use of a coordinate system may take a second. */
final class FeedLayers {

    /** What lies further from the district than this is no part of its picture, metres. */
    private static final double FARTHEST = 60_000;
    private static final int MOST_REMARKS = 50;
    private static final Texts TEXTS = Texts.in(FeedLayers.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CoordinateSystems systems;
    private final GeometryFactory geometry = new GeometryFactory();

    FeedLayers(CoordinateSystems systems) {
        this.systems = systems;
    }

    /** The layer of a snapshot's rows in a frame; rows without a place, or far away, are told and left out. */
    VectorLayer of(FeedSnapshot snapshot, LocalFrame frame, ZoneId zone) {
        FeedSource feed = snapshot.feed();
        List<Diagnostic> remarks = new ArrayList<>();
        List<FeedRow> rows = new ArrayList<>();
        List<Geometry> points = new ArrayList<>();
        Bounds bounds = Bounds.EMPTY;
        double[] at = places(snapshot.rows(), frame, feed, remarks);
        for (int i = 0; i < snapshot.rows().size(); i++) {
            FeedRow row = snapshot.rows().get(i);
            double east = at[3 * i];
            double north = at[3 * i + 1];
            if (!row.hasPlace() || Double.isNaN(east)) {
                remark(remarks, feed, row, TEXTS.get("row.noPlace", row.id()));
            } else if (Math.hypot(east, north) > FARTHEST) {
                remark(remarks, feed, row, TEXTS.get("row.far", row.id(), Math.round(Math.hypot(east, north) / 1000)));
            } else {
                rows.add(row);
                points.add(geometry.createPoint(new Coordinate(east, north)));
                bounds = bounds.union(new Bounds(east, north, 0, east, north, 0));
            }
        }
        snapshot.issues().stream().limit(MOST_REMARKS).forEach(i -> remarks.add(new Diagnostic(Severity.WARNING, feed.title(),
                Integer.toString(i.record()), TEXTS.get("row.issue", i.record(), i.message()))));
        snapshot.remarks().forEach(r -> remarks.add(new Diagnostic(Severity.WARNING, feed.title(), "", r)));
        return new VectorLayer(feed.seriesId(), feed.title(), LayerKind.SENSORS, source(feed), table(feed, rows, zone),
                points.toArray(Geometry[]::new), bounds, remarks);
    }

    private double[] places(List<FeedRow> rows, LocalFrame frame, FeedSource feed, List<Diagnostic> remarks) {
        double[] at = new double[3 * rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            at[3 * i] = rows.get(i).longitude();
            at[3 * i + 1] = rows.get(i).latitude();
        }
        try {
            CoordinateTransform transform = systems.toFrame("EPSG:4326", frame);
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).hasPlace()) {
                    transform.toLocal(at, i, 1);
                }
            }
        } catch (CrsException e) {
            remarks.add(new Diagnostic(Severity.ERROR, feed.title(), "", e.getMessage()));
            java.util.Arrays.fill(at, Double.NaN);
        }
        return at;
    }

    private static void remark(List<Diagnostic> remarks, FeedSource feed, FeedRow row, String message) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(new Diagnostic(Severity.WARNING, feed.title(), row.id(), message));
        }
    }

    private static FeatureTable table(FeedSource feed, List<FeedRow> rows, ZoneId zone) {
        AttributeTableBuilder attributes = new AttributeTableBuilder();
        String quantity = valueName(feed);
        String[] ids = new String[rows.size()];
        for (int i = 0; i < ids.length; i++) {
            FeedRow row = rows.get(i);
            ids[i] = row.id();
            if (!row.name().isBlank()) {
                attributes.set(i, "name", row.name());
            }
            attributes.set(i, quantity, row.value(), row.unit().isEmpty() ? feed.mapping().unit() : row.unit());
            attributes.set(i, TEXTS.get("attribute.time"), when(row.time(), zone));
        }
        return FeatureTable.flat(ids, TEXTS.get("type"), attributes.build(ids.length));
    }

    static String valueName(FeedSource feed) {
        return feed.mapping().quantity().isEmpty() ? TEXTS.get("attribute.value") : feed.mapping().quantity();
    }

    private static String when(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }

    private static SourceRef source(FeedSource feed) {
        String shown;
        try {
            shown = FeedAddress.shown(URI.create(feed.request().url().strip()));
        } catch (IllegalArgumentException e) {
            shown = feed.title();
        }
        return new SourceRef(shown, "", TEXTS.get("format"), "EPSG:4326", "");
    }
}
