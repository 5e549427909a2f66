package org.kvarter.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UndoStackTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final UndoStack undo = new UndoStack(now::get);
    private double opacity = 1;

    private void drag(double to) {
        undo.perform(new SetProperty<>("opacity", "layer-1", opacity, to, v -> opacity = v));
    }

    @Test
    void undoAndRedoRestoreTheValue() {
        drag(0.5);
        undo.undo();
        assertThat(opacity).isEqualTo(1);
        assertThat(undo.redoTitleProperty().get()).isEqualTo("opacity");
        undo.redo();
        assertThat(opacity).isEqualTo(0.5);
    }

    @Test
    void draggingIsOneStep() {
        drag(0.9);
        drag(0.7);
        drag(0.4);
        undo.undo();
        assertThat(opacity).isEqualTo(1);
        assertThat(undo.undoTitleProperty().get()).isEmpty();
    }

    @Test
    void aPauseSeparatesSteps() {
        drag(0.9);
        now.set(now.get().plusSeconds(5));
        drag(0.4);
        undo.undo();
        assertThat(opacity).isEqualTo(0.9);
    }

    @Test
    void aNewChangeEndsRedo() {
        drag(0.9);
        undo.undo();
        drag(0.3);
        undo.redo();
        assertThat(opacity).isEqualTo(0.3);
    }

    @Test
    void dirtyFollowsTheSavedState() {
        drag(0.9);
        undo.markSaved();
        assertThat(undo.dirtyProperty().get()).isFalse();
        drag(0.8);
        assertThat(undo.dirtyProperty().get()).as("a change after saving does not merge into the saved one").isTrue();
        undo.undo();
        assertThat(undo.dirtyProperty().get()).isFalse();
        undo.undo();
        assertThat(undo.dirtyProperty().get()).isTrue();
    }

    private int selected;

    private void select(int row) {
        int before = selected;
        undo.perform(new Change() {
            @Override
            public String title() {
                return "selection";
            }

            @Override
            public void apply() {
                selected = row;
            }

            @Override
            public void revert() {
                selected = before;
            }

            @Override
            public boolean isKept() {
                return false;
            }
        });
    }

    @Test
    void aSelectionIsTakenBackButNeedsNoSaving() {
        drag(0.9);
        undo.markSaved();
        select(7);
        assertThat(undo.dirtyProperty().get()).isFalse();
        undo.undo();
        assertThat(selected).isZero();
        assertThat(opacity).isEqualTo(0.9);
        assertThat(undo.dirtyProperty().get()).isFalse();
    }

    @Test
    void aSelectionCostsNobodyARedo() {
        drag(0.9);
        undo.undo();
        select(7);
        undo.redo();
        assertThat(opacity).isEqualTo(0.9);
        assertThat(selected).isEqualTo(7);
    }
}
