package org.kvarter.importing.citygml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvarter.importing.ElevationBatch;

/**
 * A rectified grid coverage of GML: heights at origin + i × first offset + j × second offset, i running first; in the document or in a file
 * beside it. One use.
 */
final class GridCoverage {

    private static final int MOST = 40_000_000;

    private final List<double[]> offsets = new ArrayList<>();
    private double[] origin;
    private int[] low = {0, 0};
    private int[] high;
    private float[] heights;
    private int count;
    private String file = "";

    /** Name of the file with the heights, empty where they are in the document. */
    String file() {
        return file;
    }

    /** Reads the coverage at hand and goes past it. */
    void read(Xml x) throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "low" -> low = pair(x);
                case "high" -> high = pair(x);
                case "offsetVector" -> offsets.add(numbers(x, 8));
                case "pos", "coordinates" -> origin = origin == null ? numbers(x, 8) : origin;
                case "tupleList", "doubleOrNilReasonTupleList" -> values(x);
                case "fileName", "fileReference" -> file = x.text();
                default -> read(x);
            }
        }
    }

    private static int[] pair(Xml x) throws IOException {
        double[] two = numbers(x, 2);
        return two.length < 2 || Double.isNaN(two[0] + two[1]) || Math.abs(two[0]) > 1e8 || Math.abs(two[1]) > 1e8 ? null
                : new int[] {(int) two[0], (int) two[1]};
    }

    private static double[] numbers(Xml x, int most) throws IOException {
        double[] all = new double[most];
        int[] n = {0};
        x.numbers(v -> {
            if (n[0] < most) {
                all[n[0]++] = v;
            }
        });
        return Arrays.copyOf(all, n[0]);
    }

    private void values(Xml x) throws IOException {
        long size = size();
        if (size <= 0 || size > MOST) {
            return;
        }
        heights = new float[(int) size];
        Arrays.fill(heights, Float.NaN);
        x.numbers(v -> {
            if (count < heights.length) {
                heights[count++] = v < -9000 ? Float.NaN : (float) v;
            }
        });
    }

    private long size() {
        return low == null || high == null ? 0 : (long) (high[0] - low[0] + 1) * (high[1] - low[1] + 1);
    }

    /** Two coordinates of a place, as written; {@code null} where there is none. */
    double[] place() {
        return origin == null || origin.length < 2 ? null : origin;
    }

    /** The grid, {@code null} where it is not whole. */
    ElevationBatch give(String layer, String title, boolean northFirst) {
        if (heights == null || count == 0 || place() == null || offsets.size() < 2 || offsets.stream().anyMatch(o -> o.length < 2)) {
            return null;
        }
        int e = northFirst ? 1 : 0;
        double[] i = offsets.get(0);
        double[] j = offsets.get(1);
        double[] affine = {i[e], i[1 - e], j[e], j[1 - e], origin[e] - (i[e] + j[e]) / 2, origin[1 - e] - (i[1 - e] + j[1 - e]) / 2};
        boolean sound = Arrays.stream(affine).allMatch(Double::isFinite) && affine[0] * affine[3] != affine[1] * affine[2];
        return sound ? new ElevationBatch(layer, title, affine, high[0] - low[0] + 1, high[1] - low[1] + 1, heights) : null;
    }
}
