package org.kvarter.scene.move;

import javafx.scene.shape.CullFace;

/** The shapes of vehicles. */
enum BodyShape {
    /** A box with a top, long sides and ends, for what is near enough to be seen in its own size. */
    BOX(8, 3, new int[] {4, 7, 6, 4, 6, 5, 0, 3, 7, 0, 7, 4, 2, 1, 5, 2, 5, 6, 1, 0, 4, 1, 4, 5, 3, 2, 6, 3, 6, 7},
            new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2}),
    /**
     * One triangle that points where it goes and turns its width to the eye, for tens of thousands from afar: JavaFX reckons the normal of
     * every corner anew when it moves, so that corners are what costs.
     */
    ARROW(3, 1, new int[] {0, 1, 2}, new int[] {0, 0, 0});

    /** Corners in half lengths, half widths and heights. */
    private static final float[] CORNERS = {1, 1, 0, 1, -1, 0, -1, -1, 0, -1, 1, 0, 0.94f, 0.9f, 1, 0.94f, -0.9f, 1, -1, -0.9f, 1, -1, 0.9f, 1};

    private final int points;
    private final int texels;
    private final int[] triangles;
    private final int[] texelOfCorner;

    BodyShape(int points, int texels, int[] triangles, int[] texelOfCorner) {
        this.points = points;
        this.texels = texels;
        this.triangles = triangles;
        this.texelOfCorner = texelOfCorner;
    }

    SlotMesh mesh() {
        return new SlotMesh(points, texels, triangles, texelOfCorner, CullFace.NONE);
    }

    /**
     * Writes a box that stands at a place and points along a heading.
     *
     * @param into east, north, up of each corner, slot after slot
     */
    static void box(float[] into, int slot, float east, float north, float up, float headingEast, float headingNorth, float length, float width,
                    float height) {
        int at = slot * CORNERS.length;
        float l = length / 2;
        float w = width / 2;
        for (int c = 0; c < CORNERS.length; c += 3) {
            float ahead = CORNERS[c] * l;
            float left = CORNERS[c + 1] * w;
            into[at + c] = east + ahead * headingEast - left * headingNorth;
            into[at + c + 1] = north + ahead * headingNorth + left * headingEast;
            into[at + c + 2] = up + CORNERS[c + 2] * height;
        }
    }

    /**
     * Writes a triangle whose nose lies ahead, and whose base lies across both the heading and the line of sight.
     *
     * @param into      east, north, up of each corner, slot after slot
     * @param toEyeEast direction to the eye, of any length
     */
    static void arrow(float[] into, int slot, float east, float north, float up, float headingEast, float headingNorth, float length, float width,
                      float toEyeEast, float toEyeNorth, float toEyeUp) {
        float acrossEast = headingNorth * toEyeUp;
        float acrossNorth = -headingEast * toEyeUp;
        float acrossUp = headingEast * toEyeNorth - headingNorth * toEyeEast;
        float size = (float) Math.sqrt(acrossEast * acrossEast + acrossNorth * acrossNorth + acrossUp * acrossUp);
        float half = width / 2 / Math.max(1e-6f, size);
        float l = length / 2;
        float middle = up + Math.abs(half * acrossUp); // the lower corner of the base stands on the ground
        int at = slot * 9;
        into[at] = east + l * headingEast;
        into[at + 1] = north + l * headingNorth;
        into[at + 2] = middle;
        for (int side = -1; side <= 1; side += 2) {
            at += 3;
            into[at] = east - l * headingEast + side * half * acrossEast;
            into[at + 1] = north - l * headingNorth + side * half * acrossNorth;
            into[at + 2] = middle + side * half * acrossUp;
        }
    }
}
