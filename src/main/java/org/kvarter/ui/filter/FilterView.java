package org.kvarter.ui.filter;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.session.FilterMode;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.kit.Segments;

/** The filter bar: an expression with completion, how many features it leaves, and whether the others fade or vanish. */
public final class FilterView extends VBox {

    private static final Texts TEXTS = Texts.in(FilterView.class);

    private final FilterModel model;
    private final CustomTextField field = new CustomTextField();
    private final Label count = new Label();
    private final Label error = new Label();
    private final ContextMenu completions = new ContextMenu();
    private final PauseTransition pause = new PauseTransition(Duration.millis(250));

    /** @param close puts the bar away and the filter with it */
    public FilterView(Session session, FilterModel model, Runnable close) {
        this.model = model;
        getStyleClass().addAll("floating-card", "filter-bar");
        field.setId("filter");
        field.setLeft(Icons.of(Feather.FILTER));
        field.setPromptText(TEXTS.get("prompt"));
        field.setAccessibleText(TEXTS.get("title"));
        field.getStyleClass().add("expression");
        field.setText(session.filterProperty().get());
        count.getStyleClass().add("caption");
        count.setMinWidth(USE_PREF_SIZE);
        field.setRight(count);
        HBox.setHgrow(field, Priority.ALWAYS);
        error.getStyleClass().add("filter-error");
        error.setWrapText(true);
        Button examples = Buttons.icon(Feather.LIST, TEXTS.get("examples"), () -> { });
        examples.setOnAction(e -> showExamples(examples));
        HBox row = new HBox(4, field, examples, Buttons.icon(Feather.CHECK_SQUARE, TEXTS.get("select"), model::selectMatches), modes(session),
                Buttons.icon(Feather.X, TEXTS.get("close"), () -> {
                    model.type("");
                    close.run();
                }));
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(row);
        pause.setOnFinished(e -> model.type(field.getText()));
        field.textProperty().addListener((o, was, is) -> pause.playFromStart());
        field.setOnAction(e -> {
            pause.stop(); // else what is undone right after Enter comes back with the pause
            model.type(field.getText());
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !completions.isShowing()) {
                getScene().getRoot().requestFocus();
                e.consume();
            } else if (e.isShortcutDown() && e.getCode() == KeyCode.SPACE) {
                complete();
                e.consume();
            }
        });
        field.addEventHandler(KeyEvent.KEY_TYPED, e -> {
            if (!e.isShortcutDown()) { // the keys that opened the bar, or open another panel, are no words of an expression
                complete();
            }
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                completions.hide();
            }
        });
        Live.value(this, session.filterProperty(), is -> {
            if (!field.isFocused() && !is.equals(field.getText())) {
                field.setText(is);
            }
        });
        Live.value(this, model.draftProperty(), this::show);
    }

    /** Gives the keys to the expression. */
    public void focus() {
        field.requestFocus();
        field.end();
    }

    private void show(FilterResult result) {
        count.setText(result.isActive() ? TEXTS.get("count", Numbers.whole(result.count()), Numbers.whole(result.total())) : "");
        String sentence = result.isError() ? result.error()
                : !field.getText().isBlank() && !result.isActive() && field.getText().equals(field.getText().trim()) ? TEXTS.get("nobody") : "";
        error.setText(sentence);
        if (sentence.isEmpty()) {
            getChildren().remove(error);
        } else if (!getChildren().contains(error)) {
            getChildren().add(error);
        }
        field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), result.isError());
    }

    private HBox modes(Session session) {
        return new Segments<>(List.of(FilterMode.values()), mode -> TEXTS.get("mode." + mode.name()), mode -> "filter-" + mode.name(),
                session.filterModeProperty(), model::setMode);
    }

    private void complete() {
        Completion completion = Completion.at(field.getText(), field.getCaretPosition(), model.attributes());
        completions.getItems().clear();
        for (String choice : completion.choices()) {
            CustomMenuItem item = new CustomMenuItem(new Label(choice.trim()));
            item.setOnAction(e -> {
                String text = completion.apply(field.getText(), choice);
                field.setText(text);
                field.positionCaret(completion.from() + choice.length());
                complete();
            });
            completions.getItems().add(item);
        }
        if (completion.choices().isEmpty()) {
            completions.hide();
        } else if (!completions.isShowing() && field.getScene() != null) {
            completions.show(field, Side.BOTTOM, 0, 2);
        }
    }

    private void showExamples(Button owner) {
        ContextMenu menu = new ContextMenu();
        List<String> examples = model.examples();
        for (String example : examples) {
            MenuItem item = new MenuItem(example);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> {
                field.setText(example);
                model.type(example);
            });
            menu.getItems().add(item);
        }
        if (examples.isEmpty()) {
            MenuItem none = new MenuItem(TEXTS.get("noExamples"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
        menu.show(owner, Side.BOTTOM, 0, 4);
    }
}
