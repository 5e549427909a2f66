package org.kvarter.app;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.kvarter.session.Session;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.settings.Settings;
import org.kvarter.ui.settings.SettingsStore;
import org.kvarter.ui.shell.Shell;
import org.kvarter.ui.stage.EmptyViewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's life: makes all parts and joins them, opens what the command line names, and puts everything away at the end. */
public final class KvarterApplication extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(KvarterApplication.class);
    private static final Texts TEXTS = Texts.in(KvarterApplication.class);

    private final UserDirectories directories = UserDirectories.ofThisMachine();
    private final Settings settings = new Settings();
    private final SettingsStore store = new SettingsStore(directories.config().resolve("settings.properties"));
    private Tasks tasks;

    @Override
    public void init() {
        store.load(settings);
        settings.applyLanguage();
    }

    @Override
    public void start(Stage stage) {
        tasks = Tasks.start(new WindowThread());
        Workspace workspace = Workspace.of(new Session(), tasks, settings);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            LOG.error("Unhandled in {}", thread.getName(), failure);
            tasks.fx().execute(() -> workspace.notices().error(TEXTS.get("failure", directories.log())));
        });
        Shell shell = new Shell(stage, workspace, new EmptyViewer());
        stage.show();
        List<Path> files = files(getParameters().getRaw());
        if (!files.isEmpty()) {
            shell.open(files);
        }
    }

    /** The files among the arguments: all of them, but for a first {@code open}. */
    static List<Path> files(List<String> arguments) {
        return arguments.stream().skip(!arguments.isEmpty() && arguments.get(0).equals("open") ? 1 : 0).map(Path::of).toList();
    }

    @Override
    public void stop() {
        store.save(settings);
        if (tasks != null) {
            tasks.close();
        }
    }
}
