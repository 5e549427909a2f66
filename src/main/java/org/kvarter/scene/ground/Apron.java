package org.kvarter.scene.ground;

import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import org.kvarter.model.Bounds;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.tile.MeshArrays;

/**
 * The land and sea beyond the data: rings from the edge of the painted ground to the horizon, whose colour goes over into the sky's,
 * so that the world has no edge. JavaFX thread only.
 */
public final class Apron {

    static final int AROUND = 256;
    private static final int RINGS = 24;
    private static final double REACH = 14;

    private final MeshView view = new MeshView();
    private final PhongMaterial material = new PhongMaterial(Color.WHITE);

    Apron() {
        material.setSpecularColor(Color.TRANSPARENT);
        view.setMaterial(material);
        view.setCullFace(CullFace.NONE);
    }

    MeshView view() {
        return view;
    }

    /** How far it goes, metres from the middle. */
    public static double reach(Bounds box) {
        return Math.max(4000, REACH * box.radius());
    }

    /**
     * Lays the rings.
     *
     * @param box     the painted ground
     * @param edgeUp  height of its edge at {@link #AROUND} places, by {@link #edge}
     * @param farUp   height of the far land
     * @return the rings, to be cut
     */
    CutView lay(Bounds box, double[] edgeUp, double farUp) {
        int rows = RINGS + 1;
        float[] points = new float[3 * AROUND * rows];
        float[] texCoords = new float[2 * (AROUND + 1) * rows];
        int[] faces = new int[12 * AROUND * RINGS];
        double reach = reach(box);
        for (int ring = 0; ring < rows; ring++) {
            double out = Math.pow(ring / (double) RINGS, 2.2);
            for (int k = 0; k < AROUND; k++) {
                double[] from = edge(box, k);
                double angle = Math.atan2(from[1] - box.centreNorth(), from[0] - box.centreEast());
                int at = 3 * (ring * AROUND + k);
                points[at] = (float) (from[0] * (1 - out) + (box.centreEast() + reach * Math.cos(angle)) * out);
                points[at + 1] = (float) (from[1] * (1 - out) + (box.centreNorth() + reach * Math.sin(angle)) * out);
                double level = Math.min(1, out * 6);
                points[at + 2] = (float) (edgeUp[k] * (1 - level) + farUp * level);
            }
            for (int k = 0; k <= AROUND; k++) {
                int at = 2 * (ring * (AROUND + 1) + k);
                texCoords[at] = k / (float) AROUND;
                texCoords[at + 1] = ring / (float) RINGS * 0.98f + 0.01f;
            }
        }
        int f = 0;
        for (int ring = 0; ring < RINGS; ring++) {
            for (int k = 0; k < AROUND; k++) {
                int[][] quad = {{ring, k}, {ring + 1, k}, {ring + 1, k + 1}, {ring, k}, {ring + 1, k + 1}, {ring, k + 1}};
                for (int[] corner : quad) {
                    faces[f] = corner[0] * AROUND + corner[1] % AROUND;
                    faces[f + 1] = corner[0] * (AROUND + 1) + corner[1];
                    f += 2;
                }
            }
        }
        MeshArrays arrays = new MeshArrays(points, texCoords, faces);
        view.setMesh(arrays.toMesh());
        return new CutView(view, arrays, GroundCut.Kind.LAND);
    }

    /**
     * Colours the rings: the edge's colours inside, the horizon's outside; land turns to meadow between.
     *
     * @param edgeArgb opaque, {@link #AROUND} of them
     * @param land     what of them is land
     * @param meadow   land further out
     */
    void paint(int[] edgeArgb, int land, int meadow, int horizon) {
        int height = 128;
        int[] argb = new int[AROUND * height];
        for (int y = 0; y < height; y++) {
            double out = y / (height - 1.0);
            double haze = out * out * (3 - 2 * out);
            double green = Math.min(1, out / 0.22);
            for (int k = 0; k < AROUND; k++) {
                int near = edgeArgb[k] == land ? Argb.mix(land, meadow, green * green * (3 - 2 * green)) : edgeArgb[k];
                argb[y * AROUND + k] = Argb.mix(near, horizon, haze);
            }
        }
        material.setDiffuseMap(new WritableImage(new PixelBuffer<>(AROUND, height, IntBuffer.wrap(argb),
                PixelFormat.getIntArgbPreInstance())));
    }

    /** The k-th of {@link #AROUND} places around the edge of a box, counter-clockwise from the south-west. */
    static double[] edge(Bounds box, int k) {
        double along = 4.0 * (k % AROUND) / AROUND;
        double t = along - Math.floor(along);
        return switch ((int) along) {
            case 0 -> new double[] {box.minEast() + t * box.width(), box.minNorth()};
            case 1 -> new double[] {box.maxEast(), box.minNorth() + t * box.depth()};
            case 2 -> new double[] {box.maxEast() - t * box.width(), box.maxNorth()};
            default -> new double[] {box.minEast(), box.maxNorth() - t * box.depth()};
        };
    }
}
