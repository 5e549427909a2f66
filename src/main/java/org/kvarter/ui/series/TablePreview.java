package org.kvarter.ui.series;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kvarter.text.Texts;

/** The first rows of a table, and fields under their captions. */
final class TablePreview {

    private static final Texts TEXTS = Texts.in(TablePreview.class);
    private static final int ROWS = 5;
    private static final int COLUMNS = 12;

    private TablePreview() {
    }

    /** The first rows of a table under their column names. */
    static Node table(List<String> names, List<List<String>> rows) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("table-preview");
        int columns = Math.min(COLUMNS, names.size());
        for (int c = 0; c < columns; c++) {
            grid.add(cell(names.get(c), true), c, 0);
            for (int r = 0; r < Math.min(ROWS, rows.size()); r++) {
                List<String> row = rows.get(r);
                grid.add(cell(c < row.size() ? row.get(c) : "", false), c, r + 1);
            }
        }
        if (names.size() > columns) {
            grid.add(cell(TEXTS.get("moreColumns", names.size() - columns), true), columns, 0);
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("panel-scroll");
        scroll.setMinHeight(150);
        return scroll;
    }

    private static Label cell(String text, boolean head) {
        Label label = new Label(text);
        label.getStyleClass().add(head ? "table-head" : "table-cell-text");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    static Node field(String key, Node control) {
        Label caption = new Label(TEXTS.get(key));
        caption.getStyleClass().add("caption");
        control.setAccessibleText(TEXTS.get(key));
        if (control instanceof javafx.scene.layout.Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
            region.setPrefWidth(280);
        }
        return new VBox(2, caption, control);
    }
}
