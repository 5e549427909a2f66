package org.kvarter.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.kvarter.session.Session;
import org.kvarter.task.OutOfHeapException;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.settings.Language;
import org.kvarter.ui.settings.Settings;
import org.kvarter.ui.settings.SettingsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's life: makes all parts and joins them, opens what the command line names, and puts everything away at the end. */
public final class KvarterApplication extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(KvarterApplication.class);
    private static final Texts TEXTS = Texts.in(KvarterApplication.class);
    private static final Duration DRAFT_EVERY = Duration.ofSeconds(30);
    private static final double ROOM = 0.92;

    private final UserDirectories directories = UserDirectories.ofThisMachine();
    private final Settings settings = new Settings();
    private static final String LANGUAGE = "--lang=";
    private final SettingsStore store = new SettingsStore(directories.config().resolve("settings.properties"));
    private Tasks tasks;

    @Override
    public void init() {
        store.load(settings);
        store.follow(settings);
        language(getParameters().getRaw()).ifPresent(settings::useForThisRun);
        settings.applyLanguage();
    }

    @Override
    public void start(Stage stage) {
        tasks = Tasks.start(new WindowThread());
        Workspace workspace = Workspace.of(new Session(), tasks, settings);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            LOG.error("Unhandled in {}", thread.getName(), failure);
            String told = failure instanceof OutOfMemoryError ? TEXTS.get("outOfMemory", OutOfHeapException.heapMegabytes())
                    : TEXTS.get("failure", directories.log());
            tasks.fx().execute(() -> workspace.notices().error(told));
        });
        SystemAppearance.follow(settings, tasks);
        Composition parts = Composition.of(stage, workspace, directories);
        place(stage);
        stage.show();
        List<Path> files = files(getParameters().getRaw());
        if (!files.isEmpty()) {
            parts.shell().open(files);
        }
        parts.shell().offerRecovery();
        parts.autosaver().start(DRAFT_EVERY);
        parts.feeds().start();
    }

    /** As large as the screen allows, up to where more would be no help; a little smaller where it can be made larger by a click. */
    private static void place(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(screen.getWidth() * ROOM, 1920));
        stage.setHeight(Math.min(screen.getHeight() * ROOM, 1200));
        stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
        // Asked for all of the screen by size, some window managers on Linux give the least a window can have instead.
        stage.setMaximized(screen.getWidth() <= 1920);
    }

    /** What {@link #files} and {@link #language} read. */
    static String[] arguments(List<Path> files, Optional<Locale> language) {
        return Stream.concat(language.stream().map(l -> LANGUAGE + l.toLanguageTag()), files.stream().map(f -> f.toAbsolutePath().toString()))
                .toArray(String[]::new);
    }

    /** The language asked for, which goes before the one that is kept. */
    static Optional<Language> language(List<String> arguments) {
        return arguments.stream().filter(a -> a.startsWith(LANGUAGE)).findFirst().map(a -> Language.of(Locale.forLanguageTag(a.substring(LANGUAGE.length()))));
    }

    /** The files among the arguments. */
    static List<Path> files(List<String> arguments) {
        return arguments.stream().filter(a -> !a.startsWith(LANGUAGE))
                .map(a -> Path.of(a).toAbsolutePath().normalize()).toList();
    }

    @Override
    public void stop() {
        store.save(settings);
        if (tasks != null) {
            tasks.close();
        }
    }
}
