package org.kvarter.study.sun;

import java.time.LocalDate;
import java.util.List;
import org.kvarter.mesh.tree.Tree;
import org.kvarter.mesh.tree.TreeStock;

/**
 * How much of the sun crowns of trees let through. A crown is an ellipsoid of the tree's height and width that lets the same share through
 * wherever a ray meets it; behind two crowns comes the share of a share. Trunks are passed over. Safe for many threads.
 *
 * <p>Shares of direct sun are middles of what Konarska, Lindberg, Larsson, Thorsson and Holmer measured on street trees of Gothenburg
 * (Theoretical and Applied Climatology 117, 2014, 363–376): 1.3–5.3 % through crowns in leaf, 40.2–51.9 % through leafless ones.
 */
public final class TreeShade {

    /** Share of the sun that a crown in leaf lets through. */
    public static final double IN_LEAF = 0.03;
    /** Share that a leafless crown lets through. */
    public static final double LEAFLESS = 0.46;
    /** No trees. */
    public static final TreeShade NONE = new TreeShade(TreeStock.NONE, new SunPath(List.of()), true);

    private static final double TROPICS = 23.44;
    private static final int FIRST_MONTH = 5;
    private static final int LAST_MONTH = 10;

    private final TreeStock trees;
    private final TreeGrid grid;
    private final SunPath path;
    private final double deciduous;

    private TreeShade(TreeStock trees, SunPath path, boolean inLeaf) {
        this.trees = trees;
        this.grid = new TreeGrid(trees.all());
        this.path = path;
        this.deciduous = inLeaf ? IN_LEAF : LEAFLESS;
    }

    /** The shade of some trees on a day's path. @param inLeaf whether trees that shed their leaves have them */
    public static TreeShade of(TreeStock trees, SunPath path, boolean inLeaf) {
        return new TreeShade(trees, path, inLeaf);
    }

    /** Whether trees that shed their leaves have them: from May to October, on the southern half from November to April, between the tropics always. */
    public static boolean inLeaf(LocalDate day, double latitude) {
        boolean northern = day.getMonthValue() >= FIRST_MONTH && day.getMonthValue() <= LAST_MONTH;
        return Math.abs(latitude) < TROPICS || northern == latitude > 0;
    }

    /** Number of trees. */
    public int count() {
        return trees.all().size();
    }

    /**
     * Takes from the sun of each step what crowns keep of it.
     *
     * @param place  east, north, up
     * @param shares of the sun that reach the place, by number of the step, 0 … 1; those that are 0 already are not looked at
     */
    void dim(double[] place, double[] shares) {
        if (trees.all().isEmpty()) {
            return;
        }
        for (int step = 0; step < shares.length; step++) {
            if (shares[step] > 0) {
                shares[step] *= grid.through(place, path.steps().get(step).direction(),
                        tree -> tree.shape() == Tree.Shape.CONIFER ? IN_LEAF : deciduous);
            }
        }
    }
}
