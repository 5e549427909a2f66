package org.kvarter.importing.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be read of the files a person handed over: folders opened up, and files that belong to another one of them (a
 * shapefile's table, an OBJ's materials, a raster's world file) left to that one.
 */
final class Sources {

    /** Most files taken from a folder. */
    static final int MOST = 500;

    private static final int DEEPEST = 4;

    /** Endings of files that go with another of the same name. */
    private static final Set<String> SIDECARS = Set.of("dbf", "shx", "prj", "cpg", "sbn", "sbx", "qix", "qmd", "qpj", "mtl", "tfw", "tifw",
            "wld", "pgw", "jgw", "xml", "ovr", "aux");

    /** Endings of files that others go with. */
    private static final Set<String> MAIN = Set.of("shp", "obj", "tif", "tiff", "asc", "png", "jpg", "xyz", "pts", "txt");

    /** Endings of files that may be tiles of a tileset. */
    private static final Set<String> TILES = Set.of("b3dm", "i3dm", "cmpt", "pnts", "glb", "gltf", "json");

    private static final String TILESET = "tileset.json";

    private Sources() {
    }

    /** Whether a tileset stands beside a file or in a folder above. */
    private static boolean isInTileset(Path file, String name, Set<Path> siblings) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        folder = folder != null && name.equals(TILESET) ? folder.getParent() : folder;
        for (int up = 0; folder != null && up < DEEPEST; up++, folder = folder.getParent()) {
            if (siblings.contains(folder.resolve(TILESET))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a file of that name goes with another one and is never read for itself. */
    static boolean isSidecar(Path file, Set<Path> siblings) {
        String name = name(file);
        if (name.contains("station_status")) {
            return siblings.contains(file.toAbsolutePath().normalize().resolveSibling(name.replace("station_status", "station_information")));
        }
        String ending = ending(name);
        if (TILES.contains(ending) && isInTileset(file, name, siblings)) {
            return true;
        }
        if (!SIDECARS.contains(ending)) {
            return false;
        }
        String stem = name.substring(0, name.length() - ending.length() - 1);
        Path folder = file.toAbsolutePath().normalize().getParent();
        for (String main : MAIN) {
            // "a.tif.aux.xml" and "a.shp.xml" keep the ending of the file they go with.
            String bare = stem.endsWith(".aux") ? stem.substring(0, stem.length() - 4) : stem;
            if (siblings.contains(folder.resolve(stem + "." + main))
                    || bare.endsWith("." + main) && siblings.contains(folder.resolve(bare))) {
                return true;
            }
        }
        return false;
    }

    /** The paths in lower-case names, to look siblings up in. */
    static Set<Path> lowerCase(List<Path> files) {
        Set<Path> all = new HashSet<>();
        for (Path file : files) {
            all.add(file.toAbsolutePath().normalize().resolveSibling(name(file)));
        }
        return all;
    }

    /** The files of a folder, in name order, hidden ones left out. */
    static List<Path> filesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            walk.filter(Files::isRegularFile).filter(f -> !hidden(folder, f)).sorted().limit(MOST).forEach(files::add);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    private static boolean hidden(Path folder, Path file) {
        for (Path step : folder.relativize(file)) {
            if (step.toString().startsWith(".") || step.toString().equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    private static String name(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
