package org.kvarter.geo.store;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A dBase table on its own, row by row; its encoding is what the {@code .cpg} beside it names, else what its bytes tell. One use, one thread.
 */
public final class DbfFile implements Closeable {

    private static final int MOST_ENCODING = 200;

    private final InputStream in;
    private final DbfHeader header;
    private final Charset charset;
    private final byte[] row;

    /**
     * Opens a table.
     *
     * @throws IOException where it is none, or cannot be read
     */
    public DbfFile(Path file) throws IOException {
        byte[] first;
        try (InputStream head = new BufferedInputStream(Files.newInputStream(file))) {
            header = DbfHeader.read(head);
            first = header.isEmpty() ? new byte[0] : head.readNBytes(DbfEncoding.sniffed(header));
        }
        charset = beside(file).orElseGet(() -> header.isEmpty() ? StandardCharsets.UTF_8 : DbfEncoding.ofContent(header, first));
        row = new byte[Math.max(1, header.recordBytes())];
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.skipNBytes(header.headerBytes());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static Optional<Charset> beside(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        for (String ending : List.of(".cpg", ".CPG", ".cst")) {
            Path part = file.resolveSibling(stem + ending);
            if (Files.isRegularFile(part)) {
                try (InputStream text = Files.newInputStream(part)) {
                    String named = new String(text.readNBytes(MOST_ENCODING), StandardCharsets.ISO_8859_1).replace("ï»¿", "").trim();
                    return named.isEmpty() ? Optional.empty() : DbfEncoding.named(named);
                }
            }
        }
        return Optional.empty();
    }

    /** Names of the columns, distinct. */
    public List<String> names() {
        return header.columns(charset).stream().map(VectorColumn::name).toList();
    }

    /** Rows as the head states them, deleted ones included. */
    public long rows() {
        return header.records();
    }

    public Charset charset() {
        return charset;
    }

    /** The next row that is not deleted; {@code null} at the end. Numbers, texts, booleans and {@code java.sql.Date}s; {@code null} where blank. */
    public Object[] next() throws IOException {
        while (in.readNBytes(row, 0, row.length) == row.length && row[0] != 0x1a) {
            DbfRow read = new DbfRow(row, charset);
            if (!read.isDeleted()) {
                return header.fields().stream().map(read::value).toArray();
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
