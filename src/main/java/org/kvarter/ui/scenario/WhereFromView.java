package org.kvarter.ui.scenario;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Provenance;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.FloatingPanel;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Wording;
import org.kvarter.ui.sheet.Sheet;
import org.kvarter.workshop.WordedBook;

/** Where a number comes from: its formula, everything it is reckoned from with file and origin, and what is not understood. */
public final class WhereFromView extends VBox {

    private static final Texts TEXTS = Texts.in(WhereFromView.class);

    private WhereFromView(Provenance from, String shown, String scenario) {
        getStyleClass().add("where-from");
        Label number = new Label(shown);
        number.getStyleClass().add("where-number");
        Label under = new Label(scenario);
        under.getStyleClass().add("text-muted");
        Label formula = new Label(from.formula());
        formula.setWrapText(true);
        formula.getStyleClass().add("where-formula");
        getChildren().setAll(new VBox(number, under), title("where.formula"), formula, title("where.inputs"), inputs(from));
        for (String remark : from.remarks()) {
            Label label = new Label(remark, Icons.of(Feather.ALERT_TRIANGLE));
            label.getStyleClass().add("remark");
            label.setWrapText(true);
            getChildren().add(label);
        }
    }

    private static Label title(String key) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add("group-title");
        return label;
    }

    private static GridPane inputs(Provenance from) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("where-inputs");
        ColumnConstraints name = new ColumnConstraints();
        name.setPercentWidth(34);
        ColumnConstraints value = new ColumnConstraints();
        value.setPercentWidth(18);
        ColumnConstraints origin = new ColumnConstraints();
        origin.setPercentWidth(14);
        ColumnConstraints source = new ColumnConstraints();
        source.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(name, value, origin, source);
        int row = 0;
        for (Provenance.Input input : from.inputs()) {
            Label what = cell(input.name());
            what.setGraphic(Icons.of(switch (input.kind()) {
                case SERIES -> Feather.ACTIVITY;
                case FLOWS -> Feather.TRENDING_UP;
                case MOVEMENT -> Feather.NAVIGATION;
                case ATTRIBUTE -> Feather.HASH;
                case ASSUMPTION -> Feather.SLIDERS;
                case KPI -> Feather.BAR_CHART_2;
            }));
            what.setGraphicTextGap(8);
            grid.addRow(row++, what, cell(Double.isNaN(input.value()) ? input.unit() : Quantity.of(input.value(), input.unit()).toString()),
                    cell(input.kind() == Provenance.Kind.KPI ? TEXTS.get("where.reckoned") : TEXTS.get("origin." + input.origin())),
                    cell(input.source()));
        }
        return grid;
    }

    private static Label cell(String text) {
        Label cell = new Label(text);
        cell.setWrapText(true);
        cell.setMaxWidth(Double.MAX_VALUE);
        GridPane.setValignment(cell, VPos.TOP);
        return cell;
    }

    /**
     * A sheet that tells where a value comes from.
     *
     * @param shown    the value as people read it
     * @param scenario name of the scenario it is of
     */
    public static Sheet sheet(Provenance from, String shown, String scenario) {
        return new Sheet(Wording.readable(from.title()), 720, FloatingPanel.scrolling(new WhereFromView(from, shown, scenario)))
                .withDefault(TEXTS.get("close"), () -> { });
    }

    /** A sheet that tells where a key figure of the shown scenario comes from. */
    static Sheet sheet(Session session, ScenariosModel model, Kpi kpi, Consumer<Sheet> sheets) {
        String active = session.scenarios().active();
        ScenarioBook book = WordedBook.of(session.scenarios(), session.story());
        Provenance from = session.scenarioEngine().whereFrom(book, active, book.kpi(kpi.id()).orElse(kpi));
        String scenario = book.scenario(active).map(Scenario::name).orElse(TEXTS.get("today"));
        Sheet sheet = new Sheet(from.title(), 720, FloatingPanel.scrolling(new WhereFromView(from, Quantity.of(from.value(), from.unit()).toString(), scenario)));
        sheet.withButton(Buttons.labelled(Feather.EDIT_2, TEXTS.get("kpi.edit"), () -> {
            sheet.close();
            sheets.accept(KpiEditor.sheet(session, model, Optional.of(kpi)));
        }));
        return sheet.withDefault(TEXTS.get("close"), () -> { });
    }
}
