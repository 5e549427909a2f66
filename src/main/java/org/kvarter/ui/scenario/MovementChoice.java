package org.kvarter.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import org.kvarter.mobility.Mode;
import org.kvarter.model.Layer;
import org.kvarter.model.MovingLayer;
import org.kvarter.scenario.Figure;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;

/** What of a moving layer is counted. */
final class MovementChoice extends HBox {

    private static final Texts TEXTS = Texts.in(MovementChoice.class);

    private final ComboBox<Layer> layer;
    private final ComboBox<Figure.OfMovement.What> what = Fields.choice(List.of(Figure.OfMovement.What.values()), w -> TEXTS.get("movement." + w));
    private final ComboBox<Mode> mode;

    MovementChoice(Session session) {
        super(8);
        layer = Fields.choice(session.district().layers().stream().filter(MovingLayer.class::isInstance).toList(), l -> session.word(l.title()));
        List<Mode> modes = new ArrayList<>(List.of(Mode.values()));
        modes.add(0, null);
        mode = Fields.choice(modes, m -> m == null ? TEXTS.get("movement.all") : m.title());
        mode.setPromptText(TEXTS.get("movement.all"));
        getChildren().setAll(Fields.field(TEXTS.get("area.LAYER"), layer), Fields.field(TEXTS.get("movement.what"), what),
                Fields.field(TEXTS.get("movement.mode"), mode));
    }

    boolean isEmpty() {
        return layer.getItems().isEmpty();
    }

    Figure figure(Figure.Aggregate aggregate) {
        return new Figure.OfMovement(layer.getValue().id(), what.getValue(), mode.getValue(), aggregate);
    }

    void show(Figure.OfMovement of) {
        layer.getItems().stream().filter(l -> l.id().equals(of.layerId())).findFirst().ifPresent(layer::setValue);
        what.setValue(of.what());
        mode.setValue(of.mode());
    }
}
