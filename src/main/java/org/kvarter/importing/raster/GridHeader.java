package org.kvarter.importing.raster;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The header of an ArcGrid text (ESRI ASCII raster): words and numbers in turn, up to the first number without a word.
 *
 * @param columns cells from west to east
 * @param rows    cells from north to south
 * @param affine  grid to source coordinates as in {@link GeoReference#affine}
 * @param noData  value that means no data; −9999 where none is stated
 */
record GridHeader(int columns, int rows, double[] affine, double noData) {

    private static final Set<String> KEYS = Set.of("ncols", "nrows", "xllcorner", "yllcorner", "xllcenter", "yllcenter", "cellsize",
            "dx", "dy", "nodata_value", "nodata");
    private static final int MAX_SIDE = 1_000_000;

    /** The header cannot be understood; the message names the key at fault. */
    static final class BadHeaderException extends Exception {

        private static final long serialVersionUID = 1L;

        BadHeaderException(String key) {
            super(key);
        }
    }

    /** Reads the header; on return the text stands on the first value, if there is any. */
    static GridHeader read(GridText text) throws IOException, BadHeaderException {
        Map<String, Double> values = new HashMap<>();
        boolean more = text.next();
        while (more && KEYS.contains(text.text().toLowerCase(Locale.ROOT))) {
            String key = text.text().toLowerCase(Locale.ROOT);
            try {
                if (!text.next()) {
                    throw new BadHeaderException(key);
                }
                values.put(key.equals("nodata") ? "nodata_value" : key, text.number());
            } catch (NumberFormatException e) {
                throw new BadHeaderException(key);
            }
            more = text.next();
        }
        int columns = size(values, "ncols");
        int rows = size(values, "nrows");
        double dx = values.getOrDefault("dx", values.getOrDefault("cellsize", Double.NaN));
        double dy = values.getOrDefault("dy", values.getOrDefault("cellsize", Double.NaN));
        if (!(dx > 0) || !(dy > 0) || Double.isInfinite(dx) || Double.isInfinite(dy)) {
            throw new BadHeaderException("cellsize");
        }
        double west = edge(values, "xllcorner", "xllcenter", dx);
        double south = edge(values, "yllcorner", "yllcenter", dy);
        return new GridHeader(columns, rows, new double[] {dx, 0, 0, -dy, west, south + rows * dy},
                values.getOrDefault("nodata_value", -9999.0));
    }

    private static int size(Map<String, Double> values, String key) throws BadHeaderException {
        double size = values.getOrDefault(key, Double.NaN);
        if (!(size >= 1 && size <= MAX_SIDE) || size != Math.rint(size)) {
            throw new BadHeaderException(key);
        }
        return (int) size;
    }

    private static double edge(Map<String, Double> values, String corner, String centre, double cell) throws BadHeaderException {
        double edge = values.containsKey(corner) ? values.get(corner) : values.getOrDefault(centre, Double.NaN) - cell / 2;
        if (!Double.isFinite(edge)) {
            throw new BadHeaderException(corner);
        }
        return edge;
    }
}
