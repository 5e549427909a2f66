package org.kvarter.remote.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    @TempDir
    Path folder;

    private static Credential credential(String name, String secret) {
        return new Credential(name, "https://a.b:443", Credential.Scheme.BEARER, "", secret, "");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyThePersonMayReadThem() throws Exception {
        Path file = folder.resolve("new/credentials.json");
        new Credentials(file, v -> null).put(credential("a", "s"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void areReplacedRemovedAndReadAgain() throws Exception {
        Path file = folder.resolve("credentials.json");
        Credentials credentials = new Credentials(file, v -> null);
        credentials.put(credential("a", "one"));
        credentials.put(credential("b", "two"));
        credentials.put(credential("a", "three"));
        Credentials again = new Credentials(file, v -> null);
        assertThat(again.all()).extracting(Credential::name, Credential::secret)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("b", ""), org.assertj.core.groups.Tuple.tuple("a", ""));
        assertThat(again.reveal("a", "https://a.b:443").secret()).isEqualTo("three");
        credentials.remove("b");
        assertThat(credentials.all()).hasSize(1);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("credentials.json", "credentials.key", "credentials.secrets.json");
        for (String name : folder.toFile().list()) {
            assertThat(Files.readString(folder.resolve(name))).doesNotContain("three").doesNotContain("two");
        }
    }

    @Test
    void damagedOnesCountAsNone() throws Exception {
        Path file = folder.resolve("credentials.json");
        Files.writeString(file, "[{\"name\":");
        assertThat(new Credentials(file, v -> null).all()).isEmpty();
    }

    @Test
    void textFormsHideTheSecret() throws Exception {
        Credential credential = credential("a", "s3cret");
        assertThat(credential.toString()).doesNotContain("s3cret");
        assertThat(new Credentials.Revealed(credential, "s3cret").toString()).doesNotContain("s3cret");
    }

    @Test
    void aSecretInTheFileOfAnEarlierVersionWorksAndMovesOut() throws Exception {
        Path file = folder.resolve("credentials.json");
        Files.writeString(file, "[{\"name\":\"old\",\"origin\":\"https://a.b:443\",\"scheme\":\"BEARER\",\"parameter\":\"\",\"secret\":\"plain\",\"variable\":\"\"}]");
        Credentials credentials = new Credentials(file, v -> null);
        assertThat(credentials.reveal("old", "https://a.b:443").secret()).isEqualTo("plain");
        credentials.put(credential("new", "other"));
        assertThat(Files.readString(file)).doesNotContain("plain");
        assertThat(credentials.reveal("old", "https://a.b:443").secret()).isEqualTo("plain");
    }

    @Test
    void theKeyStoreTakesSecretsFirstAndALockedOneIsSaid() throws Exception {
        java.util.Map<String, String> ring = new java.util.HashMap<>();
        boolean[] locked = {false};
        org.kvarter.remote.keys.SecretStore store = new org.kvarter.remote.keys.SecretStore() {

            @Override
            public String id() {
                return "keyring";
            }

            @Override
            public java.util.Optional<String> read(String name) {
                return locked[0] ? java.util.Optional.empty() : java.util.Optional.ofNullable(ring.get(name));
            }

            @Override
            public boolean write(String name, String secret) {
                return !locked[0] && ring.put(name, secret) == null;
            }

            @Override
            public void remove(String name) {
                ring.remove(name);
            }
        };
        Credentials credentials = new Credentials(folder.resolve("credentials.json"), v -> null, java.util.List.of(store));
        credentials.put(credential("a", "one"));
        assertThat(ring).containsEntry("a", "one");
        assertThat(credentials.reveal("a", "https://a.b:443").secret()).isEqualTo("one");
        locked[0] = true;
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> credentials.reveal("a", "https://a.b:443")).hasMessageContaining("cannot be opened");
        credentials.put(credential("b", "two"));
        assertThat(credentials.reveal("b", "https://a.b:443").secret()).as("the file takes what the key store does not").isEqualTo("two");
        locked[0] = false;
        credentials.remove("a");
        assertThat(ring).isEmpty();
    }
}
