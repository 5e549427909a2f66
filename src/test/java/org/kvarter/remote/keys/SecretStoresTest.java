package org.kvarter.remote.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretStoresTest {

    private static final String SECRET = "hé\"m\\ligt 🔑";

    @TempDir
    Path folder;

    @Test
    void aFileGivesBackWhatItTookAndShowsNothing() throws Exception {
        EncryptedFile file = new EncryptedFile(folder, v -> null);
        assertThat(file.read("a")).isEmpty();
        assertThat(file.write("a", SECRET)).isTrue();
        assertThat(file.write("b", "other")).isTrue();
        assertThat(new EncryptedFile(folder, v -> null).read("a")).contains(SECRET);
        String written = Files.readString(folder.resolve("credentials.secrets.json"));
        assertThat(written).doesNotContain("ligt").doesNotContain("other");
        file.remove("a");
        assertThat(file.read("a")).isEmpty();
        assertThat(file.read("b")).contains("other");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyThePersonMayReadFileAndKey() throws Exception {
        new EncryptedFile(folder.resolve("new"), v -> null).write("a", "s");
        for (String name : List.of("credentials.secrets.json", "credentials.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new").resolve(name)))).isEqualTo("rw-------");
        }
    }

    @Test
    void withAPhraseTheFilesAloneAreWorthNothing() {
        new EncryptedFile(folder, Map.of(EncryptedFile.PASSPHRASE, "a long phrase")::get).write("a", SECRET);
        assertThat(new EncryptedFile(folder, v -> null).read("a")).isEmpty();
        assertThat(new EncryptedFile(folder, Map.of(EncryptedFile.PASSPHRASE, "another")::get).read("a")).isEmpty();
        assertThat(new EncryptedFile(folder, Map.of(EncryptedFile.PASSPHRASE, "a long phrase")::get).read("a")).contains(SECRET);
    }

    @Test
    void aSecretMovedToAnotherNameOrDamagedIsNotOpened() throws Exception {
        EncryptedFile file = new EncryptedFile(folder, v -> null);
        file.write("a", SECRET);
        Path at = folder.resolve("credentials.secrets.json");
        Files.writeString(at, Files.readString(at).replace("\"a\"", "\"b\""));
        assertThat(file.read("b")).isEmpty();
        Files.writeString(at, "{\"c\":\"AAAA\",\"d\":\"no base 64!\"}");
        assertThat(file.read("c")).isEmpty();
        assertThat(file.read("d")).isEmpty();
        Files.writeString(at, "{");
        assertThat(file.read("a")).isEmpty();
        assertThat(file.write("a", "again")).isTrue();
    }

    /** Remembers what the two systems' commands are told. */
    private static final class Fake implements Commands {

        private final Map<String, String> kept = new HashMap<>();
        private final List<String> arguments = new ArrayList<>();

        @Override
        public Optional<String> run(List<String> command, String input) {
            arguments.addAll(command);
            String name = command.get(command.size() - (command.contains("-w") ? 2 : 1));
            if (command.contains("store")) {
                kept.put(name, input);
                return Optional.of("");
            }
            if (command.equals(List.of("security", "-i"))) {
                String[] parts = input.strip().split(" -a | -w ");
                kept.put(unquoted(parts[1]), unquoted(parts[2]));
                return Optional.of("");
            }
            if (command.contains("clear") || command.contains("delete-generic-password")) {
                kept.remove(name);
                return Optional.of("");
            }
            if (command.get(0).equals("powershell")) {
                return Optional.of(new StringBuilder(input.strip()).reverse().toString());
            }
            return Optional.ofNullable(kept.get(name));
        }

        private static String unquoted(String text) {
            return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X"})
    void commandsGetSecretsByTheirInputAlone(String system) {
        Fake fake = new Fake();
        SecretStore store = SystemKeyring.of(system, fake).orElseThrow();
        assertThat(store.write("city api", SECRET)).isTrue();
        assertThat(store.read("city api")).contains(SECRET);
        assertThat(fake.arguments).noneMatch(a -> a.contains("ligt"));
        store.remove("city api");
        assertThat(store.read("city api")).isEmpty();
    }

    @Test
    void aKeyStoreThatIsNotThereTakesNothing() {
        assertThat(SystemKeyring.of("Linux", (command, input) -> Optional.empty()).orElseThrow().write("a", "s")).isFalse();
        assertThat(SystemKeyring.of("Linux", (command, input) -> Optional.of("")).orElseThrow().write("a", "s")).as("says yes and keeps nothing").isFalse();
        assertThat(SystemKeyring.of("Windows 11")).isEmpty();
    }

    @Test
    void onWindowsTheKeyIsSealedByTheSystem() throws Exception {
        Fake fake = new Fake();
        new EncryptedFile(folder, v -> null, fake).write("a", SECRET);
        assertThat(Files.readString(folder.resolve("credentials.key"))).startsWith("dpapi:");
        assertThat(new EncryptedFile(folder, v -> null, fake).read("a")).contains(SECRET);
        assertThat(fake.arguments).noneMatch(a -> a.contains("ligt"));
    }

    @Test
    void theSecretServiceOfThisMachineKeepsASecretWhereOneCanBeStarted() throws Exception {
        assumeThat(Path.of("/usr/bin/secret-tool")).isRegularFile();
        assumeThat(Path.of("/usr/bin/gnome-keyring-daemon")).isRegularFile();
        assumeThat(Path.of("/usr/bin/dbus-run-session")).isRegularFile();
        Path home = Files.createDirectories(folder.resolve("home"));
        Path phrase = Files.writeString(folder.resolve("phrase"), "phrase");
        // a session of its own, with an empty key store that a phrase unlocks
        Commands session = (command, input) -> {
            StringBuilder line = new StringBuilder();
            command.forEach(c -> line.append(" '").append(c).append('\''));
            return Commands.ofThisMachine().run(List.of("/usr/bin/env", "HOME=" + home, "XDG_DATA_HOME=" + home, "XDG_RUNTIME_DIR=" + home, "dbus-run-session", "--", "sh", "-c",
                    "gnome-keyring-daemon --foreground --unlock --components=secrets <" + phrase + " >/dev/null 2>&1 & P=$!; sleep 1;" + line + "; R=$?; kill $P; exit $R"),
                    input);
        };
        assumeThat(session.run(List.of("true"), "")).isPresent();
        SecretStore store = SystemKeyring.of("Linux", session).orElseThrow();
        assertThat(store.write("city", "s3cret")).isTrue();
        assertThat(store.read("city")).contains("s3cret");
        store.remove("city");
        assertThat(store.read("city")).isEmpty();
    }
}
