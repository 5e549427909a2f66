package org.kvarter.ui.study;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.model.VectorLayer;
import org.kvarter.study.area.FloorAreas;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.scenario.Fields;
import org.kvarter.ui.sheet.Sheet;

/** Floor areas: over which areas, how storeys are found, the sums, and ways on. They are reckoned when the panel comes out. */
final class FloorAreasView extends VBox {

    private static final Texts TEXTS = Texts.in(FloorAreasView.class);

    private final FloorAreasModel model;
    private final FigureRows figures = new FigureRows();
    private final VBox results = new VBox(12);
    private final Label empty = new Label(TEXTS.get("area.nothing"));
    private final Label from = new Label();
    private final Button plotsColour;
    private final ComboBox<VectorLayer> layers = Combos.of(java.util.List.of(), VectorLayer::title);
    private boolean showing;

    FloorAreasView(FloorAreasModel model, StudyFiles files, Consumer<Sheet> sheets) {
        super(12);
        this.model = model;
        layers.setId("area-plots");
        layers.valueProperty().addListener((o, was, is) -> {
            if (!showing && is != null) {
                model.choosePlots(is.id());
            }
        });
        TextField height = new TextField();
        height.setId("area-storey");
        Live.value(this, model.storeyHeightProperty(), is -> height.setText(Numbers.exact(is.doubleValue(), 2)));
        Runnable put = () -> {
            double metres = Fields.number(height.getText());
            boolean wrong = !(metres >= 2 && metres <= 10);
            height.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, wrong);
            if (!wrong && metres != model.storeyHeightProperty().get()) {
                model.storeyHeightProperty().set(metres);
            }
        };
        height.setOnAction(e -> put.run());
        height.focusedProperty().addListener((o, was, is) -> put.run());
        plotsColour = wide(Buttons.labelled(Feather.DROPLET, TEXTS.get("area.colourPlots"), () -> model.colour(true)), "area-colour-plots");
        Button buildings = wide(Buttons.labelled(Feather.DROPLET, TEXTS.get("area.colourBuildings"), () -> model.colour(false)), "area-colour-buildings");
        Button table = Buttons.labelled(Feather.LIST, TEXTS.get("area.table"), () -> sheets.accept(AreaTables.sheet(model)));
        table.setId("area-table");
        Button csv = Buttons.labelled(Feather.DOWNLOAD, TEXTS.get("csv"), () -> files.save(this, TEXTS.get("area.file"), model.writing(), "csv"));
        csv.setId("area-csv");
        for (Label label : new Label[] {from, empty}) {
            label.getStyleClass().add("caption");
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        results.getChildren().setAll(figures, from, plotsColour, buildings, new FlowPane(8, 8, table, csv));
        Label note = new Label(TEXTS.get("area.note"));
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(Fields.field(TEXTS.get("area.plots"), layers), Fields.field(TEXTS.get("area.storey"), height), results, empty, note);
        Live.refresh(this, this::show, model.resultProperty());
        model.compute();
    }

    private static Button wide(Button button, String id) {
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private void show() {
        showing = true;
        layers.getItems().setAll(model.plotLayers());
        layers.setValue(model.plots().orElse(null));
        layers.setDisable(layers.getItems().isEmpty());
        showing = false;
        FloorAreas areas = model.resultProperty().get();
        boolean any = areas != null && !areas.buildings().isEmpty();
        Fields.present(results, any);
        Fields.present(empty, areas != null && !any);
        if (!any) {
            return;
        }
        FloorAreas.Totals t = areas.totals();
        figures.clear();
        figures.add(TEXTS.get("area.buildings"), Numbers.whole(t.buildings()), "");
        figures.add(TEXTS.get("area.covered"), Numbers.with(Numbers.measured(t.covered()), "m²"), "");
        figures.add(TEXTS.get("area.floor"), Numbers.with(Numbers.measured(t.floor()), "m²"), "");
        if (t.plots() > 0) {
            figures.add(TEXTS.get("area.plotSum"), Numbers.with(Numbers.measured(t.plots()), "m²"), "");
            figures.add(TEXTS.get("area.onPlots"), Numbers.with(Numbers.measured(t.onPlots()), "m²"), "");
            figures.add(TEXTS.get("area.ratio"), Numbers.three(t.onPlots() / t.plots()), "");
        }
        plotsColour.setDisable(areas.plots().isEmpty());
        from.setText(TEXTS.get("area.from", Numbers.whole(t.buildings() - t.byHeight() - t.unknown()), Numbers.whole(t.byHeight()),
                Numbers.with(Numbers.three(areas.rule().storeyHeight()), "m")));
    }
}
