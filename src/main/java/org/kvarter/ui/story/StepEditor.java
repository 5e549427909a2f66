package org.kvarter.ui.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.scenario.Kpi;
import org.kvarter.session.story.Staging;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.workshop.Step;

/** The words and the time of a step, edited where they stand; what is typed is kept with each key. */
final class StepEditor extends VBox {

    private static final Texts TEXTS = Texts.in(StepEditor.class);
    /** More words than these are not read while someone speaks. */
    private static final int MANY_WORDS = 45;

    private final StoryModel model;
    private final TextField title = new TextField();
    private final TextArea text = area(3);
    private final TextArea notes = area(3);
    private final TextField legend = new TextField();
    private final VBox legendField = field("legend", legend);
    private final MenuButton figures = new MenuButton();
    private final VBox figuresField = field("figures", figures);
    private final Label remark = hint();
    private final MenuButton play = new MenuButton();
    private final VBox troubles = new VBox(4);
    private Step step;
    private boolean updating;

    StepEditor(StoryModel model, Step step) {
        this.model = model;
        this.step = step;
        getStyleClass().add("story-editor");
        title.setId("story-title");
        text.setId("story-text");
        notes.setId("story-notes");
        typed(title, model::setTitle);
        typed(text, model::setText);
        typed(notes, model::setNotes);
        typed(legend, model::setLegend);
        legend.setPromptText(TEXTS.get("legend.own"));
        play.getStyleClass().add("small");
        play.setMaxWidth(Double.MAX_VALUE);
        for (StoryModel.Play choice : StoryModel.Play.values()) {
            play.getItems().add(item("play." + choice.name(), () -> model.setPlay(this.step, choice)));
        }
        play.getItems().addAll(new SeparatorMenuItem(), item("play.from", () -> model.setSpanEnd(this.step, true)),
                item("play.to", () -> model.setSpanEnd(this.step, false)));
        figures.getStyleClass().add("small");
        figures.setMaxWidth(Double.MAX_VALUE);
        figures.setOnShowing(e -> figures.getItems().setAll(figureItems()));
        var update = Buttons.labelled(Feather.CAMERA, TEXTS.get("update"), () -> model.update(this.step));
        update.setId("story-update");
        update.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(troubles, field("title", title), field("text", text), remark, field("notes", notes), legendField, figuresField, field("time", play), update);
    }

    private static TextArea area(int rows) {
        TextArea area = new TextArea();
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        return area;
    }

    private static Label hint() {
        Label label = new Label();
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static VBox field(String key, javafx.scene.control.Control control) {
        Label label = new Label(TEXTS.get("field." + key));
        label.getStyleClass().add("caption");
        label.setLabelFor(control);
        control.setAccessibleText(TEXTS.get("field." + key));
        return new VBox(2, label, control);
    }

    private MenuItem item(String key, Runnable run) {
        MenuItem item = new MenuItem(TEXTS.get(key));
        item.setOnAction(e -> run.run());
        return item;
    }

    /** Which key figures show, and with what they are compared. */
    private List<MenuItem> figureItems() {
        List<MenuItem> items = new ArrayList<>();
        for (Kpi kpi : model.scenarios().kpis()) {
            CheckMenuItem item = new CheckMenuItem(model.word(kpi.title()));
            item.setMnemonicParsing(false);
            item.setSelected(step.figures().contains(kpi.id()));
            item.setOnAction(e -> model.setFigure(step, kpi.id(), item.isSelected()));
            items.add(item);
        }
        String shown = Staging.shownScenario(step).orElse("");
        ToggleGroup one = new ToggleGroup();
        items.add(new SeparatorMenuItem());
        items.add(compare(TEXTS.get("figures.alone"), null, one));
        if (!shown.isEmpty()) {
            items.add(compare(TEXTS.get("figures.beside", TEXTS.get("figures.today")), "", one));
        }
        model.scenarios().scenarios().stream().filter(s -> !s.id().equals(shown)).forEach(s -> items.add(compare(
                TEXTS.get("figures.beside", model.word(s.name())), s.id(), one)));
        return items;
    }

    private RadioMenuItem compare(String text, String scenario, ToggleGroup one) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setMnemonicParsing(false);
        item.setToggleGroup(one);
        String first = step.scenarios().size() == 2 ? step.scenarios().get(0) : null;
        item.setSelected(Objects.equals(first, scenario));
        item.setOnAction(e -> model.compareWith(step, scenario));
        return item;
    }

    private void typed(TextInputControl control, BiConsumer<Step, String> setter) {
        control.textProperty().addListener((o, was, is) -> {
            if (!updating) {
                setter.accept(step, is);
            }
        });
    }

    /** @param missing sentences about what the step names and the project does not have */
    void update(Step now, List<String> missing) {
        step = now;
        updating = true;
        put(title, now.title());
        put(text, now.text());
        put(notes, now.notes());
        put(legend, now.legend());
        updating = false;
        legendField.setVisible(now.overlay().filter(o -> !o.isEmpty()).isPresent());
        legendField.setManaged(legendField.isVisible());
        figuresField.setVisible(!model.scenarios().kpis().isEmpty() || !model.scenarios().scenarios().isEmpty());
        figuresField.setManaged(figuresField.isVisible());
        figures.setText(now.figures().isEmpty() ? TEXTS.get("figures.none") : model.scenarios().kpis().stream()
                .filter(k -> now.figures().contains(k.id())).map(Kpi::title).collect(Collectors.joining(", ")));
        figures.getItems().setAll(figureItems());
        play.setDisable(now.time().isEmpty());
        play.setText(TEXTS.get("play." + model.play(now).map(Enum::name).orElse("OTHER")));
        Locale language = Locale.getDefault(Locale.Category.DISPLAY);
        int words = now.text().shown().isBlank() ? 0 : now.text().shown().trim().split("\\s+").length;
        boolean borrowed = List.of(now.title(), now.text(), now.notes()).stream().anyMatch(t -> t.isBorrowed(language));
        remark.setText(borrowed ? TEXTS.get("borrowed") : words > MANY_WORDS ? TEXTS.get("long", words) : "");
        remark.setVisible(!remark.getText().isEmpty());
        remark.setManaged(remark.isVisible());
        troubles.getChildren().setAll(missing.stream().map(StepEditor::trouble).toList());
        troubles.setVisible(!missing.isEmpty());
        troubles.setManaged(!missing.isEmpty());
    }

    private static HBox trouble(String sentence) {
        Label label = hint();
        label.setText(sentence);
        label.setPrefWidth(1);
        HBox.setHgrow(label, javafx.scene.layout.Priority.ALWAYS);
        HBox row = new HBox(8, Icons.of(Feather.ALERT_TRIANGLE), label);
        row.getStyleClass().add("notice-warning");
        return row;
    }

    /** Words that stand there already stay, with the caret. */
    private static void put(TextInputControl control, LocalText words) {
        if (!control.getText().equals(words.shown()) && !(control.getText().isBlank() && words.isEmpty())) {
            control.setText(words.shown());
        }
    }
}
