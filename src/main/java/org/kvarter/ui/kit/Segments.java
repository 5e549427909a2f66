package org.kvarter.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * A row of buttons of which one is on.
 *
 * @param <T> what is chosen
 */
public final class Segments<T> extends HBox {

    /**
     * @param choices from left to right
     * @param id      part of each button's id, as tests find it
     * @param value   what is chosen now
     * @param choose  chooses another
     */
    public Segments(List<T> choices, Function<T, String> text, Function<T, String> id, ObservableValue<T> value, Consumer<T> choose) {
        getStyleClass().add("segments");
        setAlignment(Pos.CENTER);
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(text.apply(choice));
            button.setToggleGroup(group);
            button.setId(id.apply(choice));
            button.getStyleClass().setAll("segment");
            button.setOnAction(e -> {
                choose.accept(choice);
                button.setSelected(true);
            });
            Live.value(this, value, is -> button.setSelected(choice.equals(is)));
            getChildren().add(button);
        }
    }
}
