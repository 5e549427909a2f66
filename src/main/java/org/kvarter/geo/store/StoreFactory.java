package org.kvarter.geo.store;

import java.awt.RenderingHints;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.geotools.api.data.DataStore;
import org.geotools.api.data.DataStoreFactorySpi;
import org.kvarter.model.Diagnostic;

/** What the factories of this package share: the parameters and how a file is known. Thread-safe. */
public abstract class StoreFactory implements DataStoreFactorySpi {

    /** Takes notes about records while they are read: {@code Consumer<Diagnostic>}, optional. */
    public static final Param NOTES = new Param("kvarter.notes", Consumer.class, "Takes notes about records", false);

    /** Run every thousand records of a long pass; stops it by throwing: {@link Runnable}, optional. */
    public static final Param CHECK = new Param("kvarter.check", Runnable.class, "Stops a pass by throwing", false);

    /**
     * Whether schemas carry GeoTools' form of the reference system: {@link Boolean}, optional, true where it is missing. Making it wakes
     * GeoTools' whole referencing machinery, which is a third of a second for those who take {@link VectorStore#crs} instead.
     */
    public static final Param SCHEMA_CRS = new Param("kvarter.schemaCrs", Boolean.class, "Schemas with reference system", false, true);

    /** Bytes looked at to know a format. */
    private static final int HEAD = 64 * 1024;

    private final String name;
    private final String description;

    StoreFactory(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /** The file the parameters name, {@code null} where they are not for this format. */
    abstract Path file(Map<String, ?> parameters);

    /** Whether a file is of this format, from its lower-case name and its first bytes. */
    abstract boolean recognises(String lowerCaseName, byte[] head);

    abstract VectorStore open(Path file, Map<String, ?> parameters, Consumer<Diagnostic> notes) throws IOException;

    @Override
    public boolean canProcess(Map<String, ?> parameters) {
        Path file = parameters == null ? null : file(parameters);
        if (file == null || !Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return recognises(file.getFileName().toString().toLowerCase(Locale.ROOT), in.readNBytes(HEAD));
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public DataStore createDataStore(Map<String, ?> parameters) throws IOException {
        VectorStore store = open(file(parameters), parameters, notes(parameters));
        store.setDataStoreFactory(this);
        store.schemaCrs(!Boolean.FALSE.equals(parameters.get(SCHEMA_CRS.key)));
        return store;
    }

    @Override
    public DataStore createNewDataStore(Map<String, ?> parameters) {
        throw new UnsupportedOperationException("read only");
    }

    @SuppressWarnings("unchecked")
    private static Consumer<Diagnostic> notes(Map<String, ?> parameters) {
        return parameters.get(NOTES.key) instanceof Consumer<?> consumer ? (Consumer<Diagnostic>) consumer : d -> { };
    }

    static Runnable check(Map<String, ?> parameters) {
        return parameters.get(CHECK.key) instanceof Runnable check ? check : () -> { };
    }

    /** The local file of a {@code url} parameter, {@code null} where there is none. */
    static Path local(Object url) {
        try {
            if (url instanceof URL u && "file".equals(u.getProtocol())) {
                return Path.of(u.toURI());
            }
            return url instanceof String s && s.startsWith("file:") ? Path.of(URI.create(s)) : null;
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public Map<RenderingHints.Key, ?> getImplementationHints() {
        return Map.of();
    }
}
