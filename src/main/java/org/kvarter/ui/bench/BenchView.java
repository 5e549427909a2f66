package org.kvarter.ui.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.analysis.chart.BenchChart;
import org.kvarter.model.Layer;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.kit.Segments;
import org.kvarter.ui.sheet.Sheet;

/** The bench: which layer and which of its features, the table on the left, charts side by side on the right. */
public final class BenchView extends VBox {

    private static final Texts TEXTS = Texts.in(BenchView.class);

    private final BenchModel model;
    private final Workspace workspace;
    private final ComboBox<Layer> layers = Combos.of(List.of(), Layer::title);
    private final Label count = new Label();
    private final HBox charts = new HBox(8);
    private final Map<ChartSpec, ChartCard> cards = new HashMap<>();
    private boolean showing;

    /**
     * @param sheets opens a sheet over the window
     * @param close  puts the bench away
     */
    public BenchView(BenchModels models, Workspace workspace, Consumer<Sheet> sheets, Runnable close) {
        this.model = models.bench();
        this.workspace = workspace;
        getStyleClass().addAll("floating-card", "bench");
        setId("bench");
        layers.setId("bench-layer");
        layers.getStyleClass().add("small");
        layers.setMinWidth(120);
        Buttons.named(layers, TEXTS.get("layer"), TEXTS.get("layer"));
        layers.setOnAction(e -> {
            if (!showing && layers.getValue() != null) {
                model.layerProperty().set(layers.getValue().id());
            }
        });
        count.getStyleClass().add("caption");
        count.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, Icons.of(Feather.TRELLO), layers, new Segments<>(List.of(BenchModel.Scope.values()), s -> TEXTS.get("scope." + s), s -> "bench-" + s,
                model.scopeProperty(), model.scopeProperty()::set), count, gap);
        head.getChildren().addAll(new BenchTools(models, workspace, sheets).buttons());
        head.getChildren().addAll(addChart(), Buttons.icon(Feather.X, TEXTS.get("close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("bench-head");
        FeatureTableView table = new FeatureTableView(model);
        SplitPane body = new SplitPane(table, charts);
        body.setDividerPositions(0.4);
        body.getStyleClass().add("bench-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(head, body);
        Live.refresh(this, this::show, model.dataProperty(), model.selectedProperty());
        Live.refresh(this, this::showCharts, model.charts().shown());
    }

    private MenuButton addChart() {
        MenuButton add = new MenuButton(TEXTS.get("chart.add"), Icons.of(Feather.PLUS));
        add.getStyleClass().add("small");
        add.setId("bench-add-chart");
        add.setMinWidth(USE_PREF_SIZE);
        for (BenchChart.Kind kind : BenchChart.Kind.values()) {
            MenuItem item = new MenuItem(TEXTS.get("chart." + kind), Icons.of(ChartCard.icon(kind)));
            item.setId("bench-add-" + kind);
            item.setOnAction(e -> model.charts().add(kind));
            add.getItems().add(item);
        }
        return add;
    }

    private void show() {
        BenchData data = model.dataProperty().get();
        showing = true;
        List<Layer> all = model.layers();
        if (!layers.getItems().equals(all)) {
            layers.getItems().setAll(all);
        }
        layers.setValue(all.stream().filter(l -> l.id().equals(data.layerId())).findFirst().orElse(null));
        showing = false;
        int picked = model.selectedProperty().get().cardinality();
        String of = TEXTS.get("count", Numbers.whole(data.rows().length));
        String scenario = model.scenario();
        count.setText(of + (picked == 0 ? "" : " · " + TEXTS.get("picked", Numbers.whole(picked))) + (scenario.isEmpty() ? "" : " · " + scenario));
    }

    private void showCharts() {
        List<Node> shown = new ArrayList<>();
        Map<ChartSpec, ChartCard> kept = new HashMap<>();
        for (ChartSpec spec : model.charts().shown()) {
            ChartCard card = kept.containsKey(spec) ? null : cards.get(spec);
            ChartCard now = card == null ? new ChartCard(model, spec, workspace.settings().darkBinding()) : card;
            kept.put(spec, now);
            HBox.setHgrow(now, Priority.ALWAYS);
            shown.add(now);
        }
        cards.clear();
        cards.putAll(kept);
        if (shown.isEmpty()) {
            Label hint = new Label(TEXTS.get("chart.hint"));
            hint.getStyleClass().add("panel-hint");
            hint.setWrapText(true);
            shown.add(hint);
        }
        charts.getChildren().setAll(shown);
    }
}
