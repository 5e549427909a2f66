package org.kvarter.ui.layers;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kvarter.geo.GroundFit;
import org.kvarter.model.Layer;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Live;

/** The layers panel: a row per layer, of which one at a time is open to change its look. */
public final class LayersView extends VBox {

    private static final Texts TEXTS = Texts.in(LayersView.class);

    /** What the panel asks of the rest of the window. */
    public interface Host {
        /** Flies to a layer. */
        void zoomTo(Layer layer);

        /** Reads a layer's file again. */
        void reload(Layer layer);

        /** Asks how a layer's file is to be read, and reads it again. */
        void readOtherwise(Layer layer);

        /** Lets the model that a layer comes from be moved and turned. */
        void place(Layer layer);

        /** Brings a model's heights to the terrain by a rule. */
        void heights(Layer layer, GroundFit.Rule rule);

        /** Asks where a layer's file belongs. */
        void placeElsewhere(Layer layer);

        /** Shows and changes where a layer's data come from. */
        void about(Layer layer);

        /** Shows what was read of a layer and what was not. */
        void report(Layer layer);
    }

    private final LayersModel model;
    private final Host host;
    private String open = "";

    public LayersView(Session session, Host host) {
        this.model = new LayersModel(session);
        this.host = host;
        getStyleClass().add("layers");
        Live.refresh(this, this::show, session.districtProperty(), session.styles());
    }

    private void show() {
        List<Layer> layers = model.layers();
        if (layers.isEmpty()) {
            Label empty = new Label(TEXTS.get("empty"));
            empty.getStyleClass().add("panel-hint");
            empty.setWrapText(true);
            empty.setAlignment(Pos.CENTER);
            getChildren().setAll(empty);
            return;
        }
        List<String> ids = layers.stream().map(Layer::id).toList();
        getChildren().removeIf(n -> !(n instanceof LayerRow row) || !ids.contains(row.layer().id()));
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            LayerRow row = row(layer);
            row.update(layer, model.style(layer.id()), layer.id().equals(open));
            if (i >= getChildren().size() || getChildren().get(i) != row) {
                getChildren().remove(row);
                getChildren().add(i, row);
            }
        }
    }

    private LayerRow row(Layer layer) {
        for (Node node : getChildren()) {
            if (node instanceof LayerRow row && row.layer().id().equals(layer.id())) {
                return row;
            }
        }
        return new LayerRow(model, host, this::toggle, this::indexAt);
    }

    private void toggle(Layer layer) {
        open = open.equals(layer.id()) ? "" : layer.id();
        show();
    }

    /** Index of the row under a height within this list, for dropping. */
    private int indexAt(double y) {
        int index = 0;
        for (Node node : getChildren()) {
            if (y > node.getBoundsInParent().getCenterY()) {
                index++;
            }
        }
        return index;
    }
}
