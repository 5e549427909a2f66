package org.kvarter.exporting.table;

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
import org.kvarter.exporting.ExportException;
import org.kvarter.text.Texts;

/** The formats tables are written in. Stateless and thread-safe; a file appears whole or not at all. */
public enum GridFormat {

    /** Comma-separated, UTF-8, decimal point, instants with their offset (RFC 4180, ISO 8601); what is said of it lies beside it as text. */
    CSV("CSV", ".csv", CsvGrid::write),
    /** Office Open XML workbook: a sheet for each table and one for where they come from. */
    XLSX("Excel", ".xlsx", XlsxGrid::write),
    /** Apache Parquet. */
    PARQUET("Parquet", ".parquet", ParquetGrid::write);

    private final String title;
    private final String ending;
    private final Writer writer;

    private interface Writer {
        void write(List<Grid> grids, Path file) throws IOException, SQLException;
    }

    GridFormat(String title, String ending, Writer writer) {
        this.title = title;
        this.ending = ending;
        this.writer = writer;
    }

    public String title() {
        return title;
    }

    /** Ending of its files' names, with the point. */
    public String ending() {
        return ending;
    }

    /** The format of a file by its name. */
    public static Optional<GridFormat> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> name.endsWith(f.ending)).findFirst();
    }

    /**
     * Writes tables: all into one workbook; where a file holds one only, the first into {@code file} and the others beside it under their names.
     *
     * @return the files written, {@code file} first
     * @throws ExportException where one cannot be written; those that were there before are kept then
     */
    public List<Path> write(List<Grid> grids, Path file) throws ExportException {
        if (this == XLSX || grids.size() == 1) {
            one(grids, file);
            return List.of(file);
        }
        List<Path> written = new java.util.ArrayList<>();
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - ending.length());
        for (int i = 0; i < grids.size(); i++) {
            Path to = i == 0 ? file : file.resolveSibling(stem + "-" + grids.get(i).name().replaceAll("[^\\p{L}\\p{N}_-]+", "-") + ending);
            one(List.of(grids.get(i)), to);
            written.add(to);
        }
        return written;
    }

    private void one(List<Grid> grids, Path file) throws ExportException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            writer.write(grids, part);
            try {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
            if (this == CSV && !grids.get(0).about().isEmpty()) {
                Files.write(file.resolveSibling(file.getFileName() + ".about.txt"), grids.get(0).about());
            }
        } catch (IOException | SQLException e) {
            throw new ExportException(Texts.in(GridFormat.class).get("failed", file), e);
        } finally {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                part.toFile().deleteOnExit();
            }
        }
    }
}
