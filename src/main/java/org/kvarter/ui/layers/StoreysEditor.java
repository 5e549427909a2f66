package org.kvarter.ui.layers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.StoreyView;
import org.kvarter.model.Storeys;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.kit.Wording;

/** Storeys of a building model, from the top down, and its kinds of elements: each shown or hidden, one alone, or all pulled apart. */
final class StoreysEditor extends VBox {

    private static final Texts TEXTS = Texts.in(StoreysEditor.class);

    private final LayersModel model;
    private final VBox storeyRows = new VBox();
    private final VBox typeRows = new VBox();
    private final Slider gap = new Slider(0, StoreyView.WIDEST_METRES / 2, 0);
    private final Label gapValue = new Label();
    private final Node gapRow;
    private final Label storeyTitle = caption("storeys");
    private final Label typeTitle = caption("types");
    private Layer layer;
    private Storeys storeys;
    private Map<String, Integer> types = Map.of();
    private boolean updating;

    StoreysEditor(LayersModel model) {
        this.model = model;
        getStyleClass().add("storeys");
        gap.setAccessibleText(TEXTS.get("gap"));
        gap.setId("storey-gap");
        gap.valueProperty().addListener((o, was, is) -> {
            if (!updating) {
                model.setStoreys(layer, model.style(layer.id()).storeys().withGap(Math.round(is.doubleValue() * 4) / 4.0));
            }
        });
        HBox.setHgrow(gap, Priority.ALWAYS);
        gapValue.getStyleClass().addAll("caption", "number");
        gapValue.setMinWidth(44);
        HBox line = new HBox(8, gap, gapValue);
        line.setAlignment(Pos.CENTER_LEFT);
        gapRow = new VBox(2, caption("gap"), line);
        getChildren().setAll(storeyTitle, storeyRows, gapRow, typeTitle, typeRows);
    }

    /** Shows a layer in a style; hides itself where the layer has neither storeys nor several kinds of elements. */
    void update(Layer now, LayerStyle style) {
        if (layer == null || layer.features() != now.features()) {
            storeys = Storeys.of(now);
            types = now.kind() == LayerKind.BUILDING_ELEMENTS ? Storeys.types(now) : Map.of();
        }
        layer = now;
        updating = true;
        StoreyView view = style.storeys();
        show(!storeys.names().isEmpty(), storeyTitle, storeyRows);
        show(storeys.names().size() > 1, gapRow);
        show(types.size() > 1, typeTitle, typeRows);
        show(!storeys.names().isEmpty() || types.size() > 1, this);
        gap.setValue(view.gapMetres());
        gapValue.setText(Numbers.with(Numbers.three(view.gapMetres()), "m"));
        List<String> topFirst = new ArrayList<>(storeys.names());
        Collections.reverse(topFirst);
        storeyRows.getChildren().setAll(topFirst.stream().map(name -> storey(name, !view.hiddenStoreys().contains(name))).toList());
        typeRows.getChildren().setAll(types.entrySet().stream()
                .map(e -> type(e.getKey(), e.getValue(), !view.hiddenTypes().contains(e.getKey()))).toList());
        updating = false;
    }

    private Node storey(String name, boolean shown) {
        Button only = Buttons.icon(Feather.CROSSHAIR, TEXTS.get("onlyStorey", name), () -> model.showOnlyStorey(layer, storeys.names(), name));
        only.getStyleClass().add("storey-only");
        return row(name, storeys.count(storeys.names().indexOf(name)), shown,
                () -> model.setStoreys(layer, model.style(layer.id()).storeys().withStorey(name, !shown)), only);
    }

    private Node type(String type, int count, boolean shown) {
        return row(Wording.readable(type.startsWith("Ifc") ? type.substring(3) : type), count, shown,
                () -> model.setStoreys(layer, model.style(layer.id()).storeys().withType(type, !shown)), null);
    }

    private static Node row(String name, long count, boolean shown, Runnable toggle, Node tool) {
        Button eye = Buttons.icon(shown ? Feather.EYE : Feather.EYE_OFF, TEXTS.get(shown ? "hide" : "show") + " " + name, toggle);
        eye.getStyleClass().add("layer-eye");
        Label label = new Label(name);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(40);
        label.setOpacity(shown ? 1 : 0.55);
        HBox.setHgrow(label, Priority.ALWAYS);
        Label number = new Label(Numbers.whole(count));
        number.getStyleClass().addAll("caption", "number");
        number.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(4, eye, label, number);
        if (tool != null) {
            row.getChildren().add(tool);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("storey-row");
        return row;
    }

    private static void show(boolean shown, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    private static Label caption(String key) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add("caption");
        return label;
    }
}
