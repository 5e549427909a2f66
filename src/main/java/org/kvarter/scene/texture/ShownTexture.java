package org.kvarter.scene.texture;

import javafx.scene.paint.PhongMaterial;
import org.kvarter.mesh.TileMesh;

/** A picture ready to be shown. Immutable. */
public final class ShownTexture {

    /** So many triangles of a part tell its mean colour. */
    private static final int SAMPLES = 48;

    private final PhongMaterial material;
    private final Pixels small;
    private final boolean holes;

    ShownTexture(PhongMaterial material, Pixels small, boolean holes) {
        this.material = material;
        this.small = small;
        this.holes = holes;
    }

    /** Shows the picture in full light. */
    public PhongMaterial material() {
        return material;
    }

    /** Whether anything shows through it. */
    public boolean hasHoles() {
        return holes;
    }

    /** Mean colour of the picture on a part of a tile, opaque; 0 where nothing of it is seen. */
    public int mean(TileMesh tile, int part) {
        float[] uv = tile.texturing().uv();
        int first = tile.firstTriangle(part);
        int end = tile.partTriangleEnds()[part];
        int step = Math.max(1, (end - first) / SAMPLES);
        MeanColour mean = new MeanColour();
        for (int t = first; t < end; t += step) {
            int a = 6 * t;
            for (int k = 0; k < 3; k++) {
                // half of one corner, a quarter of each other: three places well within
                int b = a + 2 * ((k + 1) % 3);
                int c = a + 2 * ((k + 2) % 3);
                mean.add(small.at((2 * uv[a + 2 * k] + uv[b] + uv[c]) / 4, (2 * uv[a + 2 * k + 1] + uv[b + 1] + uv[c + 1]) / 4));
            }
            mean.add(small.at((uv[a] + uv[a + 2] + uv[a + 4]) / 3, (uv[a + 1] + uv[a + 3] + uv[a + 5]) / 3));
        }
        return mean.argb();
    }
}
