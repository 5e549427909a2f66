package org.kvarter.scene.move;

/**
 * The shape of a vehicle, in half lengths, half widths and heights: a box where there are some hundreds, a wedge of half as many corners
 * where there are tens of thousands.
 */
enum BodyShape {
    /** Top, long sides, ends. */
    BOX(new float[] {1, 1, 0, 1, -1, 0, -1, -1, 0, -1, 1, 0, 0.94f, 0.9f, 1, 0.94f, -0.9f, 1, -1, -0.9f, 1, -1, 0.9f, 1},
            new int[] {4, 7, 6, 4, 6, 5, 0, 3, 7, 0, 7, 4, 2, 1, 5, 2, 5, 6, 1, 0, 4, 1, 4, 5, 3, 2, 6, 3, 6, 7},
            new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2}),
    /** An arrow head with a ridge, of one colour: JavaFX turns the normal of every corner of every colour anew when it moves. */
    WEDGE(new float[] {1, 0, 0, -1, 1, 0, -1, -1, 0, -0.8f, 0, 1}, new int[] {0, 1, 3, 0, 3, 2}, new int[] {0, 0, 0, 0, 0, 0});

    /** Colours of a slot. */
    static final int TEXELS = 3;

    private final float[] corners;
    private final int[] triangles;
    private final int[] texels;

    BodyShape(float[] corners, int[] triangles, int[] texels) {
        this.corners = corners;
        this.triangles = triangles;
        this.texels = texels;
    }

    SlotMesh mesh() {
        return new SlotMesh(corners.length / 3, TEXELS, triangles, texels, javafx.scene.shape.CullFace.NONE);
    }

    int points() {
        return corners.length / 3;
    }

    /** Writes the corners of a body that stands at a place and points along a heading. */
    void write(float[] into, int slot, float east, float north, float up, float headingEast, float headingNorth, float length, float width,
               float height) {
        int at = slot * corners.length;
        float l = length / 2;
        float w = width / 2;
        for (int c = 0; c < corners.length; c += 3) {
            float ahead = corners[c] * l;
            float left = corners[c + 1] * w;
            into[at + c] = east + ahead * headingEast - left * headingNorth;
            into[at + c + 1] = north + ahead * headingNorth + left * headingEast;
            into[at + c + 2] = up + corners[c + 2] * height;
        }
    }
}
