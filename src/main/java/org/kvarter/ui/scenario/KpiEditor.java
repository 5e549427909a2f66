package org.kvarter.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.NumberColumn;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Formula;
import org.kvarter.scenario.FormulaException;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Measure;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Wording;
import org.kvarter.ui.sheet.Sheet;

/** What a key figure reckons: of a series, of an attribute, of two series, or of other figures. */
final class KpiEditor extends VBox {

    private static final Texts TEXTS = Texts.in(KpiEditor.class);

    /** What a figure is reckoned from. */
    enum Kind {
        SERIES, ATTRIBUTE, MOVEMENT, MATCHED, COMPUTED
    }

    /** A series to choose, one that scenarios make included. */
    private record Source(String id, String title, String unit) {
    }

    private final Session session;
    private final TextField title = new TextField();
    private final TextField unit = new TextField();
    private final ComboBox<Kpi.Better> better = Fields.choice(List.of(Kpi.Better.values()), b -> TEXTS.get("better." + b));
    private final ComboBox<Kind> kind;
    private final AreaChoice anyArea;
    private final AreaChoice layerArea;
    private final ComboBox<Source> first;
    private final ComboBox<Source> second;
    private final ComboBox<AttributeColumn> attribute = Fields.choice(List.of(), c -> Wording.readable(c.name()));
    private final ComboBox<Figure.Aggregate> aggregate = Fields.choice(List.of(Figure.Aggregate.values()), a -> TEXTS.get("aggregate." + a));
    private final MovementChoice movement;
    private final TextField threshold = new TextField("0");
    private final TextField formula = new TextField();
    private final VBox thresholdField = Fields.field(TEXTS.get("kpi.threshold"), threshold);
    private final VBox content = new VBox(16);
    private final CheckBox card = new CheckBox(TEXTS.get("kpi.card"));
    private final Label trouble = new Label();
    private final Label names = new Label();
    private final SimpleBooleanProperty valid = new SimpleBooleanProperty(false);

    private KpiEditor(Session session) {
        this.session = session;
        getStyleClass().add("form");
        title.setId("kpi-title");
        title.setPromptText(TEXTS.get("kpi.title.prompt"));
        List<Source> sources = sources(session);
        List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
        if (sources.isEmpty()) {
            kinds.removeAll(List.of(Kind.SERIES, Kind.MATCHED));
        }
        movement = new MovementChoice(session);
        if (movement.isEmpty()) {
            kinds.remove(Kind.MOVEMENT);
        }
        kind = Fields.choice(kinds, k -> TEXTS.get("kpi.kind." + k));
        kind.setId("kpi-kind");
        anyArea = new AreaChoice(session, false);
        layerArea = new AreaChoice(session, true);
        first = Fields.choice(sources, Source::title);
        second = Fields.choice(sources, Source::title);
        formula.setPromptText(TEXTS.get("kpi.formula.prompt"));
        formula.setId("kpi-formula");
        card.setSelected(true);
        trouble.getStyleClass().add("filter-error");
        trouble.setWrapText(true);
        names.setText(TEXTS.get("kpi.names", String.join(", ", new ScenariosModel(session).names().stream().sorted().toList())));
        names.getStyleClass().add("caption");
        names.setWrapText(true);
        getChildren().setAll(Fields.field(TEXTS.get("kpi.title"), title), Fields.field(TEXTS.get("kpi.kind"), kind), content, trouble,
                new HBox(8, Fields.field(TEXTS.get("assumption.unit"), unit), Fields.field(TEXTS.get("kpi.better"), better)), card);
        kind.setOnAction(e -> build());
        first.setOnAction(e -> check());
        attribute.setOnAction(e -> check());
        aggregate.setOnAction(e -> check());
        title.textProperty().addListener((o, was, is) -> check());
        formula.textProperty().addListener((o, was, is) -> check());
        anyArea.onChange(this::check);
        layerArea.onChange(this::fillAttributes);
        fillAttributes();
        build();
    }

    private static List<Source> sources(Session session) {
        List<Source> sources = new ArrayList<>(SeriesChoice.of(session).stream().map(t -> new Source(t.id(), t.title(), t.unit())).toList());
        session.scenarios().scenarios().stream().flatMap(s -> s.measures().stream()).filter(Measure.ChangeSeries.class::isInstance)
                .map(Measure.ChangeSeries.class::cast).filter(m -> !session.scenarioEngine().base().series().containsKey(m.series()) && !m.title().isEmpty())
                .map(m -> new Source(m.series(), m.title(), "")).distinct().forEach(sources::add);
        return sources;
    }

    private void fillAttributes() {
        List<AttributeColumn> columns = layerArea.layer().map(l -> l.features().attributes().columns()).orElse(List.of()).stream()
                .filter(c -> c instanceof NumberColumn).toList();
        AttributeColumn before = attribute.getValue();
        attribute.getItems().setAll(columns);
        attribute.setValue(columns.stream().filter(c -> before != null && c.name().equals(before.name())).findFirst()
                .orElse(columns.isEmpty() ? null : columns.get(0)));
        check();
    }

    private void build() {
        switch (kind.getValue()) {
            case SERIES -> content.getChildren().setAll(new HBox(8, Fields.field(TEXTS.get("change.series"), first),
                    Fields.field(TEXTS.get("kpi.aggregate"), aggregate)), thresholdField, anyArea);
            case ATTRIBUTE -> content.getChildren().setAll(layerArea, new HBox(8, Fields.field(TEXTS.get("change.attribute"), attribute),
                    Fields.field(TEXTS.get("kpi.aggregate"), aggregate)), thresholdField);
            case MOVEMENT -> content.getChildren().setAll(movement, Fields.field(TEXTS.get("kpi.aggregate"), aggregate));
            case MATCHED -> content.getChildren().setAll(new HBox(8, Fields.field(TEXTS.get("kpi.first"), first),
                    Fields.field(TEXTS.get("kpi.second"), second)), anyArea);
            default -> content.getChildren().setAll(Fields.field(TEXTS.get("kpi.formula"), formula), names);
        }
        check();
    }

    private void check() {
        Fields.present(thresholdField, aggregate.getValue() == Figure.Aggregate.SHARE_ABOVE);
        String problem = "";
        if (kind.getValue() == Kind.COMPUTED) {
            try {
                Set<String> known = new ScenariosModel(session).names();
                problem = Formula.of(formula.getText()).names().stream().filter(n -> !known.contains(n)).findFirst()
                        .map(n -> TEXTS.get("change.unknown", n)).orElse("");
            } catch (FormulaException e) {
                problem = e.getMessage();
            }
        }
        trouble.setText(problem);
        Fields.present(trouble, !problem.isEmpty() && !formula.getText().isBlank());
        valid.set(problem.isEmpty() && !title.getText().isBlank() && switch (kind.getValue()) {
            case SERIES, MATCHED -> first.getValue() != null && anyArea.isValid();
            case ATTRIBUTE -> attribute.getValue() != null && layerArea.isValid();
            default -> true;
        });
        unit.setPromptText(proposedUnit());
    }

    private String proposedUnit() {
        Figure.Aggregate a = aggregate.getValue();
        if (kind.getValue() == Kind.MATCHED || kind.getValue() != Kind.COMPUTED
                && (a == Figure.Aggregate.SHARE_ABOVE || a == Figure.Aggregate.LOAD_FACTOR)) {
            return "%";
        }
        String of = kind.getValue() == Kind.SERIES && first.getValue() != null ? first.getValue().unit()
                : kind.getValue() == Kind.ATTRIBUTE && attribute.getValue() != null ? attribute.getValue().unit() : "";
        boolean power = kind.getValue() == Kind.SERIES && (a == Figure.Aggregate.MAXIMUM || a == Figure.Aggregate.MINIMUM || a == Figure.Aggregate.MEAN);
        return a == Figure.Aggregate.COUNT ? "" : power && of.endsWith("Wh") ? of.substring(0, of.length() - 1) : of;
    }

    private Figure figure() {
        double limit = Fields.number(threshold.getText());
        return switch (kind.getValue()) {
            case SERIES -> new Figure.OfSeries(first.getValue().id(), aggregate.getValue(), anyArea.area(), limit);
            case ATTRIBUTE -> new Figure.OfAttribute(attribute.getValue().name(), aggregate.getValue(), layerArea.area(), limit);
            case MOVEMENT -> movement.figure(aggregate.getValue());
            case MATCHED -> new Figure.Matched(first.getValue().id(), second.getValue().id(), anyArea.area());
            default -> new Figure.Computed(formula.getText().strip());
        };
    }

    private void show(Kpi kpi) {
        title.setText(session.word(kpi.title()));
        unit.setText(session.word(kpi.unit()));
        better.setValue(kpi.better());
        card.setSelected(!kpi.hidden());
        if (kpi.figure() instanceof Figure.OfSeries of) {
            kind.setValue(Kind.SERIES);
            choose(first, of.series());
            anyArea.show(of.area());
            aggregate.setValue(of.aggregate());
            threshold.setText(Double.toString(of.threshold()));
        } else if (kpi.figure() instanceof Figure.OfAttribute of) {
            kind.setValue(Kind.ATTRIBUTE);
            layerArea.show(of.area());
            attribute.getItems().stream().filter(c -> c.name().equals(of.attribute())).findFirst().ifPresent(attribute::setValue);
            aggregate.setValue(of.aggregate());
            threshold.setText(Double.toString(of.threshold()));
        } else if (kpi.figure() instanceof Figure.OfMovement of) {
            kind.setValue(Kind.MOVEMENT);
            movement.show(of);
            aggregate.setValue(of.aggregate());
        } else if (kpi.figure() instanceof Figure.Matched of) {
            kind.setValue(Kind.MATCHED);
            choose(first, of.first());
            choose(second, of.second());
            anyArea.show(of.area());
        } else {
            kind.setValue(Kind.COMPUTED);
            formula.setText(((Figure.Computed) kpi.figure()).formula());
        }
        build();
    }

    private static void choose(ComboBox<Source> box, String id) {
        box.getItems().stream().filter(s -> s.id().equals(id)).findFirst().ifPresent(box::setValue);
    }

    /** A sheet that adds a key figure, or edits one. */
    static Sheet sheet(Session session, ScenariosModel model, Optional<Kpi> edited) {
        KpiEditor editor = new KpiEditor(session);
        edited.ifPresent(editor::show);
        Sheet sheet = new Sheet(TEXTS.get(edited.isPresent() ? "kpi.edit" : "kpi.add"), 520, editor);
        edited.ifPresent(kpi -> sheet.withButton(Buttons.labelled(null, TEXTS.get("delete"), () -> {
            sheet.close();
            model.remove(kpi);
        })));
        sheet.withCancel(TEXTS.get("cancel"));
        Button done = Buttons.primary(null, TEXTS.get(edited.isPresent() ? "change" : "add"), () -> {
            sheet.close();
            String id = edited.map(Kpi::id).orElseGet(() -> ScenariosModel.nameFor(editor.title.getText(), model.names()));
            String written = editor.unit.getText().strip();
            String unit = edited.map(k -> session.named(written, k.unit())).orElse(written);
            String title = editor.title.getText().strip();
            model.put(new Kpi(id, edited.map(k -> session.named(title, k.title())).orElse(title), written.isEmpty() ? editor.proposedUnit() : unit, editor.better.getValue(),
                    editor.figure(), !editor.card.isSelected()));
        });
        done.setDefaultButton(true);
        done.setId("kpi-done");
        done.disableProperty().bind(editor.valid.not());
        return sheet.withButton(done);
    }
}
