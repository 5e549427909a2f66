package org.kvarter.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvarter.model.Viewpoint;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectException;
import org.kvarter.project.ProjectStore;
import org.kvarter.study.flight.FlightPath;
import org.kvarter.study.flight.FrameFiles;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import org.kvarter.workshop.Story;
import picocli.CommandLine.Option;

/** Options of a flight: many pictures in place of one. */
final class FlightOptions {

    private static final Texts TEXTS = Texts.in(FlightOptions.class);

    /** What is flown along. */
    enum Along {
        VIEWS, STORY
    }

    @Option(names = "--flight", paramLabel = "views|story")
    private Along along;

    @Option(names = "--fps", defaultValue = "25", paramLabel = "N")
    private int framesPerSecond;

    @Option(names = "--leg", defaultValue = "4", paramLabel = "SECONDS")
    private double secondsPerLeg;

    boolean isWanted() {
        return along != null;
    }

    int framesPerSecond() {
        return framesPerSecond;
    }

    /**
     * The pictures of the flight: as the one asked for, from one camera after the other.
     *
     * @throws CommandException where the project cannot be read or has too few cameras
     */
    List<RenderJob.Picture> pictures(Common common, List<Path> files, RenderJob.Picture like) throws CommandException {
        if (files.size() != 1 || !ProjectStore.isProject(files.get(0))) {
            throw common.wrong(TEXTS.get("render.flightProject"));
        }
        if (!(secondsPerLeg >= 0.1 && secondsPerLeg <= 600) || framesPerSecond < 1 || framesPerSecond > 120) {
            throw common.wrong(TEXTS.get("render.flightSpeed"));
        }
        ProjectDocument document;
        try {
            document = new ProjectStore(common.program().temporaryFolder()).open(files.get(0), Progress.NONE).document();
        } catch (ProjectException e) {
            throw new CommandException(e.getMessage());
        }
        List<Viewpoint> stops = along == Along.VIEWS ? document.viewpoints() : steps(document);
        if (stops.size() < 2) {
            throw new CommandException(TEXTS.get("render.flightStops." + along.name().toLowerCase(Locale.ROOT)));
        }
        FlightPath path = new FlightPath(stops, secondsPerLeg, framesPerSecond);
        return IntStream.range(0, path.frames()).mapToObj(i -> {
            Viewpoint v = path.at(i);
            double[] camera = {v.east(), v.north(), v.height(), v.yawDegrees(), v.pitchDegrees()};
            return new RenderJob.Picture(FrameFiles.of(like.out(), i), Optional.empty(), Optional.of(camera), like.time(), like.overlay(), like.legend(),
                    like.scenario(), like.sun(), like.title(), like.north(), like.scaleBar());
        }).toList();
    }

    private static List<Viewpoint> steps(ProjectDocument document) {
        Story story = org.kvarter.workshop.StoryForm.of(document.story()).story();
        return story.steps().stream().map(s -> s.camera().or(() -> document.viewpoints().stream().filter(v -> v.name().equals(s.viewpoint())).findFirst()))
                .flatMap(Optional::stream).toList();
    }
}
