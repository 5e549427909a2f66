package org.kvarter.app.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.kvarter.cli.CommandException;
import org.kvarter.cli.RenderJob;
import org.kvarter.cli.RenderReport;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Viewpoint;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.session.loading.LoadOutcome;
import org.kvarter.text.Texts;
import org.kvarter.ui.picture.Furniture;
import org.kvarter.ui.picture.FurniturePrint;
import org.kvarter.ui.picture.LegendPrint;
import org.kvarter.ui.stage.LensOf;

/** Draws the pictures of a job, one after the other, in one studio. */
public final class PictureMaker {

    private static final Texts TEXTS = Texts.in(PictureMaker.class);

    private final Studio studio;
    private final RenderJob job;
    private Optional<RenderJob.SunHours> counted = Optional.empty();

    private PictureMaker(Studio studio, RenderJob job) {
        this.studio = studio;
        this.job = job;
    }

    /**
     * Draws. Not for the JavaFX thread.
     *
     * @param fx       the JavaFX thread, with the toolkit running
     * @param unpacked where packages are unpacked to
     */
    public static RenderReport draw(RenderJob job, Executor fx, Path unpacked) throws CommandException {
        try (Studio studio = new Studio(fx, unpacked, job.width(), job.height())) {
            LoadOutcome loaded = studio.load(job.files(), job.crs());
            PictureMaker maker = new PictureMaker(studio, job);
            List<RenderReport.Drawn> drawn = new ArrayList<>();
            for (RenderJob.Picture picture : job.pictures()) {
                drawn.add(maker.draw(picture));
            }
            return new RenderReport(studio.ask(t -> t.session().district().name()), drawn, loaded.diagnostics());
        }
    }

    private RenderReport.Drawn draw(RenderJob.Picture picture) throws CommandException {
        chooseScenario(picture.scenario());
        chooseOverlay(picture.overlay());
        picture.time().ifPresent(instant -> studio.tell(t -> {
            t.session().studioLightProperty().set(false);
            ZonedDateTime local = instant.atZone(t.session().clock().zoneProperty().get());
            t.sun().setDate(local.toLocalDate());
            t.sun().setTime(local.toLocalTime());
        }));
        if (picture.sun().isPresent() && !picture.sun().equals(counted)) {
            counted = picture.sun();
            sunHours(picture.sun().get());
        }
        String view = placeCamera(picture);
        studio.settle();
        try {
            Path folder = picture.out().toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Picture taken = studio.ask(t -> t.view().snapshot(job.width(), job.height())).join();
            if (picture.legend()) {
                studio.tell(t -> LegendPrint.onto(taken, t.painting().paintedProperty().get(), false));
            }
            studio.tell(t -> FurniturePrint.onto(taken, LensOf.view(t.view()), new Furniture(picture.title(), picture.north(), picture.scaleBar()), false));
            taken.writePng(picture.out());
        } catch (IOException e) {
            throw new CommandException(TEXTS.get("unwritable", picture.out()));
        }
        String title = studio.ask(t -> t.session().activeOverlay().map(OverlaySpec::title).orElse(""));
        return new RenderReport.Drawn(picture.out(), view, title);
    }

    private void sunHours(RenderJob.SunHours wanted) throws CommandException {
        boolean done = studio.ask(t -> {
            t.sunHours().ruleProperty().set(wanted.rule());
            t.sunHours().tellRule(wanted.asRule());
            return t.sunHours().compute();
        }).join();
        if (!done) {
            throw new CommandException(studio.ask(t -> t.sunHours().troubleProperty().get()));
        }
        if (wanted.csv().isPresent()) {
            try {
                studio.ask(t -> t.sunHours().writing()).to(wanted.csv().get());
            } catch (IOException e) {
                throw new CommandException(TEXTS.get("unwritable", wanted.csv().get()));
            }
        }
    }

    private void chooseScenario(Optional<String> wanted) throws CommandException {
        if (wanted.isEmpty()) {
            return;
        }
        String name = wanted.get();
        ScenarioBook book = studio.ask(t -> t.session().scenarios());
        Optional<String> id = name.equals("none") ? Optional.of("") : book.find(name).map(Scenario::id);
        if (id.isEmpty()) {
            throw new CommandException(TEXTS.get("noScenario", name, names(book.scenarios().stream().map(Scenario::name).toList())));
        }
        studio.tell(t -> t.session().scenariosProperty().set(book.withActive(id.get())));
    }

    private void chooseOverlay(Optional<String> wanted) throws CommandException {
        if (wanted.isEmpty()) {
            return;
        }
        String name = wanted.get();
        List<OverlaySpec> overlays = studio.ask(t -> List.copyOf(t.session().overlays()));
        Optional<String> id = name.equals("none") ? Optional.of("")
                : overlays.stream().filter(o -> o.id().equals(name) || o.titles().byLanguage().values().stream().anyMatch(name::equalsIgnoreCase))
                .map(OverlaySpec::id).findFirst();
        if (id.isEmpty()) {
            throw new CommandException(TEXTS.get("noOverlay", name, names(overlays.stream().map(OverlaySpec::title).toList())));
        }
        studio.tell(t -> t.session().activeOverlayProperty().set(id.get()));
    }

    /** Puts the camera where the picture wants it, and answers the viewpoint's name. */
    private String placeCamera(RenderJob.Picture picture) throws CommandException {
        List<Viewpoint> views = studio.ask(t -> List.copyOf(t.session().viewpoints()));
        LocalFrame frame = studio.ask(t -> t.session().district().frame());
        if (picture.camera().isPresent()) {
            double[] c = picture.camera().get();
            jump(new Viewpoint("", c[0], c[1], c[2], c[3], Math.max(-90, Math.min(90, c[4]))), frame);
            return "";
        }
        if (picture.view().isPresent()) {
            String name = picture.view().get();
            Viewpoint view = views.stream().filter(v -> v.name().equalsIgnoreCase(name)).findFirst().orElse(null);
            if (view == null) {
                throw new CommandException(TEXTS.get("noView", name, names(views.stream().map(Viewpoint::name).toList())));
            }
            show(view, frame);
            return view.name();
        }
        if (!views.isEmpty()) {
            show(views.get(0), frame);
            return views.get(0).name();
        }
        studio.settle();
        studio.tell(t -> t.view().camera().jumpTo(t.view().camera().homePose()));
        return "";
    }

    /** A saved camera, with what it cuts away. */
    private void show(Viewpoint view, LocalFrame frame) {
        jump(view, frame);
        studio.tell(t -> t.session().sectionProperty().set(view.section()));
    }

    private void jump(Viewpoint view, LocalFrame frame) {
        studio.tell(t -> t.view().camera().jumpTo(CameraPose.of(view, frame)));
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? TEXTS.get("none") : String.join(", ", names);
    }
}
