package org.kvarter.ui.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.Origin;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.sheet.Sheet;

/** What an assumption is: name, kind, unit, value, range, and where it comes from. */
final class AssumptionEditor extends VBox {

    private static final Texts TEXTS = Texts.in(AssumptionEditor.class);

    private final TextField name = new TextField();
    private final ComboBox<Assumption.Kind> kind = Fields.choice(List.of(Assumption.Kind.values()), k -> TEXTS.get("kind." + k));
    private final TextField unit = new TextField();
    private final TextField value = new TextField("0");
    private final TextField minimum = new TextField("0");
    private final TextField maximum = new TextField("100");
    private final ComboBox<Origin> origin = Fields.choice(List.of(Origin.values()), o -> TEXTS.get("origin." + o));
    private final TextField source = new TextField();
    private final Session session;
    private final Optional<Assumption> edited;

    private AssumptionEditor(Session session, Optional<Assumption> edited) {
        this.session = session;
        this.edited = edited;
        getStyleClass().add("form");
        name.setId("assumption-name");
        name.setPromptText(TEXTS.get("assumption.name.prompt"));
        source.setPromptText(TEXTS.get("assumption.source.prompt"));
        origin.setValue(Origin.ASSUMED);
        edited.ifPresent(this::show);
        kind.setOnAction(e -> {
            if (kind.getValue() == Assumption.Kind.SHARE) {
                unit.setText("%");
                minimum.setText("0");
                maximum.setText("100");
            } else if (kind.getValue() == Assumption.Kind.SWITCH) {
                minimum.setText("0");
                maximum.setText("1");
            }
        });
        Label formula = new Label(edited.map(a -> TEXTS.get("assumption.inFormulas", a.id())).orElse(""));
        formula.getStyleClass().add("caption");
        Fields.present(formula, edited.isPresent());
        getChildren().setAll(new VBox(4, Fields.field(TEXTS.get("assumption.name"), name), formula),
                new HBox(8, Fields.field(TEXTS.get("assumption.kind"), kind), Fields.field(TEXTS.get("assumption.unit"), unit)),
                new HBox(8, Fields.field(TEXTS.get("assumption.value"), value), Fields.field(TEXTS.get("assumption.minimum"), minimum),
                        Fields.field(TEXTS.get("assumption.maximum"), maximum)),
                new HBox(8, Fields.field(TEXTS.get("assumption.origin"), origin), Fields.field(TEXTS.get("assumption.source"), source)));
    }

    private void show(Assumption a) {
        double by = a.kind() == Assumption.Kind.SHARE ? 100 : 1;
        name.setText(session.word(a.name()));
        kind.setValue(a.kind());
        unit.setText(a.kind() == Assumption.Kind.SHARE ? "%" : session.word(a.unit()));
        value.setText(plain(by * a.value()));
        minimum.setText(plain(by * a.minimum()));
        maximum.setText(plain(by * a.maximum()));
        origin.setValue(a.origin());
        source.setText(session.word(a.source()));
    }

    private static String plain(double value) {
        double rounded = Math.rint(value * 1e6) / 1e6;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private boolean isValid() {
        return !name.getText().isBlank() && Fields.number(maximum.getText()) > Fields.number(minimum.getText())
                && !Double.isNaN(Fields.number(value.getText()));
    }

    private Assumption assumption(String id) {
        double by = kind.getValue() == Assumption.Kind.SHARE ? 100 : 1;
        return new Assumption(id, named(name, Assumption::name), kind.getValue(), kind.getValue() == Assumption.Kind.SHARE ? "" : named(unit, Assumption::unit),
                Fields.number(value.getText()) / by, Fields.number(minimum.getText()) / by, Fields.number(maximum.getText()) / by,
                origin.getValue(), named(source, Assumption::source));
    }

    /** What is written; the name itself where its word in the display language was left as it is. */
    private String named(TextField field, Function<Assumption, String> part) {
        String written = field.getText().strip();
        return edited.map(a -> session.named(written, part.apply(a))).orElse(written);
    }

    /** A sheet that adds an assumption to a scenario, or edits one. */
    static Sheet sheet(Session session, ScenariosModel model, String scenarioId, Optional<Assumption> edited) {
        AssumptionEditor editor = new AssumptionEditor(session, edited);
        String id = edited.map(Assumption::id).orElse("");
        Sheet sheet = new Sheet(TEXTS.get(edited.isPresent() ? "assumption.title" : "assumption.add"), 480, editor);
        edited.ifPresent(a -> sheet.withButton(Buttons.labelled(null, TEXTS.get("delete"), () -> {
            sheet.close();
            model.remove(scenarioId, a);
        })));
        sheet.withCancel(TEXTS.get("cancel"));
        Button done = Buttons.primary(null, TEXTS.get(edited.isPresent() ? "change" : "add"), () -> {
            sheet.close();
            model.put(scenarioId, editor.assumption(id.isEmpty() ? ScenariosModel.nameFor(editor.name.getText(), model.names()) : id));
        });
        done.setDefaultButton(true);
        done.disableProperty().bind(Bindings.createBooleanBinding(() -> !editor.isValid(), editor.name.textProperty(),
                editor.value.textProperty(), editor.minimum.textProperty(), editor.maximum.textProperty()));
        return sheet.withButton(done);
    }
}
