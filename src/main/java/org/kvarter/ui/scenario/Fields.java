package org.kvarter.ui.scenario;

import java.util.Collection;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kvarter.ui.kit.Combos;

/** Controls with captions, as forms in panels and sheets have them. */
public final class Fields {

    private Fields() {
    }

    /** A control under its caption. */
    public static VBox field(String caption, Region control) {
        Label label = new Label(caption);
        label.getStyleClass().add("caption");
        label.setLabelFor(control);
        control.setAccessibleText(caption);
        control.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(2, label, control);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    static <T> ComboBox<T> choice(Collection<T> choices, Function<T, String> text) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(choices));
        box.setConverter(Combos.words(text));
        if (!choices.isEmpty()) {
            box.setValue(choices.iterator().next());
        }
        return box;
    }

    /** A number as people of both languages type it; NaN for none. */
    public static double number(String text) {
        try {
            return Double.parseDouble(text.replace("%", "").replace("\u00a0", "").replace("\u202f", "").replace(" ", "").replace('−', '-')
                    .replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Whether a node is there at all, in layout as well. */
    public static void present(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
