package org.kvarter.ui.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Scenario;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.sheet.Sheet;

/** The scenarios panel: which one is shown, its assumptions to move, and what it does. */
public final class ScenariosView extends VBox {

    private static final Texts TEXTS = Texts.in(ScenariosView.class);

    private final Session session;
    private final ScenariosModel model;
    private final Consumer<Sheet> sheets;
    private final ModelSource models;
    private final VBox list = new VBox();
    private final VBox editor = new VBox();
    private final Map<String, AssumptionRow> rows = new HashMap<>();
    private List<Object> built = List.of();
    private String renaming = "";

    /**
     * @param sheets opens a sheet over the window
     * @param models reads models that a scenario builds
     */
    public ScenariosView(Session session, KpisModel kpis, Consumer<Sheet> sheets, ModelSource models) {
        this.session = session;
        this.models = models;
        this.model = new ScenariosModel(session);
        this.sheets = sheets;
        getStyleClass().add("scenarios");
        editor.getStyleClass().add("scenario-editor");
        Button create = Buttons.primary(Feather.PLUS, TEXTS.get("create"), () -> renaming = model.create().id());
        create.setId("scenario-create");
        Button kpi = Buttons.labelled(Feather.BAR_CHART_2, TEXTS.get("kpi.add"), () -> sheets.accept(KpiEditor.sheet(session, model, Optional.empty())));
        kpi.setId("kpi-add");
        for (Button button : List.of(create, kpi)) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
        VBox buttons = new VBox(8, create, kpi);
        buttons.getStyleClass().add("scenario-buttons");
        getChildren().setAll(list, new ComparePart(session, model, kpis), editor, buttons);
        Live.refresh(this, this::show, session.scenariosProperty(), session.viewProperty(), session.selection());
    }

    /** Builds anew only what is not just another value of an assumption, so that a slider is not taken from under the pointer. */
    private void show() {
        List<Object> now = structure();
        if (now.equals(built) && renaming.isEmpty()) {
            session.viewProperty().get().assumptions().forEach(a -> Optional.ofNullable(rows.get(a.id())).ifPresent(r -> r.show(a)));
            return;
        }
        built = now;
        ToggleGroup group = new ToggleGroup();
        list.getChildren().setAll(row(group, "", TEXTS.get("today"), null));
        session.scenarios().scenarios().forEach(s -> list.getChildren().add(row(group, s.id(), session.word(s.name()), s)));
        if (session.scenarios().scenarios().isEmpty()) {
            list.getChildren().setAll(hint(TEXTS.get("empty")));
        }
        Optional<Scenario> active = session.scenarios().scenario(session.scenarios().active());
        Fields.present(editor, active.isPresent());
        rows.clear();
        editor.getChildren().clear();
        active.ifPresent(this::edit);
    }

    private List<Object> structure() {
        List<Object> parts = new ArrayList<>();
        session.scenarios().scenarios().forEach(s -> parts.addAll(List.of(s.id(), s.name(), s.base(), s.description(), s.measures())));
        parts.add(session.scenarios().active());
        parts.add(session.selection().size());
        session.viewProperty().get().assumptions().forEach(a -> parts.add(a.withValue(a.minimum())));
        parts.addAll(session.viewProperty().get().problems());
        parts.add(java.util.Locale.getDefault());
        return parts;
    }

    private Node row(ToggleGroup group, String id, String name, Scenario scenario) {
        RadioButton button = new RadioButton(name);
        button.setId("scenario-" + (id.isEmpty() ? "today" : id));
        button.setToggleGroup(group);
        button.setSelected(session.scenarios().active().equals(id));
        button.setOnAction(e -> model.show(id));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setWrapText(true);
        HBox.setHgrow(button, Priority.ALWAYS);
        HBox row = new HBox(4, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("overlay-row");
        if (scenario != null) {
            Button more = Buttons.icon(Feather.MORE_HORIZONTAL, TEXTS.get("more", name), () -> { });
            more.getStyleClass().add("tiny");
            more.setOnAction(e -> menu(scenario, row, button).show(more, Side.BOTTOM, 0, 0));
            row.getChildren().add(more);
            if (renaming.equals(id)) {
                renaming = "";
                rename(scenario, row, button);
            }
        }
        return row;
    }

    private ContextMenu menu(Scenario scenario, HBox row, Node button) {
        return new ContextMenu(item(Feather.EDIT_2, "rename", () -> rename(scenario, row, button)),
                item(Feather.COPY, "duplicate", () -> renaming = model.duplicate(scenario).id()),
                item(Feather.TRASH_2, "delete", () -> model.delete(scenario)));
    }

    private static MenuItem item(Feather icon, String key, Runnable run) {
        MenuItem item = new MenuItem(TEXTS.get(key), Icons.of(icon));
        item.setOnAction(e -> run.run());
        return item;
    }

    private void rename(Scenario scenario, HBox row, Node button) {
        TextField field = new TextField(session.word(scenario.name()));
        field.getStyleClass().add("small");
        HBox.setHgrow(field, Priority.ALWAYS);
        row.getChildren().set(0, field);
        field.sceneProperty().addListener((o, was, is) -> field.requestFocus());
        field.requestFocus();
        field.selectAll();
        field.setOnAction(e -> done(scenario, row, button, field, true));
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                done(scenario, row, button, field, false);
                e.consume();
            }
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                done(scenario, row, button, field, true);
            }
        });
    }

    private void done(Scenario scenario, HBox row, Node button, TextField field, boolean keep) {
        if (row.getChildren().contains(field)) {
            row.getChildren().set(0, button);
            if (keep) {
                model.rename(scenario, session.named(field.getText().strip(), scenario.name()));
            }
        }
    }

    private void edit(Scenario scenario) {
        if (!scenario.description().isBlank()) {
            Label description = new Label(session.word(scenario.description()));
            description.setWrapText(true);
            description.getStyleClass().add("text-muted");
            editor.getChildren().add(description);
        }
        List<Scenario> bases = model.bases(scenario);
        if (!bases.isEmpty()) {
            editor.getChildren().add(base(scenario, bases));
        }
        editor.getChildren().add(title(TEXTS.get("assumptions")));
        List<Assumption> assumptions = session.viewProperty().get().assumptions();
        for (Assumption assumption : assumptions) {
            AssumptionRow row = new AssumptionRow(assumption, session::word, value -> model.setValue(scenario.id(), assumption, value),
                    () -> sheets.accept(AssumptionEditor.sheet(session, model, scenario.id(), Optional.of(current(assumption)))));
            rows.put(assumption.id(), row);
            editor.getChildren().add(row);
        }
        Button add = Buttons.labelled(Feather.PLUS, TEXTS.get("assumption.add"),
                () -> sheets.accept(AssumptionEditor.sheet(session, model, scenario.id(), Optional.empty())));
        add.setId("assumption-add");
        editor.getChildren().addAll(add, title(TEXTS.get("measures")));
        for (int i = 0; i < scenario.measures().size(); i++) {
            editor.getChildren().add(measure(scenario, i));
        }
        int selected = session.selection().size();
        Button change = Buttons.labelled(Feather.PLUS, selected == 0 ? TEXTS.get("measure.add") : TEXTS.get("measure.addSelected", selected),
                () -> sheets.accept(MeasureEditor.sheet(session, model, scenario.id(), models)));
        change.setId("measure-add");
        editor.getChildren().add(change);
        for (Button button : List.of(add, change)) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
        session.viewProperty().get().problems().forEach(p -> editor.getChildren().add(remark(p)));
    }

    private Assumption current(Assumption assumption) {
        return session.viewProperty().get().assumptions().stream().filter(a -> a.id().equals(assumption.id())).findFirst().orElse(assumption);
    }

    private Node base(Scenario scenario, List<Scenario> bases) {
        List<String> ids = new ArrayList<>(List.of(""));
        bases.forEach(b -> ids.add(b.id()));
        ComboBox<String> choice = Fields.choice(ids, id -> session.scenarios().scenario(id).map(Scenario::name).map(session::word).orElse(TEXTS.get("today")));
        choice.setValue(scenario.base());
        choice.setOnAction(e -> model.setBase(scenario, choice.getValue()));
        return Fields.field(TEXTS.get("base"), choice);
    }

    private Node measure(Scenario scenario, int at) {
        Measure measure = scenario.measures().get(at);
        Label what = new Label(MeasureText.of(measure, session));
        what.setWrapText(true);
        Label where = new Label(MeasureText.of(measure.area(), session));
        where.getStyleClass().add("caption");
        where.setWrapText(true);
        VBox texts = measure instanceof Measure.ShowLayer ? new VBox(what) : new VBox(what, where);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button delete = Buttons.icon(Feather.TRASH_2, TEXTS.get("measure.remove"), () -> model.removeMeasure(scenario.id(), at));
        delete.getStyleClass().add("tiny");
        HBox row = new HBox(8, texts, delete);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("group-title");
        return label;
    }

    private static Label hint(String text) {
        Label hint = new Label(text);
        hint.getStyleClass().add("panel-hint");
        hint.setWrapText(true);
        return hint;
    }

    private static Label remark(String text) {
        Label remark = new Label(text, Icons.of(Feather.ALERT_TRIANGLE));
        remark.getStyleClass().add("remark");
        remark.setWrapText(true);
        return remark;
    }
}
