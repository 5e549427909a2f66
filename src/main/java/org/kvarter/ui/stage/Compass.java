package org.kvarter.ui.stage;

import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;
import org.kvarter.ui.action.UiAction;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Live;

/** A needle that shows where north is; a click turns it up. */
public final class Compass extends Button {

    public Compass(Viewer viewer, UiAction north) {
        Polygon up = new Polygon(0, -10, 4, 0, -4, 0);
        up.getStyleClass().add("needle-north");
        Polygon down = new Polygon(0, 10, 4, 0, -4, 0);
        down.getStyleClass().add("needle-south");
        StackPane needle = new StackPane(new javafx.scene.Group(up, down));
        needle.setMinSize(24, 24);
        getStyleClass().addAll("flat", "icon-button", "compass");
        setGraphic(needle);
        setOnAction(e -> north.fire());
        Buttons.named(this, north.title(), north.tooltip());
        Live.value(this, viewer.yawProperty(), yaw -> needle.setRotate(-yaw.doubleValue()));
    }
}
