package org.kvarter.ui.overlays;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.Ramp;
import org.kvarter.overlay.Ramps;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.series.SeriesValues;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Wording;

/** How one overlay is made: values, divisor, scale, ramp, range, title. Each choice shows on the twin at once. */
final class OverlayEditor extends VBox {

    private static final Texts TEXTS = Texts.in(OverlayEditor.class);

    private final OverlaysModel model;
    private final ComboBox<OverlaysModel.Choice> values = new ComboBox<>();
    private final ComboBox<SeriesValues.Aggregation> aggregation =
            new ComboBox<>(FXCollections.observableArrayList(SeriesValues.Aggregation.values()));
    private final ComboBox<String> per = new ComboBox<>();
    private final ComboBox<ScaleSpec.Method> method = new ComboBox<>();
    private final Spinner<Integer> classes = new Spinner<>(2, 12, 5);
    private final ComboBox<Ramp> ramp = new ComboBox<>(FXCollections.observableArrayList(Ramps.all()));
    private final ToggleSwitch reverse = new ToggleSwitch();
    private final TextField minimum = new TextField();
    private final TextField maximum = new TextField();
    private final TextField breaks = new TextField();
    private final TextField title = new TextField();
    private final TextField unit = new TextField();
    private final Node aggregationRow;
    private final Node perRow;
    private final Node classesRow;
    private final Node rangeRow;
    private final Label perInterval = new Label(TEXTS.get("perInterval"));
    private final Node breaksRow;
    private OverlaySpec spec;
    private boolean updating;

    OverlayEditor(OverlaysModel model) {
        this.model = model;
        getStyleClass().add("overlay-editor");
        values.setConverter(Combos.words(c -> Wording.readable(c.title()) + (c.unit().isBlank() ? "" : "  (" + c.unit() + ")")));
        aggregation.setConverter(Combos.words(a -> TEXTS.get("aggregation." + a.name())));
        per.setConverter(Combos.words(a -> a.isEmpty() ? TEXTS.get("per.none") : Wording.readable(a)));
        method.setConverter(Combos.words(m -> TEXTS.get("method." + m.name())));
        ramp.setCellFactory(list -> new RampCell());
        ramp.setButtonCell(new RampCell());
        values.setOnAction(e -> change(() -> model.setValues(spec, values.getValue())));
        aggregation.setOnAction(e -> change(() -> model.setAggregation(spec, aggregation.getValue())));
        per.setOnAction(e -> change(() -> model.setDivisor(spec, per.getValue())));
        method.setOnAction(e -> change(this::scaleChanged));
        classes.valueProperty().addListener((o, was, is) -> change(this::scaleChanged));
        ramp.setOnAction(e -> change(this::scaleChanged));
        reverse.selectedProperty().addListener((o, was, is) -> change(this::scaleChanged));
        reverse.setAccessibleText(TEXTS.get("reverse"));
        for (TextField field : List.of(minimum, maximum, breaks)) {
            commits(field, this::scaleChanged);
        }
        commits(title, () -> model.setTitle(spec, title.getText().trim(), unit.getText().trim()));
        commits(unit, () -> model.setTitle(spec, title.getText().trim(), unit.getText().trim()));
        unit.setPrefColumnCount(6);
        minimum.setPromptText(TEXTS.get("auto"));
        maximum.setPromptText(TEXTS.get("auto"));
        breaks.setPromptText(TEXTS.get("breaks.prompt"));
        classes.getStyleClass().add(Spinner.STYLE_CLASS_SPLIT_ARROWS_HORIZONTAL);
        aggregationRow = field("aggregation", aggregation);
        perRow = field("per", per);
        classesRow = field("classes", classes);
        rangeRow = new HBox(8, grow(field("minimum", minimum)), grow(field("maximum", maximum)));
        breaksRow = field("breaks", breaks);
        perInterval.getStyleClass().add("caption");
        perInterval.setWrapText(true);
        Label reverseLabel = new Label(TEXTS.get("reverse"));
        HBox.setHgrow(reverseLabel, Priority.ALWAYS);
        reverseLabel.setMaxWidth(Double.MAX_VALUE);
        HBox reverseRow = new HBox(8, reverseLabel, reverse);
        reverseRow.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(field("values", values), aggregationRow, perRow, field("method", method), classesRow, breaksRow,
                field("ramp", ramp), reverseRow, rangeRow, perInterval, new HBox(8, grow(field("name", title)), field("unit", unit)));
    }

    void show(OverlaySpec now) {
        updating = true;
        spec = now;
        List<OverlaysModel.Choice> choices = model.layers().stream().filter(l -> l.id().equals(now.layerId()))
                .flatMap(l -> model.choices(l).stream()).toList();
        values.setItems(FXCollections.observableArrayList(choices));
        OverlaysModel.Choice chosen = model.choiceOf(now).orElse(null);
        values.setValue(chosen);
        boolean text = chosen != null && model.isText(chosen);
        boolean series = now.values() instanceof ValueSource.Series;
        present(aggregationRow, series);
        if (now.values() instanceof ValueSource.Series s) {
            aggregation.setValue(s.aggregation());
        }
        present(perRow, !text);
        List<String> divisors = new ArrayList<>(List.of(""));
        model.layers().stream().filter(l -> l.id().equals(now.layerId())).findFirst().ifPresent(l -> divisors.addAll(model.divisors(l)));
        per.setItems(FXCollections.observableArrayList(divisors));
        per.setValue(now.perAttribute());
        ScaleSpec scale = now.scale();
        method.setItems(FXCollections.observableArrayList(model.methods(now)));
        method.setValue(model.method(now));
        boolean classed = scale.method() == ScaleSpec.Method.QUANTILE || scale.method() == ScaleSpec.Method.EQUAL_INTERVAL
                || scale.method() == ScaleSpec.Method.JENKS;
        present(classesRow, classed);
        classes.getValueFactory().setValue(scale.classes());
        present(breaksRow, scale.method() == ScaleSpec.Method.MANUAL);
        breaks.setText(scale.breaks().stream().map(OverlayEditor::plain).collect(Collectors.joining("; ")));
        ramp.setValue(Ramps.byId(scale.ramp()));
        reverse.setSelected(scale.reverse());
        present(rangeRow, scale.method() == ScaleSpec.Method.CONTINUOUS || scale.method() == ScaleSpec.Method.EQUAL_INTERVAL);
        present(perInterval, (breaksRow.isVisible() || rangeRow.isVisible()) && now.values() instanceof ValueSource.Series s
                && s.aggregation() == SeriesValues.Aggregation.SUM);
        minimum.setText(Double.isNaN(scale.minimum()) ? "" : plain(scale.minimum()));
        maximum.setText(Double.isNaN(scale.maximum()) ? "" : plain(scale.maximum()));
        title.setText(now.title());
        unit.setText(now.unit());
        updating = false;
    }

    private void scaleChanged() {
        model.setScale(spec, new ScaleSpec(method.getValue(), ramp.getValue().id(), reverse.isSelected(), classes.getValue(),
                number(minimum.getText()), number(maximum.getText()), method.getValue() == ScaleSpec.Method.MANUAL ? limits() : List.of()));
    }

    private List<Double> limits() {
        return Arrays.stream(breaks.getText().split("[;\\s]+")).map(OverlayEditor::number).filter(d -> !d.isNaN()).sorted().distinct().limit(11)
                .toList();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.trim().replace(',', '.').replace("\u00a0", "").replace(" ", ""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e12 ? Long.toString((long) value) : Double.toString(value);
    }

    private void change(Runnable run) {
        if (!updating && spec != null) {
            run.run();
        }
    }

    private void commits(TextField field, Runnable run) {
        field.setOnAction(e -> change(run));
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                change(run);
            }
        });
    }

    private static void present(Node row, boolean is) {
        row.setVisible(is);
        row.setManaged(is);
    }

    private static Node grow(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    private static Node field(String key, Node control) {
        Label caption = new Label(TEXTS.get(key));
        caption.getStyleClass().add("caption");
        caption.setLabelFor(control);
        control.setAccessibleText(TEXTS.get(key));
        if (control instanceof javafx.scene.layout.Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return new VBox(2, caption, control);
    }
}
