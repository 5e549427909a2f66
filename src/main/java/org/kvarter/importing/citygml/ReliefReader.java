package org.kvarter.importing.citygml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.city.Lods;
import org.kvarter.importing.city.TriangleGrid;
import org.kvarter.model.Severity;
import org.kvarter.text.Texts;

/**
 * Reads relief as terrain: triangulated surfaces are drawn into a grid as they come, points are triangulated at the end. All relief of one
 * level of detail is one terrain. Not thread-safe.
 */
final class ReliefReader {

    /** Name of the layer. */
    static final String LAYER = "Relief";

    private final MemoryBudget budget;
    private final Document document;
    private final Systems systems;
    private final ReadOptions options;
    private final LibraryObjects libraries;
    private final DiagnosticTally problems;
    private final List<ElevationBatch> coverages = new ArrayList<>();
    private final DoubleList ring;
    private final double[] corners = new double[9];
    private ReliefPoints points;
    private TriangleGrid grid;
    private Systems.Order order;
    private String lod = "";
    private String system = "";
    private boolean skip;

    ReliefReader(MemoryBudget budget, Document document, Systems systems, ReadOptions options, LibraryObjects libraries,
                 DiagnosticTally problems) {
        this.budget = budget;
        this.document = document;
        this.systems = systems;
        this.options = options;
        this.libraries = libraries;
        this.problems = problems;
        this.ring = new DoubleList(budget);
    }

    /** Reads the relief at hand and goes past it. */
    void read(Xml x) throws IOException {
        document.other(x.name());
        skip = !options.wantsLayer(LAYER) && !options.wantsLayer("TINRelief");
        walk(x);
    }

    private void walk(Xml x) throws IOException {
        noteSystem(x);
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "TINRelief", "MassPointRelief", "BreaklineRelief", "RasterRelief" -> read(x);
                case "lod" -> level(x.text());
                case "Triangle", "PolygonPatch", "Polygon", "Rectangle" -> patch(x);
                case "posList", "pos", "coordinates" -> places(x);
                case "RectifiedGridCoverage" -> coverage(x);
                case "boundedBy", "extent", "appearance" -> noteSystem(x);
                default -> walk(x);
            }
        }
    }

    private void noteSystem(Xml x) {
        String stated = x.attribute("srsName");
        if (stated != null && !stated.isBlank() && system.isEmpty()) {
            system = stated.strip();
        }
    }

    /** Of several levels the one that meets the wish best is kept. */
    private void level(String text) {
        double before = lod.isEmpty() ? Double.NEGATIVE_INFINITY : Lods.rank(lod, options.lod());
        double now = Lods.rank(text, options.lod());
        if (now > before) {
            skip = false;
            grid = lod.isEmpty() ? grid : null;
            points = lod.isEmpty() ? points : null;
            if (!lod.isEmpty()) {
                coverages.clear();
            }
            lod = text;
        } else {
            skip = now < before;
        }
    }

    private void patch(Xml x) throws IOException {
        ring.clear();
        positions(x);
        int n = ring.size() / 3;
        if (n > 3 && same(0, n - 1)) {
            n--;
        }
        for (int c = 1; c + 1 < n && !skip; c++) {
            corner(0, 0);
            corner(c, 3);
            corner(c + 1, 6);
            grid(corners[0], corners[1]).add(corners);
        }
    }

    private boolean same(int a, int b) {
        return ring.get(3 * a) == ring.get(3 * b) && ring.get(3 * a + 1) == ring.get(3 * b + 1) && ring.get(3 * a + 2) == ring.get(3 * b + 2);
    }

    private void corner(int number, int to) {
        int east = order.northFirst() ? 1 : 0;
        corners[to] = ring.get(3 * number + east);
        corners[to + 1] = ring.get(3 * number + 1 - east);
        corners[to + 2] = ring.get(3 * number + 2);
    }

    /** All positions in the element at hand. */
    private void positions(Xml x) throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "posList", "pos", "coordinates" -> numbers(x);
                case "interior", "innerBoundaryIs" -> { }
                default -> positions(x);
            }
        }
    }

    private void numbers(Xml x) throws IOException {
        double[] three = new double[3];
        int[] at = {0};
        x.numbers(v -> {
            three[at[0]++] = v;
            if (at[0] == 3) {
                ring.add(three[0], three[1], three[2]);
                at[0] = 0;
            }
        });
        if (order == null && ring.size() >= 3) {
            order = systems.of(system.isEmpty() ? document.system : system, ring.get(0), ring.get(1));
        }
    }

    /** Points of a mass of points, of lines that the terrain breaks at, of the control of a triangulation. */
    private void places(Xml x) throws IOException {
        ring.clear();
        numbers(x);
        if (skip) {
            return;
        }
        points = points == null ? new ReliefPoints(budget) : points;
        for (int c = 0; c < ring.size() / 3; c++) {
            corner(c, 0);
            points.add(corners[0], corners[1], corners[2]);
        }
    }

    /** A grid of heights, in the document or in a file of a format that is read. */
    private void coverage(Xml x) throws IOException {
        noteSystem(x);
        GridCoverage coverage = new GridCoverage();
        coverage.read(x);
        if (skip) {
            return;
        }
        int before = coverages.size();
        String layer = LAYER + " " + (before + 1);
        String title = Texts.in(ReliefReader.class).get("layer.TINRelief");
        if (!coverage.file().isBlank()) {
            libraries.read(coverage.file(), solids -> { }, heights -> coverages.add(new ElevationBatch(layer, title, heights.affine(), heights.width(),
                    heights.height(), heights.heights())));
        } else if (coverage.place() != null) {
            Systems.Order written = systems.of(system.isEmpty() ? document.system : system, coverage.place()[0], coverage.place()[1]);
            Optional.ofNullable(coverage.give(layer, title, written.northFirst())).ifPresent(coverages::add);
        }
        if (coverages.size() == before) {
            problems.add(Severity.WARNING, "relief.noGrid", "", coverage.file());
        }
    }

    private TriangleGrid grid(double east, double north) {
        if (grid == null) {
            double metres = order.metres();
            grid = new TriangleGrid(budget, order.geographic() ? metres * Math.max(0.01, Math.cos(Math.toRadians(north))) : 1, metres);
        }
        return grid;
    }

    /** Hands on the terrain, if there is one. */
    void finish(LayerSink sink) {
        if (grid == null && points != null) {
            points.triangulate((a, b, c) -> {
                System.arraycopy(a, 0, corners, 0, 3);
                System.arraycopy(b, 0, corners, 3, 3);
                System.arraycopy(c, 0, corners, 6, 3);
                grid(corners[0], corners[1]).add(corners);
            });
        }
        Optional<ElevationBatch> batch = Optional.ofNullable(grid)
                .map(g -> g.give(LAYER, Texts.in(ReliefReader.class).get("layer.TINRelief")));
        batch.ifPresent(sink::elevation);
        coverages.forEach(sink::elevation);
        if (batch.isEmpty() && coverages.isEmpty() && problems.count("relief.noGrid") == 0 && document.others.containsKey("ReliefFeature")) {
            problems.add(Severity.WARNING, "relief.empty", "");
        }
    }
}
