package org.kvarter.mesh.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Predicate;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.VectorLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * All trees, found by place. Immutable and thread-safe once built.
 *
 * <p>Heights and crowns come from attributes ({@code height_m}, {@code crown_m} and usual others) or are what a street tree has, with a
 * slight jitter, the same at each start; a stated size is kept as it is. Shades and turns make no two alike.
 */
public final class TreeStock {

    /** No trees. */
    public static final TreeStock NONE = new TreeStock(List.of());

    private static final double HEIGHT = 9;
    /** Trees further off are too small to be pointed at, metres. */
    private static final double REACH = 4_000;
    private static final double STRETCH = 60;
    private static final String[] CONIFERS = {"pine", "spruce", "fir", "larch", "conifer", "juniper", "yew", "picea", "pinus", "tall",
        "gran", "lärk", "barr"};
    private static final String[] OVALS = {"birch", "poplar", "hornbeam", "aspen", "alder", "cherry", "rowan", "betula", "björk",
        "asp", "rönn", "populus", "carpinus", "sorbus"};
    private static final String[] BROADS = {"oak", "beech", "elm", "ash", "chestnut", "willow", "quercus", "fagus", "ek", "bok", "alm",
        "ask", "kastanj", "pil"};

    private final List<Tree> trees;
    private final STRtree index = new STRtree();
    private final double tallest;
    private final double top;

    private TreeStock(List<Tree> trees) {
        this.trees = trees;
        double most = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (Tree tree : trees) {
            double r = tree.crown() / 2;
            index.insert(new Envelope(tree.east() - r, tree.east() + r, tree.north() - r, tree.north() + r), tree);
            most = Math.max(most, tree.height());
            highest = Math.max(highest, tree.up() + tree.height());
        }
        tallest = most;
        top = highest;
        index.build();
    }

    /**
     * The trees of some layers of points.
     *
     * @param ground height under a place
     */
    public static TreeStock of(List<VectorLayer> layers, DoubleBinaryOperator ground) {
        List<Tree> trees = new ArrayList<>();
        for (VectorLayer layer : layers) {
            Names names = Names.of(layer.features().attributes());
            for (int row = 0; row < layer.geometries().length; row++) {
                Geometry geometry = layer.geometries()[row];
                if (geometry == null || geometry.getDimension() != 0) {
                    continue;
                }
                for (Coordinate at : geometry.getCoordinates()) {
                    trees.add(tree(new FeatureKey(layer.id(), row), layer.features().attributes(), names, at, ground));
                }
            }
        }
        return trees.isEmpty() ? NONE : new TreeStock(trees);
    }

    private record Names(String height, String crown, String species) {
        static Names of(AttributeTable table) {
            return new Names(name(table, "height_m", "height", "hojd", "höjd", "hoogte", "hoehe"),
                    name(table, "crown_m", "crown_diameter", "diameter_crown", "crown", "krona", "kroondiameter"),
                    name(table, "species", "genus", "taxon", "art", "leaf_type", "type", "kind"));
        }

        private static String name(AttributeTable table, String... wanted) {
            for (String want : wanted) {
                for (String name : table.names()) {
                    if (name.equalsIgnoreCase(want)) {
                        return name;
                    }
                }
            }
            return "";
        }
    }

    private static Tree tree(FeatureKey key, AttributeTable table, Names names, Coordinate at, DoubleBinaryOperator ground) {
        int row = key.row();
        int hash = scramble(Double.hashCode(at.x) * 31 + Double.hashCode(at.y));
        double jitter = (hash >>> 8 & 0xFF) / 255.0 - 0.5;
        double height = number(table, names.height, row);
        double crown = number(table, names.crown, row);
        if (!(height > 0.5 && height < 80)) {
            height = HEIGHT * (1 + 0.5 * jitter);
        }
        if (!(crown > 0.3 && crown < 40)) {
            crown = height * 0.62;
        }
        Tree.Shape shape = shape(table, names.species, row, height, crown);
        return new Tree(key, at.x, at.y, ground.applyAsDouble(at.x, at.y), height, crown, shape,
                (hash >>> 16 & 0xFF) % 3, (hash & 0xFF) * Math.PI / 128);
    }

    private static double number(AttributeTable table, String name, int row) {
        return name.isEmpty() ? Double.NaN : table.column(name).map(c -> c.number(row)).orElse(Double.NaN);
    }

    private static Tree.Shape shape(AttributeTable table, String name, int row, double height, double crown) {
        String species = name.isEmpty() || table.value(name, row) == null ? ""
                : table.value(name, row).toString().toLowerCase(Locale.ROOT);
        if (any(species, CONIFERS)) {
            return Tree.Shape.CONIFER;
        }
        if (any(species, OVALS) || height > 2.1 * crown) {
            return Tree.Shape.OVAL;
        }
        return any(species, BROADS) || crown > 8 ? Tree.Shape.BROAD : Tree.Shape.ROUND;
    }

    /** Whether a word begins with one of the names: "elm" is not in "helmet". */
    private static boolean any(String species, String[] names) {
        for (String word : species.split("[^\\p{L}]+")) {
            for (String name : names) {
                if (name.length() <= 3 ? word.equals(name) : word.startsWith(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int scramble(int h) {
        h ^= h >>> 16;
        h *= 0x7FEB352D;
        h ^= h >>> 15;
        h *= 0x846CA68B;
        return h ^ h >>> 16;
    }

    public List<Tree> all() {
        return trees;
    }

    /** Those of the trees that stand under a condition. */
    public TreeStock where(Predicate<Tree> condition) {
        List<Tree> some = trees.stream().filter(condition).toList();
        return some.isEmpty() ? NONE : new TreeStock(some);
    }

    /** Height of the tallest, metres. */
    public double tallest() {
        return tallest;
    }

    /**
     * The first of some trees whose crown a ray meets.
     *
     * @param o      east, north, up
     * @param d      unit vector
     * @param reach  metres
     * @param wanted trees that can be met
     */
    public Optional<Tree> first(double[] o, double[] d, double reach, Predicate<Tree> wanted) {
        double from = d[2] < 0 ? Math.max(0, (top - o[2]) / d[2]) : 0;
        double to = Math.min(Math.min(reach, REACH + from), d[2] > 0 ? (top - o[2]) / d[2] : reach);
        for (double start = from; start < to; start += STRETCH) {
            double end = Math.min(to, start + STRETCH);
            Envelope under = new Envelope(o[0] + start * d[0], o[0] + end * d[0], o[1] + start * d[1], o[1] + end * d[1]);
            Tree nearest = null;
            double least = reach;
            for (Tree tree : near(under)) {
                double at = tree.hit(o, d);
                if (at < least && wanted.test(tree)) {
                    least = at;
                    nearest = tree;
                }
            }
            if (nearest != null) {
                return Optional.of(nearest);
            }
        }
        return Optional.empty();
    }

    /** Trees whose crowns touch an area. */
    public List<Tree> near(Envelope area) {
        @SuppressWarnings("unchecked")
        List<Tree> found = index.query(area);
        return found;
    }
}
