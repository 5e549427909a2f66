package org.kvarter.scene.tree;

import java.util.List;
import java.util.Map;
import org.kvarter.mesh.tree.Tree;
import org.kvarter.model.Bounds;
import org.kvarter.scene.tile.MeshArrays;

/**
 * Merges the trees of a square into one mesh. For worker threads; stateless.
 *
 * @param near   rounded crowns and trunks
 * @param far    the same trees with a quarter of the triangles
 * @param bounds around all of them
 */
record TreeMesh(MeshArrays near, MeshArrays far, Bounds bounds) {

    private static final int TRUNK_SIDES = 5;

    static TreeMesh of(List<Tree> trees) {
        Bounds box = Bounds.EMPTY;
        for (Tree t : trees) {
            double r = t.crown();
            box = box.union(new Bounds(t.east() - r, t.north() - r, t.up(), t.east() + r, t.north() + r, t.up() + t.height()));
        }
        return new TreeMesh(merged(trees, CrownShape.NEAR, true), merged(trees, CrownShape.FAR, false), box);
    }

    private static MeshArrays merged(List<Tree> trees, Map<Tree.Shape, CrownShape> shapes, boolean trunks) {
        int points = 0;
        int triangles = 0;
        for (Tree tree : trees) {
            CrownShape shape = shapes.get(tree.shape());
            points += shape.radii().length + (trunks ? 2 * TRUNK_SIDES : 0);
            triangles += shape.triangles().length / 3 + (trunks ? 2 * TRUNK_SIDES : 0);
        }
        Merger merger = new Merger(points, triangles);
        for (Tree tree : trees) {
            merger.crown(tree, shapes.get(tree.shape()));
            if (trunks) {
                merger.trunk(tree);
            }
        }
        return new MeshArrays(merger.points, merger.texCoords, merger.faces);
    }

    /** Fills the arrays tree by tree. */
    private static final class Merger {
        private final float[] points;
        private final float[] texCoords;
        private final int[] faces;
        private int point;
        private int face;

        Merger(int pointCount, int triangleCount) {
            points = new float[3 * pointCount];
            texCoords = new float[2 * pointCount];
            faces = new int[6 * triangleCount];
        }

        void crown(Tree tree, CrownShape shape) {
            int first = point;
            double cos = Math.cos(tree.turn());
            double sin = Math.sin(tree.turn());
            double wide = tree.crown() / 2;
            double high = tree.crownHeight() / 2;
            int cell = TreeTexture.cell(tree);
            float[] d = shape.directions();
            for (int i = 0; i < shape.radii().length; i++) {
                double taper = CrownShape.taper(tree.shape(), d[3 * i + 2]);
                double e = (d[3 * i] * cos - d[3 * i + 1] * sin) * taper;
                double n = (d[3 * i] * sin + d[3 * i + 1] * cos) * taper;
                double up = d[3 * i + 2];
                double r = shape.radii()[i];
                // The normal of an ellipsoid: the direction divided by its axes.
                double ne = e / wide;
                double nn = n / wide;
                double nu = up / high + (tree.shape() == Tree.Shape.CONIFER ? 0.5 * Math.hypot(ne, nn) : 0);
                double length = Math.sqrt(ne * ne + nn * nn + nu * nu);
                add(tree.east() + e * r * wide, tree.north() + n * r * wide, tree.up() + tree.crownMiddle() + up * r * high, cell,
                        ne / length, nn / length, nu / length);
            }
            for (int t = 0; t < shape.triangles().length; t += 3) {
                face(first + shape.triangles()[t], first + shape.triangles()[t + 1], first + shape.triangles()[t + 2]);
            }
        }

        void trunk(Tree tree) {
            int first = point;
            double radius = Math.max(0.09, 0.018 * tree.height());
            double top = tree.up() + tree.crownMiddle() - 0.25 * tree.crownHeight();
            for (int k = 0; k < TRUNK_SIDES; k++) {
                double angle = tree.turn() + 2 * Math.PI * k / TRUNK_SIDES;
                double e = Math.cos(angle);
                double n = Math.sin(angle);
                add(tree.east() + e * radius * 1.25, tree.north() + n * radius * 1.25, tree.up() - 0.3, TreeTexture.trunkCell(), e, n, 0);
                add(tree.east() + e * radius, tree.north() + n * radius, top, TreeTexture.trunkCell(), e, n, 0);
            }
            for (int k = 0; k < TRUNK_SIDES; k++) {
                int a = first + 2 * k;
                int b = first + 2 * ((k + 1) % TRUNK_SIDES);
                face(a, b, b + 1);
                face(a, b + 1, a + 1);
            }
        }

        private void add(double e, double n, double up, int cell, double ne, double nn, double nu) {
            points[3 * point] = (float) e;
            points[3 * point + 1] = (float) n;
            points[3 * point + 2] = (float) up;
            texCoords[2 * point] = TreeTexture.u(cell, ne, nn, nu);
            texCoords[2 * point + 1] = TreeTexture.v(cell, ne, nn, nu);
            point++;
        }

        private void face(int a, int b, int c) {
            faces[face] = faces[face + 1] = a;
            faces[face + 2] = faces[face + 3] = b;
            faces[face + 4] = faces[face + 5] = c;
            if (isApart(a, b) || isApart(b, c) || isApart(c, a)) {
                // Around straight down, the rim of the disc, light may not be taken across the disc's middle.
                int low = points[3 * a + 2] < points[3 * b + 2] ? a : b;
                faces[face + 1] = faces[face + 3] = faces[face + 5] = points[3 * low + 2] < points[3 * c + 2] ? low : c;
            }
            face += 6;
        }

        private boolean isApart(int a, int b) {
            return Math.hypot(texCoords[2 * a] - texCoords[2 * b], texCoords[2 * a + 1] - texCoords[2 * b + 1]) > TreeTexture.APART;
        }
    }
}
