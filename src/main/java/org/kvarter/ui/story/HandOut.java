package org.kvarter.ui.story;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import org.kvarter.model.Viewpoint;
import org.kvarter.overlay.Legend;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.session.Session;
import org.kvarter.session.story.Look;
import org.kvarter.session.story.Staging;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.overlays.Painted;
import org.kvarter.ui.picture.PairPicture;
import org.kvarter.ui.stage.Viewer;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.Story;
import org.kvarter.workshop.tour.Tour;
import org.kvarter.workshop.tour.TourFiles;

/**
 * Writes the story as pictures, page and PDF, from the view of the window, which visits each step and then returns. JavaFX thread only;
 * files are written elsewhere.
 */
public final class HandOut {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    /** A flight lasts 0.9 s. */
    private static final Duration FLIGHT = Duration.seconds(1.2);

    private final Workspace workspace;
    private final Session session;
    private final Viewer viewer;
    private final StepPictures pictures;
    private final ObservableValue<Painted> painted;
    private final Path folder;
    private final BiConsumer<Integer, Integer> progress;
    private final List<Step> steps;
    private final Look before;
    private final Viewpoint camera;
    private final List<Tour.Page> pages = new ArrayList<>();
    private final CompletableFuture<Path> done = new CompletableFuture<>();
    private boolean cancelled;

    /** @param progress gets the number of the step that is drawn, from 1, and how many there are */
    public HandOut(Workspace workspace, Viewer viewer, StepPictures pictures, ObservableValue<Painted> painted, Path folder,
                   BiConsumer<Integer, Integer> progress) {
        this.workspace = workspace;
        this.session = workspace.session();
        this.viewer = viewer;
        this.pictures = pictures;
        this.painted = painted;
        this.folder = folder;
        this.progress = progress;
        this.steps = session.story().steps();
        this.before = Look.of(session);
        this.camera = viewer.viewpoint("");
    }

    /** Begins; completes with the page, or fails with an {@link IOException} whose message is a sentence. */
    public CompletableFuture<Path> start() {
        step(0);
        return done.whenComplete((page, failure) -> {
            before.restore(session);
            viewer.flyTo(camera);
        });
    }

    /** Stops before the next step; what is written stays. */
    public void cancel() {
        cancelled = true;
        done.cancel(false);
    }

    private void step(int index) {
        if (cancelled) {
            return;
        }
        if (index == steps.size()) {
            finish();
            return;
        }
        Step step = steps.get(index);
        progress.accept(index + 1, steps.size());
        Staging.show(session, step, before.withNothingChosen(), false);
        Staging.camera(session, step).ifPresent(viewer::flyTo);
        PauseTransition flight = new PauseTransition(workspace.motion().reduced().get() ? Duration.millis(100) : FLIGHT);
        flight.setOnFinished(e -> colourThenTake(step, index));
        flight.play();
    }

    /** What was asked of the style thread before is then done; its colours come with the next frames, which a picture waits for. */
    private void colourThenTake(Step step, int index) {
        workspace.tasks().style().execute(() -> workspace.tasks().fx().execute(() -> {
            if (!cancelled) {
                PairPicture.take(workspace, viewer::picture, WIDTH, HEIGHT).whenComplete((picture, failure) -> {
                    if (failure != null) {
                        done.completeExceptionally(failure);
                    } else {
                        keep(step, index, picture);
                    }
                });
            }
        }));
    }

    private void keep(Step step, int index, Picture picture) {
        ZoneId zone = session.clock().zoneProperty().get();
        Optional<Legend> legend = painted.getValue().legend();
        ScenarioEngine engine = session.scenarioEngine();
        ScenarioBook book = session.scenarios();
        Story story = session.story();
        pictures.put(step.id(), picture);
        write(() -> {
            picture.writePng(folder.resolve(TourPages.fileName(step, index)));
            return TourPages.page(step, index, legend, StepFigures.of(step, story, engine, book), zone);
        }, page -> {
            pages.add(page);
            step(index + 1);
        });
    }

    private void finish() {
        Tour tour = TourPages.tour(session.district().name(), pages);
        write(() -> TourFiles.write(tour, folder), done::complete);
    }

    private interface Writing<T> {
        T run() throws IOException;
    }

    private <T> void write(Writing<T> writing, java.util.function.Consumer<T> then) {
        workspace.tasks().io().execute(() -> {
            try {
                T written = writing.run();
                workspace.tasks().fx().execute(() -> then.accept(written));
            } catch (IOException | RuntimeException e) {
                workspace.tasks().fx().execute(() -> done.completeExceptionally(e));
            }
        });
    }
}
