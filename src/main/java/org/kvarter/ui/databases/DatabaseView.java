package org.kvarter.ui.databases;

import java.io.File;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.series.store.sql.SqlCatalog;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;

/** Choosing a table of a database, from top to bottom: the address and password, the list of tables and views, then its columns and first rows. */
public final class DatabaseView extends VBox {

    private static final Texts TEXTS = Texts.in(DatabaseModel.class);
    private static final int ROWS = 6;
    private static final double ROW_HEIGHT = 37;

    private final DatabaseModel model;
    private final ListView<SqlCatalog.Table> tables = new ListView<>();
    private final TextField search = new TextField();
    private final VBox found = new VBox(8);
    private final VBox table = new VBox(12);

    public DatabaseView(DatabaseModel model) {
        super(16);
        this.model = model;
        getStyleClass().add("feed-setup");
        tables.setId("database-tables");
        tables.getStyleClass().add("service-offers");
        tables.setCellFactory(list -> new TableCell());
        tables.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.look(is);
            }
        });
        search.setId("database-search");
        search.textProperty().addListener((o, was, is) -> showTables());
        getChildren().setAll(address(), login(), progress(), trouble(), found, table);
        model.tables().addListener((javafx.beans.InvalidationListener) o -> showFound());
        model.lookProperty().addListener((o, was, is) -> showTable());
        showFound();
    }

    private Node address() {
        TextField field = new TextField();
        field.setId("database-address");
        field.setPromptText("postgresql://reader@db.example.org:5432/town   ·   trino://reader@lake.example.org:8443/hive?SSL=true");
        field.textProperty().bindBidirectional(model.addressProperty());
        field.setOnAction(e -> model.connect());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button browse = Buttons.labelled(Feather.FOLDER, TEXTS.get("file"), () -> {
            FileChooser chooser = new FileChooser();
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(TEXTS.get("file.kinds"), "*.duckdb", "*.parquet", "*.pq", "*.csv", "*.csv.gz", "*.tsv"));
            File chosen = chooser.showOpenDialog(getScene().getWindow());
            if (chosen != null) {
                model.addressProperty().set(chosen.getPath());
                model.connect();
            }
        });
        browse.setMinWidth(USE_PREF_SIZE);
        return DatabaseColumns.field(TEXTS.get("address"), new HBox(12, field, browse));
    }

    private Node login() {
        PasswordField secret = new PasswordField();
        secret.setId("database-password");
        secret.textProperty().bindBidirectional(model.passwordProperty());
        secret.setPromptText(TEXTS.get("password.prompt"));
        secret.setOnAction(e -> model.connect());
        HBox.setHgrow(secret, Priority.ALWAYS);
        CheckBox keep = new CheckBox(TEXTS.get("keep"));
        keep.setId("database-keep");
        keep.setMinWidth(USE_PREF_SIZE);
        keep.selectedProperty().bindBidirectional(model.keepProperty());
        Button connect = Buttons.labelled(Feather.DATABASE, TEXTS.get("connect"), model::connect);
        connect.setId("database-connect");
        connect.setMinWidth(USE_PREF_SIZE);
        connect.disableProperty().bind(model.busyProperty().or(Bindings.isEmpty(model.addressProperty())));
        HBox line = new HBox(12, secret, keep, connect);
        line.setAlignment(Pos.CENTER_LEFT);
        return DatabaseColumns.field(TEXTS.get("password"), line);
    }

    private Node progress() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(18, 18);
        turning.setMinSize(18, 18);
        Label said = new Label();
        said.textProperty().bind(Bindings.when(model.messageProperty().isEmpty()).then(TEXTS.get("asking")).otherwise(model.messageProperty()));
        said.getStyleClass().add("text-muted");
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        Button stop = new Button(TEXTS.get("stop"));
        stop.setOnAction(e -> model.cancel());
        HBox line = new HBox(8, turning, said, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(model.busyProperty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private Node trouble() {
        Label why = new Label("", Icons.of(Feather.ALERT_TRIANGLE));
        why.setId("database-trouble");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        why.getStyleClass().add("feed-trouble");
        why.textProperty().bind(model.troubleProperty());
        why.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        why.managedProperty().bind(why.visibleProperty());
        return why;
    }

    private void showFound() {
        if (model.tables().isEmpty()) {
            Label hint = new Label(TEXTS.get("hint"));
            hint.setWrapText(true);
            hint.setMinHeight(USE_PREF_SIZE);
            hint.getStyleClass().add("text-muted");
            found.getChildren().setAll(hint);
            tables.getItems().clear();
            return;
        }
        Label heading = new Label(TEXTS.get("tables", model.tables().size()));
        heading.getStyleClass().add("caption");
        search.setText("");
        search.setPromptText(TEXTS.get("search"));
        tables.setPrefHeight(Math.min(ROWS, Math.max(2, model.tables().size())) * ROW_HEIGHT + 4);
        tables.setMinHeight(USE_PREF_SIZE);
        found.getChildren().setAll(heading);
        if (model.tables().size() > ROWS) {
            found.getChildren().add(search);
        }
        found.getChildren().add(tables);
        showTables();
    }

    private void showTables() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        tables.getItems().setAll(model.tables().stream().filter(t -> t.title().toLowerCase(Locale.ROOT).contains(wanted)).toList());
    }

    private void showTable() {
        if (model.lookProperty().get() == null) {
            table.getChildren().clear();
        } else {
            table.getChildren().setAll(new DatabaseColumns(model), new DatabaseRows(model.lookProperty().get()));
        }
    }

    /** A table's name, with a mark for views. */
    private static final class TableCell extends ListCell<SqlCatalog.Table> {

        @Override
        protected void updateItem(SqlCatalog.Table item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item.isView() ? TEXTS.get("view", item.title()) : item.title());
            setGraphic(empty ? null : Icons.of(item.isView() ? Feather.EYE : Feather.GRID));
        }
    }
}
