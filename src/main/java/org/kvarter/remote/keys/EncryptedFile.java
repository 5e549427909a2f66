package org.kvarter.remote.keys;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.KeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.kvarter.remote.FeedJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets in a file, each encrypted with AES-256 in GCM (NIST SP 800-38D) and bound to its name. The key lies in a file of its own that only the
 * person may read: that keeps secrets out of searches, copies and backups of the settings, not from programs of the same person. With the
 * environment variable {@value #PASSPHRASE} the key follows from that phrase as well (PBKDF2), and the files alone are worth nothing. On Windows
 * the key file is sealed by the system's own data protection (DPAPI). Thread-safe.
 */
public final class EncryptedFile implements SecretStore {

    /** Environment variable of the phrase. */
    public static final String PASSPHRASE = "KVARTER_PASSPHRASE";
    private static final Logger LOG = LoggerFactory.getLogger(EncryptedFile.class);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ROUNDS = 210_000;

    private final Path secrets;
    private final Path keyFile;
    private final UnaryOperator<String> environment;
    private final UnaryOperator<String> seal;
    private final UnaryOperator<String> unseal;
    private final SecureRandom random = new SecureRandom();
    private byte[] key;

    /**
     * @param folder      for both files; made when needed
     * @param environment variables, {@code null} for one that is not set
     */
    public EncryptedFile(Path folder, UnaryOperator<String> environment) {
        this(folder, environment, System.getProperty("os.name", "").startsWith("Windows") ? Commands.ofThisMachine() : null);
    }

    /** @param windows runs the system's data protection; {@code null} for none */
    EncryptedFile(Path folder, UnaryOperator<String> environment, Commands windows) {
        this.secrets = folder.resolve("credentials.secrets.json");
        this.keyFile = folder.resolve("credentials.key");
        this.environment = environment;
        this.seal = windows == null ? UnaryOperator.identity() : text -> DataProtection.seal(windows, text).orElse(text);
        this.unseal = windows == null ? UnaryOperator.identity() : text -> DataProtection.unseal(windows, text).orElse(text);
    }

    @Override
    public String id() {
        return "file";
    }

    @Override
    public synchronized Optional<String> read(String name) {
        String kept = all().get(name);
        if (kept == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(kept);
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE_BYTES));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return Optional.of(new String(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            LOG.warn("The secret of {} cannot be opened: another key, another phrase in {}, or a damaged file", name, PASSPHRASE);
            return Optional.empty();
        }
    }

    @Override
    public synchronized boolean write(String name, String secret) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
            Map<String, String> all = all();
            all.put(name, Base64.getEncoder().encodeToString(both));
            mine(secrets, FeedJson.MAPPER.writeValueAsBytes(all));
            return true;
        } catch (GeneralSecurityException | IOException e) {
            LOG.warn("{} cannot be written", secrets);
            return false;
        }
    }

    @Override
    public synchronized void remove(String name) {
        Map<String, String> all = all();
        try {
            if (all.remove(name) != null) {
                mine(secrets, FeedJson.MAPPER.writeValueAsBytes(all));
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be written", secrets);
        }
    }

    private Map<String, String> all() {
        try {
            return new TreeMap<>(FeedJson.MAPPER.readValue(Files.readAllBytes(secrets), new TypeReference<Map<String, String>>() { }));
        } catch (NoSuchFileException e) {
            return new TreeMap<>();
        } catch (IOException e) {
            LOG.warn("The secrets in {} are damaged", secrets);
            return new TreeMap<>();
        }
    }

    private SecretKey key() throws IOException, GeneralSecurityException {
        if (key == null) {
            byte[] seed = seed();
            String phrase = environment.apply(PASSPHRASE);
            if (phrase == null || phrase.isEmpty()) {
                key = seed;
            } else {
                KeySpec how = new PBEKeySpec(phrase.toCharArray(), seed, ROUNDS, KEY_BYTES * 8);
                key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(how).getEncoded();
            }
        }
        return new SecretKeySpec(key, "AES");
    }

    private byte[] seed() throws IOException {
        if (Files.isReadable(keyFile)) {
            byte[] seed = Base64.getDecoder().decode(unseal.apply(Files.readString(keyFile).strip()));
            if (seed.length == KEY_BYTES) {
                return seed;
            }
        }
        byte[] seed = new byte[KEY_BYTES];
        random.nextBytes(seed);
        mine(keyFile, seal.apply(Base64.getEncoder().encodeToString(seed)).getBytes(StandardCharsets.US_ASCII));
        return seed;
    }

    /** Writes a file that only the person may read, whole or not at all. */
    private static void mine(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
        FileAttribute<?>[] attributes = posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Path draft = Files.createTempFile(folder, ".secrets-", ".tmp", attributes);
        try {
            Files.write(draft, bytes);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
