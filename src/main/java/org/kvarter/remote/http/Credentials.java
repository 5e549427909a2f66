package org.kvarter.remote.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.keys.EncryptedFile;
import org.kvarter.remote.keys.SecretStore;
import org.kvarter.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The credentials on this machine: a file in the person's configuration folder that only they may read says which there are, the secrets
 * themselves lie in a {@link SecretStore}, the operating system's where it takes them. Projects name credentials, they hold none. Thread-safe.
 *
 * <p>A name the file does not know is looked for in the environment, as {@code KVARTER_CREDENTIAL_NAME} in capitals: a bearer token, for
 * machines without a window. Where a credential is for another service than the one that asks, it is not given.
 */
public final class Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);
    private static final Texts TEXTS = Texts.in(Credentials.class);
    private static final String VARIABLE = "KVARTER_CREDENTIAL_";

    private final Path file;
    private final UnaryOperator<String> environment;
    private final List<SecretStore> stores;

    /**
     * Secrets in an encrypted file beside it.
     *
     * @param file        the file, which need not exist
     * @param environment variables, {@code null} for one that is not set
     */
    public Credentials(Path file, UnaryOperator<String> environment) {
        this(file, environment, List.of());
    }

    /** @param first stores that are asked to take a secret before the encrypted file, in order */
    public Credentials(Path file, UnaryOperator<String> environment, List<SecretStore> first) {
        this.file = file;
        this.environment = environment;
        List<SecretStore> all = new ArrayList<>(first);
        all.add(new EncryptedFile(file.toAbsolutePath().getParent(), environment));
        this.stores = List.copyOf(all);
    }

    /**
     * A line of the file.
     *
     * @param kept id of the store that has the secret; empty where it is in the environment, or still in the file of an earlier version
     */
    private record Line(Credential credential, String kept) {
    }

    /** A credential with what it hides. */
    record Revealed(Credential credential, String secret) {
        @Override
        public String toString() {
            return credential.toString();
        }
    }

    /**
     * The credential of a name for a service.
     *
     * @throws FeedException where it is not on this machine, empty, or for another service
     */
    Revealed reveal(String name, String origin) throws FeedException {
        Optional<Line> line = lines().stream().filter(l -> l.credential().name().equals(name)).findFirst();
        Optional<Credential> kept = line.map(Line::credential);
        if (kept.isPresent() && !kept.get().origin().equals(origin)) {
            throw FeedException.lasting(TEXTS.get("credential.elsewhere", name, kept.get().origin(), origin));
        }
        Credential credential = kept.orElseGet(() -> new Credential(name, origin, Credential.Scheme.BEARER, "", "", variable(name)));
        String store = line.map(Line::kept).orElse("");
        Optional<String> secret = store.isEmpty() ? credential.reveal(environment)
                : stores.stream().filter(s -> s.id().equals(store)).findFirst().flatMap(s -> s.read(name));
        if (secret.isEmpty() && !store.isEmpty()) {
            throw FeedException.lasting(TEXTS.get("credential.locked", name));
        }
        if (secret.isEmpty()) {
            throw FeedException.lasting(kept.isPresent() ? TEXTS.get("credential.unset", name, credential.variable())
                    : TEXTS.get("credential.missing", name, credential.variable()));
        }
        return new Revealed(credential, secret.get());
    }

    /**
     * User name and password for a broker. Its text form shows no secret.
     *
     * @param user     empty where the password alone is asked for, as with tokens
     * @param password as bytes
     */
    public record Login(String user, byte[] password) {

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * The login of a name for a broker.
     *
     * @throws FeedException where it is not on this machine, empty, or for another service
     */
    public Login login(String name, String origin) throws FeedException {
        Revealed revealed = reveal(name, origin);
        String user = revealed.credential().scheme() == Credential.Scheme.BASIC ? revealed.credential().parameter() : "";
        return new Login(user, revealed.secret().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /**
     * The password of a user at a server that is asked by other means than HTTP, such as a database: what is kept for that server and user, or
     * else in the environment as {@code KVARTER_CREDENTIAL_USER_HOST_PORT}.
     *
     * @param origin scheme, host and port, as in {@code postgresql://db.example.org:5432}
     */
    public Optional<String> password(String origin, String user) {
        String name = all().stream().filter(c -> c.scheme() == Credential.Scheme.BASIC && c.origin().equals(origin) && c.parameter().equals(user))
                .map(Credential::name).findFirst().orElse(loginName(origin, user));
        try {
            return Optional.of(reveal(name, origin).secret()).filter(s -> !s.isEmpty());
        } catch (FeedException e) {
            return Optional.empty(); // none is known: the server says whether it wants one
        }
    }

    private static String loginName(String origin, String user) {
        return user + "@" + origin.replaceFirst("^.*://", "");
    }

    /** Keeps the password of a user at such a server, in place of the one before. @throws FeedException where the file cannot be written */
    public void putPassword(String origin, String user, String password) throws FeedException {
        put(new Credential(loginName(origin, user), origin, Credential.Scheme.BASIC, user, password, ""));
    }

    static String variable(String name) {
        return VARIABLE + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** All that are kept, without their secrets; none where the file is missing or damaged. */
    public synchronized List<Credential> all() {
        return lines().stream().map(Line::credential).map(c -> new Credential(c.name(), c.origin(), c.scheme(), c.parameter(), "", c.variable())).toList();
    }

    private synchronized List<Line> lines() {
        try {
            List<Line> lines = new ArrayList<>();
            for (JsonNode node : FeedJson.MAPPER.readTree(Files.readAllBytes(file))) {
                lines.add(new Line(FeedJson.MAPPER.treeToValue(node, Credential.class), node.path("kept").asText()));
            }
            return lines;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (JsonProcessingException e) {
            LOG.warn("The credentials in {} are damaged", file); // without the cause, which quotes what it could not read
            return List.of();
        } catch (IOException e) {
            LOG.warn("The credentials in {} cannot be read", file);
            return List.of();
        }
    }

    /**
     * Keeps a credential, in place of one of the same name. Secrets that the file of an earlier version held go to a store, too.
     *
     * @throws FeedException where the file cannot be written
     */
    public synchronized void put(Credential credential) throws FeedException {
        List<Line> kept = new ArrayList<>();
        for (Line line : lines()) {
            if (!line.credential().name().equals(credential.name())) {
                kept.add(line.kept().isEmpty() && !line.credential().secret().isEmpty() ? stored(line.credential()) : line);
            }
        }
        kept.add(credential.variable().isEmpty() ? stored(credential) : new Line(credential, ""));
        write(kept);
    }

    /** The credential without its secret, which a store has taken. */
    private Line stored(Credential credential) throws FeedException {
        for (SecretStore store : stores) {
            if (store.write(credential.name(), credential.secret())) {
                return new Line(new Credential(credential.name(), credential.origin(), credential.scheme(), credential.parameter(), "", ""), store.id());
            }
        }
        throw FeedException.lasting(TEXTS.get("credential.unwritable", file));
    }

    /** Forgets a credential. */
    public synchronized void remove(String name) throws FeedException {
        List<Line> kept = new ArrayList<>(lines());
        Optional<Line> gone = kept.stream().filter(l -> l.credential().name().equals(name)).findFirst();
        if (gone.isPresent()) {
            stores.stream().filter(s -> s.id().equals(gone.get().kept())).forEach(s -> s.remove(name));
            kept.remove(gone.get());
            write(kept);
        }
    }

    private void write(List<Line> lines) throws FeedException {
        ArrayNode kept = FeedJson.MAPPER.createArrayNode();
        lines.forEach(l -> kept.add(((ObjectNode) FeedJson.MAPPER.valueToTree(l.credential())).put("kept", l.kept())));
        Path draft = null;
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            // asked of the file system, not of its store: that is not found where mounts cannot be read, as in a sandbox
            boolean posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
            FileAttribute<?>[] mine = posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                    : new FileAttribute<?>[0];
            draft = Files.createTempFile(folder, ".credentials-", ".tmp", mine);
            Files.write(draft, FeedJson.MAPPER.writeValueAsBytes(kept));
            if (!posix) {
                onlyForMe(draft);
            }
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOG.warn("The credentials cannot be written to {}", file);
            discard(draft);
            throw FeedException.lasting(TEXTS.get("credential.unwritable", file));
        }
    }

    private static void discard(Path draft) {
        try {
            if (draft != null) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted", draft);
        }
    }

    private static void onlyForMe(Path draft) {
        java.io.File plain = draft.toFile();
        boolean closed = plain.setReadable(false, false) & plain.setWritable(false, false) & plain.setReadable(true, true) & plain.setWritable(true, true);
        if (!closed) {
            LOG.info("{} relies on the permissions of its folder", draft.getParent());
        }
    }
}
