package org.kvarter.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kvarter.text.Texts;
import org.kvarter.ui.action.Actions;
import org.kvarter.ui.bench.BenchView;
import org.kvarter.ui.filter.FilterView;
import org.kvarter.ui.inspector.InspectorView;
import org.kvarter.ui.feeds.FeedsView;
import org.kvarter.ui.kit.FloatingPanel;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Motion;
import org.kvarter.ui.layers.LayersView;
import org.kvarter.ui.loading.WorkView;
import org.kvarter.ui.mobility.MobilityView;
import org.kvarter.ui.notice.NoticesView;
import org.kvarter.ui.overlays.LegendView;
import org.kvarter.ui.overlays.OverlaysView;
import org.kvarter.ui.placing.PlacingView;
import org.kvarter.ui.scenario.KpiStrip;
import org.kvarter.ui.scenario.ModelSource;
import org.kvarter.ui.scenario.ScenariosView;
import org.kvarter.ui.services.ServiceLayers;
import org.kvarter.ui.services.ServiceRows;
import org.kvarter.ui.sheet.Sheet;
import org.kvarter.ui.shell.FloatingLayout.Place;
import org.kvarter.ui.stage.Compass;
import org.kvarter.ui.stage.SunView;
import org.kvarter.ui.stage.Viewer;
import org.kvarter.ui.story.StoryModel;
import org.kvarter.ui.story.StoryView;
import org.kvarter.ui.study.StudyView;
import org.kvarter.ui.timeline.TimelineView;
import org.kvarter.ui.viewpoints.ViewpointsView;

/** Puts panels into their places and lets them come and go as the window's model says. */
final class Panels {

    private final Models models;
    private final StoryModel story;
    private final Actions actions;
    private final Viewer viewer;
    private final FloatingLayout layout;
    private final LayersView.Host layerHost;
    private final Consumer<Sheet> sheets;
    private final FeedsView.Host feedHost;
    private final ModelSource modelSource;
    private final Motion motion;
    private final ServiceLayers serviceLayers;
    private FilterView filter;

    Panels(Models models, StoryModel story, Actions actions, Viewer viewer, FloatingLayout layout, LayersView.Host layerHost,
            Consumer<Sheet> sheets, FeedsView.Host feedHost, ModelSource modelSource) {
        this.story = story;
        this.models = models;
        this.actions = actions;
        this.viewer = viewer;
        this.layout = layout;
        this.layerHost = layerHost;
        this.sheets = sheets;
        this.feedHost = feedHost;
        this.modelSource = modelSource;
        this.serviceLayers = new ServiceLayers(models.workspace(), models.feeds().services(), models.loading());
        this.motion = models.workspace().motion();
    }

    /** Fills all places and follows the models while the layout is in a window. */
    void show() {
        WindowModel window = models.window();
        layout.put(Place.TWIN, viewer.node());
        layout.put(Place.NOTICES, new NoticesView(models.workspace().notices(), motion));
        layout.put(Place.WORK, new WorkView(models.loading(), motion));
        layout.put(Place.LEGEND, new LegendView(models.painting().paintedProperty()));
        new ToolBars(models, viewer, layout).show();
        Live.value(layout, models.session().districtProperty().map(d -> !d.layers().isEmpty()), this::showRails);
        Live.value(layout, window.leftProperty(), this::showLeft);
        Live.value(layout, window.filterProperty(), this::showFilter);
        Live.value(layout, window.timelineProperty(), this::showTimeline);
        Live.value(layout, models.bench().bench().outProperty(), this::showBench);
        Live.refresh(layout, this::showKpis, models.session().scenariosProperty(), window.kpisProperty());
        Live.refresh(layout, this::showInspector, models.session().selection(), window.inspectorProperty());
    }

    private void showRails(boolean open) {
        if (open) {
            layout.put(Place.LEFT_RAIL, new Rail(actions, null, "layers", "data", "scenarios", "viewpoints", "story", "", "filter", "timeline", "bench",
                    "mobility", "sun", "study"));
            layout.put(Place.RIGHT_RAIL, new Rail(actions, new Compass(viewer, actions.get("north")), "home", "top", "walk", "", "zoomIn",
                    "zoomOut", "", "measure", "section"));
        } else {
            for (Place place : new Place[] {Place.LEFT_RAIL, Place.RIGHT_RAIL, Place.LEFT_PANEL, Place.RIGHT_PANEL, Place.TOP, Place.TIMELINE, Place.BENCH, Place.KPIS}) {
                layout.put(place, null);
            }
            models.window().putAllAway();
            models.bench().bench().outProperty().set(false);
        }
    }

    private void showLeft(LeftPanel panel) {
        Node there = layout.at(Place.LEFT_PANEL);
        if (panel == null) {
            takeAway(Place.LEFT_PANEL, there);
            return;
        }
        Node next = switch (panel) {
            case LAYERS -> panel(LayersView.class, FloatingPanel.scrolling(layers()), "layers");
            case DATA -> panel(OverlaysView.class, FloatingPanel.scrolling(new OverlaysView(models.session(), actions.get("series")::fire)), "data");
            case SCENARIOS -> panel(ScenariosView.class, FloatingPanel.scrolling(new ScenariosView(models.session(), models.kpis(), sheets, modelSource)), "scenarios");
            case SUN -> panel(SunView.class, FloatingPanel.scrolling(new SunView(models.sun(), models.session())), "sun");
            case STORY -> panel(StoryView.class, FloatingPanel.scrolling(new StoryView(models.session(), story, actions.get("keepStep"),
                    List.of(actions.get("present"), actions.get("handOut")))), "story");
            case MOBILITY -> panel(MobilityView.class, FloatingPanel.scrolling(new MobilityView(models.mobility(), models.session(),
                    models.traces().movementProperty(), models.window().chartProperty(), models.window().timelineProperty())), "mobility");
            case PLACING -> new FloatingPanel(Texts.in(PlacingView.class).get("title"), FloatingPanel.scrolling(new PlacingView(models.placing(), viewer)),
                    Texts.in(Panels.class).get("putAway"), () -> models.window().leftProperty().set(null));
            case STUDY -> panel(StudyView.class, FloatingPanel.scrolling(new StudyView(models.workspace(), models.studies(), models.window().studyProperty(), sheets, viewer)), "study");
            case VIEWPOINTS -> panel(ViewpointsView.class, FloatingPanel.scrolling(new ViewpointsView(models.session(), viewer)), "viewpoints");
        };
        next.setId("panel-" + panel.name().toLowerCase(java.util.Locale.ROOT));
        layout.put(Place.LEFT_PANEL, next);
        if (there == null) {
            motion.enter(next);
        }
    }

    private VBox layers() {
        return new VBox(new FeedsView(models.session(), models.feeds(), feedHost,
                new ServiceRows(models.session(), serviceLayers, models.feeds().live()::now)), new LayersView(models.session(), layerHost));
    }

    private FloatingPanel panel(Class<?> owner, Node content, String action) {
        return new FloatingPanel(Texts.in(owner).get("title"), content, Texts.in(Panels.class).get("putAway"), actions.get(action)::fire);
    }

    private void showFilter(boolean out) {
        if (out) {
            filter = new FilterView(models.session(), models.filter(), () -> models.window().filterProperty().set(false));
            layout.put(Place.TOP, filter);
            motion.enter(filter);
            filter.focus();
        } else if (filter != null) {
            takeAway(Place.TOP, filter);
            filter = null;
        }
    }

    private void showTimeline(boolean out) {
        Node there = layout.at(Place.TIMELINE);
        if (out && there == null) {
            Node timeline = new TimelineView(models.session().clock(), models.traces(), actions, models.window().chartProperty(),
                    models.workspace().settings().darkBinding());
            timeline.setId("timeline");
            layout.put(Place.TIMELINE, timeline);
            motion.enter(timeline);
        } else if (!out && there != null) {
            takeAway(Place.TIMELINE, there);
        }
    }

    private void showBench(boolean out) {
        Node there = layout.at(Place.BENCH);
        if (out && there == null) {
            Node bench = new BenchView(models.bench(), models.workspace(), sheets, actions.get("bench")::fire);
            layout.put(Place.BENCH, bench);
            motion.enter(bench);
        } else if (!out && there != null) {
            takeAway(Place.BENCH, there);
        }
    }

    private void showKpis() {
        boolean wanted = models.window().kpisProperty().get() && !models.session().scenarios().kpis().isEmpty();
        Node there = layout.at(Place.KPIS);
        if (wanted && there == null) {
            Node strip = new KpiStrip(models.session(), models.kpis(), sheets, () -> models.window().kpisProperty().set(false));
            strip.setId("kpis");
            layout.put(Place.KPIS, strip);
            motion.enter(strip);
        } else if (!wanted && there != null) {
            takeAway(Place.KPIS, there);
        }
    }

    private void showInspector() {
        boolean wanted = models.window().inspectorProperty().get() && !models.session().selection().isEmpty();
        Node there = layout.at(Place.RIGHT_PANEL);
        if (wanted && there == null) {
            Node panel = panel(InspectorView.class, new InspectorView(models.session(), actions.get("flyToSelection")::fire, sheets), "inspector");
            panel.setId("panel-inspector");
            layout.put(Place.RIGHT_PANEL, panel);
            motion.enter(panel);
        } else if (!wanted && there != null) {
            takeAway(Place.RIGHT_PANEL, there);
        }
    }

    private void takeAway(Place place, Node node) {
        if (node != null) {
            motion.leave(node, () -> {
                if (layout.at(place) == node) {
                    layout.put(place, null);
                }
            });
        }
    }

}
