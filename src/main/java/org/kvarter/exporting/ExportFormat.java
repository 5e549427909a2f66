package org.kvarter.exporting;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** The formats that can be written. Stateless and thread-safe; a file appears whole or not at all. */
public enum ExportFormat {

    /** glTF 2.0, binary. */
    GLB("glTF 2.0", List.of(".glb"), GlbWriter::write),
    /** Wavefront OBJ with its MTL beside it. */
    OBJ("OBJ", List.of(".obj"), ObjWriter::write),
    /** CityJSON 2.0. */
    CITYJSON("CityJSON 2.0", List.of(".city.json", ".json"), CityJsonWriter::write),
    /** GeoPackage 1.3. */
    GEOPACKAGE("GeoPackage", List.of(".gpkg"), GeoPackageWriter::write);

    private final String title;
    private final List<String> endings;
    private final Writer writer;

    private interface Writer {
        ExportReport write(Scene scene, Path file, Path named, Progress progress) throws IOException, SQLException;
    }

    ExportFormat(String title, List<String> endings, Writer writer) {
        this.title = title;
        this.endings = endings;
        this.writer = writer;
    }

    /** The format's standard name. */
    public String title() {
        return title;
    }

    /** File name endings, the usual one first. */
    public List<String> endings() {
        return endings;
    }

    /** The format of a file by its name. */
    public static Optional<ExportFormat> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> f.endings.stream().anyMatch(name::endsWith)).findFirst();
    }

    /**
     * Writes a scene.
     *
     * @throws ExportException where the file cannot be written; one that was there before is kept then
     */
    public ExportReport write(Scene scene, Path file, Progress progress) throws ExportException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            ExportReport report = writer.write(scene, part, file, progress);
            try {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return report;
        } catch (IOException | SQLException e) {
            throw new ExportException(Texts.in(ExportFormat.class).get("failed", file), e);
        } finally {
            deleteQuietly(part);
        }
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }
}
