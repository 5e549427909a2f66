package org.kvarter.importing.cityjson;

import java.util.Arrays;
import org.kvarter.importing.ReadOptions;

/**
 * Leaves out what lies outside the box asked for as soon as the vertices of a document are known, before anything of it is copied. An
 * object counts with all its parts; one with templates stays, for their extent is known later.
 */
final class BoxCut {

    private final ReadOptions options;
    private final VertexSource vertices;
    private final ModelBuilder model;

    BoxCut(ReadOptions options, VertexSource vertices, ModelBuilder model) {
        this.options = options;
        this.vertices = vertices;
        this.model = model;
    }

    /** Takes pending surfaces and rows out of a layer, the latter by {@link LayerBuilder#lost}. */
    void cut(LayerBuilder layer) {
        if (layer.flat || layer.surfaces.settled == layer.surfaces.polygonCount()) {
            return;
        }
        int[] family = model.families(layer);
        double[] boxes = boxes(layer, family);
        boolean[] wanted = new boolean[layer.size()];
        for (int row = 0; row < wanted.length; row++) {
            int box = 4 * row;
            wanted[row] = boxes[box] <= boxes[box + 2] && options.accepts(boxes[box], boxes[box + 1], boxes[box + 2], boxes[box + 3]);
        }
        layer.instances.forEach(instance -> wanted[family[instance.feature()]] = true);
        layer.surfaces.retainPending(row -> wanted[family[row]]);
        for (int row = 0; row < wanted.length; row++) {
            if (!wanted[family[row]]) {
                layer.lost.set(row);
            }
        }
    }

    private double[] boxes(LayerBuilder layer, int[] family) {
        double[] boxes = new double[4 * family.length];
        for (int row = 0; row < family.length; row++) {
            Arrays.fill(boxes, 4 * row, 4 * row + 2, Double.POSITIVE_INFINITY);
            Arrays.fill(boxes, 4 * row + 2, 4 * row + 4, Double.NEGATIVE_INFINITY);
        }
        SurfaceStore s = layer.surfaces;
        int ring = s.settled == 0 ? 0 : s.polygonRingEnds.get(s.settled - 1);
        int corner = ring == 0 ? 0 : s.ringEnds.get(ring - 1);
        for (int p = s.settled; p < s.polygonCount(); p++) {
            int box = 4 * family[s.polygonFeature.get(p)];
            int lastRing = s.polygonRingEnds.get(p);
            int end = lastRing == 0 ? 0 : s.ringEnds.get(lastRing - 1);
            for (; corner < end; corner++) {
                int vertex = s.corners.get(corner);
                if (vertex >= 0 && vertex < vertices.count()) {
                    include(boxes, box, vertices.get(vertex, 0), vertices.get(vertex, 1));
                }
            }
        }
        return boxes;
    }

    private static void include(double[] boxes, int box, double x, double y) {
        boxes[box] = Math.min(boxes[box], Double.isNaN(x) ? boxes[box] : x);
        boxes[box + 1] = Math.min(boxes[box + 1], Double.isNaN(y) ? boxes[box + 1] : y);
        boxes[box + 2] = Math.max(boxes[box + 2], Double.isNaN(x) ? boxes[box + 2] : x);
        boxes[box + 3] = Math.max(boxes[box + 3], Double.isNaN(y) ? boxes[box + 3] : y);
    }
}
