package org.kvarter.ui.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.LayerStyle;
import org.kvarter.session.Session;
import org.kvarter.session.story.Staging;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.settings.Settings;
import org.kvarter.ui.stage.EmptyViewer;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.StepTime;

class StoryModelTest {

    private final Session session = Districts.session();
    private final EmptyViewer viewer = new EmptyViewer();
    private final Workspace workspace = Workspace.of(session, Districts.inline(), new Settings());
    private final StoryModel model = new StoryModel(workspace, viewer);

    @BeforeEach
    void winterInStockholm() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        session.clock().zoneProperty().set(ZoneId.of("Europe/Stockholm"));
        session.clock().setWithinRange(Instant.parse("2025-01-16T17:00:00Z"));
    }

    private List<String> titles() {
        return session.story().steps().stream().map(model::title).toList();
    }

    private Step step(int index) {
        return session.story().steps().get(index);
    }

    @Test
    void keepingDuplicatingMovingAndDeletingAreUndoneOneByOne() {
        model.keep();
        model.keep();
        model.setTitle(step(0), "One");
        model.setTitle(step(1), "Two");
        model.duplicate(step(0));
        assertThat(titles()).containsExactly("One", "One", "Two");
        model.move(step(2), 0);
        assertThat(titles()).containsExactly("Two", "One", "One");
        model.delete(step(1));
        assertThat(titles()).containsExactly("Two", "One");
        assertThat(session.undo().undoTitleProperty().get()).isEqualTo("delete One");
        session.undo().undo();
        session.undo().undo();
        session.undo().undo();
        assertThat(titles()).containsExactly("One", "Two");
        for (int i = 0; i < 4; i++) {
            session.undo().undo();
        }
        assertThat(session.story().isEmpty()).isTrue();
        assertThat(session.undo().dirtyProperty().get()).isFalse();
    }

    /** What stands in for a picture is shown, but does not keep the step's own from being taken. */
    @Test
    void aGlanceIsNoPictureOfTheStep() {
        model.keep();
        session.storyPictures().clear();
        model.pictures().glances().put(Staging.camera(session, step(0)).orElseThrow(), new WritableImage(4, 4));

        assertThat(model.pictures().of(step(0))).isPresent();
        assertThat(model.pictures().isKept(step(0))).isFalse();
    }

    @Test
    void aStepIsKeptAfterTheOpenOneWithItsPicture() {
        model.keep();
        model.keep();
        model.setTitle(step(1), "End");
        model.go(step(0));
        model.keep();
        assertThat(titles()).containsExactly("Step 1", "Step 3", "End");
        assertThat(model.currentProperty().get()).isEqualTo(step(1).id());
        assertThat(model.pictures().of(step(1))).hasValueSatisfying(p -> assertThat(p.getWidth()).isEqualTo(StepPictures.WIDTH));
    }

    @Test
    void typingIsOneStepOfUndo() {
        model.keep();
        for (String typed : new String[] {"A", "A q", "A quay"}) {
            model.setText(step(0), typed);
        }
        assertThat(step(0).text().shown()).isEqualTo("A quay");
        session.undo().undo();
        assertThat(step(0).text().isEmpty()).isTrue();
    }

    @Test
    void aTranslationStandsBesideTheWords() {
        model.keep();
        model.setTitle(step(0), "The quay");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("sv"));
        model.setTitle(step(0), "Kajen");
        assertThat(step(0).title().byLanguage()).containsEntry("en", "The quay").containsEntry("sv", "Kajen");
    }

    @Test
    void goingToAStepFliesShowsItAndIsUndone() {
        session.styles().put("bridges", LayerStyle.DEFAULT.withVisible(false));
        model.keep();
        session.styles().put("bridges", LayerStyle.DEFAULT);
        model.go(step(0));
        assertThat(viewer.target()).isEqualTo(step(0).camera().orElseThrow());
        assertThat(session.style("bridges").visible()).isFalse();
        session.undo().undo();
        assertThat(session.style("bridges").visible()).isTrue();
        assertThat(session.story().steps()).hasSize(1);
    }

    @Test
    void aVisitThatChangesNothingLeavesNoTraceInUndo() {
        model.keep();
        String before = session.undo().undoTitleProperty().get();
        model.go(step(0));
        assertThat(session.undo().undoTitleProperty().get()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"DAY, 2025-01-15T23:00:00Z, 2025-01-16T23:00:00Z, Thu 16 Jan 2025", "WEEK, 2025-01-12T23:00:00Z, 2025-01-19T23:00:00Z, 13 Jan – Sun 19 Jan 2025",
            "MONTH, 2024-12-31T23:00:00Z, 2025-01-31T23:00:00Z, 1 Jan – Fri 31 Jan 2025",
            "YEAR, 2024-12-31T23:00:00Z, 2025-12-31T23:00:00Z, 1 Jan – Wed 31 Dec 2025"})
    void aStepPlaysTheSpanAroundItsMoment(StoryModel.Play play, Instant from, Instant to, String said) {
        model.keep();
        model.setPlay(step(0), play);
        StepTime.Span span = step(0).time().flatMap(StepTime::span).orElseThrow();
        assertThat(span.from()).isEqualTo(from);
        assertThat(span.to()).isEqualTo(to);
        assertThat(model.play(step(0))).contains(play);
        assertThat(Moments.when(step(0).time().orElseThrow(), ZoneId.of("Europe/Stockholm"))).isEqualTo(said);
    }

    @Test
    void aSpanOfItsOwnBeginsAndEndsAtTheClocksTime() {
        model.keep();
        session.clock().setWithinRange(Instant.parse("2025-01-15T05:00:00Z"));
        model.setSpanEnd(step(0), true);
        session.clock().setWithinRange(Instant.parse("2025-01-16T20:00:00Z"));
        model.setSpanEnd(step(0), false);
        StepTime.Span span = step(0).time().flatMap(StepTime::span).orElseThrow();
        assertThat(span.from()).isEqualTo("2025-01-15T05:00:00Z");
        assertThat(span.to()).isEqualTo("2025-01-16T20:00:00Z");
        assertThat(model.play(step(0))).isEmpty();
    }
}
