package org.kvarter.session;

import java.util.function.Consumer;

/**
 * A change of what is shown only, such as a measurement or a cut: it can be taken back, and nobody need save for it.
 *
 * @param title  what was done, as the menu of undo says it
 * @param before what was shown before; {@code null} for nothing
 * @param after  what is shown with it; {@code null} for nothing
 * @param shower shows it
 */
public record ShownStep<T>(String title, T before, T after, Consumer<T> shower) implements Change {

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
