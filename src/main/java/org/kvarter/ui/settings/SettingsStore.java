package org.kvarter.ui.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link Settings} in a properties file. What cannot be read is left at its default, what cannot be written is logged: nobody
 * is kept from work by their preferences.
 *
 * @param file where they are kept
 */
public record SettingsStore(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    /** Puts the kept choices into {@code settings}. */
    public void load(Settings settings) {
        Properties kept = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("Settings in {} cannot be read", file, e);
                return;
            }
        }
        settings.languageProperty().set(choice(Language.class, kept.getProperty("language"), settings.languageProperty().get()));
        settings.themeProperty().set(choice(ThemeChoice.class, kept.getProperty("theme"), settings.themeProperty().get()));
        settings.reducedMotionProperty().set(Boolean.parseBoolean(kept.getProperty("reducedMotion")));
    }

    /** Writes every choice as soon as it is made: a program that is ended from outside keeps them, too. */
    public void follow(Settings settings) {
        List.of(settings.languageProperty(), settings.themeProperty(), settings.reducedMotionProperty())
                .forEach(choice -> choice.addListener((o, was, is) -> save(settings)));
    }

    /** Writes the choices, whole or not at all. */
    public void save(Settings settings) {
        Properties kept = new Properties();
        kept.setProperty("language", settings.languageToKeep().name());
        kept.setProperty("theme", settings.themeProperty().get().name());
        kept.setProperty("reducedMotion", Boolean.toString(settings.reducedMotionProperty().get()));
        try {
            Files.createDirectories(file.getParent());
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(beside)) {
                kept.store(writer, null);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("Settings cannot be kept in {}", file, e);
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name, E otherwise) {
        if (name == null) {
            return otherwise;
        }
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }
}
