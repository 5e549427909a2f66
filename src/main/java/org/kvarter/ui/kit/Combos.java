package org.kvarter.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Boxes to choose one of several things. JavaFX thread. */
public final class Combos {

    private Combos() {
    }

    /**
     * A box that offers things and is not typed into; nothing is chosen yet.
     *
     * @param items in the order they are offered; copied
     * @param text  what a thing is called
     */
    public static <T> ComboBox<T> of(List<T> items, Function<T, String> text) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(new ArrayList<>(items)));
        box.setConverter(words(text));
        return box;
    }

    /** How a box that is not typed into writes its things; nothing for none. */
    public static <T> StringConverter<T> words(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : text.apply(item);
            }

            @Override
            public T fromString(String string) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
