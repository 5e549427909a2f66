package org.kvarter.ui.series;

import java.time.ZoneId;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kvarter.model.Layer;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.CsvPreview;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Combos;

/** A table before it becomes a series: its first rows, how it is read, and once it is read, what matched on both sides. */
public final class SeriesImportView extends VBox {

    private static final Texts TEXTS = Texts.in(SeriesImportView.class);
    private static final int ROWS = 5;
    private static final int COLUMNS = 12;

    private final SeriesImportModel model;
    private final ComboBox<CsvFormat.Layout> layout = Combos.of(List.of(CsvFormat.Layout.values()), l -> TEXTS.get("layout." + l.name()));
    private final ComboBox<Integer> time;
    private final ComboBox<Integer> key;
    private final ComboBox<Integer> value;
    private final VBox joinBox = new VBox(8);
    private final ProgressBar progress = new ProgressBar();
    private final Label message = new Label();
    private final Node keyRow;
    private final Node valueRow;

    public SeriesImportView(SeriesImportModel model) {
        this.model = model;
        CsvPreview preview = model.preview();
        List<Integer> columns = java.util.stream.IntStream.range(0, preview.columns().size()).boxed().toList();
        time = Combos.of(columns, preview.columns()::get);
        key = Combos.of(columns, preview.columns()::get);
        value = Combos.of(columns, preview.columns()::get);
        keyRow = field("key", key);
        valueRow = field("value", value);
        getStyleClass().add("series-import");
        Label file = new Label(model.file().getFileName().toString());
        file.getStyleClass().add("report-title");
        Label reasons = new Label(String.join(" · ", preview.reasons()));
        reasons.getStyleClass().add("caption");
        reasons.setWrapText(true);
        reasons.setMinHeight(USE_PREF_SIZE);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("small");
        message.setWrapText(true);
        getChildren().setAll(file, table(preview.columns(), preview.rows()), reasons, form(), joinBox);
        show();
        model.joinProperty().addListener((o, was, is) -> showJoin());
        showJoin();
    }

    /** Whether the series can be added. */
    public BooleanExpression readyProperty() {
        return model.joinProperty().isNotNull();
    }

    private Node form() {
        CsvFormat format = model.format();
        TextField title = new TextField(model.title());
        title.textProperty().addListener((o, was, is) -> model.setTitle(is.trim()));
        TextField unit = new TextField(format.unit());
        unit.setPromptText("kWh");
        unit.textProperty().addListener((o, was, is) -> model.setFormat(model.format().withUnit(is.trim())));
        ComboBox<String> zone = new ComboBox<>(FXCollections.observableArrayList(ZoneId.getAvailableZoneIds().stream()
                .filter(z -> z.startsWith("Europe/") || z.equals("UTC")).sorted().toList()));
        if (!zone.getItems().contains(format.zone())) {
            zone.getItems().add(0, format.zone());
        }
        zone.setValue(format.zone());
        zone.setOnAction(e -> model.setFormat(model.format().withZone(zone.getValue())));
        CheckBox comma = new CheckBox(TEXTS.get("comma"));
        comma.setSelected(format.decimalComma());
        comma.setOnAction(e -> model.setFormat(model.format().withDecimalComma(comma.isSelected())));
        ComboBox<CsvFormat.Label> label = Combos.of(List.of(CsvFormat.Label.values()), l -> TEXTS.get("label." + l.name()));
        label.setValue(format.label());
        label.setOnAction(e -> model.setFormat(model.format().withLabel(label.getValue())));
        layout.setOnAction(e -> reshape());
        time.setOnAction(e -> reshape());
        key.setOnAction(e -> reshape());
        value.setOnAction(e -> reshape());
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(8);
        Node[] left = {field("title", title), field("layout", layout), field("time", time), keyRow};
        Node[] right = {field("unit", unit), field("zone", zone), field("label", label), valueRow};
        for (int i = 0; i < left.length; i++) {
            grid.addRow(i, left[i], right[i]);
            GridPane.setHgrow(left[i], Priority.ALWAYS);
            GridPane.setHgrow(right[i], Priority.ALWAYS);
        }
        grid.add(comma, 0, left.length, 2, 1);
        return grid;
    }

    private void show() {
        CsvFormat format = model.format();
        layout.setValue(format.layout());
        time.setValue(format.timeColumn());
        boolean isLong = format.layout() == CsvFormat.Layout.LONG;
        if (isLong) {
            key.setValue(format.keyColumn());
            value.setValue(format.valueColumn());
        }
        for (Node row : new Node[] {keyRow, valueRow}) {
            row.setVisible(isLong);
            row.setManaged(isLong);
        }
    }

    private void reshape() {
        int columns = model.preview().columns().size();
        int t = time.getValue() == null ? 0 : time.getValue();
        if (layout.getValue() == CsvFormat.Layout.WIDE) {
            model.setFormat(model.format().asWide(t));
        } else {
            int k = key.getValue() != null ? key.getValue() : (t + 1) % columns;
            int v = value.getValue() != null ? value.getValue() : columns - 1;
            model.setFormat(model.format().asLong(t, k, v));
        }
        show();
    }

    /** Shows that the table is being read. */
    public void showProgress(double fraction, String what) {
        message.setText(what);
        progress.setProgress(Double.isNaN(fraction) ? ProgressBar.INDETERMINATE_PROGRESS : fraction);
        if (!joinBox.getChildren().contains(progress)) {
            joinBox.getChildren().setAll(message, progress);
        }
    }

    /** Shows why the table cannot be read so. */
    public void showFailure(String sentence) {
        message.setText(sentence);
        message.getStyleClass().add("filter-error");
        joinBox.getChildren().setAll(message);
    }

    private void showJoin() {
        message.getStyleClass().remove("filter-error");
        if (model.joinProperty().get() == null) {
            joinBox.getChildren().clear();
        } else {
            joinBox.getChildren().setAll(new JoinView(model));
        }
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

    /** The layers on offer, for the view of the join. */
    static ComboBox<Layer> layers(SeriesImportModel model) {
        ComboBox<Layer> box = Combos.of(model.layers(), Layer::title);
        box.setValue(model.layer());
        return box;
    }

    static HBox row(Node... nodes) {
        HBox row = new HBox(16, nodes);
        row.setAlignment(Pos.BOTTOM_LEFT);
        for (Node node : nodes) {
            HBox.setHgrow(node, Priority.ALWAYS);
        }
        return row;
    }
}
