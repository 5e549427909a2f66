package org.kvarter.ui.scenario;

import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.scenario.Assumption;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Numbers;

/** One assumption: its name, a slider, the exact value, and where it comes from. */
final class AssumptionRow extends VBox {

    private static final Texts TEXTS = Texts.in(AssumptionRow.class);

    private final Slider slider = new Slider();
    private final TextField field = new TextField();
    private Assumption shown;
    private boolean updating;

    /**
     * @param words  says what things are called in the display language
     * @param change takes a new value
     * @param edit   opens what the assumption is
     */
    AssumptionRow(Assumption assumption, UnaryOperator<String> words, DoubleConsumer change, Runnable edit) {
        getStyleClass().add("assumption");
        shown = assumption;
        boolean share = assumption.kind() == Assumption.Kind.SHARE;
        Label name = new Label(words.apply(assumption.name()));
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button more = Buttons.icon(Feather.EDIT_2, TEXTS.get("assumption.edit", words.apply(assumption.name())), edit);
        more.getStyleClass().add("tiny");
        Label unit = new Label(share ? "%" : words.apply(assumption.unit()));
        unit.getStyleClass().add("caption");
        unit.setMinWidth(USE_PREF_SIZE);
        field.setId("assumption-" + assumption.id());
        field.getStyleClass().addAll("small", "number");
        field.setPrefColumnCount(5);
        field.setMinWidth(56);
        field.setMaxWidth(72);
        field.setAccessibleText(words.apply(assumption.name()));
        slider.setMin(assumption.minimum());
        slider.setMax(assumption.maximum());
        slider.setBlockIncrement(ScenariosModel.step(assumption));
        slider.setId("slider-" + assumption.id());
        slider.setAccessibleText(words.apply(assumption.name()));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().addListener((o, was, is) -> {
            if (!updating) {
                double step = ScenariosModel.step(shown);
                change.accept(Math.rint(is.doubleValue() / step) * step);
            }
        });
        field.setOnAction(e -> enter(change));
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                enter(change);
            }
        });
        HBox head = new HBox(4, name, more);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox value = new HBox(8, slider, field, unit);
        value.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, value);
        String from = from(assumption, words);
        Label source = new Label(from);
        source.getStyleClass().add("caption");
        source.setWrapText(true);
        getChildren().add(source);
        show(assumption);
    }

    private static String from(Assumption a, UnaryOperator<String> words) {
        String origin = TEXTS.get("origin." + a.origin());
        return a.source().isBlank() ? origin : origin + " · " + words.apply(a.source());
    }

    private void enter(DoubleConsumer change) {
        double typed = Fields.number(field.getText());
        double value = shown.kind() == Assumption.Kind.SHARE ? typed / 100 : typed;
        if (!updating && !Double.isNaN(value) && !field.getText().equals(text(shown))) {
            change.accept(value);
        }
        field.setText(text(shown));
    }

    /** Shows another value of the same assumption; what a person is typing stays. */
    void show(Assumption now) {
        updating = true;
        shown = now;
        if (!slider.isValueChanging() || Math.abs(slider.getValue() - now.value()) > ScenariosModel.step(now)) {
            slider.setValue(now.value());
        }
        field.setText(text(now));
        updating = false;
    }

    private static String text(Assumption a) {
        double value = a.kind() == Assumption.Kind.SHARE ? Math.rint(a.value() * 1e6) / 1e4 : a.value();
        return Numbers.measured(value).replace('−', '-');
    }
}
