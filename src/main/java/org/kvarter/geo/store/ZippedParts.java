package org.kvarter.geo.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.kvarter.model.Severity;

/**
 * Shapefiles in a zip archive, read in place: nothing is unpacked to disk. Entries whose path leads out of the archive and entries of
 * absurd size are left out with a note.
 */
final class ZippedParts implements ShapefileParts {

    /** Shapefiles address 2 GB at most (16-bit words in a signed number of 32 bits: 4 GB in theory, 2 GB by agreement). */
    private static final long MAX_BYTES = 1L << 31;
    private static final long SUSPICIOUS_BYTES = 1L << 28;
    private static final long SUSPICIOUS_RATIO = 100;
    private static final int MAX_ENTRIES = 20_000;
    private static final int BUFFER = 1 << 16;
    private static final Set<String> ENDINGS = Set.of(".shp", ".shx", ".dbf", ".prj", ".cpg");

    private final String fileName;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** @param notes takes severity and sentence about what is left out */
    ZippedParts(Path file, BiConsumer<Severity, String> notes) throws IOException {
        fileName = file.getFileName().toString();
        zip = open(file);
        if (zip.size() > MAX_ENTRIES) {
            zip.close();
            throw new VectorStoreException(StoreTexts.get("zip.tooMany", fileName, MAX_ENTRIES));
        }
        zip.stream().forEach(entry -> take(entry, notes));
        if (names.isEmpty()) {
            zip.close();
            throw new VectorStoreException(StoreTexts.get("zip.noShapefile", fileName));
        }
    }

    private ZipFile open(Path file) throws IOException {
        try {
            return openAnyEncoding(file);
        } catch (ZipException e) {
            throw new VectorStoreException(StoreTexts.get("zip.broken", fileName), e);
        }
    }

    /** Names in old archives are in the encoding of some code page: they are then read as Latin-1, which never fails. */
    private static ZipFile openAnyEncoding(Path file) throws IOException {
        ZipException first = null;
        for (Charset names : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            try {
                return new ZipFile(file.toFile(), names);
            } catch (ZipException e) {
                first = first == null ? e : first;
            }
        }
        throw first;
    }

    static boolean hasShapefile(Path file) {
        try (ZipFile zip = openAnyEncoding(file)) {
            return zip.size() <= MAX_ENTRIES && zip.stream().anyMatch(e -> ending(e.getName()).equals(".shp") && !isHidden(e.getName()));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static boolean isHidden(String name) {
        return name.startsWith("__MACOSX/") || name.substring(name.lastIndexOf('/') + 1).startsWith("._");
    }

    private void take(ZipEntry entry, BiConsumer<Severity, String> notes) {
        String name = entry.getName().replace('\\', '/');
        String ending = ending(name);
        if (entry.isDirectory() || !ENDINGS.contains(ending) || isHidden(name)) {
            return;
        }
        if (name.startsWith("/") || name.contains(":") || Arrays.asList(name.split("/")).contains("..")) {
            notes.accept(Severity.WARNING, StoreTexts.get("zip.path", fileName, shown(name)));
            return;
        }
        boolean bomb = entry.getSize() > SUSPICIOUS_BYTES && entry.getSize() / Math.max(1, entry.getCompressedSize()) > SUSPICIOUS_RATIO;
        if (entry.getSize() > MAX_BYTES || bomb) {
            notes.accept(Severity.WARNING, StoreTexts.get("zip.size", fileName, shown(name), entry.getSize() >> 20));
            return;
        }
        String base = name.substring(0, name.length() - ending.length());
        if (entries.putIfAbsent(key(base, ending), entry) == null && ending.equals(".shp")) {
            names.add(base);
        }
    }

    private static String shown(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }

    private static String key(String base, String ending) {
        return base.toLowerCase(Locale.ROOT) + ending;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public long size(String name, String ending) {
        ZipEntry entry = entries.get(key(name, ending));
        return entry == null ? -1 : Math.max(0, entry.getSize());
    }

    @Override
    public InputStream open(String name, String ending) throws IOException {
        ZipEntry entry = entries.get(key(name, ending));
        return new BufferedInputStream(zip.getInputStream(entry), BUFFER);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
