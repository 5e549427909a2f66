package org.kvarter.app.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.kvarter.cli.CommandException;
import org.kvarter.cli.TourJob;
import org.kvarter.cli.TourReport;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.model.Viewpoint;
import org.kvarter.overlay.Legend;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.session.loading.LoadOutcome;
import org.kvarter.session.loading.SessionDocument;
import org.kvarter.session.story.Look;
import org.kvarter.session.story.Staging;
import org.kvarter.text.Texts;
import org.kvarter.ui.picture.PairPicture;
import org.kvarter.ui.story.StepFigures;
import org.kvarter.ui.story.TourPages;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.tour.Tour;

/** Draws the steps of a project's story, one after the other, in one studio. */
public final class TourMaker {

    private static final Texts TEXTS = Texts.in(TourMaker.class);

    private TourMaker() {
    }

    /**
     * Draws. Not for the JavaFX thread.
     *
     * @param fx       the JavaFX thread, with the toolkit running
     * @param unpacked where packages are unpacked to
     */
    public static TourReport draw(TourJob job, Executor fx, Path unpacked) throws CommandException {
        try (Studio studio = new Studio(fx, unpacked, job.width(), job.height())) {
            LoadOutcome loaded = studio.load(List.of(job.project()), Optional.empty());
            Look base = studio.ask(t -> Look.of(t.session()));
            List<Step> steps = studio.ask(t -> t.session().story().steps());
            ZoneId zone = studio.ask(t -> t.session().clock().zoneProperty().get());
            List<Diagnostic> diagnostics = new ArrayList<>(loaded.diagnostics());
            diagnostics.addAll(studio.ask(t -> t.session().diagnostics().stream().filter(SessionDocument::isOfProjectFile).toList()));
            List<Tour.Page> pages = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                studio.ask(t -> Staging.missing(t.session(), step)).forEach(m -> diagnostics.add(
                        new Diagnostic(Severity.WARNING, job.project().toString(), step.id(), m)));
                pages.add(TourPages.page(step, i, draw(studio, job, step, i, base),
                        StepFigures.of(step, studio.ask(t -> t.session().story()), studio.ask(t -> t.session().scenarioEngine()), studio.ask(t -> t.session().scenarios())), zone));
            }
            return new TourReport(TourPages.tour(studio.ask(t -> t.session().district().name()), pages), diagnostics);
        }
    }

    /** What is shown; where that is two scenarios, the middle of each: outside a window JavaFX draws no other size than the scene's. */
    private static Picture picture(Studio studio, TourJob job) throws CommandException {
        if (studio.ask(t -> PairPicture.shown(t.session()).isEmpty())) {
            return studio.ask(t -> t.view().snapshot(job.width(), job.height())).join();
        }
        int[] halves = PairPicture.halves(job.width());
        ScenarioBook book = studio.ask(t -> t.session().scenarios());
        Picture right = PairPicture.middle(studio.ask(t -> t.view().snapshot(job.width(), job.height())).join(), halves[1]);
        studio.tell(t -> t.session().scenariosProperty().set(PairPicture.swapped(book)));
        studio.settle();
        Picture left = PairPicture.middle(studio.ask(t -> t.view().snapshot(job.width(), job.height())).join(), halves[0]);
        studio.tell(t -> t.session().scenariosProperty().set(book));
        studio.settle();
        return studio.ask(t -> PairPicture.joined(t.session(), left, right, book, false));
    }

    private static Optional<Legend> draw(Studio studio, TourJob job, Step step, int index, Look base) throws CommandException {
        studio.tell(t -> {
            Staging.show(t.session(), step, base, false);
            Optional<Viewpoint> camera = Staging.camera(t.session(), step);
            if (camera.isPresent()) {
                t.view().camera().jumpTo(CameraPose.of(camera.get(), t.session().district().frame()));
            } else if (index == 0) {
                t.view().camera().jumpTo(t.view().camera().homePose());
            }
        });
        studio.settle();
        Path file = job.out().resolve(TourPages.fileName(step, index));
        try {
            picture(studio, job).writePng(file);
        } catch (IOException e) {
            throw new CommandException(TEXTS.get("unwritable", file));
        }
        return studio.ask(t -> t.painting().paintedProperty().get().legend());
    }
}
