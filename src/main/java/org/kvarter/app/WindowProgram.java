package org.kvarter.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import org.kvarter.app.studio.Bench;
import org.kvarter.app.studio.PictureMaker;
import org.kvarter.app.studio.TourMaker;
import org.kvarter.cli.BenchReport;
import org.kvarter.cli.CommandException;
import org.kvarter.cli.Program;
import org.kvarter.cli.RenderJob;
import org.kvarter.cli.RenderReport;
import org.kvarter.cli.TourJob;
import org.kvarter.cli.TourReport;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program as commands see it. The toolkit starts only for what needs it. */
final class WindowProgram implements Program {

    private static final Logger LOG = LoggerFactory.getLogger(WindowProgram.class);
    private static final Texts TEXTS = Texts.in(WindowProgram.class);

    @Override
    public void openWindow(List<Path> files, Optional<Locale> language) throws CommandException {
        try {
            Application.launch(KvarterApplication.class, KvarterApplication.arguments(files, language));
        } catch (UnsupportedOperationException e) {
            LOG.error("The window does not open", e);
            throw new CommandException(TEXTS.get("noDisplay"));
        }
    }

    @Override
    public RenderReport render(RenderJob job, Progress progress) throws CommandException {
        startToolkit();
        try {
            return PictureMaker.draw(job, new WindowThread(), temporaryFolder());
        } finally {
            Platform.exit();
        }
    }

    @Override
    public TourReport tour(TourJob job, Progress progress) throws CommandException {
        startToolkit();
        try {
            return TourMaker.draw(job, new WindowThread(), temporaryFolder());
        } finally {
            Platform.exit();
        }
    }

    @Override
    public BenchReport bench(List<Path> files, int frames, Progress progress) throws CommandException {
        startToolkit();
        try {
            return Bench.run(files, frames, new WindowThread(), temporaryFolder());
        } finally {
            Platform.exit();
        }
    }

    private static void startToolkit() throws CommandException {
        try {
            CountDownLatch started = new CountDownLatch(1);
            Platform.startup(started::countDown);
            Platform.setImplicitExit(false);
            started.await();
        } catch (UnsupportedOperationException e) {
            LOG.error("The toolkit does not start", e);
            throw new CommandException(TEXTS.get("noDisplay"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Path temporaryFolder() {
        return UserDirectories.ofThisMachine().state().resolve("unpacked");
    }

    @Override
    public Path configurationFolder() {
        return UserDirectories.ofThisMachine().config();
    }
}
