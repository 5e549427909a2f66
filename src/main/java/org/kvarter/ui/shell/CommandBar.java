package org.kvarter.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.geometry.Orientation;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.action.ActionGroup;
import org.kvarter.ui.action.Actions;
import org.kvarter.ui.action.UiAction;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;

/** The bar on top: everything in one menu, what the project is called, the search, and the few actions needed often. */
final class CommandBar extends HBox {

    private static final Texts TEXTS = Texts.in(CommandBar.class);

    CommandBar(Session session, Actions actions, Node search) {
        getStyleClass().add("command-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region left = new Region();
        Region right = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        Button add = Buttons.primary(Feather.PLUS, actions.get("add").title(), actions.get("add")::fire);
        add.setId("action-add");
        add.setMinWidth(USE_PREF_SIZE);
        Buttons.named(add, actions.get("add").title(), actions.get("add").tooltip());
        HBox start = new HBox(menu(actions), title(session));
        start.setAlignment(Pos.CENTER_LEFT);
        start.getStyleClass().add("bar-group");
        HBox end = new HBox(icon(actions, "undo"), icon(actions, "redo"), separator(), icon(actions, "picture"),
                icon(actions, "settings"), icon(actions, "keys"), separator(), add);
        end.setAlignment(Pos.CENTER_RIGHT);
        end.getStyleClass().add("bar-group");
        end.setMinWidth(USE_PREF_SIZE);
        start.minWidthProperty().bind(Bindings.createDoubleBinding(() -> end.prefWidth(-1), end.widthProperty()));
        start.setPrefWidth(USE_COMPUTED_SIZE);
        getChildren().setAll(start, left, search, right, end);
        followUndo(session, actions);
    }

    private void followUndo(Session session, Actions actions) {
        Button undo = (Button) lookup("#action-undo");
        Button redo = (Button) lookup("#action-redo");
        Live.value(this, session.undo().undoTitleProperty(), t -> describe(undo, actions.get("undo"), "undo", t));
        Live.value(this, session.undo().redoTitleProperty(), t -> describe(redo, actions.get("redo"), "redo", t));
    }

    private static void describe(Button button, UiAction action, String key, String what) {
        String text = what.isEmpty() ? action.title() : TEXTS.get(key, what);
        button.setAccessibleText(text);
        button.getTooltip().setText(text + "  " + action.keyText());
    }

    private static Node icon(Actions actions, String id) {
        return Buttons.icon(actions.get(id));
    }

    private static Separator separator() {
        Separator line = new Separator(Orientation.VERTICAL);
        line.getStyleClass().add("small");
        return line;
    }

    private Node title(Session session) {
        Label name = new Label();
        name.getStyleClass().add("project-name");
        name.setMinWidth(0);
        Label dirty = new Label("●");
        dirty.getStyleClass().add("dirty-mark");
        dirty.setAccessibleText(TEXTS.get("unsaved"));
        Buttons.named(dirty, TEXTS.get("unsaved"), TEXTS.get("unsaved"));
        Live.refresh(this, () -> name.setText(WindowTitle.name(session)), session.districtProperty(), session.projectFileProperty());
        Live.value(this, session.undo().dirtyProperty(), is -> dirty.setVisible(is));
        HBox box = new HBox(6, name, dirty);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        return box;
    }

    private Button menu(Actions actions) {
        Button button = new Button(null, Icons.of(Feather.MENU));
        button.setId("menu");
        button.getStyleClass().addAll("flat", "icon-button");
        Buttons.named(button, TEXTS.get("menu"), TEXTS.get("menu") + "  F10");
        ContextMenu menu = new ContextMenu();
        button.setOnAction(e -> {
            menu.getItems().clear();
            for (ActionGroup group : ActionGroup.values()) {
                Menu section = new Menu(TEXTS.get("group." + group.name()));
                actions.of(group).forEach(a -> section.getItems().add(item(a)));
                menu.getItems().add(section);
            }
            menu.show(button, Side.BOTTOM, 0, 4);
        });
        return button;
    }

    private static MenuItem item(UiAction action) {
        MenuItem item;
        if (action.selected() == null) {
            item = new MenuItem(action.title(), Icons.of(action.icon()));
        } else {
            CheckMenuItem check = new CheckMenuItem(action.title());
            check.setSelected(action.selected().get());
            item = check;
        }
        item.setDisable(!action.enabled().get());
        if (!action.keys().isEmpty()) {
            item.setAccelerator(action.keys().get(0));
        }
        item.setOnAction(e -> action.fire());
        return item;
    }
}
