package org.kvarter.ui.present;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import org.kvarter.model.Viewpoint;
import org.kvarter.session.Session;
import org.kvarter.session.story.Look;
import org.kvarter.session.story.Staging;
import org.kvarter.ui.stage.Viewer;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.StepTime;

/**
 * A story being told: which step is on, black, explored freely. While it runs the session shows the steps without a trace in undo; at the
 * end it is as it was. JavaFX thread only.
 */
public final class PresentModel {

    private final Session session;
    private final Viewer viewer;
    private final List<Step> steps;
    private final Look before;
    private final Viewpoint stoodAt;
    private final Look base;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(this, "step");
    private final BooleanProperty black = new SimpleBooleanProperty(this, "black");
    private final ReadOnlyBooleanWrapper exploring = new ReadOnlyBooleanWrapper(this, "exploring");
    private final ChangeListener<Instant> clockListener = (o, was, is) -> clockMoved(was, is);
    private StepTime.Span played;

    /** Begins at a step. @param at its place, taken to the nearest there is; the story must not be empty */
    public PresentModel(Session session, Viewer viewer, int at) {
        this.session = session;
        this.viewer = viewer;
        this.steps = session.story().steps();
        this.before = Look.of(session);
        this.stoodAt = viewer.viewpoint("");
        this.base = before.withNothingChosen();
        session.hoverProperty().set(null);
        viewer.toolProperty().set(Viewer.Tool.SELECT);
        session.clock().timeProperty().addListener(clockListener);
        go(at);
    }

    /** The step that is on; never {@code null}. */
    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public Step step() {
        return step.get();
    }

    /** All steps as they were at the beginning. */
    public List<Step> steps() {
        return steps;
    }

    /** Place of the step that is on. */
    public int index() {
        return steps.indexOf(step.get());
    }

    /** The step after the one that is on. */
    public Optional<Step> following() {
        return index() + 1 < steps.size() ? Optional.of(steps.get(index() + 1)) : Optional.empty();
    }

    /** Whether the audience sees nothing. */
    public BooleanProperty blackProperty() {
        return black;
    }

    /** Whether the camera has left the step. */
    public ReadOnlyBooleanProperty exploringProperty() {
        return exploring.getReadOnlyProperty();
    }

    /** Sentences about what the step names and the project does not have: for the presenter alone. */
    public List<String> missing() {
        return Staging.missing(session, step.get());
    }

    public void next() {
        go(index() + 1);
    }

    public void previous() {
        go(index() - 1);
    }

    /** Goes to a step, taken to the nearest there is; where it is on already, the twin is put back into it. */
    public void go(int at) {
        Step wanted = steps.get(Math.max(0, Math.min(steps.size() - 1, at)));
        black.set(false);
        played = null;
        Staging.show(session, wanted, base, true);
        fly(wanted);
        step.set(wanted);
        wanted.time().flatMap(StepTime::span).ifPresent(this::play);
    }

    private void fly(Step to) {
        viewer.walkingProperty().set(false);
        Staging.camera(session, to).ifPresent(viewer::flyTo);
        exploring.set(false);
    }

    private void play(StepTime.Span span) {
        played = span;
        session.clock().speedProperty().set(span.perSecond());
        session.clock().playingProperty().set(true);
    }

    /** At its end a span stands still rather than running on, also where the clock's own range ends there. */
    private void clockMoved(Instant was, Instant is) {
        if (played != null && session.clock().playingProperty().get() && (!is.isBefore(played.to()) || is.isBefore(was))) {
            session.clock().playingProperty().set(false);
            session.clock().setWithinRange(played.to().minusMillis(1));
        }
    }

    /** Lets time run or stand still; a span that is over begins again. */
    public void playOrPause() {
        BooleanProperty playing = session.clock().playingProperty();
        if (!playing.get() && played != null && !session.clock().time().isBefore(played.to().minusMillis(1))) {
            session.clock().setWithinRange(played.from());
        }
        playing.set(!playing.get());
    }

    /** The camera is being moved by hand. */
    public void explore() {
        exploring.set(true);
    }

    /** Back to the step after exploring: its camera, layers and colours; time goes on. */
    public void back() {
        Staging.choose(session, step.get(), base);
        fly(step.get());
    }

    /** Puts everything back as it was before. */
    public void end() {
        session.clock().timeProperty().removeListener(clockListener);
        before.restore(session);
        viewer.flyTo(stoodAt);
    }

    /** Does what a key asks for. @return whether the key is used up */
    boolean on(PresentCommand command) {
        switch (command) {
            case NEXT -> next();
            case PREVIOUS -> previous();
            case FIRST -> go(0);
            case LAST -> go(steps.size() - 1);
            case BLACK -> black.set(!black.get());
            case BACK -> back();
            case PLAY -> playOrPause();
            case EXPLORE -> {
                explore();
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
