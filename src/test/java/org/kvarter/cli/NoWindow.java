package org.kvarter.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kvarter.task.Progress;

/** The program around commands that need no window, in a folder. */
record NoWindow(Path folder) implements Program {

    record Ran(int exit, String out, String err) {
    }

    /** Runs a command line. */
    Ran run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = KvarterCommand.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new), this, new PrintWriter(out), new PrintWriter(err));
        return new Ran(exit, out.toString(), err.toString());
    }

    @Override
    public void openWindow(List<Path> files, Optional<java.util.Locale> language) {
        throw new AssertionError("no window");
    }

    @Override
    public RenderReport render(RenderJob job, Progress progress) {
        throw new AssertionError("no picture");
    }

    @Override
    public TourReport tour(TourJob job, Progress progress) {
        throw new AssertionError("no tour");
    }

    @Override
    public BenchReport bench(List<Path> files, int frames, Progress progress) {
        throw new AssertionError("no benchmark");
    }

    @Override
    public Path temporaryFolder() {
        return folder.resolve("tmp");
    }

    @Override
    public Path configurationFolder() {
        return folder.resolve("config");
    }
}
