package org.kvarter.session;

/**
 * Something a person did to the state, which can be taken back. Runs on the JavaFX thread.
 */
public interface Change {

    /** What was done, in the display language, as it stands after "Undo ". */
    String title();

    /** Does it, the first time and at redo. */
    void apply();

    /** Takes it back. */
    void revert();

    /**
     * Takes a newer change of the same kind into this one, so that dragging a slider is one step.
     *
     * @return the merged change, or {@code null} where they stay apart
     */
    default Change mergedWith(Change newer) {
        return null;
    }

    /** Whether the project keeps what it changes. A change it does not keep, such as a selection, leaves nothing to be saved. */
    default boolean isKept() {
        return true;
    }

    /** A change made of two actions. */
    static Change of(String title, Runnable apply, Runnable revert) {
        return new Change() {
            @Override
            public String title() {
                return title;
            }

            @Override
            public void apply() {
                apply.run();
            }

            @Override
            public void revert() {
                revert.run();
            }
        };
    }
}
