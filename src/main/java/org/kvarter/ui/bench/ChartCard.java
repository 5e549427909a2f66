package org.kvarter.ui.bench;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.analysis.chart.BenchChart;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;

/** A chart with what it shows above it. */
final class ChartCard extends VBox {

    private static final Texts TEXTS = Texts.in(ChartCard.class);
    /** Width from which on there is room for a word beside what is shown. */
    private static final double WORDY = 260;

    private final BenchModel model;
    private final ChartSpec spec;

    ChartCard(BenchModel model, ChartSpec spec, ObservableBooleanValue dark) {
        this.model = model;
        this.spec = spec;
        getStyleClass().add("bench-card");
        HBox head = new HBox(4);
        head.setAlignment(Pos.CENTER_LEFT);
        Node icon = Icons.of(icon(spec.kind()));
        head.getChildren().add(icon);
        head.getChildren().add(choice(spec.x(), "x", chosen -> replace(spec.withX(chosen))));
        if (spec.kind() == BenchChart.Kind.SCATTER) {
            head.getChildren().add(choice(spec.y(), "y", chosen -> replace(spec.withY(chosen))));
        }
        Label sure = new Label(DataOrigins.word(model.origin(spec.x())));
        sure.getStyleClass().add("caption");
        sure.setMinWidth(USE_PREF_SIZE);
        sure.visibleProperty().bind(widthProperty().greaterThan(WORDY));
        sure.managedProperty().bind(sure.visibleProperty()); // dashes and hatches say it too
        HBox gap = new HBox();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        head.getChildren().addAll(sure, gap, Buttons.icon(Feather.X, TEXTS.get("chart.remove"), () -> at(model.charts()::remove)));
        ChartPane chart = switch (spec.kind()) {
            case TOP -> new TopPane(model, spec, dark);
            case HISTOGRAM -> new HistogramPane(model, spec, dark);
            case SCATTER -> new ScatterPane(model, spec, dark);
            case HEAT_MAP -> new HeatPane(model, spec, dark);
        };
        Live.refresh(this, () -> sure.setText(DataOrigins.word(model.origin(spec.x()))), model.session().dataBookProperty());
        chart.setId("chart-" + spec.kind().name().toLowerCase(java.util.Locale.ROOT));
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().setAll(head, chart);
    }

    static Feather icon(BenchChart.Kind kind) {
        return switch (kind) {
            case TOP -> Feather.LIST;
            case HISTOGRAM -> Feather.BAR_CHART_2;
            case SCATTER -> Feather.CROSSHAIR;
            case HEAT_MAP -> Feather.GRID;
        };
    }

    private void replace(ChartSpec other) {
        at(at -> model.charts().replace(at, other));
    }

    private void at(IntConsumer change) {
        int at = model.charts().shown().indexOf(spec);
        if (at >= 0) {
            change.accept(at);
        }
    }

    private ComboBox<BenchValue> choice(BenchValue now, String axis, Consumer<BenchValue> choose) {
        List<BenchValue> choices = model.charts().choices(spec.kind());
        BenchData data = model.dataProperty().get();
        ComboBox<BenchValue> box = Combos.of(choices, v -> data.unit(v).isEmpty() ? data.title(v) : data.title(v) + "  " + data.unit(v));
        box.setButtonCell(new ListCell<>() { // the unit stands in the chart
            @Override
            protected void updateItem(BenchValue item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? TEXTS.get("chart.choose") : data.title(item));
            }
        });
        box.getStyleClass().add("small");
        box.setMaxWidth(spec.kind() == BenchChart.Kind.SCATTER ? 140 : 220);
        box.setMinWidth(60);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPromptText(TEXTS.get("chart.choose"));
        Buttons.named(box, TEXTS.get("chart.axis." + axis), TEXTS.get("chart.axis." + axis));
        box.setValue(now);
        box.setOnAction(e -> {
            if (box.getValue() != null && !box.getValue().equals(now)) {
                choose.accept(box.getValue());
            }
        });
        return box;
    }
}
