package org.kvarter.ui.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.map.Field;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Combos;

/** Which field of a record is what: pointers to choose from the fields found, or to type. */
final class Roles extends GridPane {

    private static final Texts TEXTS = Texts.in(Roles.class);

    private final FeedSetupModel model;

    Roles(FeedSetupModel model) {
        this.model = model;
        setHgap(16);
        setVgap(8);
        FeedMapping m = model.mappingProperty().get();
        List<Node> cells = new ArrayList<>(List.of(
                pointer("value", m.value(), List.of(Field.Kind.NUMBER, Field.Kind.TRUTH), (x, p) -> with(x, x.id(), x.name(), x.time(), p)),
                unit(m),
                pointer("id", m.id(), List.of(Field.Kind.TEXT, Field.Kind.NUMBER), (x, p) -> with(x, p, x.name(), x.time(), x.value())),
                pointer("time", m.time(), List.of(Field.Kind.TIME, Field.Kind.NUMBER, Field.Kind.TEXT), (x, p) -> with(x, x.id(), x.name(), p, x.value())),
                pointer("name", m.name(), List.of(Field.Kind.TEXT), (x, p) -> with(x, x.id(), p, x.time(), x.value())),
                quantity(m)));
        if (m.geometry().isEmpty() && !m.latitude().isEmpty()) {
            cells.add(pointer("latitude", m.latitude(), List.of(Field.Kind.NUMBER), (x, p) -> placed(x, p, x.longitude(), "")));
            cells.add(pointer("longitude", m.longitude(), List.of(Field.Kind.NUMBER), (x, p) -> placed(x, x.latitude(), p, "")));
        } else {
            cells.add(pointer("geometry", m.geometry(), List.of(Field.Kind.GEOMETRY), (x, p) -> placed(x, "", "", p)));
        }
        for (int i = 0; i < cells.size(); i++) {
            add(cells.get(i), i % 2, i / 2);
            GridPane.setHgrow(cells.get(i), Priority.ALWAYS);
        }
    }

    private static FeedMapping with(FeedMapping m, String id, String name, String time, String value) {
        return new FeedMapping(m.records(), m.layout(), id, name, time, m.zone(), value, m.unitAt(), m.unit(), m.latitude(), m.longitude(), m.geometry(),
                m.quantity());
    }

    private static FeedMapping placed(FeedMapping m, String latitude, String longitude, String geometry) {
        return new FeedMapping(m.records(), m.layout(), m.id(), m.name(), m.time(), m.zone(), m.value(), m.unitAt(), m.unit(), latitude, longitude,
                geometry, m.quantity());
    }

    private static FeedMapping measured(FeedMapping m, String unitAt, String unit, String quantity) {
        return new FeedMapping(m.records(), m.layout(), m.id(), m.name(), m.time(), m.zone(), m.value(), unitAt, unit, m.latitude(), m.longitude(),
                m.geometry(), quantity);
    }

    private Node pointer(String key, String value, List<Field.Kind> kinds, BiFunction<FeedMapping, String, FeedMapping> change) {
        List<String> items = new ArrayList<>(List.of(""));
        model.fields().stream().filter(f -> kinds.contains(f.kind())).map(Field::pointer).forEach(items::add);
        ComboBox<String> box = editable(items, value);
        box.setId("feed-" + key);
        box.setPromptText(TEXTS.get("role." + key + ".none"));
        box.valueProperty().addListener((o, was, is) -> model.setMapping(m -> change.apply(m, text(is))));
        return field(TEXTS.get("role." + key), box);
    }

    /** A pointer to the unit begins with a slash; anything else is the unit itself. */
    private Node unit(FeedMapping m) {
        List<String> items = new ArrayList<>();
        model.fields().stream().filter(f -> f.kind() == Field.Kind.TEXT && f.distinct() <= 3).map(Field::pointer).forEach(items::add);
        ComboBox<String> box = editable(items, m.unitAt().isEmpty() ? m.unit() : m.unitAt());
        box.setId("feed-unit");
        box.setPromptText(TEXTS.get("role.unit.none"));
        box.valueProperty().addListener((o, was, is) -> model.setMapping(x -> text(is).startsWith("/") ? measured(x, text(is), "", x.quantity())
                : measured(x, "", text(is), x.quantity())));
        return field(TEXTS.get("role.unit"), box);
    }

    private Node quantity(FeedMapping m) {
        TextField text = new TextField(m.quantity());
        text.setPromptText(TEXTS.get("role.quantity.none"));
        text.textProperty().addListener((o, was, is) -> model.setMapping(x -> measured(x, x.unitAt(), x.unit(), is.strip())));
        return field(TEXTS.get("role.quantity"), text);
    }

    private ComboBox<String> editable(List<String> items, String value) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(items));
        box.setEditable(true);
        box.setCellFactory(list -> cell(p -> p.isEmpty() ? TEXTS.get("role.none") : p + sample(p)));
        box.setValue(value);
        box.getEditor().focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                box.setValue(box.getEditor().getText());
            }
        });
        return box;
    }

    private String sample(String pointer) {
        return model.fields().stream().filter(f -> f.pointer().equals(pointer)).findFirst().map(f -> "   " + f.sample()).orElse("");
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    static Node field(String caption, Node control) {
        Label label = new Label(caption);
        label.getStyleClass().add("caption");
        control.setAccessibleText(caption);
        if (control instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
            region.setPrefWidth(320);
        }
        return new VBox(2, label, control);
    }

    static HBox row(Node... nodes) {
        HBox row = new HBox(16, nodes);
        row.setAlignment(Pos.BOTTOM_LEFT);
        for (Node node : nodes) {
            HBox.setHgrow(node, Priority.ALWAYS);
        }
        return row;
    }

    private static <T> ListCell<T> cell(Function<T, String> text) {
        return new ListCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
            }
        };
    }
}
