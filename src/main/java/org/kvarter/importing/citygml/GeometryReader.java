package org.kvarter.importing.citygml;

import java.io.IOException;
import java.util.function.DoubleConsumer;
import org.kvarter.importing.arrays.DoubleList;

/**
 * Reads GML geometries of versions 2, 3.1 and 3.2 into a {@link GeometryStore}: surfaces and their aggregates as polygons, curves and points
 * as lines. Curved segments are taken by their control points. Not thread-safe.
 */
final class GeometryReader {

    private final Xml x;
    private final boolean named;
    private final Tuples tuples = new Tuples();
    private GeometryStore store;
    private String system;

    /** @param named whether the ids of rings are of use: they are where pictures lie on them */
    GeometryReader(Xml x, boolean named) {
        this.x = x;
        this.named = named;
    }

    /** What to read into, and the dimension of coordinates where geometries do not say. */
    void into(GeometryStore geometry, int dimension) {
        store = geometry;
        tuples.dimension = dimension;
        system = null;
    }

    /** The reference system a geometry stated since {@link #into}, {@code null} for none. */
    String system() {
        return system;
    }

    static boolean isGeometry(String name) {
        return switch (name) {
            case "Polygon", "PolygonPatch", "Rectangle", "Triangle", "Surface", "PolyhedralSurface", "TriangulatedSurface", "Tin",
                    "OrientableSurface", "_OrientableSurface", "TexturedSurface", "CompositeSurface", "MultiSurface", "MultiPolygon", "Shell",
                    "Solid", "CompositeSolid", "MultiSolid", "MultiGeometry", "GeometricComplex", "Point", "MultiPoint", "LineString",
                    "LinearRing", "Curve", "OrientableCurve", "CompositeCurve", "MultiCurve", "MultiLineString", "Ring" -> true;
            default -> false;
        };
    }

    /**
     * Reads the geometry at hand and goes past it.
     *
     * @param flipped whether it is turned over by what it lies in
     */
    void read(boolean flipped) throws IOException {
        int outer = tuples.dimension;
        noteSystem();
        String id = x.attribute("id");
        int from = store.entryCount();
        switch (x.name()) {
            case "Polygon", "PolygonPatch", "Rectangle", "Triangle" -> polygon(flipped);
            case "OrientableSurface", "_OrientableSurface", "TexturedSurface" -> members(flipped ^ "-".equals(x.attribute("orientation")));
            case "Point", "LineString", "LinearRing" -> line();
            case "LineStringSegment", "GeodesicString", "ArcString", "Arc", "Circle", "CubicSpline", "BSpline", "Bezier", "Clothoid" -> line();
            default -> members(flipped);
        }
        store.identify(id, from);
        tuples.dimension = outer;
    }

    private void noteSystem() {
        String stated = x.attribute("srsName");
        system = system == null && stated != null && !stated.isBlank() ? stated.strip() : system;
        String dimension = x.attribute("srsDimension");
        if (dimension != null) {
            tuples.dimension = "2".equals(dimension.strip()) ? 2 : 3;
        }
    }

    /** Properties of an aggregate: each holds geometries or names one. */
    private void members(boolean flipped) throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            property(flipped);
        }
    }

    /** Reads the property at hand, whose values are geometries or a reference to one, and goes past it. */
    void property(boolean flipped) throws IOException {
        String name = x.name();
        if (name.equals("boundedBy") || name.equals("metaDataProperty") || name.equals("appearance")) {
            skip();
            return;
        }
        String href = x.href();
        if (href != null) {
            store.addReference(href.startsWith("#") ? href.substring(1) : href, flipped);
        }
        int depth = x.depth();
        while (x.nextChild(depth)) {
            if (isGeometry(x.name()) || x.name().endsWith("Segment") || x.name().endsWith("Patch") || x.name().startsWith("Arc")) {
                read(flipped);
            } else {
                skip();
            }
        }
    }

    private void skip() throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            continue;
        }
    }

    private void polygon(boolean flipped) throws IOException {
        int rings = store.ringEnds.size();
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "exterior", "outerBoundaryIs", "interior", "innerBoundaryIs" -> ring();
                default -> skip();
            }
        }
        if (store.ringEnds.size() > rings) {
            store.endPolygon(flipped);
        }
    }

    private void ring() throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            noteSystem();
            String id = named ? x.attribute("id") : null;
            tuples.start(store.vertices);
            positions();
            if (tuples.isUseful()) {
                store.ringEnds.add(store.vertices.size() / 3);
                store.nameRing(id);
            }
        }
    }

    private void line() throws IOException {
        tuples.start(store.lineVertices);
        positions();
        if (tuples.isUseful()) {
            store.lineEnds.add(store.lineVertices.size() / 3);
        }
    }

    /** All coordinates in the element at hand, however deep: rings of curves, points of lines, GML 2's lists. */
    private void positions() throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "posList", "pos" -> {
                    String dimension = x.attribute("srsDimension");
                    int outer = tuples.dimension;
                    tuples.dimension = dimension == null ? outer : "2".equals(dimension.strip()) ? 2 : 3;
                    tuples.list(x);
                    tuples.dimension = outer;
                }
                case "coordinates" -> tuples.list(x);
                case "coord" -> tuples.list(x);
                default -> positions();
            }
        }
    }

    /** Reads one position from the element at hand, such as a reference point; NaN where it has none. Goes past the element. */
    double[] position() throws IOException {
        DoubleList one = new DoubleList(new org.kvarter.importing.arrays.MemoryBudget(1 << 20));
        noteSystem();
        tuples.start(one);
        positions();
        return one.size() < 3 ? new double[] {Double.NaN, Double.NaN, Double.NaN} : new double[] {one.get(0), one.get(1), one.get(2)};
    }

    /** Takes coordinates one by one and puts them down in threes. */
    private static final class Tuples implements DoubleConsumer {

        private DoubleList target;
        private int dimension = 3;
        private int first;
        private int at;
        private double a;
        private double b;

        void start(DoubleList into) {
            target = into;
            first = into.size();
        }

        void list(Xml x) throws IOException {
            int before = target.size();
            at = 0;
            x.numbers(this);
            if (at == 2 && target.size() == before) {
                // a single position without a height, whatever the dimension stated further out
                target.add(a, b, 0);
            } else if (at != 0) {
                asPairs(before);
            }
        }

        /** A list that is no multiple of three may be one of pairs whose dimension nobody stated. */
        private void asPairs(int before) {
            int count = target.size() - before + at;
            if (dimension == 3 && count % 2 == 0) {
                double[] all = new double[count];
                for (int i = 0; i < count - at; i++) {
                    all[i] = target.get(before + i);
                }
                if (at > 0) {
                    all[count - at] = a;
                }
                if (at > 1) {
                    all[count - 1] = b;
                }
                target.shorten(before);
                for (int i = 0; i < count; i += 2) {
                    target.add(all[i], all[i + 1], 0);
                }
            } else {
                target.add(Double.NaN, Double.NaN, Double.NaN);
            }
        }

        @Override
        public void accept(double value) {
            if (at == 0) {
                a = value;
                at = 1;
            } else if (at == 1) {
                b = value;
                at = 2;
                if (dimension == 2) {
                    target.add(a, b, 0);
                    at = 0;
                }
            } else {
                target.add(a, b, value);
                at = 0;
            }
        }

        boolean isUseful() {
            return target.size() > first;
        }
    }
}
