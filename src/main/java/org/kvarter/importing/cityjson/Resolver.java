package org.kvarter.importing.cityjson;

import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.Newell;
import org.kvarter.importing.city.Kinds;
import org.kvarter.model.Severity;
import org.kvarter.model.SurfaceKind;

/**
 * Settles the pending polygons of a layer once the vertices of their document are known: vertex numbers of the document become
 * numbers of the layer's own vertices, in order of first use; broken polygons are left out; kinds and colours are decided.
 */
final class Resolver {

    /** Faces thinner than this share of their perimeter squared have no area. */
    private static final double FLATNESS = 1e-9;

    private final VertexSource vertices;
    private final Appearance appearance;
    private final double metresPerHorizontalUnit;
    private final boolean truncated;
    private final DiagnosticTally problems;
    private final double[] normal = new double[3];
    /** Number of a document's vertex in the layer, valid where {@link #stamps} holds the current run. */
    private int[] numbers = new int[0];
    private int[] stamps = new int[0];
    private int run;
    /** Of the pending polygons being settled; {@code null} where none has a picture. */
    private PolygonTextures pictures;

    /**
     * @param appearance              of the document, or of the sequence's first line
     * @param metresPerHorizontalUnit 1, or the length of a degree for geographic coordinates: slopes need one unit on all axes
     * @param truncated               whether the document was cut off, so that missing vertices are no news
     */
    Resolver(VertexSource vertices, Appearance appearance, double metresPerHorizontalUnit, boolean truncated,
             DiagnosticTally problems) {
        this.vertices = vertices;
        this.appearance = appearance;
        this.metresPerHorizontalUnit = metresPerHorizontalUnit;
        this.truncated = truncated;
        this.problems = problems;
    }

    /** Settles all pending polygons of {@code layer} in place. */
    void settle(LayerBuilder layer) {
        SurfaceStore s = layer.surfaces;
        int first = s.settled;
        int end = s.polygonCount();
        if (first == end) {
            return;
        }
        startRun();
        IntList materials = themeOf(s);
        int readRing = s.settledRings();
        int readCorner = s.settledCorners();
        PolygonTextures textures = new PolygonTextures(s, appearance, readRing, readCorner);
        pictures = textures.isEmpty() ? null : textures;
        int corner = readCorner;
        int ring = readRing;
        int polygon = first;
        for (int p = first; p < end; p++) {
            int polygonRingEnd = s.polygonRingEnds.get(p);
            int feature = s.polygonFeature.get(p);
            int firstRing = ring;
            int firstCorner = corner;
            int firstPendingRing = readRing;
            boolean broken = polygonRingEnd == readRing;
            for (int r = readRing; r < polygonRingEnd; r++) {
                int ringEnd = s.ringEnds.get(r);
                if (!broken) {
                    int written = writeRing(s, readCorner, ringEnd, corner, firstCorner, layer, feature);
                    if (written < 0 || written < 3 && r == readRing) {
                        broken = true;
                        if (written >= 0) {
                            problems.add(Severity.WARNING, "polygon.degenerate", layer.id(feature));
                        }
                    } else if (written >= 3) {
                        corner += written;
                        s.ringEnds.set(ring++, corner);
                    }
                }
                readCorner = ringEnd;
            }
            readRing = polygonRingEnd;
            double length = broken ? 0 : Newell.normal(s.corners, s.vertices, firstCorner, s.ringEnds.get(firstRing), metresPerHorizontalUnit, normal);
            if (!broken && length <= FLATNESS * Newell.perimeterSquared(s.corners, s.vertices, firstCorner, s.ringEnds.get(firstRing),
                    metresPerHorizontalUnit)) {
                problems.add(Severity.INFO, "polygon.zeroArea", layer.id(feature));
                broken = true;
            }
            if (broken) {
                ring = firstRing;
                corner = firstCorner;
                continue;
            }
            int kind = s.polygonKind.get(p);
            s.polygonRingEnds.set(polygon, ring);
            s.polygonFeature.set(polygon, feature);
            s.polygonKind.set(polygon, kind >= 0 ? kind : kindOf(layer, length).ordinal());
            int material = materials == null || p - first >= materials.size() ? NestedValues.NONE : materials.get(p - first);
            s.polygonArgb.resize(polygon, 0);
            s.polygonArgb.add(appearance.argb(material));
            if (pictures != null) {
                pictures.end(polygon, firstPendingRing, polygonRingEnd, firstCorner, corner);
            }
            if (p - first < s.factOf.size() && s.factOf.get(p - first) >= 0) {
                layer.means.add(layer, feature, s.facts.get(s.factOf.get(p - first)), length / 2);
            }
            polygon++;
        }
        s.corners.resize(corner, 0);
        s.ringEnds.resize(ring, 0);
        s.polygonRingEnds.resize(polygon, 0);
        s.polygonFeature.resize(polygon, 0);
        s.polygonKind.resize(polygon, 0);
        layer.means.flush(layer);
        s.clearPending();
        s.settled = polygon;
    }

    private SurfaceKind kindOf(LayerBuilder layer, double length) {
        return layer.type.surface() != null ? layer.type.surface() : Kinds.ofNormal(normal[2], length);
    }

    private IntList themeOf(SurfaceStore s) {
        if (s.materials.isEmpty()) {
            return null;
        }
        IntList preferred = s.materials.get(appearance.defaultTheme());
        return preferred != null ? preferred : s.materials.values().iterator().next();
    }

    /** Writes a ring without repeated corners at {@code to}; answers its length, or −1 where a vertex is missing or not finite. */
    private int writeRing(SurfaceStore s, int from, int end, int to, int polygonStart, LayerBuilder layer, int feature) {
        int at = to;
        for (int c = from; c < end; c++) {
            int vertex = s.corners.get(c);
            if (vertex < 0 || vertex >= vertices.count()) {
                if (truncated) {
                    layer.lost.set(feature);
                } else {
                    problems.add(Severity.WARNING, "polygon.indexRange", layer.id(feature), String.valueOf(vertex),
                            vertices.count());
                }
                return -1;
            }
            if (stamps[vertex] != run && !place(s, vertex)) {
                problems.add(Severity.WARNING, "polygon.notFinite", layer.id(feature), String.valueOf(vertex));
                return -1;
            }
            int own = numbers[vertex];
            if (at == to || !same(s, own, s.corners.get(at - 1))) {
                if (pictures != null) {
                    pictures.keep(at - polygonStart, c);
                }
                s.corners.set(at++, own);
            }
        }
        while (at - to > 1 && same(s, s.corners.get(at - 1), s.corners.get(to))) {
            at--;
        }
        return at - to;
    }

    private void startRun() {
        if (numbers.length != vertices.count()) {
            numbers = new int[vertices.count()];
            stamps = new int[vertices.count()];
            run = 0;
        }
        run++;
    }

    private boolean place(SurfaceStore s, int vertex) {
        double x = vertices.get(vertex, 0);
        double y = vertices.get(vertex, 1);
        double z = vertices.get(vertex, 2);
        if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) {
            return false;
        }
        numbers[vertex] = s.vertices.size() / 3;
        stamps[vertex] = run;
        s.vertices.add(x, y, z);
        return true;
    }

    private static boolean same(SurfaceStore s, int a, int b) {
        return a == b || s.vertices.get(3 * a) == s.vertices.get(3 * b) && s.vertices.get(3 * a + 1) == s.vertices.get(3 * b + 1)
                && s.vertices.get(3 * a + 2) == s.vertices.get(3 * b + 2);
    }
}
