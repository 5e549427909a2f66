package org.kvarter.scene.tree;

import org.kvarter.energy.Sun;
import org.kvarter.mesh.light.LightModel;
import org.kvarter.mesh.tree.Tree;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.BaseColours;
import org.kvarter.scene.palette.Exposure;

/**
 * Light on trees as a small picture: one disc per shade in which each direction of a surface has its place, straight up in the middle
 * and straight down at the rim (Lambert's azimuthal projection). All crowns of a shade share a disc, so a new sun repaints
 * {@value #CELL} × {@value #CELL} texels a shade and no tree. Stateless.
 */
final class TreeTexture {

    static final int SIZE = 128;
    private static final int CELL = 64;
    /** Shades of leafy crowns; then one for conifers is mixed in by {@link #cell}. */
    private static final int TRUNK_CELL = 3;
    private static final double MARGIN = 2;
    /** Two points of a disc further apart than this are not neighbours on a crown, as a share of the picture. */
    static final double APART = 0.62 * CELL / SIZE;

    private TreeTexture() {
    }

    /** The disc of a crown: leafy shades are 0 … 2. */
    static int cell(Tree tree) {
        return tree.shape() == Tree.Shape.CONIFER ? 2 : tree.shade() % 2;
    }

    static int trunkCell() {
        return TRUNK_CELL;
    }

    /** Texture coordinate across of a direction, −1 … 1 each, in a disc. */
    static float u(int cell, double e, double n, double up) {
        return (float) ((cell % 2 * CELL + CELL / 2.0 + (CELL / 2.0 - MARGIN) * rim(up) * along(e, n)) / SIZE);
    }

    /** Texture coordinate down. */
    static float v(int cell, double e, double n, double up) {
        return (float) ((cell / 2 * CELL + CELL / 2.0 - (CELL / 2.0 - MARGIN) * rim(up) * along(n, e)) / SIZE);
    }

    private static double rim(double up) {
        return Math.sqrt(Math.max(0, (1 - up) / 2));
    }

    private static double along(double a, double b) {
        double length = Math.hypot(a, b);
        return length < 1e-4 ? Math.sqrt(0.5) : a / length;
    }

    /**
     * The picture under a sun.
     *
     * @param look of the trees that use it
     */
    static int[] paint(Theme theme, Sun sun, TreeLook look) {
        int[] argb = new int[SIZE * SIZE];
        LightModel light = LightModel.of(sun.elevationDegrees());
        double[] s = sun.direction();
        int base = BaseColours.tree(theme);
        boolean bright = theme == Theme.LIGHT;
        int[] bases = {base, Argb.mix(base, bright ? 0xFFB9CC8F : 0xFF5E7050, 0.55), Argb.mix(base, bright ? 0xFF5F8470 : 0xFF35493F, 0.62),
            bright ? 0xFF9C8873 : 0xFF4C443C};
        for (int cell = 0; cell < bases.length; cell++) {
            bases[cell] = look.of(bases[cell], cell == TRUNK_CELL, theme);
        }
        for (int cell = 0; cell < 4; cell++) {
            for (int y = 0; y < CELL; y++) {
                for (int x = 0; x < CELL; x++) {
                    double px = (x + 0.5 - CELL / 2.0) / (CELL / 2.0 - MARGIN);
                    double py = -(y + 0.5 - CELL / 2.0) / (CELL / 2.0 - MARGIN);
                    double r = Math.min(1, Math.hypot(px, py));
                    double up = 1 - 2 * r * r;
                    double level = Math.sqrt(Math.max(0, 1 - up * up));
                    double length = Math.max(1e-9, Math.hypot(px, py));
                    double cosine = level * (px / length * s[0] + py / length * s[1]) + up * s[2];
                    // Leaves let light through and around: the dark side begins later than on a wall.
                    double sunShare = s[2] > 0 ? Math.max(0, (cosine + 0.25) / 1.25) : 0;
                    double skyShare = 0.34 + 0.58 * (0.5 + 0.5 * up);
                    argb[(cell / 2 * CELL + y) * SIZE + cell % 2 * CELL + x] =
                            Exposure.of(light.lit(bases[cell], (float) sunShare, (float) skyShare));
                }
            }
        }
        return argb;
    }
}
