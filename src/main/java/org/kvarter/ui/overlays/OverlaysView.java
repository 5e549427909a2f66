package org.kvarter.ui.overlays;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.model.Layer;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.Ramps;
import org.kvarter.overlay.ValueSource;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Wording;

/** The data panel: which overlay is shown, and below it how it is made. */
public final class OverlaysView extends VBox {

    private static final Texts TEXTS = Texts.in(OverlaysView.class);

    private final Session session;
    private final OverlaysModel model;
    private final Runnable importSeries;
    private final VBox list = new VBox();
    private final OverlayEditor editor;

    /** @param importSeries lets a person choose a table of a series */
    public OverlaysView(Session session, Runnable importSeries) {
        this.session = session;
        this.model = new OverlaysModel(session);
        this.importSeries = importSeries;
        this.editor = new OverlayEditor(model);
        getStyleClass().add("overlays");
        Button add = Buttons.primary(Feather.PLUS, TEXTS.get("add"), () -> { });
        add.setId("overlay-add");
        add.setOnAction(e -> choose(add));
        Button series = Buttons.labelled(Feather.ACTIVITY, TEXTS.get("series"), importSeries);
        series.setId("series-import");
        VBox buttons = new VBox(8, add, series);
        for (Button button : List.of(add, series)) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
        editor.setVisible(false);
        editor.setManaged(false);
        getChildren().setAll(list, buttons, editor);
        Live.refresh(this, this::show, session.overlays(), session.activeOverlayProperty(), session.districtProperty(), session.series());
    }

    private void show() {
        ToggleGroup group = new ToggleGroup();
        list.getChildren().clear();
        if (session.overlays().isEmpty()) {
            Label hint = new Label(TEXTS.get("empty"));
            hint.getStyleClass().add("panel-hint");
            hint.setWrapText(true);
            list.getChildren().add(hint);
        } else {
            list.getChildren().add(row(group, "", TEXTS.get("none"), null));
            session.overlays().forEach(o -> list.getChildren().add(row(group, o.id(), o.title(), o)));
        }
        Optional<OverlaySpec> active = session.activeOverlay();
        editor.setVisible(active.isPresent());
        editor.setManaged(active.isPresent());
        active.ifPresent(editor::show);
    }

    private Node row(ToggleGroup group, String id, String title, OverlaySpec spec) {
        RadioButton button = new RadioButton(title);
        button.setToggleGroup(group);
        button.setSelected(session.activeOverlayProperty().get().equals(id));
        button.setOnAction(e -> model.show(id));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setWrapText(true);
        HBox.setHgrow(button, Priority.ALWAYS);
        HBox row = new HBox(8, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("overlay-row");
        if (spec != null) {
            Region bar = new Region();
            bar.setMinSize(28, 8);
            bar.setPrefSize(28, 8);
            bar.setMaxSize(28, 8);
            bar.setStyle(RampCell.background(Ramps.byId(spec.scale().ramp()), spec.scale().reverse()) + " -fx-background-radius: 2;");
            Button delete = Buttons.icon(Feather.TRASH_2, TEXTS.get("delete", title), () -> model.delete(spec));
            delete.getStyleClass().add("tiny");
            row.getChildren().addAll(bar, delete);
        }
        return row;
    }

    private void choose(Button owner) {
        ContextMenu menu = new ContextMenu();
        List<Layer> layers = model.layers();
        for (Layer layer : layers) {
            List<MenuItem> items = model.choices(layer).stream().map(this::item).toList();
            if (layers.size() == 1) {
                menu.getItems().addAll(items);
            } else if (!items.isEmpty()) {
                Menu section = new Menu(layer.title());
                section.getItems().addAll(items);
                menu.getItems().add(section);
            }
        }
        if (menu.getItems().isEmpty()) {
            MenuItem none = new MenuItem(TEXTS.get("noChoices"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        menu.show(owner, Side.BOTTOM, 0, 4);
    }

    private MenuItem item(OverlaysModel.Choice choice) {
        boolean series = choice.values() instanceof ValueSource.Series;
        MenuItem item = new MenuItem(Wording.readable(choice.title()) + (choice.unit().isBlank() ? "" : "  (" + choice.unit() + ")"),
                Icons.of(series ? Feather.ACTIVITY : model.isText(choice) ? Feather.TYPE : Feather.HASH));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> model.add(choice));
        return item;
    }
}
