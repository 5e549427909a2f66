package org.kvarter.geo.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A {@code .shp} with the files of the same name beside it, whatever the case of their endings. */
final class FolderParts implements ShapefileParts {

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final Map<String, Path> byEnding = new HashMap<>();

    FolderParts(Path shp) throws IOException {
        String fileName = shp.getFileName().toString();
        int dot = fileName.lastIndexOf('.');
        name = dot > 0 ? fileName.substring(0, dot) : fileName;
        Path folder = shp.toAbsolutePath().getParent();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String other = file.getFileName().toString();
                if (other.length() > name.length() && other.regionMatches(true, 0, name + ".", 0, name.length() + 1)) {
                    String ending = other.substring(name.length()).toLowerCase(Locale.ROOT);
                    byEnding.merge(ending, file, (a, b) -> b.getFileName().toString().startsWith(name + ".") ? b : a);
                }
            }
        }
        byEnding.put(".shp", shp);
    }

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public long size(String shapefile, String ending) throws IOException {
        Path file = byEnding.get(ending);
        return file == null || !Files.isRegularFile(file) ? -1 : Files.size(file);
    }

    @Override
    public InputStream open(String shapefile, String ending) throws IOException {
        return new BufferedInputStream(Files.newInputStream(byEnding.get(ending)), BUFFER);
    }

    @Override
    public void close() {
        byEnding.clear();
    }
}
