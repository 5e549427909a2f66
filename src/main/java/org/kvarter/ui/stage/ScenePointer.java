package org.kvarter.ui.stage;

import java.util.List;
import org.kvarter.model.FeatureKey;
import org.kvarter.scene.DistrictView;
import org.kvarter.scene.PointerEvents;
import org.kvarter.session.Session;

/** What the pointer does in the twin becomes state: hovering, selecting, flying to what is double-clicked. */
public final class ScenePointer {

    private final Session session;
    private final Viewer viewer;

    public ScenePointer(Session session, DistrictView view, Viewer viewer) {
        this.session = session;
        this.viewer = viewer;
        view.setOnHover(pick -> session.hoverProperty().set(pick == null || viewer.toolProperty().get() != Viewer.Tool.SELECT ? null
                : feature(pick.feature())));
        view.setOnSelect(this::clicked);
    }

    private void clicked(PointerEvents.Click click) {
        if (viewer.toolProperty().get() != Viewer.Tool.SELECT) {
            return;
        }
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
