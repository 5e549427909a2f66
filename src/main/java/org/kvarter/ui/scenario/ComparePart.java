package org.kvarter.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kvarter.scenario.Comparison;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Segments;

/** Which scenario the shown one is held against, how, and all key figures of the two with difference and percentage. */
final class ComparePart extends VBox {

    private static final Texts TEXTS = Texts.in(ComparePart.class);
    private static final String ALONE = "\u0000";

    private final Session session;
    private final ScenariosModel model;
    private final ComboBox<String> with;
    private final Segments<Pair.Mode> modes;
    private final GridPane table = new GridPane();
    private boolean updating;

    ComparePart(Session session, ScenariosModel model, KpisModel kpis) {
        this.session = session;
        this.model = model;
        getStyleClass().add("compare");
        with = Fields.choice(List.of(ALONE), this::name);
        with.setId("compare-with");
        with.setOnAction(e -> {
            if (!updating && with.getValue() != null) {
                model.compare(with.getValue().equals(ALONE) ? null : with.getValue());
            }
        });
        modes = new Segments<>(List.of(Pair.Mode.values()), m -> TEXTS.get("mode." + m), m -> "compare-" + m.name().toLowerCase(java.util.Locale.ROOT),
                session.scenariosProperty().map(b -> b.compared() == null ? Pair.Mode.SPLIT : b.compared().mode()), model::compareAs);
        table.getStyleClass().add("compare-table");
        table.getColumnConstraints().setAll(number(31), number(31), number(38));
        getChildren().setAll(Fields.field(TEXTS.get("compare"), with), modes, table);
        Live.refresh(this, this::show, session.scenariosProperty());
        Live.value(this, kpis.pairProperty(), this::fill);
    }

    private static ColumnConstraints number(double percent) {
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.LEFT);
        number.setPercentWidth(percent);
        return number;
    }

    private String name(String id) {
        return id.equals(ALONE) ? TEXTS.get("compare.alone") : id.isEmpty() ? TEXTS.get("today")
                : session.scenarios().scenario(id).map(Scenario::name).map(session::word).orElse(id);
    }

    private void show() {
        ScenarioBook book = session.scenarios();
        updating = true;
        List<String> choices = new ArrayList<>(List.of(ALONE));
        if (!book.active().isEmpty()) {
            choices.add("");
        }
        book.scenarios().stream().map(Scenario::id).filter(id -> !id.equals(book.active())).forEach(choices::add);
        if (!with.getItems().equals(choices)) {
            with.getItems().setAll(choices);
        }
        with.setValue(book.compared() == null ? ALONE : book.compared().with());
        updating = false;
        Fields.present(this, !book.scenarios().isEmpty());
        Fields.present(modes, book.compared() != null);
        Fields.present(table, book.compared() != null);
    }

    private void fill(List<Comparison> rows) {
        table.getChildren().clear();
        if (rows.isEmpty() || session.scenarios().compared() == null) {
            return;
        }
        table.addRow(0, head(name(session.scenarios().compared().with())), head(name(session.scenarios().active())), head(TEXTS.get("compare.change")));
        int at = 1;
        for (Comparison c : rows) {
            if (!c.kpi().hidden()) {
                Label title = new Label(session.word(c.kpi().title()));
                title.getStyleClass().add("compare-title");
                title.setWrapText(true);
                table.add(title, 0, at++, 3, 1);
                table.addRow(at++, value(c.first(), c), value(c.second(), c), change(c));
            }
        }
    }

    private VBox change(Comparison c) {
        Label percent = KpiStrip.change(c);
        percent.setMinWidth(USE_PREF_SIZE);
        Label difference = new Label(Double.isNaN(c.share()) ? "" : Quantity.change(c.difference(), session.word(c.kpi().unit())).toString());
        difference.getStyleClass().add("caption");
        difference.setMinWidth(0);
        Buttons.named(percent, percent.getAccessibleText(), Quantity.change(c.difference(), session.word(c.kpi().unit())).toString());
        return new VBox(percent, difference);
    }

    private static Label head(String text) {
        Label head = new Label(text);
        head.getStyleClass().add("caption");
        head.setMinWidth(0);
        head.setWrapText(true);
        head.setMinHeight(USE_PREF_SIZE);
        GridPane.setValignment(head, javafx.geometry.VPos.BOTTOM);
        return head;
    }

    private HBox value(double value, Comparison c) {
        Quantity quantity = Quantity.of(value, session.word(c.kpi().unit()));
        Label number = new Label(quantity.number());
        number.getStyleClass().add("compare-number");
        number.setMinWidth(USE_PREF_SIZE);
        Label unit = new Label(quantity.unit());
        unit.getStyleClass().add("caption");
        unit.setMinWidth(0);
        HBox both = new HBox(3, number, unit);
        both.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        return both;
    }
}
