package org.kvarter.ui.databases;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import org.kvarter.series.store.sql.SqlColumn;

/** The first rows of a table as they are. */
final class DatabaseRows extends ScrollPane {

    DatabaseRows(DatabaseModel.Look look) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("table-preview");
        List<SqlColumn> columns = look.columns();
        for (int c = 0; c < columns.size(); c++) {
            grid.add(cell(columns.get(c).name(), "table-head"), c, 0);
            for (int r = 0; r < look.rows().size(); r++) {
                grid.add(cell(look.rows().get(r).get(c), "table-cell-text"), c, r + 1);
            }
        }
        setContent(grid);
        setId("database-rows");
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("panel-scroll");
        setMinHeight(21 * (look.rows().size() + 1) + 12);
    }

    private static Label cell(String text, String style) {
        Label label = new Label(text.length() > 28 ? text.substring(0, 27) + "…" : text);
        label.getStyleClass().add(style);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
