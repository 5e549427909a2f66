package org.kvarter.ui.loading;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.importing.HeightCandidate;
import org.kvarter.importing.LayerPreview;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.model.District;
import org.kvarter.model.LayerKind;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Numbers;

/** The choices of files before they are read: where they lie, what their layers are, what raises their footprints. */
public final class ImportView extends VBox {

    private static final Texts TEXTS = Texts.in(ImportView.class);

    private final List<FileChoices> files;
    private final District district;
    private final BooleanProperty answered = new SimpleBooleanProperty(this, "answered");

    /**
     * @param files    what is asked about
     * @param district what is open, to show places on
     */
    public ImportView(List<FileChoices> files, District district) {
        this.files = files;
        this.district = district;
        getStyleClass().add("import");
        files.forEach(f -> getChildren().add(file(f)));
        check();
    }

    /** Whether everything that must be known is. */
    public BooleanProperty answeredProperty() {
        return answered;
    }

    private void check() {
        answered.set(files.stream().allMatch(FileChoices::isAnswered));
    }

    private Node file(FileChoices choices) {
        Label name = new Label(choices.file().getFileName().toString());
        name.getStyleClass().add("report-title");
        Label format = new Label(choices.format().isEmpty() ? TEXTS.get("format.unknown") : choices.format());
        format.getStyleClass().add("caption");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, name, gap, format);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(8, head);
        box.getStyleClass().add("report-layer");
        if (!choices.question().isEmpty()) {
            Label why = new Label(choices.question());
            why.setWrapText(true);
            why.setMinHeight(USE_PREF_SIZE);
            box.getChildren().add(why);
        }
        box.getChildren().add(crs(choices));
        if (choices.layers().isEmpty() && choices.question().isEmpty()) {
            box.getChildren().add(lod(choices));
        }
        choices.layers().forEach(l -> box.getChildren().add(layer(choices, l)));
        return box;
    }

    private Node crs(FileChoices choices) {
        if (!choices.candidates().isEmpty()) {
            return new PlaceChoice(choices, district, this::check);
        }
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        String local = TEXTS.get("crs.local");
        if (!choices.question().isEmpty()) {
            box.getItems().add(local);
        }
        box.setPromptText(TEXTS.get(choices.question().isEmpty() ? "crs.fromFile" : "crs.prompt"));
        Label found = new Label();
        found.getStyleClass().add("caption");
        found.setWrapText(true);
        box.getEditor().textProperty().addListener((o, was, is) -> {
            String text = is == null ? "" : is.trim();
            choices.setCrs(text.equals(local) ? ImportRequest.LOCAL : text);
            found.setText(text.isEmpty() || text.equals(local) ? ""
                    : FileChoices.known(choices.crs()).map(CoordinateSystem::label).orElse(TEXTS.get("crs.unknown")));
            check();
        });
        return field(TEXTS.get("crs"), new VBox(2, box, found));
    }

    private static Node lod(FileChoices choices) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList("", "0", "1", "1.2", "1.3", "2", "2.2", "3"));
        box.setConverter(Combos.words(lod -> lod.isEmpty() ? TEXTS.get("lod.highest") : TEXTS.get("lod.one", lod)));
        box.setValue("");
        box.setOnAction(e -> choices.setLod(box.getValue()));
        return field(TEXTS.get("lod"), box);
    }

    private static Node layer(FileChoices choices, LayerPreview layer) {
        Label title = new Label(layer.title());
        Label facts = new Label(layer.geometry() + (layer.features() < 0 ? "" : " · " + TEXTS.get("features", layer.features())));
        facts.getStyleClass().add("caption");
        VBox words = new VBox(title, facts);
        words.setMinWidth(160);
        words.setPrefWidth(160);
        ComboBox<LayerKind> kind = new ComboBox<>(FXCollections.observableArrayList(LayerKind.BUILDINGS, LayerKind.STREETS, LayerKind.RAIL,
                LayerKind.WATER, LayerKind.GREEN, LayerKind.TREES, LayerKind.PLOTS, LayerKind.AREAS, LayerKind.LINES, LayerKind.POINTS));
        if (!kind.getItems().contains(layer.kind())) {
            kind.getItems().add(layer.kind());
        }
        kind.setConverter(Combos.words(k -> TEXTS.get("kind." + k.name())));
        kind.setValue(choices.kind(layer));
        kind.setAccessibleText(TEXTS.get("kind"));
        kind.setTooltip(new javafx.scene.control.Tooltip(layer.kindReason()));
        HBox row = new HBox(8, words, kind);
        row.setAlignment(Pos.CENTER_LEFT);
        Node height = height(choices, layer);
        height.setVisible(choices.kind(layer) == LayerKind.BUILDINGS);
        kind.setOnAction(e -> {
            choices.setKind(layer, kind.getValue());
            height.setVisible(kind.getValue() == LayerKind.BUILDINGS);
        });
        HBox.setHgrow(height, Priority.ALWAYS);
        row.getChildren().add(height);
        return row;
    }

    private static Node height(FileChoices choices, LayerPreview layer) {
        if (layer.heights().isEmpty()) {
            TextField metres = new TextField();
            metres.setPrefColumnCount(4);
            metres.setPromptText(TEXTS.get("height.default"));
            metres.setAccessibleText(TEXTS.get("height.default"));
            metres.textProperty().addListener((o, was, is) -> choices.setDefaultHeight(layer, metres(is)));
            return metres;
        }
        ComboBox<HeightCandidate> box = new ComboBox<>(FXCollections.observableArrayList(FileChoices.heights(layer)));
        box.setConverter(Combos.words(c -> TEXTS.get(c.measure() == HeightCandidate.Measure.HEIGHT ? "height.by" : "storeys.by", c.attribute(),
                Numbers.three(c.metresPerUnit()))));
        box.setValue(layer.heights().get(0));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(TEXTS.get("height"));
        box.setTooltip(new javafx.scene.control.Tooltip(layer.heights().get(0).reason()));
        box.setOnAction(e -> {
            choices.setHeight(layer, box.getValue());
            box.getTooltip().setText(box.getValue().reason());
        });
        return box;
    }

    private static double metres(String text) {
        try {
            return Double.parseDouble(text.trim().replace(',', '.'));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Node field(String title, Node control) {
        Label label = new Label(title);
        label.setMinWidth(160);
        GridPane row = new GridPane();
        row.setHgap(8);
        row.add(label, 0, 0);
        row.add(control, 1, 0);
        GridPane.setHgrow(control, Priority.ALWAYS);
        GridPane.setValignment(label, javafx.geometry.VPos.TOP);
        label.setPadding(new javafx.geometry.Insets(6, 0, 0, 0));
        return row;
    }
}
