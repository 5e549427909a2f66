package org.kvarter.ui.stage;

import java.util.List;
import javafx.scene.Cursor;
import org.kvarter.model.FeatureKey;
import org.kvarter.scene.DistrictView;
import org.kvarter.scene.PointerEvents;
import org.kvarter.scene.label.MeasureLine;
import org.kvarter.session.SelectFeatures;
import org.kvarter.session.Session;

/** What the pointer does in the twin becomes state: hovering, selecting, flying to what is double-clicked, measuring. */
public final class ScenePointer {

    private final Session session;
    private final DistrictView view;
    private final SceneViewer viewer;
    private final MeasureTool measure;
    private MeasureLine line = MeasureLine.NONE;

    public ScenePointer(Session session, DistrictView view, SceneViewer viewer) {
        this.session = session;
        this.view = view;
        this.viewer = viewer;
        this.measure = new MeasureTool(session);
        view.setOnHover(pick -> session.hoverProperty().set(pick == null || viewer.toolProperty().get() != Viewer.Tool.SELECT ? null
                : feature(pick.feature())));
        view.setOnSelect(this::clicked);
        viewer.toolProperty().subscribe(this::hold);
    }

    private void hold(Viewer.Tool tool) {
        measure.clear();
        show(MeasureLine.NONE);
        session.hoverProperty().set(null);
        view.setCursor(tool == Viewer.Tool.SELECT ? Cursor.DEFAULT : Cursor.CROSSHAIR);
    }

    private void clicked(PointerEvents.Click click) {
        switch (viewer.toolProperty().get()) {
            case SELECT -> select(click);
            case MEASURE_DISTANCE -> {
                if (click.pick() != null && click.count() == 1) {
                    measured(measure.distanceTo(click.pick()));
                } else if (click.count() == 2) {
                    measure.clear();
                }
            }
            case PICK_PLACE -> {
                if (click.pick() != null) {
                    viewer.picked(click.pick().place());
                }
            }
            case MEASURE_HEIGHT -> {
                if (click.pick() != null) {
                    measured(measure.heightOf(click.pick()));
                }
            }
        }
    }

    private void measured(MeasureLine after) {
        Viewer.Tool tool = viewer.toolProperty().get();
        session.undo().perform(new MeasureStep(line, after, shown -> {
            viewer.toolProperty().set(tool);
            measure.resume(tool == Viewer.Tool.MEASURE_DISTANCE ? shown : MeasureLine.NONE);
            show(shown);
        }));
    }

    private void show(MeasureLine shown) {
        line = shown;
        view.setMeasureLine(shown);
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
