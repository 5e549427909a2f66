package org.kvarter.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Layer;
import org.kvarter.model.TextColumn;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.Formula;
import org.kvarter.scenario.FormulaException;
import org.kvarter.scenario.Measure;
import org.kvarter.series.SeriesView;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Wording;
import org.kvarter.ui.sheet.Sheet;

/** Makes a measure: on an attribute, on a series, on a layer, or taking features away. */
final class MeasureEditor extends VBox {

    private static final Texts TEXTS = Texts.in(MeasureEditor.class);

    /** What kind of measure is made. */
    enum Kind {
        ATTRIBUTE, SERIES, MODEL, SHOW, HIDE, DEMOLISH
    }

    private final Session session;
    private final ComboBox<Kind> kind;
    private final AreaChoice attributeArea;
    private final AreaChoice seriesArea;
    private final ComboBox<AttributeColumn> attribute = Fields.choice(List.of(), column -> Wording.readable(column.name()));
    private final ComboBox<Measure.Way> way;
    private final TextField amount = new TextField();
    private final ComboBox<SeriesView> series;
    private final ComboBox<SeriesView> given;
    private final ComboBox<Layer> layer;
    private final CheckBox instead = new CheckBox();
    private final Label trouble = new Label();
    private final SimpleBooleanProperty valid = new SimpleBooleanProperty(false);
    private final VBox content = new VBox(16);

    private MeasureEditor(Session session) {
        this.session = session;
        getStyleClass().add("form");
        List<SeriesView> tables = SeriesChoice.of(session);
        List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
        if (tables.isEmpty()) {
            kinds.remove(Kind.SERIES);
        }
        kind = Fields.choice(kinds, k -> TEXTS.get("change." + k));
        kind.setId("measure-kind");
        attributeArea = new AreaChoice(session, true);
        seriesArea = new AreaChoice(session, false);
        way = Fields.choice(List.of(Measure.Way.values()), w -> TEXTS.get("way." + (kind.getValue() == Kind.SERIES ? "series." : "") + w));
        way.setId("measure-way");
        series = Fields.choice(tables, t -> session.word(t.title()));
        List<SeriesView> withNone = new ArrayList<>(tables);
        withNone.add(0, null);
        given = Fields.choice(withNone, t -> session.word(t.title()));
        given.setPromptText(TEXTS.get("change.given.none"));
        layer = Fields.choice(session.district().layers(), Layer::title);
        amount.setId("measure-amount");
        attribute.setId("measure-attribute");
        List<String> names = session.viewProperty().get().assumptions().stream().map(Assumption::id).toList();
        amount.setPromptText(names.isEmpty() ? TEXTS.get("change.amount.number") : TEXTS.get("change.amount.names", String.join(", ", names)));
        instead.setText(TEXTS.get("change.instead", session.selection().size()));
        instead.setId("measure-instead");
        trouble.getStyleClass().add("filter-error");
        trouble.setWrapText(true);
        getChildren().setAll(Fields.field(TEXTS.get("change.kind"), kind), content, trouble);
        kind.setOnAction(e -> build());
        way.setOnAction(e -> check());
        series.setOnAction(e -> check());
        given.setOnAction(e -> check());
        layer.setOnAction(e -> check());
        attribute.setOnAction(e -> check());
        amount.textProperty().addListener((o, was, is) -> check());
        attributeArea.onChange(this::fillAttributes);
        seriesArea.onChange(this::check);
        fillAttributes();
        build();
    }

    private void fillAttributes() {
        AttributeColumn before = attribute.getValue();
        List<AttributeColumn> columns = attributeArea.layer().map(l -> l.features().attributes().columns()).orElse(List.of());
        attribute.getItems().setAll(columns);
        attribute.setValue(columns.stream().filter(c -> before != null && c.name().equals(before.name())).findFirst()
                .orElse(columns.isEmpty() ? null : columns.get(0)));
        check();
    }

    private void build() {
        way.setConverter(Combos.words(w -> TEXTS.get("way." + (kind.getValue() == Kind.SERIES ? "series." : "") + w)));
        switch (kind.getValue()) {
            case ATTRIBUTE -> content.getChildren().setAll(attributeArea, new HBox(8, Fields.field(TEXTS.get("change.attribute"), attribute),
                    Fields.field(TEXTS.get("change.way"), way)), Fields.field(TEXTS.get("change.amount"), amount));
            case SERIES -> content.getChildren().setAll(seriesArea, new HBox(8, Fields.field(TEXTS.get("change.series"), series),
                    Fields.field(TEXTS.get("change.way"), way)), Fields.field(TEXTS.get("change.amount"), amount),
                    Fields.field(TEXTS.get("change.given"), given));
            case DEMOLISH -> content.getChildren().setAll(attributeArea);
            case MODEL -> content.getChildren().setAll(modelHint(), instead);
            default -> content.getChildren().setAll(Fields.field(TEXTS.get("area.LAYER"), layer));
        }
        check();
    }

    private static Label modelHint() {
        Label hint = new Label(TEXTS.get("change.model.hint"));
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        return hint;
    }

    /** Reads a model from a file, which only the scenario shows, in place of the selected features where that is wanted. */
    private void build(ScenariosModel model, String scenarioId, ModelSource models) {
        Area gone = instead.isSelected() && !session.selection().isEmpty() ? AreaChoice.ofSelection(session) : null;
        models.pick(layers -> model.build(scenarioId, layers, gone));
    }

    private boolean isText() {
        return attribute.getValue() instanceof TextColumn && way.getValue() == Measure.Way.SET;
    }

    private void check() {
        Fields.present(instead, !session.selection().isEmpty());
        boolean needsFormula = kind.getValue() == Kind.SERIES || kind.getValue() == Kind.ATTRIBUTE && !isText();
        String problem = needsFormula ? problem(amount.getText()) : "";
        trouble.setText(problem);
        Fields.present(trouble, !problem.isEmpty() && !amount.getText().isBlank());
        valid.set(problem.isEmpty() && switch (kind.getValue()) {
            case ATTRIBUTE -> attributeArea.isValid() && attribute.getValue() != null && !amount.getText().isBlank();
            case SERIES -> seriesArea.isValid() && series.getValue() != null;
            case DEMOLISH -> attributeArea.isValid();
            case MODEL -> true;
            default -> layer.getValue() != null;
        });
    }

    private String problem(String formula) {
        try {
            List<String> known = session.viewProperty().get().assumptions().stream().map(Assumption::id).toList();
            return Formula.of(formula.replace(',', '.')).names().stream().filter(n -> !known.contains(n)).findFirst()
                    .map(n -> TEXTS.get("change.unknown", n)).orElse("");
        } catch (FormulaException e) {
            return e.getMessage();
        }
    }

    private Measure measure() {
        String formula = amount.getText().strip().replace(',', '.');
        return switch (kind.getValue()) {
            case ATTRIBUTE -> new Measure.ChangeAttribute(attributeArea.area(), attribute.getValue().name(), attribute.getValue().unit(),
                    way.getValue(), isText() ? "" : formula, isText() ? amount.getText().strip() : "");
            case SERIES -> new Measure.ChangeSeries(seriesArea.area(), series.getValue().id(), "", way.getValue(),
                    given.getValue() == null || way.getValue() == Measure.Way.SCALE ? "" : given.getValue().id(), formula);
            case DEMOLISH -> new Measure.Demolish(attributeArea.area());
            default -> new Measure.ShowLayer(layer.getValue().id(), kind.getValue() == Kind.SHOW);
        };
    }

    /** A sheet that adds a measure to a scenario. */
    static Sheet sheet(Session session, ScenariosModel model, String scenarioId, ModelSource models) {
        MeasureEditor editor = new MeasureEditor(session);
        Sheet sheet = new Sheet(TEXTS.get("measure.add"), 520, editor);
        sheet.withCancel(TEXTS.get("cancel"));
        Button done = Buttons.primary(null, TEXTS.get("add"), () -> {
            sheet.close();
            if (editor.kind.getValue() == Kind.MODEL) {
                editor.build(model, scenarioId, models);
            } else {
                model.add(scenarioId, editor.measure());
            }
        });
        done.setDefaultButton(true);
        done.setId("measure-done");
        done.textProperty().bind(editor.kind.valueProperty().map(k -> TEXTS.get(k == Kind.MODEL ? "change.model.choose" : "add")));
        done.disableProperty().bind(editor.valid.not());
        return sheet.withButton(done);
    }
}
