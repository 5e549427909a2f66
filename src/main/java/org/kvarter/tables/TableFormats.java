package org.kvarter.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.kvarter.tables.format.Formats;
import org.kvarter.text.Texts;

/** Opens any file as tables: the format that is surest of the file's head reads it. Stateless; blocks. */
public final class TableFormats {

    private static final Texts TEXTS = Texts.in(TableFormats.class);

    private TableFormats() {
    }

    /** Names of all formats, for people. */
    public static List<String> names() {
        return Formats.ALL.stream().map(TableFormat::name).toList();
    }

    /** Opens a file as it says itself. */
    public static TableBook open(Path file) throws TableException {
        return open(file, TableOptions.RECOGNISE);
    }

    /**
     * Opens a file with some things said beforehand.
     *
     * @throws TableException where it is missing, empty, damaged, or holds no table that any format knows
     */
    public static TableBook open(Path file, TableOptions options) throws TableException {
        String name = String.valueOf(file.getFileName());
        try {
            byte[] head = head(file);
            if (head.length == 0) {
                throw new TableException(TEXTS.get("table.empty", name));
            }
            String lower = name.toLowerCase(Locale.ROOT);
            TableFormat best = Formats.ALL.stream().max(Comparator.comparingInt(f -> f.score(lower, head))).orElseThrow();
            if (best.score(lower, head) <= 0) {
                throw new TableException(TEXTS.get("table.unknown", name, String.join(", ", names())));
            }
            List<TableSource> tables = best.open(file, options);
            if (tables.isEmpty()) {
                throw new TableException(TEXTS.get("table.none", name));
            }
            return new TableBook(file, best.name(), tables);
        } catch (IOException | RuntimeException e) {
            throw unreadable(file, e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new TableException(TEXTS.get("table.tooLarge", name), e);
        }
    }

    /** Why a file could not be read, as a sentence. */
    public static TableException unreadable(Path file, Throwable e) {
        Throwable cause = e;
        while ((cause instanceof UncheckedIOException || cause.getClass() == RuntimeException.class || cause.getClass() == IOException.class)
                && cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (cause instanceof TableException told) {
            return told;
        }
        String name = String.valueOf(file.getFileName());
        if (cause instanceof NoSuchFileException) {
            return new TableException(TEXTS.get("table.missing", file), e);
        }
        String message = cause.getMessage();
        boolean bare = message == null || message.isBlank() || cause instanceof ZipException || cause instanceof java.io.EOFException;
        return new TableException(bare || firstLine(message).isBlank() ? TEXTS.get("table.damaged", name) : TEXTS.get("table.unreadable", name, firstLine(message)), e);
    }

    private static String firstLine(String message) {
        String line = message.strip().lines().findFirst().orElse("").replaceAll("([a-z]\\w*\\.)+\\w*(Exception|Error):?\\s*", "");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    private static byte[] head(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(TableFormat.HEAD_BYTES);
        }
        if (head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                return in.readNBytes(TableFormat.HEAD_BYTES);
            }
        }
        return head;
    }
}
