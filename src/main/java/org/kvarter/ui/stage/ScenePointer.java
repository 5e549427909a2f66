package org.kvarter.ui.stage;

import java.util.List;
import javafx.scene.Cursor;
import org.kvarter.model.FeatureKey;
import org.kvarter.scene.DistrictView;
import org.kvarter.scene.PointerEvents;
import org.kvarter.scene.label.MeasureLine;
import org.kvarter.session.Session;

/** What the pointer does in the twin becomes state: hovering, selecting, flying to what is double-clicked, measuring. */
public final class ScenePointer {

    private final Session session;
    private final DistrictView view;
    private final Viewer viewer;
    private final MeasureTool measure;

    public ScenePointer(Session session, DistrictView view, Viewer viewer) {
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
        view.setMeasureLine(MeasureLine.NONE);
        session.hoverProperty().set(null);
        view.setCursor(tool == Viewer.Tool.SELECT ? Cursor.DEFAULT : Cursor.CROSSHAIR);
    }

    private void clicked(PointerEvents.Click click) {
        switch (viewer.toolProperty().get()) {
            case SELECT -> select(click);
            case MEASURE_DISTANCE -> {
                if (click.pick() != null && click.count() == 1) {
                    view.setMeasureLine(measure.distanceTo(click.pick()));
                } else if (click.count() == 2) {
                    measure.clear();
                }
            }
            case MEASURE_HEIGHT -> {
                if (click.pick() != null) {
                    view.setMeasureLine(measure.heightOf(click.pick()));
                }
            }
        }
    }

    private void select(PointerEvents.Click click) {
        FeatureKey key = click.pick() == null ? null : feature(click.pick().feature());
        if (key == null) {
            if (!click.extend()) {
                session.selection().clear();
            }
        } else if (click.count() == 2) {
            viewer.flyTo(List.of(key));
        } else if (click.extend()) {
            if (!session.selection().remove(key)) {
                session.selection().add(key);
            }
        } else if (session.selection().size() != 1 || !session.selection().contains(key)) {
            session.selection().clear();
            session.selection().add(key);
        }
    }

    /** A part of a building stands for the building. */
    private FeatureKey feature(FeatureKey key) {
        return key == null ? null : session.layer(key.layerId()).filter(l -> key.row() < l.features().size())
                .map(l -> new FeatureKey(key.layerId(), l.features().root(key.row()))).orElse(null);
    }
}
