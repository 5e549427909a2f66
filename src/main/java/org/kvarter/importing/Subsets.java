package org.kvarter.importing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.TextColumn;
import org.kvarter.model.Texturing;

/** Parts of tables and polygon sets, renumbered. */
public final class Subsets {

    private Subsets() {
    }

    /** The rows of {@code table} listed in {@code rows}; a parent that is not among them is lost. */
    public static FeatureTable features(FeatureTable table, int[] rows) {
        int[] newRow = new int[table.size()];
        Arrays.fill(newRow, -1);
        for (int i = 0; i < rows.length; i++) {
            newRow[rows[i]] = i;
        }
        String[] ids = new String[rows.length];
        String[] types = new String[rows.length];
        int[] parents = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ids[i] = table.ids()[rows[i]];
            types[i] = table.types()[rows[i]];
            int parent = table.parents()[rows[i]];
            parents[i] = parent < 0 ? -1 : newRow[parent];
        }
        List<AttributeColumn> columns = table.attributes().columns().stream().map(c -> column(c, rows)).collect(Collectors.toList());
        return new FeatureTable(ids, types, parents, new AttributeTable(rows.length, columns));
    }

    private static AttributeColumn column(AttributeColumn column, int[] rows) {
        if (column instanceof NumberColumn numbers) {
            double[] values = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                values[i] = numbers.values()[rows[i]];
            }
            return new NumberColumn(numbers.name(), numbers.unit(), numbers.type(), values);
        }
        TextColumn texts = (TextColumn) column;
        int[] codes = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            codes[i] = texts.codes()[rows[i]];
        }
        return new TextColumn(texts.name(), codes, texts.dictionary());
    }

    /**
     * The polygons of the features that stay, in the order of their new rows, with only the vertices they use.
     *
     * @param newRow row of each old feature in the new table, −1 to leave its polygons out
     * @param rows   number of new rows
     */
    public static PolygonSet polygons(PolygonSet all, int[] newRow, int rows) {
        int[] order = order(all, newRow, rows);
        int ringCount = 0;
        int cornerCount = 0;
        for (int p : order) {
            ringCount += all.polygonRingEnds()[p] - all.firstRing(p);
            cornerCount += all.endCornerOfPolygon(p) - all.firstCornerOfPolygon(p);
        }
        int[] corners = new int[cornerCount];
        int[] ringEnds = new int[ringCount];
        int[] polygonRingEnds = new int[order.length];
        int[] feature = new int[order.length];
        byte[] kind = new byte[order.length];
        int[] argb = new int[order.length];
        int[] newVertex = new int[all.vertexCount()];
        Arrays.fill(newVertex, -1);
        double[] vertices = new double[3 * countVertices(all, order)];
        int vertexCount = 0;
        int corner = 0;
        int ring = 0;
        for (int i = 0; i < order.length; i++) {
            int p = order[i];
            for (int r = all.firstRing(p); r < all.polygonRingEnds()[p]; r++) {
                for (int c = all.firstCorner(r); c < all.ringEnds()[r]; c++) {
                    int v = all.corners()[c];
                    if (newVertex[v] < 0) {
                        System.arraycopy(all.vertices(), 3 * v, vertices, 3 * vertexCount, 3);
                        newVertex[v] = vertexCount++;
                    }
                    corners[corner++] = newVertex[v];
                }
                ringEnds[ring++] = corner;
            }
            polygonRingEnds[i] = ring;
            feature[i] = newRow[all.polygonFeature()[p]];
            kind[i] = all.polygonKind()[p];
            argb[i] = all.polygonArgb()[p];
        }
        return new PolygonSet(vertices, corners, ringEnds, polygonRingEnds, feature, kind, argb, texturing(all, order, cornerCount));
    }

    private static Texturing texturing(PolygonSet all, int[] polygons, int cornerCount) {
        if (all.texturing() == null) {
            return null;
        }
        int[] of = new int[polygons.length];
        float[] uv = new float[2 * cornerCount];
        int at = 0;
        for (int i = 0; i < polygons.length; i++) {
            of[i] = all.texturing().of()[polygons[i]];
            int first = all.firstCornerOfPolygon(polygons[i]);
            int count = all.endCornerOfPolygon(polygons[i]) - first;
            System.arraycopy(all.texturing().uv(), 2 * first, uv, 2 * at, 2 * count);
            at += count;
        }
        return new Texturing(all.texturing().textures(), of, uv);
    }

    private static int countVertices(PolygonSet all, int[] polygons) {
        BitSet used = new BitSet(all.vertexCount());
        for (int p : polygons) {
            for (int c = all.firstCornerOfPolygon(p); c < all.endCornerOfPolygon(p); c++) {
                used.set(all.corners()[c]);
            }
        }
        return used.cardinality();
    }

    /** Polygons that stay, by new row: a counting sort, so that those of one feature keep their order. */
    private static int[] order(PolygonSet all, int[] newRow, int rows) {
        int[] start = new int[rows + 1];
        for (int feature : all.polygonFeature()) {
            if (newRow[feature] >= 0) {
                start[newRow[feature] + 1]++;
            }
        }
        for (int row = 0; row < rows; row++) {
            start[row + 1] += start[row];
        }
        int[] order = new int[start[rows]];
        for (int p = 0; p < all.polygonCount(); p++) {
            int row = newRow[all.polygonFeature()[p]];
            if (row >= 0) {
                order[start[row]++] = p;
            }
        }
        return order;
    }
}
