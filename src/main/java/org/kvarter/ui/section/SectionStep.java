package org.kvarter.ui.section;

import java.util.function.Consumer;
import org.kvarter.model.Section;
import org.kvarter.session.Change;
import org.kvarter.text.Texts;

/**
 * Cutting otherwise. The project keeps it with a viewpoint or a step of the story, not by itself.
 *
 * @param before {@code null} for whole
 * @param after  {@code null} for whole
 * @param shower cuts
 */
record SectionStep(Section before, Section after, Consumer<Section> shower) implements Change {

    private static final Texts TEXTS = Texts.in(SectionStep.class);

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
