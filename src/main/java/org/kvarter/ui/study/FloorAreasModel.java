package org.kvarter.ui.study;

import java.io.Writer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.VectorLayer;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.session.DerivedAttributes;
import org.kvarter.session.Session;
import org.kvarter.study.StudyBook;
import org.kvarter.study.StudyBook.AreasAsked;
import org.kvarter.study.StudySite;
import org.kvarter.study.area.AreaTable;
import org.kvarter.study.area.BuildingArea;
import org.kvarter.study.area.FloorAreas;
import org.kvarter.study.area.PlotArea;
import org.kvarter.study.area.StoreyRule;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.ui.overlays.OverlaysModel;

/** Floor areas of what stands in the twin, given to buildings and plots as attributes. JavaFX thread only. */
public final class FloorAreasModel {

    /** Attribute of a building's or plot's gross floor area, m². */
    public static final String FLOOR = "gross_floor_area_reckoned";
    /** Attribute of the ground a building covers, or of a plot what is covered of it, m². */
    public static final String COVERED = "footprint_reckoned";
    /** Attribute of a plot's floor area by its own area. */
    public static final String RATIO = "floor_area_ratio";
    private static final List<LayerKind> FIRST = List.of(LayerKind.PLOTS, LayerKind.LAND_USE, LayerKind.AREAS);

    private final Session session;
    private final OverlaysModel overlays;
    private final LatestWins<FloorAreas> reckoning;
    private final DoubleProperty storeyHeight = new SimpleDoubleProperty(this, "storeyHeight", StoreyRule.DEFAULT.storeyHeight());
    private final ObjectProperty<String> plotLayer = new SimpleObjectProperty<>(this, "plotLayer", "");
    private final ReadOnlyObjectWrapper<FloorAreas> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    public FloorAreasModel(Session session, Tasks tasks) {
        this.session = session;
        this.overlays = new OverlaysModel(session);
        this.reckoning = new LatestWins<>(tasks.work(), tasks.fx());
        Kept.tie(session, storeyHeight.asObject(), "undo.areas", b -> b.areas().storeyHeight(),
                (b, is) -> is >= 2 && is <= 10 ? b.withAreas(new AreasAsked(is, b.areas().plots())) : b);
        plotLayer.set(session.studies().areas().plots());
        session.studiesProperty().addListener((o, was, is) -> followed(was.areas(), is.areas()));
        session.overlays().addListener((javafx.beans.InvalidationListener) o -> computeIfAsked());
        session.activeOverlayProperty().addListener((o, was, is) -> computeIfAsked());
        session.meshes().addListener((javafx.beans.InvalidationListener) o -> computeIfAsked());
    }

    /** Height of a storey where the source says nothing, metres. */
    public DoubleProperty storeyHeightProperty() {
        return storeyHeight;
    }

    /** Sums over the areas of another layer from now on, and reckons anew. @param layerId empty for the one that suits best */
    public void choosePlots(String layerId) {
        StudyBook before = session.studies();
        plotLayer.set(layerId);
        Kept.put(session, "undo.areas", before.withAreas(new AreasAsked(before.areas().storeyHeight(), layerId)));
        if (before.equals(session.studies())) {
            compute();
        }
    }

    /** What came back by undo, or with a project. */
    private void followed(AreasAsked was, AreasAsked is) {
        if (!was.plots().equals(is.plots())) {
            plotLayer.set(is.plots());
        }
        if (!was.equals(is) && (result.get() != null || busy.get()) && !session.meshes().isEmpty()) {
            compute();
        }
    }

    public ReadOnlyObjectProperty<FloorAreas> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Layers of areas, those of plots first. */
    public List<VectorLayer> plotLayers() {
        return session.district().layers().stream().filter(VectorLayer.class::isInstance).map(VectorLayer.class::cast)
                .filter(l -> l.kind() != LayerKind.WATER && Arrays.stream(l.geometries()).anyMatch(g -> g != null && g.getDimension() == 2))
                .sorted(java.util.Comparator.comparingInt(l -> FIRST.contains(l.kind()) ? FIRST.indexOf(l.kind()) : FIRST.size())).toList();
    }

    /** The layer that is summed over. */
    public Optional<VectorLayer> plots() {
        List<VectorLayer> all = plotLayers();
        return all.stream().filter(l -> l.id().equals(plotLayer.get())).findFirst().or(() -> all.stream().findFirst());
    }

    /** Reckons anew; the latest wins. */
    public void compute() {
        StudySite site = Sites.of(session);
        VectorLayer plots = plots().orElse(null);
        StoreyRule rule = new StoreyRule(Math.max(2, Math.min(10, storeyHeight.get())));
        busy.set(true);
        reckoning.request(() -> FloorAreas.of(site, plots, rule, Progress.NONE), this::deliver);
    }

    private void deliver(FloorAreas areas) {
        busy.set(false);
        result.set(areas);
        Map<String, List<BuildingArea>> byLayer = new HashMap<>();
        areas.buildings().forEach(b -> byLayer.computeIfAbsent(b.layerId(), id -> new java.util.ArrayList<>()).add(b));
        byLayer.forEach((id, buildings) -> DerivedAttributes.put(session, id, List.of(
                column(id, COVERED, "m²", buildings, BuildingArea::row, BuildingArea::covered),
                column(id, FLOOR, "m²", buildings, BuildingArea::row, BuildingArea::floor))));
        if (!areas.plotLayer().isEmpty()) {
            String id = areas.plotLayer();
            DerivedAttributes.put(session, id, List.of(column(id, COVERED, "m²", areas.plots(), PlotArea::row, PlotArea::covered),
                    column(id, FLOOR, "m²", areas.plots(), PlotArea::row, PlotArea::floor),
                    column(id, RATIO, "", areas.plots(), PlotArea::row, PlotArea::ratio)));
        }
    }

    private <T> NumberColumn column(String layerId, String name, String unit, List<T> of, java.util.function.ToIntFunction<T> row, ToDoubleFunction<T> value) {
        double[] values = new double[session.layer(layerId).map(l -> l.features().size()).orElse(0)];
        Arrays.fill(values, Double.NaN);
        for (T one : of) {
            double v = value.applyAsDouble(one);
            if (row.applyAsInt(one) < values.length) {
                values[row.applyAsInt(one)] = Double.isNaN(v) ? v : Math.round(v * 100) / 100.0;
            }
        }
        return new NumberColumn(name, unit, NumberColumn.Type.REAL, values);
    }

    /** A kept overlay of these figures needs them when its project is opened: they are no attributes of a source. */
    private void computeIfAsked() {
        Optional<OverlaySpec> active = session.activeOverlay().filter(o -> o.values() instanceof ValueSource.Attribute a
                && List.of(FLOOR, COVERED, RATIO).contains(a.attribute()));
        if (active.isPresent() && !busy.get() && !session.meshes().isEmpty() && session.layer(active.get().layerId())
                .filter(l -> l.features().attributes().column(((ValueSource.Attribute) active.get().values()).attribute()).isEmpty()).isPresent()) {
            session.layer(active.get().layerId()).filter(VectorLayer.class::isInstance).ifPresent(l -> plotLayer.set(l.id()));
            compute();
        }
    }

    /** Colours plots by their floor area ratio, or buildings by their floor area: an overlay as others. */
    public void colour(boolean plots) {
        FloorAreas areas = result.get();
        String layerId = plots ? areas.plotLayer() : areas.buildings().isEmpty() ? "" : areas.buildings().get(0).layerId();
        String name = plots ? RATIO : FLOOR;
        Optional<OverlaySpec> there = session.overlays().stream().filter(o -> o.layerId().equals(layerId)
                && o.values().equals(new ValueSource.Attribute(name))).findFirst();
        if (there.isPresent()) {
            overlays.show(there.get().id());
        } else {
            session.layer(layerId).ifPresent(layer -> overlays.choices(layer).stream().filter(c -> c.values().equals(new ValueSource.Attribute(name)))
                    .findFirst().ifPresent(overlays::add));
        }
    }

    /** Writes all numbers of now as CSV. */
    public FileWriting writing() {
        FloorAreas areas = result.get();
        Map<String, FeatureTable> features = new HashMap<>();
        for (Layer layer : session.district().layers()) {
            features.put(layer.id(), layer.features());
        }
        return file -> {
            try (Writer out = Files.newBufferedWriter(file)) {
                AreaTable.write(areas, features, out);
            }
        };
    }

    Session session() {
        return session;
    }
}
