package org.kvarter.ui.stage;

import java.util.function.Consumer;
import org.kvarter.scene.label.MeasureLine;
import org.kvarter.session.Change;
import org.kvarter.text.Texts;

/**
 * One click of a measuring tool. The project does not keep it.
 *
 * @param before the line before the click
 * @param after  the line with it
 * @param shower takes up the tool and shows a line
 */
record MeasureStep(MeasureLine before, MeasureLine after, Consumer<MeasureLine> shower) implements Change {

    private static final Texts TEXTS = Texts.in(MeasureStep.class);

    @Override
    public String title() {
        return TEXTS.get("undo.measure");
    }

    @Override
    public void apply() {
        shower.accept(after);
    }

    @Override
    public void revert() {
        shower.accept(before);
    }

    @Override
    public boolean isKept() {
        return false;
    }
}
