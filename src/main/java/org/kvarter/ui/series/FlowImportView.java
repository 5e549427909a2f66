package org.kvarter.ui.series;

import java.io.File;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.FlowFormat;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Combos;

/** A table of counts or trips before it is read: its first rows, and what its columns are taken for. */
public final class FlowImportView extends VBox {

    private static final Texts TEXTS = Texts.in(FlowImportView.class);
    private static final List<Integer> LIMITS = List.of(15, 25, 40, 60, 100);

    private final FlowImportModel model;
    private final GridPane grid = new GridPane();
    private int cells;

    public FlowImportView(FlowImportModel model) {
        this.model = model;
        FlowFormat format = model.format();
        boolean counts = format.kind() == FlowFormat.Kind.COUNTS;
        boolean isLong = format.csv().layout() == CsvFormat.Layout.LONG;
        getStyleClass().add("series-import");
        Label file = new Label(model.file().getFileName().toString());
        file.getStyleClass().add("report-title");
        Label what = new Label(TEXTS.get(counts ? isLong ? "flow.counts" : "flow.countsWide" : "flow.trips"));
        what.getStyleClass().add("caption");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        grid.setHgap(16);
        grid.setVgap(8);
        if (isLong) {
            column(counts ? "flow.site" : "flow.origin", format.place(), false, (f, c) -> f.withColumns(c, f.other(), f.mode(), f.x(), f.y()));
            column(counts ? "flow.direction" : "flow.destination", format.other(), counts, (f, c) -> f.withColumns(f.place(), c, f.mode(), f.x(), f.y()));
            column("flow.mode", format.mode(), true, (f, c) -> f.withColumns(f.place(), f.other(), c, f.x(), f.y()));
            column("flow.count", format.csv().valueColumn(), false,
                    (f, c) -> f.withCsv(f.csv().asLong(f.csv().timeColumn(), f.csv().keyColumn(), c)));
        }
        if (counts && isLong) {
            column("flow.x", format.x(), true, (f, c) -> f.withColumns(f.place(), f.other(), f.mode(), c, f.y()));
            column("flow.y", format.y(), true, (f, c) -> f.withColumns(f.place(), f.other(), f.mode(), f.x(), c));
        }
        if (format.csv().timeColumn() >= 0) {
            time(format.csv());
        }
        if (counts) {
            streets();
        }
        getChildren().setAll(file, TablePreview.table(format.columnNames(), model.look().rows()), what, grid);
    }

    private void add(String key, Node control) {
        Node field = TablePreview.field(key, control);
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.add(field, cells % 2, cells / 2);
        cells++;
    }

    private void column(String key, int now, boolean mayMiss, BiFunction<FlowFormat, Integer, FlowFormat> take) {
        List<Integer> columns = new ArrayList<>(mayMiss ? List.of(-1) : List.of());
        IntStream.range(0, model.format().columnNames().size()).forEach(columns::add);
        ComboBox<Integer> box = Combos.of(columns, c -> c < 0 ? TEXTS.get("flow.none") : model.format().name(c));
        box.setValue(now);
        box.setId(key.replace('.', '-'));
        box.setOnAction(e -> model.setFormat(take.apply(model.format(), box.getValue())));
        add(key, box);
    }

    private void time(CsvFormat csv) {
        ComboBox<String> zone = new ComboBox<>(FXCollections.observableArrayList(ZoneId.getAvailableZoneIds().stream()
                .filter(z -> z.startsWith("Europe/") || z.equals("UTC")).sorted().toList()));
        if (!zone.getItems().contains(csv.zone())) {
            zone.getItems().add(0, csv.zone());
        }
        zone.setValue(csv.zone());
        zone.setOnAction(e -> model.setFormat(model.format().withCsv(model.format().csv().withZone(zone.getValue()))));
        ComboBox<CsvFormat.Label> label = Combos.of(List.of(CsvFormat.Label.values()), l -> TEXTS.get("label." + l.name()));
        label.setValue(csv.label());
        label.setOnAction(e -> model.setFormat(model.format().withCsv(model.format().csv().withLabel(label.getValue()))));
        add("zone", zone);
        add("label", label);
    }

    private void streets() {
        ComboBox<String> side = Combos.of(List.of("", "right", "left"), s -> TEXTS.get("flow.side." + (s.isEmpty() ? "own" : s)));
        side.setValue("");
        side.setOnAction(e -> model.setSide(side.getValue()));
        ComboBox<Integer> limit = Combos.of(LIMITS, m -> m + " m");
        limit.setValue(40);
        limit.setOnAction(e -> model.setLimit(limit.getValue()));
        Button sites = new Button(sites());
        sites.setOnAction(e -> {
            FileChooser chooser = new FileChooser();
            chooser.setInitialDirectory(model.file().toAbsolutePath().getParent().toFile());
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(TEXTS.get("files"), "*.csv", "*.tsv"));
            File chosen = chooser.showOpenDialog(getScene().getWindow());
            if (chosen != null) {
                model.setSites(chosen.toPath());
                sites.setText(sites());
            }
        });
        add("flow.sites", sites);
        add("flow.limit", limit);
        add("flow.side", side);
    }

    private String sites() {
        return model.sites().isEmpty() ? TEXTS.get(model.format().x() >= 0 ? "flow.sites.here" : "flow.sites.layer") : model.sites();
    }
}
