package org.kvarter.geo.store;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;

/**
 * A shapefile ({@code .shp} with {@code .dbf}, {@code .shx}, {@code .prj}, {@code .cpg} beside it), or all shapefiles in a zip archive
 * (ESRI Shapefile Technical Description, 1998). Without a {@code .dbf} there are geometries alone; a {@code .shx} is not needed.
 */
public final class ShapefileStore extends VectorStore {

    private ShapefileParts parts;
    private final Charset charset;
    private final Runnable check;
    private List<ShapefileTable> tables;

    /** Opens nothing yet: GeoTools' finder logs what goes wrong here as a fault of the program. */
    ShapefileStore(Path file, Consumer<Diagnostic> notes, Charset charset, Runnable check) {
        super(file, notes);
        this.charset = charset;
        this.check = check;
    }

    @Override
    public String format() {
        return "Shapefile";
    }

    @Override
    public String version() {
        return "";
    }

    ShapefileParts parts() {
        return parts;
    }

    Runnable check() {
        return check;
    }

    @Override
    List<ShapefileTable> tables() throws IOException {
        if (tables == null) {
            parts = fileName().toLowerCase(Locale.ROOT).endsWith(".zip")
                    ? new ZippedParts(file(), (severity, sentence) -> note(severity, "", sentence)) : new FolderParts(file());
            List<ShapefileTable> found = new ArrayList<>();
            VectorStoreException refused = null;
            for (String name : parts.names()) {
                try {
                    found.add(new ShapefileTable(this, name, tableName(name), charset));
                } catch (VectorStoreException e) {
                    refused = e;
                    if (parts.names().size() > 1) {
                        note(Severity.ERROR, name, e.getMessage());
                    }
                }
            }
            if (found.isEmpty() && refused != null) {
                throw refused;
            }
            tables = List.copyOf(found);
        }
        return tables;
    }

    /** The shapefile's own name, with its folders only where two in an archive have the same. */
    private String tableName(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        boolean repeated = parts.names().stream().filter(n -> n.substring(n.lastIndexOf('/') + 1).equals(last)).count() > 1;
        return repeated ? name : last;
    }

    /** How a part is named in sentences. */
    String partName(String name, String ending) {
        return parts.names().size() == 1 && !Files.isDirectory(file()) && fileName().toLowerCase(Locale.ROOT).endsWith(".shp")
                ? fileName().substring(0, fileName().length() - 4) + ending : fileName() + "/" + name + ending;
    }

    @Override
    public void dispose() {
        super.dispose();
        try {
            if (parts != null) {
                parts.close();
            }
        } catch (IOException e) {
            LOGGER.fine("closing " + file() + ": " + e.getMessage());
        }
    }
}
