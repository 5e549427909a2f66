package org.kvarter.ui.stage;

import java.util.List;
import javafx.scene.Cursor;
import org.kvarter.model.FeatureKey;
import org.kvarter.scene.DistrictView;
import org.kvarter.scene.PointerEvents;
import org.kvarter.scene.pick.Pick;
import org.kvarter.scene.pick.Snap;
import org.kvarter.session.SelectFeatures;
import org.kvarter.session.Session;
import org.kvarter.ui.measure.MeasureModel;

/** What the pointer does in the twin becomes state: hovering, selecting, flying to what is double-clicked, measuring. */
public final class ScenePointer {

    private final Session session;
    private final DistrictView view;
    private final SceneViewer viewer;
    private final MeasureModel measure;

    /** @param measure takes the places that are clicked while the tool is held */
    public ScenePointer(Session session, DistrictView view, SceneViewer viewer, MeasureModel measure) {
        this.session = session;
        this.view = view;
        this.viewer = viewer;
        this.measure = measure;
        view.setOnHover(this::hovered);
        view.setOnSelect(this::clicked);
        viewer.toolProperty().subscribe(this::hold);
        measure.lineProperty().subscribe(line -> view.over().setMeasureLine(line));
    }

    private void hold(Viewer.Tool tool) {
        session.hoverProperty().set(null);
        view.setCursor(tool == Viewer.Tool.SELECT || tool == Viewer.Tool.SECTION ? Cursor.DEFAULT : Cursor.CROSSHAIR);
    }

    private void hovered(Pick pick) {
        Viewer.Tool tool = viewer.toolProperty().get();
        session.hoverProperty().set(pick == null || tool != Viewer.Tool.SELECT ? null : feature(pick.feature()));
        if (tool == Viewer.Tool.MEASURE) {
            measure.point(pick == null ? null : view.snapAtPointer());
        }
    }

    private void clicked(PointerEvents.Click click) {
        switch (viewer.toolProperty().get()) {
            case SELECT -> select(click);
            case SECTION -> { }
            case MEASURE -> measure(click);
            case PICK_PLACE -> {
                if (click.pick() != null) {
                    viewer.picked(click.pick().place());
                }
            }
        }
    }

    private void measure(PointerEvents.Click click) {
        Snap place = click.extend() ? Snap.free(click.pick()) : view.snap(click.x(), click.y());
        if (click.count() == 2) {
            measure.finish();
        } else if (place != null) {
            measure.click(place);
        }
    }

    private void select(PointerEvents.Click click) {
        FeatureKey key = click.pick() == null ? null : feature(click.pick().feature());
        if (key == null) {
            if (!click.extend()) {
                SelectFeatures.only(session, List.of());
            }
        } else if (click.count() == 2) {
            viewer.flyTo(List.of(key));
        } else if (click.extend()) {
            SelectFeatures.toggle(session, key);
        } else {
            SelectFeatures.only(session, List.of(key));
        }
    }

    /** A part of a building stands for the building. */
    private FeatureKey feature(FeatureKey key) {
        return key == null ? null : session.layer(key.layerId()).filter(l -> key.row() < l.features().size())
                .map(l -> new FeatureKey(key.layerId(), l.features().root(key.row()))).orElse(null);
    }
}
