package org.kvarter.ui.layers;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleToIntFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerStyle;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Colors;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Numbers;

/** One layer in the list: eye, colour, name, number of features, and its menu; below it the editor of its look while it is open. */
final class LayerRow extends VBox {

    private static final Texts TEXTS = Texts.in(LayerRow.class);
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("off");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

    private final LayersModel model;
    private final LayersView.Host host;
    private final Consumer<Layer> toggle;
    private final Button eye;
    private final Region swatch = new Region();
    private final Button name = new Button();
    private final Label count = new Label();
    private final Label variant = new Label();
    private final Button trouble;
    private final Button menuButton;
    private Layer layer;
    private StyleEditor editor;

    LayerRow(LayersModel model, LayersView.Host host, Consumer<Layer> toggle, DoubleToIntFunction indexAt) {
        this.model = model;
        this.host = host;
        this.toggle = toggle;
        getStyleClass().add("layer");
        eye = Buttons.icon(Feather.EYE, TEXTS.get("hide"), () -> model.setVisible(layer, !model.style(layer.id()).visible()));
        eye.getStyleClass().add("layer-eye");
        swatch.getStyleClass().add("swatch");
        name.getStyleClass().addAll("flat", "layer-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(40);
        name.setOnAction(e -> toggle.accept(layer));
        HBox.setHgrow(name, Priority.ALWAYS);
        count.getStyleClass().add("caption");
        count.setMinWidth(USE_PREF_SIZE);
        trouble = Buttons.icon(Feather.ALERT_TRIANGLE, TEXTS.get("report"), () -> host.report(layer));
        trouble.getStyleClass().add("layer-trouble");
        menuButton = Buttons.icon(Feather.MORE_VERTICAL, TEXTS.get("more"), this::showMenu);
        variant.getStyleClass().addAll("feed-chip", "layer-variant");
        variant.setMinWidth(USE_PREF_SIZE);
        variant.setTooltip(new Tooltip());
        HBox head = new HBox(eye, swatch, name, variant, trouble, count, menuButton);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("layer-head");
        getChildren().add(head);
        dragging(indexAt);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    Layer layer() {
        return layer;
    }

    void update(Layer now, LayerStyle style, boolean open) {
        layer = now;
        name.setText(now.title());
        name.setAccessibleText(TEXTS.get("open", now.title()));
        int features = now.features().wholes();
        count.setText(features == 0 ? "" : Numbers.whole(features));
        showVariant(style.stance().variants());
        long troubles = LayersModel.troubles(now);
        trouble.setVisible(troubles > 0);
        trouble.setManaged(troubles > 0);
        trouble.getTooltip().setText(TEXTS.get("troubles", troubles));
        ((FontIcon) eye.getGraphic()).setIconCode(style.visible() ? Feather.EYE : Feather.EYE_OFF);
        String eyeText = TEXTS.get(style.visible() ? "hide" : "show") + " " + now.title();
        eye.setAccessibleText(eyeText);
        eye.getTooltip().setText(eyeText);
        swatch.setStyle("-fx-background-color: " + Colors.css(style.argb().orElse(Colors.of(now))) + ";");
        pseudoClassStateChanged(HIDDEN, !style.visible());
        pseudoClassStateChanged(OPEN, open);
        if (open && editor == null) {
            editor = new StyleEditor(model, host);
            getChildren().add(editor);
        } else if (!open && editor != null) {
            getChildren().remove(editor);
            editor = null;
        }
        if (editor != null) {
            editor.update(now, style);
        }
    }

    private void showVariant(String place) {
        List<Layer> all = model.variants().of(place);
        variant.setVisible(!place.isEmpty());
        variant.setManaged(!place.isEmpty());
        if (!place.isEmpty()) {
            variant.setText(TEXTS.get("variant.chip", all.stream().map(Layer::id).toList().indexOf(layer.id()) + 1, all.size()));
            variant.getTooltip().setText(TEXTS.get("variant.of", place));
        }
    }

    private void showMenu() {
        ContextMenu menu = new ContextMenu(
                item(Feather.CROSSHAIR, "zoom", () -> host.zoomTo(layer)),
                item(Feather.EYE, "only", () -> model.showOnly(layer)),
                item(Feather.SLIDERS, "style", () -> toggle.accept(layer)),
                new SeparatorMenuItem(),
                item(Feather.ARROW_UP, "up", () -> model.move(layer, index() - 1)),
                item(Feather.ARROW_DOWN, "down", () -> model.move(layer, index() + 1)),
                item(Feather.MOVE, "place", () -> host.place(layer)),
                new SeparatorMenuItem(),
                item(Feather.INFO, "about", () -> host.about(layer)),
                item(Feather.FILE_TEXT, "report", () -> host.report(layer)),
                item(Feather.REFRESH_CW, "reload", () -> host.reload(layer)),
                item(Feather.SLIDERS, "otherwise", () -> host.readOtherwise(layer)),
                item(Feather.MAP_PIN, "elsewhere", () -> host.placeElsewhere(layer)),
                item(Feather.TRASH_2, "remove", () -> model.remove(layer)));
        menu.getItems().addAll(7, StanceMenu.items(model, host, layer));
        menu.show(menuButton, javafx.geometry.Side.BOTTOM, 0, 0);
    }

    private static MenuItem item(Feather icon, String key, Runnable run) {
        MenuItem item = new MenuItem(TEXTS.get(key), Icons.of(icon));
        item.setOnAction(e -> run.run());
        return item;
    }

    private int index() {
        return model.layers().stream().map(Layer::id).toList().indexOf(layer.id());
    }

    private void onKey(KeyEvent event) {
        if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            model.move(layer, index() + (event.getCode() == KeyCode.UP ? -1 : 1));
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.remove(layer);
            event.consume();
        }
    }

    private void dragging(DoubleToIntFunction indexAt) {
        name.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> {
            if (Math.abs(e.getY() - name.getHeight() / 2) > name.getHeight() / 2) {
                pseudoClassStateChanged(DRAGGED, true);
                setCursor(Cursor.CLOSED_HAND);
            }
        });
        name.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> {
            if (getPseudoClassStates().contains(DRAGGED)) {
                pseudoClassStateChanged(DRAGGED, false);
                setCursor(Cursor.DEFAULT);
                int from = index();
                int to = indexAt.applyAsInt(getParent().sceneToLocal(e.getSceneX(), e.getSceneY()).getY());
                model.move(layer, to > from ? to - 1 : to);
                e.consume();
                name.disarm();
            }
        });
    }
}
