package org.kvarter.sample.beacon;

/** The harbour's lighthouse: a tower of painted brick on a stone foundation, with gallery, lantern and copper cupola. */
public final class Lighthouse {
    /** Radius of the foundation, metres. */
    public static final double RADIUS = 2.5;
    /** Height of the sea bed under it, metres. */
    static final double FOOT = -4.4;
    static final double DECK = 1.0;
    static final double GALLERY = 9.2;
    /** Height of the top of the spike, metres. */
    public static final double TOP = 13.9;

    private static final int SEGMENTS = 24;
    private static final int WIDE = 132;
    private static final int HIGH = 100;
    private static final int BANDS = 5;

    private Lighthouse() {
    }

    /**
     * The file; zero is at sea level in the tower's middle.
     *
     * @param door radians counter-clockwise from east to where the door is
     */
    public static byte[] write(double door) {
        Glb glb = new Glb("Lindhamn lighthouse");
        int brick = glb.material("Painted brick", Png.write(PALETTE, bricks()));
        int stone = glb.material("Granite", 0xC9C3B8, 1, 0, 0.95);
        int white = glb.material("White paint", 0xF3EEE3, 1, 0, 0.7);
        int iron = glb.material("Iron, green paint", 0x5F736B, 1, 0.4, 0.6);
        int copper = glb.material("Copper", 0x93B8A7, 1, 0.6, 0.5);
        int glass = glb.material("Lantern glass", 0xCFE2E6, 0.4, 0, 0.1);
        int lamp = glb.material("Lamp", 0xFFE9B0, 1, 0, 0.4);
        glb.node("Foundation", glb.mesh("Foundation", Mesh.turned(SEGMENTS, RADIUS + 0.35, FOOT, RADIUS, DECK - 0.12, RADIUS - 0.12, DECK, 0, DECK), stone), 0, 0, 0);
        glb.node("Plinth", glb.mesh("Plinth", Mesh.turned(SEGMENTS, 1.85, DECK - 0.01, 1.85, DECK + 0.5, 1.7, DECK + 0.6, 1.6, DECK + 0.6), stone), 0, 0, 0);
        glb.node("Tower", glb.mesh("Tower", Mesh.turned(SEGMENTS, 1.62, DECK + 0.6, 1.4, 4, 1.22, 6.8, 1.12, GALLERY - 0.3), brick), door, 0, 0);
        glb.say("built", "1894");
        glb.node("Cornice", glb.mesh("Cornice", Mesh.turned(SEGMENTS, 1.12, GALLERY - 0.45, 1.75, GALLERY - 0.1, 1.75, GALLERY, 0, GALLERY), white), 0, 0, 0);
        railing(glb, iron);
        lantern(glb, iron, glass, lamp);
        glb.node("Cupola", glb.mesh("Cupola", Mesh.turned(SEGMENTS / 2, 1.28, GALLERY + 2.15, 1.28, GALLERY + 2.3, 1.05, GALLERY + 2.75, 0.6, GALLERY + 3.15, 0.16, GALLERY + 3.35, 0.16, GALLERY + 3.6,
                0.22, GALLERY + 3.75, 0.05, GALLERY + 3.95, 0.03, TOP, 0, TOP), copper), 0, 0, 0);
        glb.node("Soffit", glb.mesh("Soffit", Mesh.turned(SEGMENTS / 2, 0, GALLERY + 2.14, 1.28, GALLERY + 2.15), white), 0, 0, 0);
        glb.node("Door", glb.mesh("Door", Mesh.box(0.3, 2.1, 0.95), iron), door, 1.52, DECK + 0.3);
        glb.node("Door step", glb.mesh("Door step", Mesh.box(0.8, 0.3, 1.3), stone), door, 1.85, DECK);
        int pane = glb.mesh("Window", Mesh.box(0.16, 0.9, 0.5), iron);
        double[][] windows = {{0, 4.6, 1.32}, {2.2, 5.9, 1.24}, {4.1, 3.4, 1.4}};
        for (int i = 0; i < windows.length; i++) {
            glb.node("Window " + (i + 1), pane, door + windows[i][0], windows[i][2], windows[i][1]);
        }
        return glb.write();
    }

    private static void railing(Glb glb, int iron) {
        int post = glb.mesh("Railing post", Mesh.box(0.05, 1.05, 0.05), iron);
        for (int i = 0; i < 16; i++) {
            glb.node("Railing post " + (i + 1), post, i * StrictMath.PI / 8, 1.66, GALLERY);
        }
        int rail = glb.mesh("Rail", Mesh.turned(SEGMENTS, 1.69, 0, 1.69, 0.05, 1.63, 0.05, 1.63, 0, 1.69, 0), iron);
        glb.node("Upper rail", rail, 0, 0, GALLERY + 1.02);
        glb.node("Lower rail", rail, 0, 0, GALLERY + 0.5);
    }

    private static void lantern(Glb glb, int iron, int glass, int lamp) {
        glb.node("Lantern base", glb.mesh("Lantern base", Mesh.turned(12, 1.02, GALLERY, 1.02, GALLERY + 0.55, 0, GALLERY + 0.55), iron), 0, 0, 0);
        int post = glb.mesh("Lantern post", Mesh.box(0.07, 1.6, 0.07), iron);
        for (int i = 0; i < 12; i++) {
            glb.node("Lantern post " + (i + 1), post, i * StrictMath.PI / 6, 0.98, GALLERY + 0.55);
        }
        glb.node("Lamp", glb.mesh("Lamp", Mesh.turned(12, 0.12, GALLERY + 0.55, 0.12, GALLERY + 0.9, 0.38, GALLERY + 1.1, 0.38, GALLERY + 1.6, 0, GALLERY + 1.75), lamp), 0, 0, 0);
        glb.node("Lantern glass", glb.mesh("Lantern glass", Mesh.turned(12, 0.94, GALLERY + 0.55, 0.94, GALLERY + 2.15), glass), 0, 0, 0);
    }

    private static final int[] PALETTE = {0xF2EADC, 0xEEE5D6, 0xE1D7C7, 0xC07A6B, 0xBA7465, 0xAB6859};

    /** Five bands, red at the foot and at the top, of bricks in stretcher bond. */
    private static byte[][] bricks() {
        byte[][] rows = new byte[HIGH][WIDE];
        for (int y = 0; y < HIGH; y++) {
            int band = y * BANDS / HIGH;
            int course = y / 4;
            for (int x = 0; x < WIDE; x++) {
                int along = (x + course % 2 * 3) % WIDE;
                boolean joint = y % 4 == 3 || along % 6 == 5;
                int brick = along / 6 * 31 + course * 17;
                rows[y][x] = (byte) ((band % 2 == 0 ? 3 : 0) + (joint ? 2 : brick % 5 == 0 ? 1 : 0));
            }
        }
        return rows;
    }
}
