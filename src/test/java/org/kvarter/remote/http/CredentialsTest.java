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
        assertThat(new Credentials(file, v -> null).all()).extracting(Credential::name, Credential::secret)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("b", "two"), org.assertj.core.groups.Tuple.tuple("a", "three"));
        credentials.remove("b");
        assertThat(credentials.all()).hasSize(1);
        assertThat(folder.toFile().list()).containsExactly("credentials.json");
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
}
