package org.kvarter.ui.study;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Lines of a name and a figure, the figures under each other. */
final class FigureRows extends GridPane {

    FigureRows() {
        getStyleClass().add("figure-rows");
        setHgap(12);
        setVgap(6);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        figures.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().setAll(names, figures);
    }

    /** Takes all lines away. */
    void clear() {
        getChildren().clear();
    }

    /** Adds a line. @param of what the figure is a part of or made of, in small print; may be empty */
    void add(String name, String figure, String of) {
        int row = getRowCount();
        Label title = new Label(name);
        title.setWrapText(true);
        Label value = new Label(figure);
        value.getStyleClass().add("figure");
        value.setMinWidth(USE_PREF_SIZE);
        setValignment(value, VPos.TOP);
        addRow(row, title, value);
        if (!of.isEmpty()) {
            Label small = new Label(of);
            small.getStyleClass().add("caption");
            small.setWrapText(true);
            small.setMinHeight(USE_PREF_SIZE);
            add(small, 0, row + 1, 2, 1);
        }
    }
}
