package org.kvarter.app;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import org.kvarter.cli.BenchReport;
import org.kvarter.cli.CommandException;
import org.kvarter.cli.Program;
import org.kvarter.cli.RenderJob;
import org.kvarter.cli.RenderReport;
import org.kvarter.task.Progress;

/** The program as commands see it. The toolkit starts only for what needs it. */
final class WindowProgram implements Program {

    @Override
    public void openWindow(List<Path> files) {
        Application.launch(KvarterApplication.class, files.stream().map(Path::toString).toArray(String[]::new));
    }

    @Override
    public RenderReport render(RenderJob job, Progress progress) throws CommandException {
        throw new CommandException("rendering comes with the next commit");
    }

    @Override
    public BenchReport bench(Path file, int frames, Progress progress) throws CommandException {
        throw new CommandException("measuring comes with the next commit");
    }

    @Override
    public Path temporaryFolder() {
        return UserDirectories.ofThisMachine().state().resolve("unpacked");
    }
}
