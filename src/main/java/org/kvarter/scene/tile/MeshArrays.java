package org.kvarter.scene.tile;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import javafx.scene.shape.TriangleMesh;
import javafx.scene.shape.VertexFormat;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.section.CutTile;
import org.kvarter.scene.palette.PalettePage;
import org.kvarter.scene.palette.PaletteSlot;

/**
 * The arrays of a JavaFX mesh, filled on any thread and set once on the JavaFX thread.
 *
 * <p>Light is baked into the texels and the scene has nothing but an ambient light, so normals do not matter. They are left to JavaFX:
 * given normals cost it three maps with an entry per corner, kept as long as the mesh (some 150 bytes a corner), to no use here.
 *
 * @param points    3 × n
 * @param texCoords 2 × m
 * @param faces     6 × t: point and texture coordinate of three corners
 */
public record MeshArrays(float[] points, float[] texCoords, int[] faces) {

    /** What is left of a tile whose parts take the texels of a slot, in order. */
    static MeshArrays ofCut(TileMesh tile, PaletteSlot slot, CutTile cut) {
        int[] faces = new int[2 * cut.corners().length];
        for (int c = 0; c < cut.corners().length; c++) {
            faces[2 * c] = cut.corners()[c];
            faces[2 * c + 1] = cut.parts()[c / 3];
        }
        return new MeshArrays(cut.points(), texels(tile, slot), faces);
    }

    /** The cut faces of a tile, which need no texels, with no more points than these need. */
    static MeshArrays ofCaps(CutTile cut) {
        int[] number = new int[cut.points().length / 3];
        float[] points = new float[3 * cut.capCorners().length];
        int[] faces = new int[2 * cut.capCorners().length];
        int count = 0;
        for (int c = 0; c < cut.capCorners().length; c++) {
            int point = cut.capCorners()[c];
            if (number[point] == 0) {
                System.arraycopy(cut.points(), 3 * point, points, 3 * count, 3);
                number[point] = ++count;
            }
            faces[2 * c] = number[point] - 1;
        }
        return new MeshArrays(Arrays.copyOf(points, 3 * count), new float[2], faces);
    }

    /** A tile whose parts take the texels of a slot, in order. */
    public static MeshArrays of(TileMesh tile, PaletteSlot slot) {
        int parts = tile.parts().size();
        int[] corners = tile.corners();
        int[] faces = new int[2 * corners.length];
        int at = 0;
        for (int p = 0; p < parts; p++) {
            for (int c = 3 * tile.firstTriangle(p); c < 3 * tile.partTriangleEnds()[p]; c++) {
                faces[at] = corners[c];
                faces[at + 1] = p;
                at += 2;
            }
        }
        return new MeshArrays(tile.points(), texels(tile, slot), faces);
    }

    private static float[] texels(TileMesh tile, PaletteSlot slot) {
        int parts = tile.parts().size();
        float[] texCoords = new float[2 * parts];
        for (int p = 0; p < parts; p++) {
            texCoords[2 * p] = PalettePage.u(slot.first() + p);
            texCoords[2 * p + 1] = PalettePage.v(slot.first() + p);
        }
        return texCoords;
    }

    /**
     * The triangles of a tile that show one picture, with no more points than these need.
     *
     * @param parts   those that show pictures
     * @param texture number of the picture among the tile's
     */
    public static MeshArrays ofTexture(TileMesh tile, BitSet parts, int texture) {
        int triangles = 0;
        for (int p = parts.nextSetBit(0); p >= 0; p = parts.nextSetBit(p + 1)) {
            triangles += tile.texturing().of()[p] == texture ? tile.partTriangleEnds()[p] - tile.firstTriangle(p) : 0;
        }
        int[] number = new int[tile.points().length / 3];
        float[] points = new float[9 * triangles];
        float[] texCoords = new float[6 * triangles];
        int[] faces = new int[6 * triangles];
        int pointCount = 0;
        int corner = 0;
        for (int p = parts.nextSetBit(0); p >= 0; p = parts.nextSetBit(p + 1)) {
            if (tile.texturing().of()[p] != texture) {
                continue;
            }
            for (int c = 3 * tile.firstTriangle(p); c < 3 * tile.partTriangleEnds()[p]; c++) {
                int point = tile.corners()[c];
                if (number[point] == 0) {
                    System.arraycopy(tile.points(), 3 * point, points, 3 * pointCount, 3);
                    number[point] = ++pointCount;
                }
                System.arraycopy(tile.texturing().uv(), 2 * c, texCoords, 2 * corner, 2);
                faces[2 * corner] = number[point] - 1;
                faces[2 * corner + 1] = corner++;
            }
        }
        return new MeshArrays(Arrays.copyOf(points, 3 * pointCount), texCoords, faces);
    }

    /**
     * What a section leaves of the triangles of a tile that show one picture, which stays where it was on them.
     *
     * @param parts   those that show pictures
     * @param texture number of the picture among the tile's
     * @return {@code null} where nothing of them is left
     */
    static MeshArrays ofTexture(TileMesh tile, CutTile cut, BitSet parts, int texture) {
        int[] pieces = IntStream.range(0, cut.parts().length)
                .filter(t -> parts.get(cut.parts()[t]) && tile.texturing().of()[cut.parts()[t]] == texture).toArray();
        if (pieces.length == 0) {
            return null;
        }
        float[] points = new float[9 * pieces.length];
        float[] texCoords = new float[6 * pieces.length];
        int[] faces = new int[6 * pieces.length];
        float[] uv = tile.texturing().uv();
        for (int k = 0; k < pieces.length; k++) {
            int t = pieces[k];
            double[][] weights = cut.weights(tile, t);
            for (int c = 0; c < 3; c++) {
                int at = 3 * k + c;
                System.arraycopy(cut.points(), 3 * cut.corners()[3 * t + c], points, 3 * at, 3);
                for (int source = 0; source < 3; source++) {
                    int corner = 3 * cut.sources()[t] + source;
                    texCoords[2 * at] += (float) (weights[c][source] * uv[2 * corner]);
                    texCoords[2 * at + 1] += (float) (weights[c][source] * uv[2 * corner + 1]);
                }
                faces[2 * at] = faces[2 * at + 1] = at;
            }
        }
        return new MeshArrays(points, texCoords, faces);
    }

    /** The mesh. JavaFX thread, or before it is shown. */
    public TriangleMesh toMesh() {
        TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_TEXCOORD);
        mesh.getPoints().setAll(points);
        mesh.getTexCoords().setAll(texCoords);
        mesh.getFaces().setAll(faces);
        return mesh;
    }
}
