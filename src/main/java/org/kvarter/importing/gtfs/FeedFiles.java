package org.kvarter.importing.gtfs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The tables of a feed by lower-case name, in a zip (also one folder down) or in a folder. Not thread-safe. */
final class FeedFiles implements AutoCloseable {

    private static final Set<String> TELLING = Set.of("stops.txt", "stop_times.txt", "trips.txt", "routes.txt");

    private interface Opener {
        InputStream open() throws IOException;
    }

    private final Map<String, Opener> tables = new HashMap<>();
    private final ZipFile zip;

    private FeedFiles(ZipFile zip) {
        this.zip = zip;
    }

    static FeedFiles open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            FeedFiles files = new FeedFiles(null);
            try (Stream<Path> inside = Files.list(file)) {
                inside.filter(Files::isRegularFile).forEach(p -> files.tables.put(name(p.getFileName().toString()),
                        () -> new BufferedInputStream(Files.newInputStream(p), 1 << 16)));
            }
            return files;
        }
        ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        FeedFiles files = new FeedFiles(zip);
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String[] steps = entry.getName().replace('\\', '/').split("/");
            if (!entry.isDirectory() && steps.length <= 2 && !steps[0].equals("__MACOSX")) {
                files.tables.putIfAbsent(name(steps[steps.length - 1]), () -> zip.getInputStream(entry));
            }
        }
        return files;
    }

    private static String name(String file) {
        return file.toLowerCase(Locale.ROOT);
    }

    /** Whether this looks like a feed: at least two of the tables that tell. */
    boolean isFeed() {
        return tables.keySet().stream().filter(TELLING::contains).count() >= 2;
    }

    boolean has(String table) {
        return tables.containsKey(table);
    }

    InputStream open(String table) throws IOException {
        return tables.get(table).open();
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
