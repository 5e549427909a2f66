package org.kvarter.series.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.kvarter.series.SeriesException;
import org.kvarter.text.Texts;

/** Opens a CSV file, plain, gzipped or as the one table in a zip, with a bound on what it unpacks to. */
public final class CsvSource {

    /** What a packed table may unpack to. */
    static final long MAXIMUM_BYTES = 8L << 30;

    /** Columns of a wide table, one per place. */
    static final int MAXIMUM_COLUMNS = 200_000;

    private static final Texts TEXTS = Texts.in(CsvSource.class);

    private CsvSource() {
    }

    /** The bytes of the table, unpacked. */
    public static InputStream open(Path file) throws IOException, SeriesException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            return new Bounded(new BufferedInputStream(new GZIPInputStream(raw), 1 << 16), name);
        }
        if (name.endsWith(".zip")) {
            ZipInputStream zip = new ZipInputStream(raw);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String inside = entry.getName().toLowerCase(Locale.ROOT);
                if (!entry.isDirectory() && (inside.endsWith(".csv") || inside.endsWith(".txt") || inside.endsWith(".tsv"))) {
                    return new Bounded(new BufferedInputStream(zip, 1 << 16), name);
                }
            }
            zip.close();
            throw new SeriesException(TEXTS.get("csv.zipWithoutTable", file.getFileName()));
        }
        return raw;
    }

    /** A reader of a table's rows that forgives what spreadsheets forgive. */
    public static CsvReader<CsvRecord> reader(Path file, Charset charset, char delimiter) throws IOException, SeriesException {
        return CsvReader.builder().fieldSeparator(delimiter).allowMissingFields(true).allowExtraFields(true).skipEmptyLines(true)
                .allowUnclosedQuote(true).allowExtraCharsAfterClosingQuote(true).maxBufferSize(1 << 24).detectBomHeader(true)
                .build(CsvRecordHandler.builder().maxFields(MAXIMUM_COLUMNS).maxRecordSize(1 << 26).build(), open(file), charset);
    }

    /** Why a file could not be read as a table, as a sentence. */
    static SeriesException unreadable(Path file, Exception e) {
        Throwable cause = e.getCause() instanceof IOException ? e.getCause() : e;
        boolean damaged = cause instanceof EOFException || cause instanceof ZipException || cause.getMessage() == null;
        return new SeriesException(damaged ? TEXTS.get("csv.damaged", file.getFileName())
                : TEXTS.get("csv.unreadable", file.getFileName(), cause.getMessage()), e);
    }

    private static final class Bounded extends FilterInputStream {
        private final String name;
        private long left = MAXIMUM_BYTES;

        Bounded(InputStream in, String name) {
            super(in);
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws IOException {
            left -= n;
            if (left < 0) {
                throw new IOException(TEXTS.get("csv.unpacksTooLarge", name, MAXIMUM_BYTES >> 30));
            }
        }
    }
}
