package org.kvarter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence exists in English and Swedish, with the same arguments, and can be formatted. */
class TextBundlesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    static Stream<Path> bundles() throws IOException {
        assertThat(RESOURCES).isDirectory();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(f -> f.getFileName().toString().equals("messages.properties")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("bundles")
    void swedishIsComplete(Path english) throws IOException {
        Properties en = load(english);
        Properties sv = load(english.resolveSibling("messages_sv.properties"));
        assertThat(sv.stringPropertyNames()).as("Swedish keys beside %s", english)
                .containsExactlyInAnyOrderElementsOf(en.stringPropertyNames());
        for (String key : en.stringPropertyNames()) {
            assertThat(arguments(sv.getProperty(key))).as("arguments of %s in %s", key, english)
                    .isEqualTo(arguments(en.getProperty(key)));
            assertThat(sv.getProperty(key)).as(key).isNotBlank();
        }
    }

    @Test
    void everyPackageWithSwedishHasEnglish() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            List<Path> orphans = files.filter(f -> f.getFileName().toString().equals("messages_sv.properties"))
                    .filter(f -> !Files.exists(f.resolveSibling("messages.properties"))).toList();
            assertThat(orphans).isEmpty();
        }
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
