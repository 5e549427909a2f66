package org.kvarter.importing.collada;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.models.DamagedModelException;

/** The entries of a KMZ archive, read within a memory budget whatever they claim. */
final class KmzArchive implements AutoCloseable {

    private static final int MOST_ENTRIES = 100_000;

    /** An entry in memory. */
    record Entry(String name, byte[] bytes) {
        InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private final Path file;
    private final ZipFile zip;
    private final MemoryBudget budget;

    KmzArchive(Path file, MemoryBudget budget) throws IOException {
        this.file = file;
        this.budget = budget;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new DamagedModelException("ZIP", e);
        }
        if (zip.size() > MOST_ENTRIES) {
            zip.close();
            throw new DamagedModelException("ZIP > " + MOST_ENTRIES);
        }
    }

    Path file() {
        return file;
    }

    /** The document: {@code doc.kml}, or the first KML there is. */
    Optional<String> document() {
        if (zip.getEntry("doc.kml") != null) {
            return Optional.of("doc.kml");
        }
        return zip.stream().map(ZipEntry::getName).filter(n -> n.toLowerCase(java.util.Locale.ROOT).endsWith(".kml")).findFirst();
    }

    /** The name of the entry that a reference in another entry means; empty where there is none. */
    Optional<String> resolve(String in, String reference) {
        String plain = reference.replace('\\', '/');
        String decoded;
        try {
            decoded = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            decoded = plain;
        }
        String folder = in.contains("/") ? in.substring(0, in.lastIndexOf('/') + 1) : "";
        for (String candidate : new String[] {folder + plain, folder + decoded, plain, decoded}) {
            String name = normal(candidate);
            if (zip.getEntry(name) != null) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static String normal(String path) {
        java.util.ArrayDeque<String> steps = new java.util.ArrayDeque<>();
        for (String step : path.split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    /** Unpacks an entry, as far as memory reaches. */
    Entry read(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                budget.claim(3L * n);
                out.write(buffer, 0, n);
            }
        } catch (ZipException e) {
            throw new DamagedModelException(name, e);
        }
        return new Entry(name, out.toByteArray());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
