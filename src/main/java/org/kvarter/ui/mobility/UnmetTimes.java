package org.kvarter.ui.mobility;

import java.util.List;
import javafx.collections.MapChangeListener;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.MovingLayer;
import org.kvarter.model.Severity;
import org.kvarter.session.Session;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.notice.Notice;

/** Tells of layers that move at another time than the clock's, once they are shown: of what is hidden nobody misses anything. JavaFX thread only. */
public final class UnmetTimes {

    private final Workspace workspace;
    private final MobilityModel model;
    private final Runnable met;

    /** @param met what else happens when the clock is set to a layer's time */
    public UnmetTimes(Workspace workspace, MobilityModel model, Runnable met) {
        this.workspace = workspace;
        this.model = model;
        this.met = met;
        Session session = workspace.session();
        session.styles().addListener((MapChangeListener<String, LayerStyle>) change -> {
            boolean hadBeenHidden = change.wasRemoved() && !change.getValueRemoved().visible();
            if (hadBeenHidden && (!change.wasAdded() || change.getValueAdded().visible())) {
                // what shows a layer may set the clock next, as a step of a story does
                workspace.tasks().fx().execute(() -> session.layer(change.getKey()).ifPresent(layer -> tell(List.of(layer))));
            }
        });
    }

    /** Tells of the first of layers that is shown and whose time the clock does not meet. */
    public void tell(List<Layer> layers) {
        List<Layer> shown = layers.stream().filter(l -> workspace.session().style(l.id()).visible()).toList();
        model.unmet(shown).ifPresent(this::tell);
    }

    private void tell(MovingLayer layer) {
        workspace.notices().show(new Notice(Severity.WARNING, MobilityModel.unmetSentence(layer), MobilityModel.unmetAction(layer), () -> {
            model.meet(layer);
            met.run();
        }));
    }
}
