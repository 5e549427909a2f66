package org.kvarter.ui.assist;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kvarter.assist.ColumnUse;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Live;

/** The real rows of a table under what each column is for, what was recognised above, and what can be said of one column or of times below. */
final class TablePage extends VBox {

    private static final Texts TEXTS = Texts.in(TablePage.class);
    /** A wide table has a column per place: as many as this are shown. */
    private static final int MOST_COLUMNS = 40;

    private final AssistModel model;
    private final ColumnPane column;
    private final TableView<TableRow> rows = new TableView<>();

    TablePage(AssistModel model) {
        super(12);
        this.model = model;
        this.column = new ColumnPane(model);
        rows.getStyleClass().addAll("assist-rows", "dense");
        rows.setMinHeight(220);
        rows.setPrefHeight(340);
        rows.getSelectionModel().setCellSelectionEnabled(true);
        rows.setAccessibleText(TEXTS.get("rows"));
        VBox.setVgrow(rows, Priority.ALWAYS);
        Live.value(this, model.openedProperty(), table -> show(table));
    }

    private void show(AssistOpen table) {
        getChildren().setAll(head(table), notes(table.source()), rows, new RowGives(model, model.tasks()), column, new TimeForm(model));
        List<TableColumn<TableRow, String>> columns = table.source().columns().stream().limit(MOST_COLUMNS).map(this::column)
                .collect(Collectors.toList());
        rows.getColumns().setAll(columns);
        rows.setItems(FXCollections.observableArrayList(table.rows()));
        rows.getFocusModel().focusedCellProperty().addListener((o, was, is) -> {
            if (is != null && is.getTableColumn() != null && is.getTableColumn().getUserData() instanceof String name) {
                column.show(name);
            }
        });
        column.show(model.recipeProperty().get().of(ColumnRole.VALUE).stream().findFirst().map(ColumnUse::column)
                .orElse(table.source().columns().get(0).name()));
    }

    private Node head(AssistOpen table) {
        Label file = new Label(table.book().file().getFileName() + " · " + table.book().format());
        file.getStyleClass().add("report-title");
        HBox row = new HBox(12, file);
        row.setAlignment(Pos.CENTER_LEFT);
        if (table.book().tables().size() > 1) {
            ComboBox<TableSource> tables = Combos.of(table.book().tables(), TableSource::name);
            tables.setId("assist-table");
            tables.setAccessibleText(TEXTS.get("tables"));
            tables.setValue(table.source());
            tables.setOnAction(e -> model.choose(tables.getValue()));
            row.getChildren().addAll(new Label(TEXTS.get("tables")), tables);
        }
        int all = table.source().columns().size();
        if (all > MOST_COLUMNS) {
            Label more = new Label(TEXTS.get("moreColumns", MOST_COLUMNS, all));
            more.getStyleClass().add("caption");
            row.getChildren().add(more);
        }
        return row;
    }

    private Node notes(TableSource source) {
        FlowPane chips = new FlowPane(6, 6);
        for (TableNote note : source.notes()) {
            Label chip = new Label(note.sentence());
            chip.getStyleClass().addAll("assist-chip", note.topic() == TableNote.Topic.CAUTION ? "assist-caution" : "assist-note");
            chips.getChildren().add(chip);
        }
        AssistOpen opened = model.openedProperty().get();
        opened.changes().forEach(change -> {
            Label chip = new Label(change.sentence());
            chip.getStyleClass().addAll("assist-chip", change.blocking() ? "assist-caution" : "assist-note");
            chips.getChildren().add(chip);
        });
        (opened.isKept() ? List.<String>of() : opened.recognition().reasons()).forEach(reason -> {
            Label chip = new Label(reason);
            chip.getStyleClass().addAll("assist-chip", "assist-note");
            chips.getChildren().add(chip);
        });
        ReadingMenu.of(model, source).ifPresent(chips.getChildren()::add);
        return chips;
    }

    private TableColumn<TableRow, String> column(org.kvarter.tables.TableColumn of) {
        TableColumn<TableRow, String> column = new TableColumn<>();
        column.setUserData(of.name());
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(150);
        column.setMinWidth(110);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().text(of.index())));
        Label name = new Label(of.name() + (of.unit().isEmpty() ? "" : " [" + of.unit() + "]"));
        name.getStyleClass().add("assist-column-name");
        name.setMaxWidth(Double.MAX_VALUE);
        ComboBox<ColumnRole> role = Combos.of(List.of(ColumnRole.values()), r -> TEXTS.get("role." + r.name()));
        role.getStyleClass().add("small");
        role.setMaxWidth(Double.MAX_VALUE);
        role.setAccessibleText(TEXTS.get("role.of", of.name()));
        role.setId("role-" + of.index());
        Live.value(role, model.recipeProperty(), recipe -> role.setValue(recipe.use(of.name()).role()));
        role.setOnAction(e -> {
            ColumnUse use = model.recipeProperty().get().use(of.name());
            if (role.getValue() != null && role.getValue() != use.role()) {
                model.setRecipe(model.recipeProperty().get().withUse(Uses.as(role.getValue(), use, of)));
                column(of.name());
            }
        });
        role.setOnMousePressed(e -> column(of.name()));
        VBox head = new VBox(4, name, role);
        head.setFillWidth(true);
        head.getStyleClass().add("assist-column");
        column.setGraphic(head);
        column.setStyle(of.type().isNumeric() ? "-fx-alignment: center-right;" : "-fx-alignment: center-left;");
        return column;
    }

    private void column(String name) {
        column.show(name);
    }
}
