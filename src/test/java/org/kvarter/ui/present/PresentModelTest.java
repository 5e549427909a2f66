package org.kvarter.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.Viewpoint;
import org.kvarter.session.Session;
import org.kvarter.session.story.Look;
import org.kvarter.text.LocalText;
import org.kvarter.ui.Districts;
import org.kvarter.ui.stage.EmptyViewer;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.StepLayer;
import org.kvarter.workshop.StepTime;
import org.kvarter.workshop.Story;

class PresentModelTest {

    private static final Instant MORNING = Instant.parse("2025-01-16T06:00:00Z");
    private static final Instant EVENING = Instant.parse("2025-01-16T18:00:00Z");
    private final Session session = Districts.session();
    private final EmptyViewer viewer = new EmptyViewer();

    private static Viewpoint camera(int index) {
        return new Viewpoint("", 150_000 + index, 6_580_000, 50, 0, -20);
    }

    private static Step step(int index, StepTime time) {
        return new Step("s" + index, LocalText.EMPTY, LocalText.EMPTY, LocalText.EMPTY, "", Optional.of(camera(index)),
                index == 1 ? Map.of("bridges", new StepLayer(false, 1)) : Map.of(), Optional.empty(), Optional.ofNullable(time), List.of(), List.of());
    }

    @BeforeEach
    void fourStepsOfWhichTheThirdPlaysADay() {
        StepTime day = new StepTime(EVENING, Optional.of(new StepTime.Span(MORNING, EVENING, 12)), "HOUR", true);
        session.storyProperty().set(new Story(IntStream.range(0, 4).mapToObj(i -> step(i, i == 2 ? day : null)).toList()));
    }

    /** Letters: n next, p previous, f first, l last, b black. */
    @ParameterizedTest
    @CsvSource({"n,1", "nnnnnn,3", "nnp,1", "p,0", "lp,2", "nnf,0"})
    void stepsFollowTheCommands(String commands, int at) {
        PresentModel model = new PresentModel(session, viewer, 0);
        for (char c : commands.toCharArray()) {
            model.on(switch (c) {
                case 'n' -> PresentCommand.NEXT;
                case 'p' -> PresentCommand.PREVIOUS;
                case 'f' -> PresentCommand.FIRST;
                default -> PresentCommand.LAST;
            });
        }
        assertThat(model.index()).isEqualTo(at);
        assertThat(viewer.target()).isEqualTo(camera(at));
        assertThat(model.following().map(Step::id)).isEqualTo(at == 3 ? Optional.empty() : Optional.of("s" + (at + 1)));
    }

    @Test
    void whatAStepHidesComesBackWithTheNextAndNothingIsToUndo() {
        PresentModel model = new PresentModel(session, viewer, 1);
        assertThat(session.style("bridges").visible()).isFalse();
        model.next();
        assertThat(session.style("bridges").visible()).isTrue();
        assertThat(session.undo().undoTitleProperty().get()).isEmpty();
        assertThat(session.undo().dirtyProperty().get()).isFalse();
    }

    @Test
    void theEndPutsEverythingBack() {
        session.selection().add(Districts.building(1));
        session.clock().setWithinRange(Instant.parse("2025-07-01T10:00:00Z"));
        Look before = Look.of(session);
        Viewpoint stoodAt = viewer.viewpoint("");
        PresentModel model = new PresentModel(session, viewer, 1);
        assertThat(session.selection()).isEmpty();
        model.next();
        session.clock().advance(3);
        model.end();
        assertThat(Look.of(session)).isEqualTo(before);
        assertThat(session.selection()).containsExactly(Districts.building(1));
        assertThat(session.clock().playingProperty().get()).isFalse();
        assertThat(viewer.target()).isEqualTo(stoodAt);
    }

    @Test
    void aSpanPlaysOnceInItsSecondsAndRestsAtItsEnd() {
        PresentModel model = new PresentModel(session, viewer, 2);
        assertThat(session.clock().time()).isEqualTo(MORNING);
        session.clock().advance(6);
        assertThat(session.clock().time()).as("twelve hours in twelve seconds").isEqualTo(Instant.parse("2025-01-16T12:00:00Z"));
        session.clock().advance(7);
        assertThat(session.clock().time()).isEqualTo(EVENING.minusMillis(1));
        assertThat(session.clock().playingProperty().get()).isFalse();
        model.on(PresentCommand.PLAY);
        assertThat(session.clock().time()).as("once more from its beginning").isEqualTo(MORNING);
        assertThat(session.clock().playingProperty().get()).isTrue();
    }

    @Test
    void aSpanUpToTheClocksOwnEndDoesNotWrap() {
        Instant end = session.clock().endProperty().get();
        StepTime last = new StepTime(end.minusSeconds(60), Optional.of(new StepTime.Span(end.minusSeconds(36_000), end, 10)), "HOUR", true);
        session.storyProperty().set(new Story(List.of(step(0, last))));
        new PresentModel(session, viewer, 0);
        session.clock().advance(11);
        assertThat(session.clock().time()).isEqualTo(end.minusMillis(1));
    }

    @Test
    void aSpanThatIsLeftStopsPlaying() {
        PresentModel model = new PresentModel(session, viewer, 2);
        model.previous();
        assertThat(session.clock().playingProperty().get()).isFalse();
    }

    @Test
    void blackIsLiftedByTheNextStep() {
        PresentModel model = new PresentModel(session, viewer, 0);
        model.on(PresentCommand.BLACK);
        assertThat(model.blackProperty().get()).isTrue();
        model.next();
        assertThat(model.blackProperty().get()).isFalse();
    }

    @Test
    void exploringLeadsBackToTheStep() {
        PresentModel model = new PresentModel(session, viewer, 1);
        assertThat(model.on(PresentCommand.EXPLORE)).as("the key goes on to the camera").isFalse();
        viewer.home();
        assertThat(model.exploringProperty().get()).isTrue();
        model.on(PresentCommand.BACK);
        assertThat(viewer.target()).isEqualTo(camera(1));
        assertThat(model.exploringProperty().get()).isFalse();
    }
}
