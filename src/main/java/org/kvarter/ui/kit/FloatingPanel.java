package org.kvarter.ui.kit;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A card that floats over the twin: title, tools and a button that puts it away, above content that scrolls where it must. */
public final class FloatingPanel extends VBox {

    private final HBox tools = new HBox();

    /**
     * @param closeText accessible name of the button that puts the panel away
     * @param close     puts it away
     */
    public FloatingPanel(String title, Node content, String closeText, Runnable close) {
        getStyleClass().add("floating-panel");
        Label heading = new Label(title);
        heading.getStyleClass().add("panel-title");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        tools.setAlignment(Pos.CENTER_RIGHT);
        HBox header = new HBox(heading, tools, Buttons.icon(Feather.X, closeText, close));
        header.getStyleClass().add("panel-header");
        header.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().setAll(header, content);
        setAccessibleText(title);
    }

    /** Adds a tool to the header, left of the button that puts the panel away. */
    public FloatingPanel withTool(Node tool) {
        tools.getChildren().add(tool);
        return this;
    }

    /** Content that scrolls up and down and is as wide as the panel. */
    public static ScrollPane scrolling(Region content) {
        ScrollPane scroll = new AsHighAsItsContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("panel-scroll");
        scroll.setFocusTraversable(false);
        return scroll;
    }

    /** A scroll pane that asks for the height its content has at the width there is, wrapped lines included. */
    private static final class AsHighAsItsContent extends ScrollPane {

        private static final double BAR = 8;
        private final Region content;

        AsHighAsItsContent(Region content) {
            super(content);
            this.content = content;
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            return width < 0 ? super.computePrefHeight(width) : Math.ceil(content.prefHeight(width - BAR)) + 2;
        }
    }
}
