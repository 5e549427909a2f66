package org.kvarter.ui.stage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import org.kvarter.energy.Sun;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.model.District;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Flows;
import org.kvarter.model.ImageLayer;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.MovingLayer;
import org.kvarter.model.Section;
import org.kvarter.model.StoreyView;
import org.kvarter.model.Terrain;
import org.kvarter.model.VectorLayer;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.scene.DistrictView;
import org.kvarter.scene.Theme;
import org.kvarter.session.Clock;
import org.kvarter.session.Session;
import org.kvarter.session.loading.Growth;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.filter.FilterResult;
import org.kvarter.ui.overlays.Changes;
import org.kvarter.ui.overlays.Painted;

/**
 * Keeps the 3D view in step with the session: layers, styles, selection, filter, colours, sun, theme. Changes of one frame are joined and
 * handed over at its beginning; nothing is handed over that has not changed.
 */
public final class SceneBinding implements Growth {

    private final Session session;
    private final DistrictView view;
    private final SunModel sunModel;
    private final LabelMaker labels;
    private final AttachedTiles tiles;
    private final ShownFeatures features;
    private final ObservableValue<ScenarioView> scenario;
    private final Map<String, LayerStyle> styles = new HashMap<>();
    private final Map<String, Flows> scenarioFlows = new HashMap<>();
    private boolean scenarioChanged = true;
    private Changes changes = Changes.NONE;
    private boolean changesChanged;
    private District shown = District.EMPTY;
    private Painted painted = Painted.NOTHING;
    private List<VectorLayer> pinned = List.of();
    private final StoreySpread spread;
    private final GroundLift lift;
    private boolean districtChanged = true;
    private boolean selectionChanged = true;
    private boolean filterChanged = true;
    private Terrain ground;
    private boolean standingChanged = true;
    private boolean sectionChanged = true;
    private Sun sun;

    /** The view of the shown scenario, whose frames drive the clock. */
    public SceneBinding(Workspace workspace, DistrictView view, SunModel sunModel, ObservableValue<FilterResult> filter,
                        ObservableValue<Painted> colours) {
        this(workspace, view, sunModel, filter, colours, workspace.session().viewProperty());
        view.setOnFrame(seconds -> {
            // while a picture is being taken time stands still: a twin that changes with every frame never settles for it
            if (!view.isPictured()) {
                session.clock().advance(seconds);
            }
            frame();
        });
    }

    /** A view of any scenario, which follows the clock. */
    public SceneBinding(Workspace workspace, DistrictView view, SunModel sunModel, ObservableValue<FilterResult> filter,
                        ObservableValue<Painted> colours, ObservableValue<ScenarioView> scenario) {
        this.scenario = scenario;
        this.session = workspace.session();
        this.view = view;
        this.sunModel = sunModel;
        this.labels = new LabelMaker(session);
        this.tiles = new AttachedTiles(view);
        this.features = new ShownFeatures(session, view, scenario, filter, this::style);
        session.districtProperty().addListener(o -> {
            districtChanged = true;
            filterChanged = true;
            view.setLayerBoxes(session.district().layers().stream().map(Layer::bounds).toList());
        });
        session.meshes().addListener((MapChangeListener<String, LayerMesh>) change -> districtChanged = true);
        session.styles().addListener((MapChangeListener<String, LayerStyle>) change -> {
            show(change.getKey());
            selectionChanged = true;
            if (!storeys(change.getValueRemoved()).equals(storeys(change.getValueAdded()))) {
                districtChanged = true;
                filterChanged = true;
            }
        });
        session.selection().addListener((javafx.beans.InvalidationListener) o -> selectionChanged = true);
        session.pinned().addListener((javafx.beans.InvalidationListener) o -> selectionChanged = true);
        session.sectionProperty().subscribe(section -> sectionChanged = true);
        session.hoverProperty().subscribe(key -> view.setHover(key));
        filter.subscribe(result -> filterChanged = true);
        session.filterModeProperty().subscribe(mode -> filterChanged = true);
        colours.subscribe(this::paint);
        workspace.settings().darkBinding().subscribe(dark -> view.setTheme(dark ? Theme.DARK : Theme.LIGHT));
        scenario.addListener((o, was, is) -> {
            scenarioChanged = true;
            filterChanged = true;
        });
        spread = new StoreySpread(workspace.tasks(), () -> districtChanged = true);
        lift = new GroundLift(workspace.tasks(), () -> districtChanged = true);
        view.setOnFrame(seconds -> frame());
    }

    private static StoreyView storeys(LayerStyle style) {
        return style == null ? StoreyView.ALL : style.storeys();
    }

    /** Draws the edges of what the scenarios change. */
    public SceneBinding outlining(ObservableValue<Changes> what) {
        what.subscribe(now -> {
            changes = now;
            changesChanged = true;
        });
        return this;
    }

    /** Shows a layer in its style, unless the scenario builds it or takes it away. */
    private void show(String layerId) {
        LayerStyle own = session.style(layerId);
        LayerStyle style = scenario.getValue() == null ? own : scenario.getValue().shown(layerId).map(own::withVisible).orElse(own);
        if (!style.equals(styles.put(layerId, style))) {
            view.setStyle(layerId, style);
            standingChanged = true;
        }
    }

    private void frame() {
        view.setTime(session.clock().time());
        showFlows();
        if (districtChanged) {
            districtChanged = false;
            showDistrict();
            selectionChanged = true;
        }
        if (sectionChanged) {
            sectionChanged = false;
            Section section = session.sectionProperty().get();
            LocalFrame frame = session.district().frame();
            view.setSection(section == null || frame == null ? null : KeptRegion.of(section, frame));
        }
        if (selectionChanged) {
            selectionChanged = false;
            view.setSelection(List.copyOf(session.selection()));
            view.over().setLabels(labels.labels());
        }
        if (scenarioChanged) {
            scenarioChanged = false;
            session.district().layers().forEach(l -> show(l.id()));
            showScenarioFlows();
            changesChanged = true;
        }
        if (standingChanged) {
            standingChanged = false;
            showStanding();
        }
        if (filterChanged) {
            filterChanged = false;
            features.show();
            changesChanged = true;
        }
        if (changesChanged) {
            changesChanged = false;
            view.setRims(features.rims(changes));
        }
        Sun now = sunModel.sun();
        if (sun == null || apart(sun, now)) {
            sun = now;
            view.setSun(now);
        }
    }

    /** The hour from now on, so that widths grow smoothly from hour to hour; of longer steps, the step. */
    private void showFlows() {
        Clock clock = session.clock();
        if (clock.stepProperty().get() == Clock.Step.HOUR) {
            view.setFlowWindow(clock.time(), clock.time().plusSeconds(3600));
        } else {
            view.setFlowWindow(clock.window().start(), clock.window().end());
        }
    }

    /** What the scenario makes of the flows. */
    private void showScenarioFlows() {
        for (FlowLayer layer : of(session.district(), FlowLayer.class)) {
            Flows now = scenario.getValue() == null ? layer.flows() : scenario.getValue().flows(layer);
            if (now != scenarioFlows.put(layer.id(), now)) {
                view.setFlows(layer.id(), now);
            }
        }
    }

    /** Half a degree is seen; less is not worth new light. */
    private static boolean apart(Sun a, Sun b) {
        return Math.abs(a.azimuthDegrees() - b.azimuthDegrees()) > 0.5 || Math.abs(a.elevationDegrees() - b.elevationDegrees()) > 0.25;
    }

    private void showDistrict() {
        District district = session.district();
        for (Layer layer : district.layers()) {
            LayerMesh mesh = session.meshes().get(layer.id());
            if (mesh != null) {
                LayerMesh apart = spread.of(layer, mesh, session.style(layer.id()).storeys().gapMetres());
                showMesh(layer, lift.of(layer, apart, district.terrain().orElse(null), ground));
            }
        }
        tiles.keep(new HashSet<>(district.layers().stream().map(Layer::id).toList()));
        if (district.frame() != null && !district.frame().equals(shown.frame())) {
            view.setFrame(district.frame());
            sectionChanged = true;
        }
        standingChanged = true;
        List<VectorLayer> vectors = painted(district);
        if (!same(vectors, painted(shown))) {
            view.setVectorLayers(vectors);
        }
        List<MovingLayer> moving = of(district, MovingLayer.class);
        if (!same(moving, of(shown, MovingLayer.class))) {
            view.setMovingLayers(moving);
        }
        List<FlowLayer> flows = of(district, FlowLayer.class);
        if (!same(flows, of(shown, FlowLayer.class))) {
            view.setFlowLayers(flows);
            scenarioFlows.clear();
            showScenarioFlows();
        }
        showPins(district);
        List<ImageLayer> images = of(district, ImageLayer.class);
        if (!same(images, of(shown, ImageLayer.class))) {
            view.setImageLayers(images);
        }
        if (!district.layers().equals(shown.layers())) {
            view.setOrder(district.layers().stream().map(Layer::id).toList());
            styles.clear();
            district.layers().forEach(l -> show(l.id()));
        }
        shown = district;
    }

    private void showMesh(Layer layer, LayerMesh mesh) {
        tiles.show(layer.id(), layer.kind(), mesh.tiles());
        view.setParents(layer.id(), layer.features().parents());
        styles.remove(layer.id());
        show(layer.id());
        paintAgain(layer.id());
    }

    /** Colours that came before the layer did. */
    private void paintAgain(String layerId) {
        if (painted.layerId().equals(layerId)) {
            view.setFeatureColours(layerId, painted.argb(), painted.carried());
        }
    }

    /** A layer that is being read begins to show; one of that id that stands there is being read again. */
    @Override
    public void layerStarted(String layerId, LayerKind kind) {
        tiles.begin(layerId, kind);
    }

    /** Some of a growing layer. */
    @Override
    public void tile(String layerId, TileMesh tile) {
        if (tiles.grow(layerId, tile)) {
            styles.remove(layerId);
            show(layerId);
            paintAgain(layerId);
        }
    }

    /** A growing layer will not be whole; what stood there before comes back. */
    @Override
    public void layerDropped(String layerId) {
        tiles.drop(layerId);
        districtChanged = true;
    }

    /** Buildings under models, and the ground as these have shaped it. */
    private void showStanding() {
        filterChanged |= features.cover();
        Terrain shaped = features.ground();
        if (shaped != ground) {
            ground = shaped;
            view.setTerrain(shaped);
            districtChanged = true; // furniture goes up and down with it
        }
    }

    private LayerStyle style(String layerId) {
        return styles.getOrDefault(layerId, session.style(layerId));
    }

    private void showPins(District district) {
        List<VectorLayer> now = PinnedLayers.of(district, painted.layerId());
        if (!same(now, pinned)) {
            pinned = now;
            view.setMarkerLayers(now);
            now.forEach(l -> {
                view.setStyle(l.id(), style(l.id()));
                paintAgain(l.id());
            });
            selectionChanged = true;
            filterChanged = true;
        }
    }

    private void paint(Painted now) {
        if (!painted.layerId().isEmpty() && !painted.layerId().equals(now.layerId())) {
            view.setFeatureColours(painted.layerId(), null);
        }
        if (!now.layerId().isEmpty()) {
            view.setFeatureColours(now.layerId(), now.argb(), now.carried());
        }
        if (now.surfaces() != painted.surfaces()) {
            view.surfaces().show(now.surfaces().parts(), now.surfaces().ground());
        }
        boolean other = !painted.layerId().equals(now.layerId());
        painted = now;
        if (other) { // not at every tick of the clock
            showPins(shown);
        }
    }

    private static List<VectorLayer> painted(District district) {
        return of(district, VectorLayer.class).stream().filter(l -> l.kind() != LayerKind.SENSORS).toList();
    }

    private static <L extends Layer> List<L> of(District district, Class<L> type) {
        return district.layers().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static boolean same(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) != b.get(i)) {
                return false;
            }
        }
        return true;
    }
}
