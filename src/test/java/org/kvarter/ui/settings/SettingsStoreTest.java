package org.kvarter.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

    @TempDir
    Path folder;

    private Settings next() {
        Settings settings = new Settings();
        new SettingsStore(folder.resolve("settings.properties")).load(settings);
        return settings;
    }

    private void end(Settings settings) {
        new SettingsStore(folder.resolve("settings.properties")).save(settings);
    }

    @Test
    void aLanguageForOneRunGoesBeforeTheKeptOneAndLeavesItAlone() {
        Settings first = next();
        first.languageProperty().set(Language.SWEDISH);
        end(first);
        Settings asked = next();
        asked.useForThisRun(Language.ENGLISH);
        assertThat(asked.languageProperty().get()).isEqualTo(Language.ENGLISH);
        end(asked);
        assertThat(next().languageProperty().get()).isEqualTo(Language.SWEDISH);
    }

    @Test
    void whatIsChosenInThatRunIsKept() {
        Settings asked = next();
        asked.languageProperty().set(Language.ENGLISH);
        asked.useForThisRun(Language.ENGLISH);
        asked.languageProperty().set(Language.SWEDISH);
        end(asked);
        assertThat(next().languageProperty().get()).isEqualTo(Language.SWEDISH);
    }

    @Test
    void aChoiceIsWrittenWhenItIsMade() {
        Settings first = next();
        new SettingsStore(folder.resolve("settings.properties")).follow(first);
        first.themeProperty().set(ThemeChoice.DARK);
        assertThat(next().themeProperty().get()).isEqualTo(ThemeChoice.DARK);
    }
}
