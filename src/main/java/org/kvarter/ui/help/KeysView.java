package org.kvarter.ui.help;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.geometry.Orientation;
import org.kvarter.text.Texts;
import org.kvarter.ui.action.ActionGroup;
import org.kvarter.ui.action.Actions;
import org.kvarter.ui.action.UiAction;

/** All keys by group in columns, those of the pointer in the twin first. */
public final class KeysView extends FlowPane {

    private static final Texts TEXTS = Texts.in(KeysView.class);
    private static final List<String> POINTER = List.of("orbit", "pan", "zoom", "select", "more", "move", "turn", "tab");

    public KeysView(Actions actions) {
        super(Orientation.VERTICAL);
        getStyleClass().add("keys");
        setPrefWrapLength(520);
        VBox pointer = group(TEXTS.get("twin"));
        POINTER.forEach(p -> pointer.getChildren().add(row(TEXTS.get(p), TEXTS.get(p + ".key"))));
        getChildren().add(pointer);
        for (ActionGroup group : ActionGroup.values()) {
            VBox box = group(TEXTS.get("group." + group.name()));
            for (UiAction action : actions.of(group)) {
                if (!action.keys().isEmpty()) {
                    box.getChildren().add(row(action.title(), action.keyText()));
                }
            }
            if (box.getChildren().size() > 1) {
                getChildren().add(box);
            }
        }
    }

    private static VBox group(String title) {
        Label heading = new Label(title);
        heading.getStyleClass().add("group-title");
        VBox box = new VBox(heading);
        box.getStyleClass().add("keys-group");
        return box;
    }

    private static Node row(String what, String key) {
        Label name = new Label(what);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label keys = new Label(key);
        keys.getStyleClass().add("key");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, name, gap, keys);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
