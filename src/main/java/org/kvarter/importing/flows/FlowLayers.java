package org.kvarter.importing.flows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kvarter.importing.FlowBatch;
import org.kvarter.importing.LayerSink;
import org.kvarter.mobility.CountedFlows;
import org.kvarter.mobility.Mode;
import org.kvarter.mobility.SteadyFlows;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Flows;
import org.kvarter.series.csv.FlowFormat;
import org.kvarter.series.csv.FlowKey;
import org.kvarter.series.csv.FlowTable;
import org.kvarter.series.SeriesTable;
import org.kvarter.text.FileNames;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A table of flows as layers, one for each class of vehicle or means of transport. One use. */
final class FlowLayers {

    private static final Texts TEXTS = Texts.in(FlowLayers.class);
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    /** Classes of Okabe and Ito for modes beyond the common ones. */
    private static final int[] FURTHER = {0xFF009E73, 0xFFD55E00, 0xFF56B4E9, 0xFFCC79A7, 0xFF8A6D00, 0xFF5A5E64};

    private final FlowFormat format;
    private final FlowTable table;
    private final FlowLayer.Side side;
    private final double limit;

    FlowLayers(FlowFormat format, FlowTable table, FlowLayer.Side side, double limit) {
        this.format = format;
        this.table = table;
        this.side = side;
        this.limit = limit;
    }

    void write(String stem, LayerSink sink) {
        Map<String, List<Integer>> byMode = new LinkedHashMap<>();
        for (int i = 0; i < table.keys().size(); i++) {
            if (!table.keys().get(i).place().isBlank()) {
                byMode.computeIfAbsent(table.keys().get(i).mode().toLowerCase(Locale.ROOT), m -> new ArrayList<>()).add(i);
            }
        }
        List<Integer> taken = new ArrayList<>();
        boolean trips = format.kind() == FlowFormat.Kind.TRIPS;
        byMode.forEach((word, rows) -> {
            Mode mode = word.isEmpty() ? Mode.OTHER : Mode.ofWord(word);
            boolean alone = byMode.keySet().stream().filter(w -> Mode.ofWord(w) == mode).count() == 1;
            int argb = colour(mode, taken);
            taken.add(argb);
            LocalText title = title(word, mode, alone, trips, stem, byMode.size());
            sink.flows(new FlowBatch(byMode.size() == 1 ? "" : word, title, features(rows), trips ? FlowLayer.Form.ARC : FlowLayer.Form.RIBBON, side,
                    limit, argb, places(rows), flows(rows, unit(mode, trips))));
        });
    }

    private static int colour(Mode mode, List<Integer> taken) {
        int own = switch (mode) {
            case CAR -> 0xFF0072B2;
            case OTHER -> 0xFF0B7A75;
            default -> mode.argb();
        };
        int at = 0;
        while (taken.contains(own) && at < FURTHER.length) {
            own = FURTHER[at++];
        }
        return own;
    }

    private static LocalText title(String word, Mode mode, boolean alone, boolean trips, String stem, int modes) {
        if (word.isEmpty() && modes == 1) {
            return LocalText.of(FileNames.readable(stem));
        }
        if (word.isEmpty()) {
            return TEXTS.everywhere(trips ? "title.trips" : "title.all");
        }
        LocalText named = switch (mode) {
            case CAR -> TEXTS.everywhere("title.motor");
            case BICYCLE -> TEXTS.everywhere("title.bicycle");
            case WALK -> TEXTS.everywhere("title.walk");
            case OTHER -> LocalText.of(word);
            default -> mode.titles();
        };
        LocalText title = (alone ? named : LocalText.of(word)).map(t -> t.substring(0, 1).toUpperCase(Locale.ROOT) + t.substring(1));
        return trips ? TEXTS.everywhere("title.tripsBy", title) : title;
    }

    private static String unit(Mode mode, boolean trips) {
        return trips ? TEXTS.get("unit.trips") : switch (mode) {
            case BICYCLE -> TEXTS.get("unit.bicycles");
            case WALK -> TEXTS.get("unit.walkers");
            default -> TEXTS.get("unit.vehicles");
        };
    }

    private FeatureTable features(List<Integer> rows) {
        boolean trips = format.kind() == FlowFormat.Kind.TRIPS;
        AttributeTableBuilder attributes = new AttributeTableBuilder();
        String[] ids = new String[rows.size()];
        for (int row = 0; row < ids.length; row++) {
            FlowKey key = table.keys().get(rows.get(row));
            ids[row] = trips ? key.place() + " → " + key.other() : key.place() + (key.other().isEmpty() ? "" : " " + key.other());
            attributes.set(row, trips ? "origin" : "site", key.place(), "");
            attributes.set(row, trips ? "destination" : "direction", key.other().isEmpty() ? null : key.other(), "");
            attributes.set(row, "mode", key.mode().isEmpty() ? null : key.mode(), "");
            FlowTable.Site site = trips ? null : table.site(key.place());
            if (site != null && !site.name().isEmpty()) {
                attributes.set(row, "name", site.name(), "");
            }
            if (table.series() == null) {
                attributes.set(row, trips ? "trips" : "count", table.constants()[rows.get(row)], "");
            }
        }
        return FeatureTable.flat(ids, trips ? "Trips" : "Count", attributes.build(ids.length));
    }

    private Geometry[] places(List<Integer> rows) {
        Geometry[] places = new Geometry[rows.size()];
        for (int row = 0; row < places.length; row++) {
            FlowTable.Site site = format.kind() == FlowFormat.Kind.TRIPS ? null : table.site(table.keys().get(rows.get(row)).place());
            places[row] = site == null ? null : GEOMETRY.createPoint(new Coordinate(site.x(), site.y()));
        }
        return places;
    }

    private Flows flows(List<Integer> rows, String unit) {
        int[] places = rows.stream().mapToInt(Integer::intValue).toArray();
        if (table.series() != null) {
            return new CountedFlows(part(table.series(), places), unit);
        }
        double[] values = new double[places.length];
        java.util.Arrays.setAll(values, row -> table.constants()[places[row]]);
        return new SteadyFlows(values, unit);
    }

    /** Some places of a table, so that each layer keeps its own numbers and no other's. */
    private static SeriesTable part(SeriesTable all, int[] places) {
        if (places.length == all.places()) {
            return all;
        }
        float[] values = new float[all.axis().count() * places.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.value(i / places.length, places[i % places.length]);
        }
        String[] keys = java.util.Arrays.stream(places).mapToObj(p -> all.keys()[p]).toArray(String[]::new);
        return new SeriesTable(all.id(), all.title(), all.quantity(), all.unit(), all.axis(), keys, values);
    }
}
