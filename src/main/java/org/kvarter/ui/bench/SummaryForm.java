package org.kvarter.ui.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.Statistic;
import org.kvarter.model.Layer;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Wording;
import org.kvarter.ui.scenario.Fields;
import org.kvarter.ui.sheet.Sheet;

/** Choosing what is summed up over which areas, and how. */
final class SummaryForm extends VBox {

    private static final Texts TEXTS = Texts.in(SummaryForm.class);

    private final SummaryModel model;
    private final ComboBox<Layer> of;
    private final ComboBox<Layer> areas;
    private final ComboBox<SummaryModel.What> what = Combos.of(List.of(), SummaryModel.What::title);
    private final ComboBox<Statistic> statistic = Combos.of(Arrays.asList(Statistic.values()), s -> TEXTS.get("statistic." + s));
    private final ComboBox<String> weight = Combos.of(List.of(), w -> w.isEmpty() ? TEXTS.get("summary.unweighted") : Wording.readable(w));
    private final ComboBox<AreaSummary.Belonging> belonging = Combos.of(Arrays.asList(AreaSummary.Belonging.values()), b -> TEXTS.get("belonging." + b));
    private final TextField name = new TextField();
    private final Button done;
    private boolean named;
    private boolean naming;

    private SummaryForm(SummaryModel model, Button done) {
        super(12);
        this.model = model;
        this.done = done;
        of = Combos.of(model.sources(), Layer::title);
        areas = Combos.of(model.areas(), Layer::title);
        of.setId("summary-of");
        areas.setId("summary-areas");
        what.setId("summary-what");
        statistic.setId("summary-statistic");
        name.setId("summary-name");
        of.setValue(model.source());
        areas.setValue(areas.getItems().isEmpty() ? null : areas.getItems().get(0));
        statistic.setValue(Statistic.SUM);
        belonging.setValue(AreaSummary.Belonging.POINT);
        VBox weighted = Fields.field(TEXTS.get("summary.weight"), weight);
        Label none = new Label(TEXTS.get("summary.noAreas"));
        none.getStyleClass().add("filter-error");
        none.setWrapText(true);
        Fields.present(none, areas.getItems().isEmpty());
        getChildren().setAll(Fields.field(TEXTS.get("summary.of"), of), new HBox(12, Fields.field(TEXTS.get("summary.what"), what), Fields.field(TEXTS.get("summary.how"), statistic)),
                weighted, Fields.field(TEXTS.get("summary.areas"), areas), none, Fields.field(TEXTS.get("summary.belonging"), belonging), Fields.field(TEXTS.get("column.name"), name));
        of.valueProperty().subscribe(this::sourceChanged);
        what.valueProperty().addListener((o, was, is) -> propose());
        areas.valueProperty().addListener((o, was, is) -> propose());
        statistic.valueProperty().subscribe(is -> {
            weighted.setDisable(is != Statistic.MEAN);
            propose();
        });
        name.textProperty().addListener((o, was, is) -> {
            named |= !naming;
            check();
        });
        propose();
    }

    /** @param shown goes to the layer of areas once the sum is made */
    static Sheet sheet(SummaryModel model, Consumer<String> shown) {
        Sheet[] sheet = new Sheet[1];
        SummaryForm[] form = new SummaryForm[1];
        Button done = Buttons.primary(null, TEXTS.get("summary.add"), () -> {
            sheet[0].close();
            model.apply(form[0].summary());
            shown.accept(form[0].summary().areas());
        });
        done.setId("summary-done");
        form[0] = new SummaryForm(model, done);
        sheet[0] = new Sheet(TEXTS.get("summary.title"), 520, form[0]).withCancel(TEXTS.get("cancel")).withButton(done);
        return sheet[0];
    }

    private void sourceChanged(Layer layer) {
        if (layer != null) {
            what.getItems().setAll(model.whats(layer));
            what.setValue(what.getItems().get(0));
            weight.getItems().setAll(model.weights(layer));
            weight.setValue("");
        }
    }

    private void propose() {
        if (!named && what.getValue() != null && areas.getValue() != null) {
            naming = true;
            name.setText(model.name(what.getValue(), statistic.getValue(), areas.getValue()));
            naming = false;
        }
        check();
    }

    private void check() {
        boolean taken = model.isTaken(name.getText().strip(), areas.getValue());
        name.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, taken);
        done.setDisable(taken || name.getText().isBlank() || areas.getValue() == null || of.getValue() == null || what.getValue() == null);
    }

    private AreaSummary summary() {
        SummaryModel.What value = what.getValue();
        return new AreaSummary(name.getText().strip(), of.getValue().id(), areas.getValue().id(), value.value(), value.ofSeries(),
                value.value().isEmpty() ? Statistic.COUNT : statistic.getValue(), statistic.getValue() == Statistic.MEAN ? weight.getValue() : "", belonging.getValue());
    }
}
