package org.kvarter.ui.inspector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.analysis.DataRecord;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.HeightSystem;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.model.TerrainLayer;
import org.kvarter.model.VectorLayer;
import org.kvarter.scenario.Provenance;
import org.kvarter.scenario.Scenario;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.FeatureNames;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.workshop.WordedBook;
import org.locationtech.jts.geom.Geometry;

/** Turns the selection into lines to read. */
public final class InspectorModel {

    private static final Texts TEXTS = Texts.in(InspectorModel.class);
    private static final CoordinateSystems SYSTEMS = new CoordinateSystems();

    private final Session session;
    private final DepartureBoard departures;
    private final FlowFigures flows;

    public InspectorModel(Session session) {
        this.session = session;
        this.departures = new DepartureBoard(session);
        this.flows = new FlowFigures(session);
    }

    /** Whether what is shown changes with the clock. */
    boolean followsClock() {
        return session.selection().size() == 1 && session.selection().stream().anyMatch(k -> session.layer(k.layerId())
                .map(l -> DepartureBoard.isStops(l) || FlowFigures.isFlow(l)).orElse(false));
    }

    /** What to show of the selection now; keys whose layer or row is gone are passed over. */
    InspectorContent content() {
        Map<Layer, List<Integer>> byLayer = new LinkedHashMap<>();
        for (FeatureKey key : session.selection()) {
            session.layer(key.layerId()).filter(l -> key.row() >= 0 && key.row() < l.features().size())
                    .ifPresent(l -> byLayer.computeIfAbsent(l, x -> new ArrayList<>()).add(key.row()));
        }
        int count = byLayer.values().stream().mapToInt(List::size).sum();
        if (count == 0) {
            return InspectorContent.NOTHING;
        }
        return count == 1 ? one(byLayer.keySet().iterator().next(), byLayer.values().iterator().next().get(0)) : many(byLayer, count);
    }

    private InspectorContent one(Layer layer, int row) {
        FeatureTable features = layer.features();
        List<PropertyGroup> groups = new ArrayList<>();
        geometry(layer, List.of(row)).ifPresent(groups::add);
        departures.of(layer, row).ifPresent(groups::add);
        flows.of(layer, row).ifPresent(groups::add);
        List<Property> own = attributes(layer, row);
        if (!own.isEmpty()) {
            groups.add(new PropertyGroup(TEXTS.get("attributes"), own));
        }
        int parent = features.parents()[row];
        if (parent >= 0) {
            List<Property> inherited = attributes(layer, parent);
            if (!inherited.isEmpty()) {
                groups.add(new PropertyGroup(TEXTS.get("parent", features.types()[parent]), inherited));
            }
        }
        groups.add(source(layer, features.ids()[row]));
        List<Diagnostic> remarks = layer.diagnostics().stream().filter(d -> d.object().equals(features.ids()[row])).toList();
        String kind = layer instanceof VectorLayer ? layer.title() : TEXTS.get("typeIn", features.types()[row], layer.title());
        return new InspectorContent(new FeatureNames(features).best(row, layer.title()), kind,
                List.of(new FeatureKey(layer.id(), row)), List.of(), groups, remarks);
    }

    private InspectorContent many(Map<Layer, List<Integer>> byLayer, int count) {
        List<PropertyGroup> groups = new ArrayList<>();
        byLayer.forEach((layer, rows) -> {
            String suffix = byLayer.size() > 1 ? " – " + layer.title() : "";
            geometry(layer, rows).ifPresent(g -> groups.add(new PropertyGroup(g.title() + suffix, g.lines())));
            List<Property> lines = now(layer).attributes().columns().stream().map(c -> summary(layer, c, rows)).flatMap(Optional::stream).toList();
            if (!lines.isEmpty()) {
                groups.add(new PropertyGroup(TEXTS.get("attributes") + suffix, lines));
            }
        });
        List<FeatureKey> keys = byLayer.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(r -> new FeatureKey(e.getKey().id(), r))).toList();
        String layers = String.join(", ", byLayer.keySet().stream().map(Layer::title).toList());
        return new InspectorContent(TEXTS.get("several", count), layers, keys, List.of(TEXTS.get("mean"), TEXTS.get("sum")), groups, List.of());
    }

    private Optional<PropertyGroup> geometry(Layer layer, Collection<Integer> rows) {
        if (layer instanceof VectorLayer flat) {
            return flat(flat, rows);
        }
        if (!(layer instanceof SolidLayer solid)) {
            return Optional.empty();
        }
        Figures figures = Figures.of(solid, session.meshes().get(layer.id()), rows);
        if (Double.isNaN(figures.height())) {
            return Optional.empty();
        }
        List<Property> lines = new ArrayList<>();
        boolean several = rows.size() > 1;
        if (!several) {
            lines.add(figure("height", figures.height(), "m"));
        }
        add(lines, "footprint", figures.footprint(), several ? rows.size() : 0);
        add(lines, "roof", figures.roof(), several ? rows.size() : 0);
        add(lines, "wall", figures.wall(), several ? rows.size() : 0);
        return Optional.of(new PropertyGroup(TEXTS.get("geometry"), lines));
    }

    /** Length of lines, area and rim of areas; nothing for points. */
    private static Optional<PropertyGroup> flat(VectorLayer layer, Collection<Integer> rows) {
        List<Geometry> geometries = rows.stream().map(row -> layer.geometries()[row]).filter(Objects::nonNull).toList();
        List<Geometry> areas = geometries.stream().filter(g -> g.getDimension() == 2).toList();
        List<Geometry> paths = geometries.stream().filter(g -> g.getDimension() == 1).toList();
        List<Property> lines = new ArrayList<>();
        boolean several = rows.size() > 1;
        add(lines, "area", areas.stream().mapToDouble(Geometry::getArea).sum(), several ? areas.size() : 0);
        add(lines, "rim", "m", areas.stream().mapToDouble(Geometry::getLength).sum(), several ? areas.size() : 0);
        add(lines, "length", "m", paths.stream().mapToDouble(Geometry::getLength).sum(), several ? paths.size() : 0);
        return lines.isEmpty() ? Optional.empty() : Optional.of(new PropertyGroup(TEXTS.get("geometry"), lines));
    }

    private static void add(List<Property> lines, String key, double area, int among) {
        add(lines, key, "m²", area, among);
    }

    private static void add(List<Property> lines, String key, String unit, double area, int among) {
        if (area > 0 && among == 0) {
            lines.add(figure(key, area, unit));
        } else if (area > 0) {
            lines.add(new Property(TEXTS.get(key), Numbers.with(Numbers.three(area / among), unit), Numbers.with(Numbers.three(area), unit),
                    Double.toString(area / among)));
        }
    }

    private static Property figure(String key, double value, String unit) {
        return new Property(TEXTS.get(key), Numbers.with(Numbers.three(value), unit), "", Double.toString(value));
    }

    /** The features of a layer with the values of the shown scenario. */
    private FeatureTable now(Layer layer) {
        return session.viewProperty().get().features(layer);
    }

    private List<Property> attributes(Layer layer, int row) {
        List<Property> lines = new ArrayList<>();
        for (AttributeColumn column : now(layer).attributes().columns()) {
            Object value = column.value(row);
            AttributeColumn source = layer.features().attributes().column(column.name()).orElse(null);
            Object today = source == null ? null : source.value(row);
            if (value == null && isWithheld(layer, column.name(), row)) {
                lines.add(new Property(column.name(), session.vault().guard().reason()));
            }
            if (value != null) {
                Property line = new Property(column.name(), read(column, value), "", value.toString());
                lines.add(Objects.equals(value, today) ? line : line.before(
                        TEXTS.get("today", today == null ? TEXTS.get("today.none") : read(source, today)),
                        new Property.Origin(new FeatureKey(layer.id(), row), column.name())));
            }
        }
        return lines;
    }

    private boolean isWithheld(Layer layer, String attribute, int row) {
        return session.vault().guard().withheld(layer.id(), attribute).map(w -> w.get(row)).orElse(false);
    }

    /** Of personal data the mean and sum of everything, where they may be told. */
    private Optional<Property> summary(Layer layer, AttributeColumn column, List<Integer> rows) {
        if (session.vault().guard().withheld(layer.id(), column.name()).isPresent()) {
            BitSet asked = new BitSet();
            rows.forEach(asked::set);
            AttributeColumn whole = session.vault().whole(column);
            return session.vault().guard().onSum(layer.id() + "/" + column.name(), layer, asked, !(column instanceof NumberColumn n) || n.type() == NumberColumn.Type.BOOLEAN).map(why -> new Property(column.name(), why))
                    .or(() -> Summary.of(whole, rows));
        }
        return plainSummary(layer, column, rows);
    }

    private static Optional<Property> plainSummary(Layer layer, AttributeColumn column, List<Integer> rows) {
        Optional<Property> now = Summary.of(column, rows);
        AttributeColumn source = layer.features().attributes().column(column.name()).orElse(null);
        if (source == column || now.isEmpty()) {
            return now;
        }
        String before = (source == null ? Optional.<Property>empty() : Summary.of(source, rows))
                .map(p -> p.second().isEmpty() ? p.value() : p.value() + " · " + p.second()).orElse(TEXTS.get("today.none"));
        String after = now.get().second().isEmpty() ? now.get().value() : now.get().value() + " · " + now.get().second();
        return before.equals(after) ? now : Optional.of(now.get().before(TEXTS.get("today", before), null));
    }

    /** Where a value of the shown scenario comes from; empty where the feature is gone. */
    Optional<Provenance> whereFrom(Property.Origin origin) {
        return session.layer(origin.feature().layerId()).filter(l -> origin.feature().row() < l.features().size())
                .map(l -> session.scenarioEngine().whereFrom(WordedBook.of(session.scenarios(), session.story()), session.scenarios().active(), l, origin.feature().row(),
                        origin.attribute()));
    }

    /** Name of the shown scenario. */
    String scenario() {
        return session.scenarios().scenario(session.scenarios().active()).map(Scenario::name).map(session::word).orElse("");
    }

    private static String read(AttributeColumn column, Object value) {
        if (value instanceof Boolean truth) {
            return TEXTS.get(truth ? "yes" : "no");
        }
        if (column instanceof NumberColumn && value instanceof Long whole) {
            return Numbers.with(Numbers.whole(whole), column.unit());
        }
        return value instanceof Double real ? Numbers.with(Numbers.measured(real), column.unit()) : value.toString();
    }

    private PropertyGroup source(Layer layer, String id) {
        SourceRef source = layer.source();
        List<Property> lines = new ArrayList<>();
        lines.add(new Property(TEXTS.get("id"), id));
        String file = source.file().substring(Math.max(source.file().lastIndexOf('/'), source.file().lastIndexOf('\\')) + 1);
        lines.add(new Property(TEXTS.get("file"), source.part().isEmpty() ? file : file + " · " + source.part(), "", source.file()));
        lines.add(new Property(TEXTS.get("format"), source.format()));
        if (!source.crs().isEmpty()) {
            String crs = source.crs().length() > 40 ? source.crs().substring(0, 39) + "…" : source.crs();
            lines.add(new Property(TEXTS.get("crs"), crs, "", source.crs()));
        }
        if (layer instanceof SolidLayer || layer instanceof TerrainLayer) {
            lines.add(new Property(TEXTS.get("heights"), SYSTEMS.find(source.crs()).flatMap(CoordinateSystem::vertical).map(HeightSystem::name)
                    .orElse(TEXTS.get("heights.unknown"))));
        }
        DataRecord said = new DataOrigins(session.dataBook(), session.scenarios()).of(layer.id());
        said(lines, "licence", said.licence().isEmpty() ? source.licence() : said.licence());
        said(lines, "origin", DataOrigins.word(said.origin()));
        said(lines, "from", said.source());
        said(lines, "recipe", said.recipe());
        said(lines, "read", said.read());
        return new PropertyGroup(TEXTS.get("source"), lines);
    }

    private static void said(List<Property> lines, String key, String value) {
        if (!value.isEmpty()) {
            lines.add(new Property(TEXTS.get(key), value));
        }
    }

    /** Whether the labels of all of {@code keys} stay. */
    boolean pinned(List<FeatureKey> keys) {
        return !keys.isEmpty() && session.pinned().containsAll(keys);
    }

    /** Lets the labels of {@code keys} stay, or go where all of them stay. */
    void togglePin(List<FeatureKey> keys) {
        if (pinned(keys)) {
            session.undo().perform(Change.of(TEXTS.get("undo.unpin"), () -> session.pinned().removeAll(keys), () -> session.pinned().addAll(keys)));
        } else {
            List<FeatureKey> added = keys.stream().filter(k -> !session.pinned().contains(k)).toList();
            session.undo().perform(Change.of(TEXTS.get("undo.pin"), () -> session.pinned().addAll(added), () -> session.pinned().removeAll(added)));
        }
    }
}
