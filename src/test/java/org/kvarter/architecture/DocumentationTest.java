package org.kvarter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents link to exists, and every package says what it is for. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            var links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                String target = links.group(1);
                if (!target.contains("://") && !Files.exists(document.toAbsolutePath().getParent().resolve(target))) {
                    broken.add(document + " → " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md"), Path.of("models/README.md"), Path.of("datasets/README.md")));
        try (Stream<Path> docs = Files.walk(Path.of("src/main/docs"))) {
            docs.filter(d -> d.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents;
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/kvarter"))) {
            List<Path> silent = folders.filter(Files::isDirectory).filter(DocumentationTest::holdsClasses)
                    .filter(f -> !Files.exists(f.resolve("package-info.java"))).toList();
            assertThat(silent).isEmpty();
        }
    }

    private static boolean holdsClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(f -> f.toString().endsWith(".java"));
        } catch (IOException e) {
            return false;
        }
    }
}
