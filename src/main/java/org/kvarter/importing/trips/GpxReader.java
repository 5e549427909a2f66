package org.kvarter.importing.trips;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.VectorBatch;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.mobility.Mode;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.SecureXml;
import org.kvarter.text.Texts;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Gathers what a GPX file holds. Used once, by one thread. */
final class GpxReader {

    private static final Texts TEXTS = Texts.in(GpxReader.class);
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int MAX_TEXT = 1_000;
    private static final long BYTES_PER_PLACE = 96;

    /** Flat features of one layer. */
    private static final class Flat {
        private final List<String> ids = new ArrayList<>();
        private final List<Geometry> geometries = new ArrayList<>();
        private final AttributeTableBuilder attributes = new AttributeTableBuilder();
    }

    private final MemoryBudget budget;
    private final ReadOptions options;
    private final DiagnosticTally notes;
    private final Progress progress;
    private final Tracks tracks;
    private final Flat points = new Flat();
    private final Flat routes = new Flat();
    private final Flat lines = new Flat();
    private final DoubleList places;
    private final List<Integer> segmentEnds = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private final String[] names = new String[3];
    private final String[] pointTexts = new String[4];
    private double first = Double.NaN;
    private String version = "";
    private boolean timed;
    private double longitude;
    private double latitude;
    private long count;

    GpxReader(MemoryBudget budget, ReadOptions options, DiagnosticTally notes, Progress progress) {
        this.budget = budget;
        this.options = options;
        this.notes = notes;
        this.progress = progress;
        this.tracks = new Tracks(budget);
        this.places = new DoubleList(budget);
    }

    void read(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = SecureXml.streaming().createXMLStreamReader(in);
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    text.setLength(0);
                    if (path.size() == 64) {
                        throw new XMLStreamException("too deep");
                    }
                    path.add(xml.getLocalName());
                    start(xml);
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
                    if (text.length() < MAX_TEXT) {
                        text.append(xml.getText(), 0, Math.min(xml.getTextLength(), MAX_TEXT));
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    end(xml.getLocalName(), text.toString().strip());
                    text.setLength(0);
                    path.remove(path.size() - 1);
                }
                default -> {
                }
            }
        }
    }

    private String parent() {
        return path.size() < 2 ? "" : path.get(path.size() - 2);
    }

    private void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "gpx" -> version = String.valueOf(xml.getAttributeValue(null, "version")).replace("null", "");
            case "rte", "trk" -> {
                java.util.Arrays.fill(names, null);
                places.clear();
                segmentEnds.clear();
                timed = true;
            }
            case "wpt", "rtept", "trkpt" -> {
                java.util.Arrays.fill(pointTexts, null);
                longitude = number(xml.getAttributeValue(null, "lon"), 180);
                latitude = number(xml.getAttributeValue(null, "lat"), 90);
            }
            default -> {
            }
        }
    }

    private void end(String element, String text) {
        boolean ofPoint = parent().equals("wpt") || parent().equals("rtept") || parent().equals("trkpt");
        switch (element) {
            case "name", "desc", "type" -> {
                int at = element.equals("name") ? 0 : element.equals("desc") ? 1 : 2;
                if (ofPoint) {
                    pointTexts[at] = text;
                } else if (parent().equals("rte") || parent().equals("trk")) {
                    names[at] = text;
                }
            }
            case "time" -> pointTexts[3] = ofPoint ? text : pointTexts[3];
            case "wpt" -> wayPoint();
            case "rtept", "trkpt" -> place();
            case "trkseg" -> segmentEnds.add(places.size() / 3);
            case "rte" -> {
                segmentEnds.add(places.size() / 3);
                line(routes, "route/");
            }
            case "trk" -> track();
            default -> {
            }
        }
    }

    private boolean isSound() {
        if ((++count & 0xFFF) == 0) {
            progress.checkCancelled();
        }
        if (Double.isNaN(longitude) || Double.isNaN(latitude)) {
            notes.add(Severity.WARNING, "gpx.place", "");
            return false;
        }
        return options.accepts(longitude, latitude, longitude, latitude);
    }

    private void wayPoint() {
        if (isSound()) {
            budget.claim(BYTES_PER_PLACE);
            set(points, "waypoint/", pointTexts);
            points.attributes.set(points.ids.size() - 1, "time", pointTexts[3]);
            points.geometries.add(FACTORY.createPoint(new Coordinate(longitude, latitude)));
        }
    }

    private void place() {
        if (isSound()) {
            double time = Times.seconds(pointTexts[3]);
            timed = timed && !Double.isNaN(time);
            places.add(longitude, latitude, time);
        }
    }

    private void set(Flat layer, String prefix, String[] texts) {
        int row = layer.ids.size();
        layer.ids.add(prefix + (row + 1));
        layer.attributes.set(row, "name", texts[0]);
        layer.attributes.set(row, "description", texts[1]);
        layer.attributes.set(row, "type", texts[2]);
    }

    /** A track with times moves, one without is a line. */
    private void track() {
        int n = places.size() / 3;
        boolean close = n > 0 && timed && (Double.isNaN(first) || Math.abs(places.get(2) - first) < Times.MOST_APART);
        if (n < 2 || !close || places.get(3 * n - 1) - places.get(2) > Times.MOST_APART) {
            line(lines, "track/");
            return;
        }
        first = Double.isNaN(first) ? places.get(2) : first;
        int number = tracks.track("track/" + (tracks.size() + 1), Mode.ofWord(names[2] == null ? "" : names[2]));
        tracks.attributes().set(number, "name", names[0]);
        tracks.attributes().set(number, "description", names[1]);
        for (int i = 0; i < n; i++) {
            if (Math.abs(places.get(3 * i + 2) - first) < 2 * Times.MOST_APART) {
                tracks.add(number, places.get(3 * i + 2), places.get(3 * i), places.get(3 * i + 1));
            }
        }
    }

    private void line(Flat layer, String prefix) {
        List<LineString> parts = new ArrayList<>();
        int from = 0;
        for (int end : segmentEnds) {
            if (end - from >= 2) {
                Coordinate[] way = new Coordinate[end - from];
                for (int i = from; i < end; i++) {
                    way[i - from] = new Coordinate(places.get(3 * i), places.get(3 * i + 1));
                }
                parts.add(FACTORY.createLineString(way));
            }
            from = end;
        }
        if (parts.isEmpty()) {
            notes.add(Severity.INFO, "gpx.short", names[0] == null ? "" : names[0]);
            return;
        }
        budget.claim(BYTES_PER_PLACE * (from + 1L));
        set(layer, prefix, names);
        layer.geometries.add(parts.size() == 1 ? parts.get(0) : FACTORY.createMultiLineString(parts.toArray(LineString[]::new)));
    }

    private static double number(String text, double most) {
        try {
            double value = text == null ? Double.NaN : Double.parseDouble(text);
            return Math.abs(value) <= most ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    String version() {
        return version;
    }

    long places() {
        return count;
    }

    boolean isEmpty() {
        return points.ids.isEmpty() && routes.ids.isEmpty() && lines.ids.isEmpty() && tracks.places() == 0;
    }

    void write(LayerSink sink) {
        write(sink, points, "waypoints", "WayPoint", LayerKind.POINTS);
        write(sink, routes, "routes", "Route", LayerKind.LINES);
        write(sink, lines, "tracks", "Track", LayerKind.LINES);
        if (tracks.places() > 0) {
            sink.count("Place", tracks.places());
            sink.movement(tracks.batch("trips", TEXTS.get("gpx.trips")));
        }
    }

    private static void write(LayerSink sink, Flat layer, String name, String type, LayerKind kind) {
        if (!layer.ids.isEmpty()) {
            sink.vectors(new VectorBatch(name, TEXTS.everywhere("gpx." + name), kind, "",
                    FeatureTable.flat(layer.ids.toArray(String[]::new), type, layer.attributes.build(layer.ids.size())),
                    layer.geometries.toArray(Geometry[]::new)));
        }
    }
}
