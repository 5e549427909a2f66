package org.kvarter.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Undo and redo of every action that changes state. JavaFX thread only.
 *
 * <p>A change that the project does not keep ({@link Change#isKept}) makes nothing dirty and costs nobody a redo: while there is
 * something to redo it is done and not remembered.
 *
 * <p>Changes that merge ({@link Change#mergedWith}) and follow each other within a second are one step. At most 200 steps are kept.
 */
public final class UndoStack {

    private static final int LIMIT = 200;
    private static final Duration MERGE_WITHIN = Duration.ofSeconds(1);

    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private final InstantSource time;
    private java.time.Instant lastDone = java.time.Instant.MIN;
    private Change saved;
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty", false);
    private final ReadOnlyStringWrapper undoTitle = new ReadOnlyStringWrapper(this, "undoTitle", "");
    private final ReadOnlyStringWrapper redoTitle = new ReadOnlyStringWrapper(this, "redoTitle", "");

    public UndoStack() {
        this(InstantSource.system());
    }

    /** With a clock of one's own, for tests. */
    public UndoStack(InstantSource time) {
        this.time = time;
    }

    /** Does {@code change} and remembers it. */
    public void perform(Change change) {
        change.apply();
        if (!change.isKept() && !undone.isEmpty()) {
            return;
        }
        undone.clear();
        var now = time.instant();
        Change last = done.peek();
        Change merged = last == null || last == saved || lastDone.plus(MERGE_WITHIN).isBefore(now) ? null : last.mergedWith(change);
        if (merged != null) {
            done.pop();
            done.push(merged);
        } else {
            done.push(change);
        }
        lastDone = now;
        if (done.size() > LIMIT) {
            done.removeLast();
        }
        update();
    }

    /**
     * Does what nobody asked for, such as reading finer tiles: it takes in the last change of its kind ({@link Change#mergedWith}), however
     * long ago, unless something has been done since that the project keeps. Selections since then are forgotten.
     *
     * @param change one that the project does not keep; not while there is something to redo, which would be lost
     */
    public void performAside(Change change) {
        change.apply();
        Change merged = null;
        int since = 0;
        for (Change last : done) {
            merged = last.mergedWith(change);
            if (merged != null || last.isKept()) {
                break;
            }
            since++;
        }
        if (merged != null) {
            for (int i = 0; i <= since; i++) {
                done.pop();
            }
        }
        done.push(merged == null ? change : merged);
        lastDone = java.time.Instant.MIN;
        update();
    }

    /** Takes the last step back; nothing where there is none. */
    public void undo() {
        if (!done.isEmpty()) {
            Change change = done.pop();
            change.revert();
            undone.push(change);
            lastDone = java.time.Instant.MIN;
            update();
        }
    }

    /** Does the step again that was taken back last; nothing where there is none. */
    public void redo() {
        if (!undone.isEmpty()) {
            Change change = undone.pop();
            change.apply();
            done.push(change);
            lastDone = java.time.Instant.MIN;
            update();
        }
    }

    /** Forgets everything, as after opening another project. */
    public void clear() {
        done.clear();
        undone.clear();
        saved = null;
        update();
    }

    /** The state now is the saved one. */
    public void markSaved() {
        saved = lastKept();
        update();
    }

    /** Whether the state differs from the saved one. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** What undo would take back; empty where there is nothing. */
    public ReadOnlyStringProperty undoTitleProperty() {
        return undoTitle.getReadOnlyProperty();
    }

    /** What redo would do again; empty where there is nothing. */
    public ReadOnlyStringProperty redoTitleProperty() {
        return redoTitle.getReadOnlyProperty();
    }

    private Change lastKept() {
        return done.stream().filter(Change::isKept).findFirst().orElse(null);
    }

    private void update() {
        dirty.set(lastKept() != saved);
        undoTitle.set(done.isEmpty() ? "" : done.peek().title());
        redoTitle.set(undone.isEmpty() ? "" : undone.peek().title());
    }
}
