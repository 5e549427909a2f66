package org.kvarter.ui.measure;

import java.util.function.Consumer;
import org.kvarter.session.Change;
import org.kvarter.text.Texts;

/**
 * One step of measuring. The project does not keep it.
 *
 * @param before what was measured before
 * @param after  what is measured with it
 * @param shower takes up the tool and shows a measurement
 */
record MeasureStep(Measurement before, Measurement after, Consumer<Measurement> shower) implements Change {

    private static final Texts TEXTS = Texts.in(MeasureStep.class);

    @Override
    public String title() {
        return TEXTS.get("undo");
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
