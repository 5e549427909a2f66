package org.kvarter.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kvarter.series.csv.FlowReader;

/** The files that belong to a source without being named: a shapefile's table, a picture's world file, a model's materials and pictures. */
final class Companions {

    private static final Set<String> SHAPEFILE = Set.of("shp", "shx", "dbf", "prj", "cpg", "qix", "sbn", "sbx");
    private static final Set<String> RASTER = Set.of("tfw", "tifw", "tiffw", "wld", "prj", "aux", "ovr");
    private static final Set<String> POINTS = Set.of("prj");

    private Companions() {
    }

    /** {@code file} itself and its companions that exist. */
    static List<Path> of(Path file) throws IOException {
        Set<Path> all = new LinkedHashSet<>();
        all.add(file);
        String extension = extension(file);
        if (ModelFiles.MODELS.contains(extension)) {
            for (Path named : ModelFiles.namedBy(file)) {
                all.add(named);
                all.addAll(beside(named));
            }
        }
        Path status = file.resolveSibling(file.getFileName().toString().replace("station_information", "station_status"));
        if (extension.equals("json") && Files.isRegularFile(status)) {
            all.add(status);
        }
        if (file.getFileName().toString().matches("(?i).*\\.(csv|tsv)(\\.gz|\\.zip)?")) {
            FlowReader.sitesBeside(file).ifPresent(all::add);
        }
        if (file.getFileName().toString().endsWith(".tileset.json") && file.toAbsolutePath().getParent() != null) {
            all.addAll(tiles(file));
        }
        all.addAll(beside(file));
        return new ArrayList<>(all);
    }

    /** Tiles that were fetched with a tileset, in a folder beside it. */
    private static List<Path> tiles(Path file) throws IOException {
        String text = Files.readString(file);
        try (Stream<Path> all = Files.walk(file.toAbsolutePath().getParent(), 2)) {
            return all.filter(f -> Files.isRegularFile(f) && f.getParent().getFileName().toString().matches("tiles-\\d+")
                    && text.contains("\"" + f.getParent().getFileName() + "/" + f.getFileName() + "\"")).sorted().toList();
        }
    }

    /** Files of the same name that say more of a file. */
    private static Set<Path> beside(Path file) throws IOException {
        Set<Path> all = new LinkedHashSet<>();
        Set<String> wanted = switch (extension(file)) {
            case "shp" -> SHAPEFILE;
            case "tif", "tiff", "asc", "grd" -> RASTER;
            case "xyz", "pts", "txt" -> POINTS;
            default -> Set.of();
        };
        if (!wanted.isEmpty() && file.toAbsolutePath().getParent() != null) {
            String stem = stem(file);
            try (Stream<Path> siblings = Files.list(file.toAbsolutePath().getParent())) {
                siblings.filter(s -> stem(s).equalsIgnoreCase(stem) && wanted.contains(extension(s))).sorted()
                        .filter(s -> !s.getFileName().equals(file.getFileName())).forEach(all::add);
            }
        }
        return all;
    }

    /** All files of a source, by their path from the folder it lies in: of a folder of tables or tiles, those in it. */
    static Map<String, Path> within(Path source) throws IOException {
        Map<String, Path> all = new LinkedHashMap<>();
        if (Files.isDirectory(source)) {
            try (Stream<Path> files = Files.walk(source)) {
                files.filter(Files::isRegularFile).sorted().forEach(f -> all.put(placeBeside(source, f), f));
            }
        } else {
            of(source).forEach(f -> all.put(placeBeside(source, f), f));
        }
        return all;
    }

    /** Where a companion goes beside its source: by its name, or where it lies in a folder below, by its way from there. */
    static String placeBeside(Path source, Path companion) {
        Path root = source.toAbsolutePath().normalize().getParent();
        Path file = companion.toAbsolutePath().normalize();
        return file.startsWith(root) ? root.relativize(file).toString().replace('\\', '/') : companion.getFileName().toString();
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
