package org.kvarter.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.layout.VBox;
import org.kvarter.ui.action.Actions;
import org.kvarter.ui.kit.Buttons;

/** A column of icon buttons at a side of the twin. */
final class Rail extends VBox {

    /**
     * @param head what stands above the buttons, {@code null} for nothing
     * @param ids  actions from above to below; an empty id draws a line
     */
    Rail(Actions actions, Node head, String... ids) {
        getStyleClass().add("rail");
        setMaxHeight(USE_PREF_SIZE);
        if (head != null) {
            getChildren().add(head);
        }
        for (String id : ids) {
            getChildren().add(id.isEmpty() ? new Separator() : Buttons.icon(actions.get(id)));
        }
    }
}
