package org.kvarter.importing.cityjson;

import java.util.Arrays;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.city.CityObjectType;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.Severity;

/**
 * Which features of a layer are handed on, and which of them with their surfaces: those in the box asked for (an object counts with
 * all its parts), without what lies inside a shell that is shown, and without footprints of what is shown in full.
 */
final class Selection {

    private final LayerBuilder layer;
    private final boolean[] keep;
    private final boolean[] show;

    private Selection(LayerBuilder layer) {
        this.layer = layer;
        this.keep = new boolean[layer.size()];
        this.show = new boolean[layer.size()];
        Arrays.fill(keep, true);
        Arrays.fill(show, true);
        layer.lost.stream().forEach(row -> keep[row] = false);
    }

    /**
     * @param polygons the layer's polygons
     * @param options  the box, and {@code interior=true} for rooms and furniture
     */
    static Selection of(LayerBuilder layer, PolygonSet polygons, ReadOptions options, DiagnosticTally problems) {
        Selection selection = new Selection(layer);
        int[] polygonCount = new int[layer.size()];
        for (int feature : polygons.polygonFeature()) {
            polygonCount[feature]++;
        }
        if (!options.setting("interior").map(Boolean::parseBoolean).orElse(false)) {
            selection.hideInterior(polygonCount, problems);
        }
        selection.hideFootprints(polygonCount, problems);
        if (options.bbox().isPresent()) {
            selection.keepBox(polygons, options);
        }
        return selection;
    }

    /** Whether nothing is left out. */
    boolean isAll() {
        for (int row = 0; row < keep.length; row++) {
            if (!keep[row] || !show[row]) {
                return false;
            }
        }
        return true;
    }

    boolean keeps(int row) {
        return keep[row];
    }

    boolean shows(int row) {
        return keep[row] && show[row];
    }

    private void hideInterior(int[] polygonCount, DiagnosticTally problems) {
        boolean[] shell = new boolean[keep.length];
        for (int row = 0; row < keep.length; row++) {
            shell[layer.root(row)] |= polygonCount[row] > 0 && !CityObjectType.of(layer.typeOf(row)).interior();
        }
        int hidden = 0;
        for (int row = 0; row < keep.length; row++) {
            if (polygonCount[row] > 0 && shell[layer.root(row)] && CityObjectType.of(layer.typeOf(row)).interior()) {
                show[row] = false;
                hidden++;
            }
        }
        if (hidden > 0) {
            problems.add(Severity.INFO, "interior.hidden", "", hidden);
        }
    }

    private void hideFootprints(int[] polygonCount, DiagnosticTally problems) {
        boolean[] covered = new boolean[keep.length];
        for (int row = 0; row < keep.length; row++) {
            if (polygonCount[row] > 0 && layer.lodTenths.get(row) >= 10 && show[row]) {
                int at = layer.parent(row);
                for (int steps = 0; at >= 0 && steps < keep.length && !covered[at]; steps++) {
                    covered[at] = true;
                    at = layer.parent(at);
                }
            }
        }
        int hidden = 0;
        for (int row = 0; row < keep.length; row++) {
            int lod = layer.lodTenths.get(row);
            if (covered[row] && polygonCount[row] > 0 && lod >= 0 && lod < 10) {
                show[row] = false;
                hidden++;
            }
        }
        if (hidden > 0) {
            problems.add(Severity.INFO, "footprint.hidden", "", hidden);
        }
    }

    private void keepBox(PolygonSet polygons, ReadOptions options) {
        double[] boxes = new double[4 * keep.length];
        for (int row = 0; row < keep.length; row++) {
            boxes[4 * row] = boxes[4 * row + 1] = Double.POSITIVE_INFINITY;
            boxes[4 * row + 2] = boxes[4 * row + 3] = Double.NEGATIVE_INFINITY;
        }
        for (int p = 0; p < polygons.polygonCount(); p++) {
            int box = 4 * layer.root(polygons.polygonFeature()[p]);
            for (int c = polygons.firstCornerOfPolygon(p); c < polygons.endCornerOfPolygon(p); c++) {
                double x = polygons.vertices()[3 * polygons.corners()[c]];
                double y = polygons.vertices()[3 * polygons.corners()[c] + 1];
                boxes[box] = Math.min(boxes[box], x);
                boxes[box + 1] = Math.min(boxes[box + 1], y);
                boxes[box + 2] = Math.max(boxes[box + 2], x);
                boxes[box + 3] = Math.max(boxes[box + 3], y);
            }
        }
        for (int row = 0; row < keep.length; row++) {
            int box = 4 * layer.root(row);
            keep[row] &= boxes[box] <= boxes[box + 2]
                    && options.accepts(boxes[box], boxes[box + 1], boxes[box + 2], boxes[box + 3]);
        }
    }
}
