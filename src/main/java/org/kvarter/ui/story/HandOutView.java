package org.kvarter.ui.story;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.kvarter.text.Texts;

/** How far handing out is. */
public final class HandOutView extends VBox {

    private static final Texts TEXTS = Texts.in(HandOutView.class);

    private final Label line = new Label();
    private final ProgressBar bar = new ProgressBar(0);

    public HandOutView() {
        super(12);
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(line, bar);
        show(1, 1);
    }

    /** @param step number of the step being drawn, from 1 */
    public void show(int step, int of) {
        line.setText(TEXTS.get("handOut.step", step, of));
        bar.setProgress((step - 1.0) / of);
    }
}
