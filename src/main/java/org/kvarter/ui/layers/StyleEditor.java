package org.kvarter.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.model.Appearance;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.SolidLayer;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Colors;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.kit.Wording;

/** Opacity, colour, width and labels of one layer. */
final class StyleEditor extends VBox {

    private static final Texts TEXTS = Texts.in(StyleEditor.class);
    private static final Set<LayerKind> WITH_LINES =
            Set.of(LayerKind.STREETS, LayerKind.RAIL, LayerKind.TRANSPORT, LayerKind.LINES, LayerKind.ROUTES, LayerKind.FLOWS, LayerKind.WATER, LayerKind.PLOTS, LayerKind.AREAS);
    private static final double WIDEST = 20;
    private static final int MOST_FLOWS = 200;

    private final LayersModel model;
    private final Slider opacity = new Slider(0, 1, 1);
    private final Label opacityValue = value();
    private final FlowPane colors = new FlowPane(4, 4);
    private final ColorPicker other = new ColorPicker();
    private final Slider width = new Slider(0, WIDEST, 0);
    private final Label widthValue = value();
    private final Node widthRow;
    private final Slider most = new Slider(0, MOST_FLOWS, 0);
    private final Label mostValue = value();
    private final Node mostRow;
    private final ComboBox<String> label = new ComboBox<>();
    private final Node labelRow;
    private final Node colorRow;
    private final ComboBox<Appearance> appearance = new ComboBox<>(FXCollections.observableArrayList(Appearance.values()));
    private final Node appearanceRow;
    private final StoreysEditor storeys;
    private Layer layer;
    private boolean updating;

    StyleEditor(LayersModel model, LayersView.Host host) {
        this.model = model;
        getStyleClass().add("style-editor");
        opacity.valueProperty().addListener((o, was, is) -> change(() -> model.setOpacity(layer, is.doubleValue())));
        width.valueProperty().addListener((o, was, is) -> change(() -> model.setLineWidth(layer, is.doubleValue() < 0.25 ? Double.NaN
                : Math.round(is.doubleValue() * 2) / 2.0)));
        most.valueProperty().addListener((o, was, is) -> change(() -> model.setMost(layer, is.intValue() < 3 ? 0 : is.intValue())));
        label.setOnAction(e -> change(() -> model.setLabelAttribute(layer, label.getValue() == null ? "" : label.getValue())));
        label.setMaxWidth(Double.MAX_VALUE);
        label.setConverter(Combos.words(a -> a.isEmpty() ? TEXTS.get("label.none") : Wording.readable(a)));
        other.setOnAction(e -> change(() -> model.setColor(layer, OptionalInt.of(Colors.argb(other.getValue())))));
        other.getStyleClass().add("button");
        other.setStyle("-fx-color-label-visible: false;");
        Buttons.named(other, TEXTS.get("color.other"), TEXTS.get("color.other"));
        appearance.setOnAction(e -> change(() -> model.setAppearance(layer, appearance.getValue())));
        appearance.setMaxWidth(Double.MAX_VALUE);
        appearance.setConverter(Combos.words(a -> TEXTS.get("appearance." + a.name())));
        appearanceRow = field(TEXTS.get("appearance"), appearance, null);
        colorRow = field(TEXTS.get("color"), colors, null);
        widthRow = field(TEXTS.get("width"), width, widthValue);
        mostRow = field(TEXTS.get("most"), most, mostValue);
        labelRow = field(TEXTS.get("label"), label, null);
        HBox tools = new HBox(4, Buttons.labelled(Feather.CROSSHAIR, TEXTS.get("zoom"), () -> host.zoomTo(layer)),
                Buttons.labelled(Feather.FILE_TEXT, TEXTS.get("report.short"), () -> host.report(layer)));
        tools.getChildren().forEach(b -> b.getStyleClass().addAll("small"));
        storeys = new StoreysEditor(model);
        getChildren().setAll(field(TEXTS.get("opacity"), opacity, opacityValue), appearanceRow, colorRow, widthRow, mostRow, labelRow, storeys, tools);
    }

    void update(Layer now, LayerStyle style) {
        boolean first = layer == null || !layer.id().equals(now.id());
        layer = now;
        updating = true;
        opacity.setValue(style.opacity());
        opacityValue.setText(Numbers.percent(style.opacity()));
        boolean lines = WITH_LINES.contains(now.kind());
        widthRow.setManaged(lines);
        widthRow.setVisible(lines);
        width.setValue(Double.isNaN(style.lineWidth()) ? 0 : style.lineWidth());
        widthValue.setText(Double.isNaN(style.lineWidth()) ? TEXTS.get("width.own") : Numbers.with(Numbers.three(style.lineWidth()), "m"));
        boolean flows = now.kind() == LayerKind.FLOWS;
        mostRow.setManaged(flows);
        mostRow.setVisible(flows);
        most.setValue(style.most());
        mostValue.setText(style.most() == 0 ? TEXTS.get("most.own") : Numbers.whole(style.most()));
        boolean colored = now.kind() != LayerKind.IMAGE;
        colorRow.setVisible(colored);
        colorRow.setManaged(colored);
        showColors(style.argb());
        boolean solid = now instanceof SolidLayer;
        appearanceRow.setManaged(solid);
        appearanceRow.setVisible(solid);
        appearance.setDisable(style.argb().isPresent());
        appearance.setValue(style.appearance());
        List<String> attributes = new ArrayList<>(List.of(""));
        attributes.addAll(now.features().attributes().names());
        labelRow.setManaged(attributes.size() > 1);
        labelRow.setVisible(attributes.size() > 1);
        if (first || !label.getItems().equals(attributes)) {
            label.setItems(FXCollections.observableArrayList(attributes));
        }
        label.setValue(style.labelAttribute());
        storeys.update(now, style);
        updating = false;
    }

    private void showColors(OptionalInt chosen) {
        colors.getChildren().clear();
        colors.getChildren().add(swatch(Colors.of(layer), TEXTS.get("color.own"), chosen.isEmpty(), OptionalInt.empty()));
        colors.getChildren().get(0).getStyleClass().add("swatch-own");
        for (int argb : Colors.PALETTE) {
            boolean on = chosen.isPresent() && chosen.getAsInt() == argb;
            colors.getChildren().add(swatch(argb, Colors.css(argb), on, OptionalInt.of(argb)));
        }
        chosen.ifPresent(c -> other.setValue(Colors.of(c)));
        colors.getChildren().add(other);
    }

    private Node swatch(int argb, String name, boolean on, OptionalInt choice) {
        ToggleButton button = new ToggleButton();
        button.getStyleClass().add("swatch-button");
        button.setStyle("-k-swatch: " + Colors.css(argb) + ";");
        button.setSelected(on);
        button.setOnAction(e -> model.setColor(layer, choice));
        return Buttons.named(button, name, name);
    }

    private void change(Runnable run) {
        if (!updating) {
            run.run();
        }
    }

    private static Label value() {
        Label label = new Label();
        label.getStyleClass().addAll("caption", "number");
        label.setMinWidth(44);
        return label;
    }

    private static Node field(String title, Node control, Label value) {
        Label caption = new Label(title);
        caption.getStyleClass().add("caption");
        control.setAccessibleText(title);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = value == null ? new HBox(control) : new HBox(8, control, value);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return new VBox(2, caption, row);
    }
}
