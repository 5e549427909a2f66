package org.kvarter.importing.raster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Small files beside a raster that say where it lies: the world file and the {@code .prj}.
 */
final class Sidecars {

    private static final long MAX_BYTES = 64 * 1024;

    private Sidecars() {
    }

    /**
     * The six numbers of a world file (ESRI): lines A, D, B, E, C, F, whose C and F are the centre of the upper left cell.
     *
     * @return grid to source coordinates as in {@link GeoReference#affine}; empty where there is none that can be read
     */
    static Optional<double[]> worldFile(Path raster) {
        for (String ending : List.of(".tfw", ".tifw", ".tiffw", ".wld", ".TFW", ".WLD")) {
            Optional<String> text = read(raster, ending);
            if (text.isPresent()) {
                String[] lines = text.get().strip().replace(',', '.').split("\\s+");
                double[] v = new double[6];
                try {
                    for (int i = 0; i < 6; i++) {
                        v[i] = Double.parseDouble(lines[i]);
                    }
                } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                    return Optional.empty();
                }
                return Optional.of(new double[] {v[0], v[1], v[2], v[3], v[4] - (v[0] + v[2]) / 2, v[5] - (v[1] + v[3]) / 2})
                        .filter(GeoReference::isUsable);
            }
        }
        return Optional.empty();
    }

    /** The well-known text beside the raster; empty where there is none. ESRI's older {@code .prj} in keywords is not well-known text. */
    static Optional<String> projection(Path raster) {
        return read(raster, ".prj").or(() -> read(raster, ".PRJ")).map(String::strip).filter(t -> t.indexOf('[') > 0);
    }

    private static Optional<String> read(Path raster, String ending) {
        String name = raster.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path file = raster.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
