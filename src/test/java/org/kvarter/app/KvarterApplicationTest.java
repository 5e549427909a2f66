package org.kvarter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kvarter.ui.settings.Language;

class KvarterApplicationTest {

    @Test
    void filesAndLanguageReachTheWindow() {
        Path file = Path.of("open").toAbsolutePath();
        List<String> arguments = List.of(KvarterApplication.arguments(List.of(file), Optional.of(Locale.forLanguageTag("sv-SE"))));
        assertThat(KvarterApplication.language(arguments)).contains(Language.SWEDISH);
        assertThat(KvarterApplication.files(arguments)).containsExactly(file);
        List<String> plain = List.of(KvarterApplication.arguments(List.of(file), Optional.empty()));
        assertThat(KvarterApplication.language(plain)).isEmpty();
        assertThat(KvarterApplication.files(plain)).containsExactly(file);
    }
}
