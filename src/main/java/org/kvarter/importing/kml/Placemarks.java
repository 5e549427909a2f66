package org.kvarter.importing.kml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kvarter.geo.store.MemoryTable;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.trips.Times;
import org.kvarter.importing.trips.Tracks;
import org.kvarter.mobility.Mode;
import org.kvarter.model.Severity;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;
import org.locationtech.jts.geom.Geometry;

/** Keeps placemarks as rows of tables, one for each folder of the document, and tracks with times as trips. One reading thread. */
final class Placemarks {

    private static final Texts TEXTS = Texts.in(Placemarks.class);
    private static final int MOST_TABLES = 40;
    private static final long BYTES_PER_ROW = 400;

    /** A row whose colour is not known before all styles are. */
    private record Row(String folder, String id, Placemark placemark, Geometry geometry, String within, double raised) {
    }

    private final String stem;
    private final MemoryBudget budget;
    private final DiagnosticTally notes;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> folders = new LinkedHashMap<>();
    private final List<MemoryTable> tables = new ArrayList<>();
    private final Tracks tracks;
    private String document = "";
    private int count;

    Placemarks(String stem, MemoryBudget budget, DiagnosticTally notes) {
        this.stem = stem;
        this.budget = budget;
        this.notes = notes;
        this.tracks = new Tracks(budget);
    }

    /** Takes a placemark that is complete: geometries of several dimensions become several rows. */
    void add(Placemark placemark, KmlShapes shapes, String folder, String within, String documentName) {
        count++;
        document = documentName.isEmpty() ? document : documentName;
        String home = folders.containsKey(folder) || folders.size() < MOST_TABLES ? folder : "";
        folders.putIfAbsent(home, home);
        String id = placemark.id == null || placemark.id.isBlank() ? "placemark/" + count : placemark.id.strip();
        boolean any = false;
        for (int dimension = 2; dimension >= 0; dimension--) {
            Geometry geometry = shapes.geometry(dimension);
            if (geometry != null) {
                budget.claim(BYTES_PER_ROW + 60L * placemark.values.size());
                rows.add(new Row(home, any ? id + "/" + dimension : id, placemark, geometry, within, dimension == 2 ? shapes.raised() : 0));
                any = true;
            }
        }
        for (KmlShapes.Track track : shapes.tracks()) {
            any |= track(placemark, id, track);
        }
        if (!any) {
            notes.add(Severity.INFO, "noShape", placemark.name(), placemark.name());
        }
    }

    private boolean track(Placemark placemark, String id, KmlShapes.Track track) {
        int n = Math.min(track.times().size(), track.places().size());
        List<double[]> timed = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double time = Times.seconds(track.times().get(i));
            double[] place = track.places().get(i);
            if (place != null && !Double.isNaN(time) && (timed.isEmpty() || Math.abs(time - timed.get(0)[0]) < Times.MOST_APART)) {
                timed.add(new double[] {time, place[0], place[1]});
            }
        }
        if (timed.size() < 2) {
            return false;
        }
        int number = tracks.track(id + "/" + (tracks.size() + 1), Mode.ofWord(placemark.values.getOrDefault("type", "")));
        placemark.values.forEach((name, value) -> tracks.attributes().set(number, name, value));
        timed.forEach(t -> tracks.add(number, t[0], t[1], t[2]));
        return true;
    }

    /** Makes the tables, once all styles are known. */
    void colour(KmlStyles styles) {
        Map<String, MemoryTable> byFolder = new LinkedHashMap<>();
        for (Row row : rows) {
            MemoryTable table = byFolder.computeIfAbsent(row.folder(), f -> table(f, byFolder.values()));
            table.row(row.id(), row.geometry());
            row.placemark().values.forEach(table::set);
            if (!row.within().isEmpty() && !table.has("folder")) {
                table.set("folder", row.within());
            }
            if (row.raised() > 0 && !table.has("height")) {
                table.set("height", row.raised());
            }
            if (!table.has("colour")) {
                table.set("colour", styles.colour(row.placemark().own, row.placemark().style, row.geometry().getDimension()));
            }
        }
        tables.addAll(byFolder.values());
        rows.clear();
    }

    private MemoryTable table(String folder, java.util.Collection<MemoryTable> taken) {
        String title = !folder.isEmpty() ? folder : document.isEmpty() || document.toLowerCase(java.util.Locale.ROOT).endsWith(".kml")
                ? FileNames.readable(stem) : document;
        String name = folder.isEmpty() ? stem : folder;
        String distinct = name;
        for (int i = 2; isTaken(taken, distinct); i++) {
            distinct = name + " " + i;
        }
        return new MemoryTable(distinct, title);
    }

    private static boolean isTaken(java.util.Collection<MemoryTable> tables, String name) {
        return tables.stream().anyMatch(t -> t.name().equals(name));
    }

    boolean isEmpty() {
        return rows.isEmpty() && tables.isEmpty() && tracks.places() == 0;
    }

    int count() {
        return count;
    }

    List<MemoryTable> tables() {
        return tables;
    }

    /** Hands the trips on; empty where there are none. */
    Optional<Consumer<LayerSink>> trips() {
        return tracks.places() == 0 ? Optional.empty() : Optional.of(sink -> {
            sink.count("Place", tracks.places());
            sink.movement(tracks.batch("trips", TEXTS.get("trips")));
        });
    }
}
