package org.kvarter.ui.databases;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kvarter.model.Layer;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.QualitySource;
import org.kvarter.series.store.sql.SqlColumn;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Combos;

/** What the columns of a table are: those of a series, and those of a layer where it has a geometry. */
final class DatabaseColumns extends GridPane {

    private static final Texts TEXTS = Texts.in(DatabaseModel.class);

    private final DatabaseModel model;
    private int cells;

    DatabaseColumns(DatabaseModel model) {
        this.model = model;
        setHgap(12);
        setVgap(8);
        TableChoice now = model.choiceProperty().get();
        boolean hasGeometry = model.lookProperty().get().columns().stream().anyMatch(c -> c.kind() == SqlColumn.Kind.GEOMETRY);
        TextField title = text(now.title(), TableChoice::withTitle);
        title.setId("database-title");
        add(TEXTS.get("title.field"), title);
        if (hasGeometry) {
            add(TEXTS.get("geometry"), column("geometry", now.geometry(), c -> c.kind() == SqlColumn.Kind.GEOMETRY, TableChoice::withGeometry));
            add(TEXTS.get("key"), column("key", now.key(), c -> c.kind() != SqlColumn.Kind.GEOMETRY, TableChoice::withKey));
        }
        if (hasGeometry) {
            TextField area = new TextField(model.areaProperty().get());
            area.setId("database-area");
            area.textProperty().bindBidirectional(model.areaProperty());
            add(TEXTS.get("area"), area);
        }
        add(TEXTS.get("time"), column("time", now.time(), SqlColumn::isTime, TableChoice::withTime));
        add(TEXTS.get("place"), column("place", now.place(), c -> c.kind() != SqlColumn.Kind.GEOMETRY, TableChoice::withPlace));
        add(TEXTS.get("value"), column("value", now.value(), SqlColumn::isNumber, TableChoice::withValue));
        add(TEXTS.get("unit"), text(now.unit(), TableChoice::withUnit));
        add(TEXTS.get("zone"), zones(now.zone()));
        add(TEXTS.get("quality"), qualities(now.quality()));
        add(TEXTS.get("belongs"), layers(now.layerId()));
    }

    /** One quality for all values, or the column that says it of each. */
    private ComboBox<QualitySource> qualities(QualitySource chosen) {
        List<QualitySource> all = new ArrayList<>(List.of(QualitySource.MEASURED, QualitySource.all(Quality.MODELLED), QualitySource.all(Quality.ASSUMED)));
        model.lookProperty().get().columns().stream().filter(c -> c.kind() == SqlColumn.Kind.TEXT).forEach(c -> all.add(QualitySource.of(c.name())));
        ComboBox<QualitySource> box = Combos.of(all, q -> q.column().isEmpty() ? TEXTS.get("quality." + q.whole()) : TEXTS.get("quality.column", q.column()));
        box.setId("database-quality");
        box.setValue(chosen);
        box.setOnAction(e -> model.choiceProperty().set(model.choiceProperty().get().withQuality(box.getValue())));
        return box;
    }

    private void add(String caption, Node control) {
        Node field = field(caption, control);
        GridPane.setHgrow(field, Priority.ALWAYS);
        add(field, cells % 3, cells / 3);
        cells++;
    }

    private TextField text(String value, BiFunction<TableChoice, String, TableChoice> change) {
        TextField field = new TextField(value);
        field.textProperty().addListener((o, was, is) -> set(change, is));
        return field;
    }

    private void set(BiFunction<TableChoice, String, TableChoice> change, String value) {
        model.choiceProperty().set(change.apply(model.choiceProperty().get(), value == null ? "" : value));
    }

    private ComboBox<String> column(String role, String chosen, Predicate<SqlColumn> fits, BiFunction<TableChoice, String, TableChoice> change) {
        List<String> names = new ArrayList<>(List.of(""));
        model.lookProperty().get().columns().stream().filter(fits).map(SqlColumn::name).forEach(names::add);
        ComboBox<String> box = Combos.of(names, n -> n.isEmpty() ? TEXTS.get("none") : n);
        box.setId("database-" + role);
        box.setValue(chosen);
        box.setOnAction(e -> set(change, box.getValue()));
        return box;
    }

    private ComboBox<String> zones(String chosen) {
        List<String> all = new ArrayList<>(List.of("UTC", "Europe/Stockholm", "Europe/Helsinki", "Europe/Copenhagen", "Europe/Oslo", "Europe/Berlin",
                "Europe/Amsterdam", "Europe/London"));
        for (String zone : List.of(chosen, ZoneId.systemDefault().getId())) {
            if (!all.contains(zone)) {
                all.add(0, zone);
            }
        }
        ComboBox<String> box = Combos.of(all, z -> z);
        box.setValue(chosen);
        box.setOnAction(e -> set(TableChoice::withZone, box.getValue()));
        return box;
    }

    private ComboBox<String> layers(String chosen) {
        List<String> ids = new ArrayList<>(List.of(""));
        model.layers().stream().map(Layer::id).forEach(ids::add);
        ComboBox<String> box = Combos.of(ids, id -> model.layers().stream().filter(l -> l.id().equals(id)).map(Layer::title).findFirst().orElse(TEXTS.get("none")));
        box.setId("database-layer");
        box.setValue(chosen);
        box.setOnAction(e -> set(TableChoice::withLayer, box.getValue()));
        return box;
    }

    static Node field(String caption, Node control) {
        Label label = new Label(caption);
        label.getStyleClass().add("caption");
        control.setAccessibleText(caption);
        if (control instanceof javafx.scene.layout.Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return new VBox(2, label, control);
    }
}
