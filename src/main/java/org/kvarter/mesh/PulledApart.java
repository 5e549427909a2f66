package org.kvarter.mesh;

import java.util.Arrays;
import org.kvarter.model.Bounds;
import org.kvarter.model.PartTable;

/** Triangles of a layer with some features lifted, as the storeys of a building that is pulled apart. Parts keep their numbers. */
public final class PulledApart {

    private PulledApart() {
    }

    /**
     * A mesh with its features lifted.
     *
     * @param lift by feature row, metres; rows beyond its end stay
     */
    public static LayerMesh of(LayerMesh mesh, double[] lift) {
        return new LayerMesh(mesh.layerId(), mesh.tiles().stream().map(tile -> of(tile, lift)).toList());
    }

    private static TileMesh of(TileMesh tile, double[] lift) {
        int count = tile.points().length / 3;
        float[] points = Arrays.copyOf(tile.points(), 3 * (count + tile.corners().length));
        int[] corners = tile.corners().clone();
        float[] centroids = tile.parts().centroids().clone();
        double[] lifted = new double[count];
        Arrays.fill(lifted, Double.NaN);
        int end = count;
        for (int part = 0; part < tile.parts().size(); part++) {
            int row = tile.parts().feature()[part];
            double up = row < lift.length ? lift[row] : 0;
            centroids[3 * part + 2] += (float) up;
            int own = end;
            for (int c = 3 * tile.firstTriangle(part); c < 3 * tile.partTriangleEnds()[part]; c++) {
                int point = corners[c];
                if (Double.isNaN(lifted[point])) {
                    lifted[point] = up;
                    points[3 * point + 2] += (float) up;
                } else if (lifted[point] != up) {
                    // a corner that two storeys share becomes one of its own in the later one
                    int copy = copied(points, own, end, tile.points(), point, up);
                    corners[c] = copy;
                    end = Math.max(end, copy + 1);
                }
            }
        }
        float[] kept = Arrays.copyOf(points, 3 * end);
        PartTable parts = new PartTable(tile.parts().feature(), tile.parts().kind(), tile.parts().argb(), tile.parts().normals(), centroids, tile.parts().areas());
        return new TileMesh(tile.firstPart(), parts, kept, corners, tile.partTriangleEnds(), around(kept), tile.closed(), tile.texturing());
    }

    /** Index of a point's lifted copy among those of its part, made where there is none. */
    private static int copied(float[] points, int from, int end, float[] before, int point, double up) {
        float e = before[3 * point];
        float n = before[3 * point + 1];
        float u = before[3 * point + 2] + (float) up;
        for (int i = from; i < end; i++) {
            if (points[3 * i] == e && points[3 * i + 1] == n && points[3 * i + 2] == u) {
                return i;
            }
        }
        points[3 * end] = e;
        points[3 * end + 1] = n;
        points[3 * end + 2] = u;
        return end;
    }

    private static Bounds around(float[] points) {
        Bounds box = Bounds.EMPTY;
        for (int i = 0; i < points.length; i += 3) {
            box = box.include(points[i], points[i + 1], points[i + 2]);
        }
        return box;
    }
}
