package org.kvarter.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kvarter.study.flight.FrameFiles;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvarter render PROJECT|FILE… --out X.png}: one picture. */
@Command(name = "render", mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(RenderCommand.class);

    @Mixin
    private Common common;

    @Option(names = "--out", required = true, paramLabel = "X.png")
    private Path out;

    @Option(names = "--size", defaultValue = "1920x1080", converter = PixelSize.Converter.class, paramLabel = "WxH")
    private PixelSize size;

    @Option(names = "--view", paramLabel = "NAME")
    private String view;

    @Option(names = "--camera", split = ",", paramLabel = "E,N,H,YAW,PITCH")
    private List<Double> camera;

    @Option(names = "--time", paramLabel = "ISO")
    private String time;

    @Option(names = "--overlay", paramLabel = "NAME")
    private String overlay;

    @Option(names = "--no-legend")
    private boolean withoutLegend;

    @Option(names = "--title", defaultValue = "", paramLabel = "TEXT")
    private String title;

    @Option(names = "--north")
    private boolean north;

    @Option(names = "--scale-bar")
    private boolean scaleBar;

    @Option(names = "--scenario", paramLabel = "NAME")
    private String scenario;

    @Mixin
    private SunOptions sun;

    @Mixin
    private FlightOptions flight;

    @Option(names = "--crs", paramLabel = "EPSG:n")
    private String crs;

    @Parameters(arity = "1..*", paramLabel = "PROJECT|FILE")
    private List<Path> files;

    @Override
    public Integer call() throws CommandException {
        if (camera != null && camera.size() != 5) {
            throw common.wrong(TEXTS.get("render.camera"));
        }
        if (camera != null && view != null) {
            throw common.wrong(TEXTS.get("render.viewAndCamera"));
        }
        RenderJob.Picture picture = new RenderJob.Picture(out, Optional.ofNullable(view),
                Optional.ofNullable(camera).map(c -> c.stream().mapToDouble(Double::doubleValue).toArray()), instant(), Optional.ofNullable(overlay),
                !withoutLegend, Optional.ofNullable(scenario), sun.wanted(common), title, north, scaleBar);
        if (flight.isWanted() && (camera != null || view != null)) {
            throw common.wrong(TEXTS.get("render.flightCamera"));
        }
        List<RenderJob.Picture> pictures = flight.isWanted() ? flight.pictures(common, files, picture) : List.of(picture);
        RenderReport report = common.program().render(
                new RenderJob(files, Optional.ofNullable(crs), pictures, size.width(), size.height()), Progress.NONE);
        if (common.json()) {
            RenderReport.Drawn drawn = report.pictures().get(0);
            ObjectNode root = Json.object().put("out", (flight.isWanted() ? out : drawn.out()).toString()).put("pictures", pictures.size()).put("width", size.width()).put("height", size.height())
                    .put("view", drawn.view()).put("overlay", drawn.overlay());
            Json.addDiagnostics(root, report.diagnostics());
            Json.print(root, common.out());
        } else {
            common.out().println(flight.isWanted() ? TEXTS.get("render.flown", pictures.size(), out, FrameFiles.film(out, flight.framesPerSecond()))
                    : TEXTS.get("render.done", out));
        }
        return 0;
    }

    /** An instant, a time with offset, or a local time in the zone of this machine. */
    private Optional<Instant> instant() {
        if (time == null) {
            return Optional.empty();
        }
        try {
            boolean hasOffset = time.endsWith("Z") || time.matches(".*T.*[+-]\\d\\d:?\\d\\d$");
            return Optional.of(hasOffset ? OffsetDateTime.parse(time).toInstant()
                    : LocalDateTime.parse(time).atZone(ZoneId.systemDefault()).toInstant());
        } catch (DateTimeParseException e) {
            throw common.wrong(TEXTS.get("render.time", time));
        }
    }
}
