package org.kvarter.ui.kit;

import java.util.Arrays;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Widths of words as they are drawn. JavaFX thread only. */
public final class Words {

    private Words() {
    }

    /** Pixels that the longest word of a text takes in its font, rounded up; a narrower label breaks it. */
    public static double longest(Labeled label) {
        return Arrays.stream(label.getText().split("[ \u00ad-]+")).mapToDouble(word -> {
            Text drawn = new Text(word);
            drawn.setFont(label.getFont());
            return Math.ceil(drawn.getLayoutBounds().getWidth()) + 1;
        }).max().orElse(0);
    }
}
