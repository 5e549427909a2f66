package org.kvarter.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kvarter.task.Progress;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvarter bench FILE…}: how fast files load together, turn, are recoloured and picked on this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(BenchCommand.class);

    @Mixin
    private Common common;

    @Option(names = "--frames", defaultValue = "120", paramLabel = "n")
    private int frames;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files;

    @Override
    public Integer call() throws CommandException {
        BenchReport report = common.program().bench(files, Math.max(2, frames), Progress.NONE);
        if (common.json()) {
            ObjectNode root = Json.object().put("features", report.features()).put("triangles", report.triangles())
                    .put("loadMilliseconds", rounded(report.loadMilliseconds()))
                    .put("startMilliseconds", rounded(report.startMilliseconds()))
                    .put("warmLoadMilliseconds", rounded(report.warmLoadMilliseconds())).put("framesPerSecond", rounded(report.framesPerSecond()))
                    .put("recolourFramesPerSecond", rounded(report.recolourFramesPerSecond()))
                    .put("recolourFxMilliseconds", rounded(report.recolourFxMilliseconds()))
                    .put("pickMicroseconds", rounded(report.pickMicroseconds())).put("peakHeapBytes", report.peakHeapBytes())
                    .put("moving", report.moving()).put("movingFramesPerSecond", rounded(report.movingFramesPerSecond()))
                    .put("splitFramesPerSecond", rounded(report.splitFramesPerSecond()));
            Json.print(root, common.out());
        } else {
            common.out().println(TEXTS.get("bench.done", Figures.of(report.features()), Figures.of(report.triangles()),
                    Figures.of(report.loadMilliseconds()), Figures.of(report.framesPerSecond()), Figures.of(report.recolourFramesPerSecond()),
                    Figures.of(report.recolourFxMilliseconds()), Figures.of(report.pickMicroseconds()),
                    Figures.of(report.peakHeapBytes() / 1e6)));
            common.out().println(TEXTS.get("bench.split", Figures.of(report.splitFramesPerSecond())));
            if (report.moving() > 0) {
                common.out().println(TEXTS.get("bench.moving", Figures.of(report.moving()), Figures.of(report.movingFramesPerSecond())));
            }
        }
        return 0;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
