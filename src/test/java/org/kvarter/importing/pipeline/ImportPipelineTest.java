package org.kvarter.importing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.place.Adjustment;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.VectorBatch;
import org.kvarter.mesh.Solids;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.Severity;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.TerrainLayer;
import org.kvarter.model.VectorLayer;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class ImportPipelineTest {

    private static final double E = 152_300;
    private static final double N = 6_580_700;

    @TempDir
    private Path folder;

    private final List<String> events = new ArrayList<>();
    private final ImportListener listener = new ImportListener() {
        @Override
        public void frameChosen(LocalFrame frame) {
            events.add("frame " + frame.crs());
        }

        @Override
        public void layerStarted(String id, String title, LayerKind kind) {
            events.add("start " + id);
        }

        @Override
        public void tileReady(String id, TileMesh tile) {
            events.add("tile " + id + " " + tile.firstPart());
        }

        @Override
        public void layerFinished(ImportedLayer layer) {
            events.add("finish " + layer.layer().id());
        }

        @Override
        public void layerDropped(String id) {
            events.add("drop " + id);
        }
    };

    @Test
    void batchesOfOneLayerBecomeOneLayerInTheLocalFrame() throws Exception {
        ImportResult result = run(District.EMPTY, Progress.NONE, request("Hus & hem.bld", new FakeImporter(".bld", (sink, o, p) -> {
            sink.source(describe("EPSG:3011"));
            sink.solids(houses("Building", 0, 0, "a", "b"));
            sink.solids(houses("Building", 100, 0, "c"));
            sink.diagnostic(new Diagnostic(Severity.WARNING, "x", "a", "odd"));
        })));
        assertThat(events).containsExactly("frame EPSG:3011", "start hus-hem-building", "tile hus-hem-building 0",
                "tile hus-hem-building 12", "finish hus-hem-building");
        SolidLayer layer = (SolidLayer) result.district().layer("hus-hem-building").orElseThrow();
        assertThat(layer.features().ids()).containsExactly("a", "b", "c");
        assertThat(layer.source().format()).isEqualTo("Fake 1.0");
        assertThat(layer.source().crs()).isEqualTo("EPSG:3011");
        LocalFrame frame = result.district().frame();
        assertThat(frame.originEast() % 100).isZero();
        assertThat(layer.boundsOf(2).minEast()).isCloseTo(E + 100 - frame.originEast(), within(0.01));
        assertThat(layer.boundsOf(0).minUp()).isEqualTo(10);
        assertThat(result.features()).isEqualTo(3);
        assertThat(result.parts()).isEqualTo(18);
        assertThat(result.triangles()).isEqualTo(36);
        assertThat(result.diagnostics()).extracting(Diagnostic::message).contains("odd");
        assertThat(result.isComplete()).isTrue();
        assertThat(result.phases().total()).isPositive();
    }

    @Test
    void sharedVerticesAreMovedOnce() throws Exception {
        SolidBatch all = houses("one", 0, 0, "a");
        SolidBatch again = new SolidBatch("two", "two", LayerKind.BUILDINGS, HeightReference.ABSOLUTE, all.features(), all.polygons());
        ImportResult result = run(District.EMPTY, Progress.NONE, request("x.bld", new FakeImporter(".bld", (sink, o, p) -> {
            sink.source(describe("EPSG:3011"));
            sink.solids(all);
            sink.solids(again);
        })));
        assertThat(result.layers()).hasSize(2);
        assertThat(result.layers().get(1).layer().bounds()).isEqualTo(result.layers().get(0).layer().bounds());
    }

    @Test
    void partsOfLaterBatchesKeepTheirParents() throws Exception {
        ImportResult result = run(District.EMPTY, Progress.NONE, request("x.bld", new FakeImporter(".bld", (sink, o, p) -> {
            sink.source(describe("EPSG:3011"));
            sink.solids(houses("b", 0, 0, "a", "b"));
            SolidBatch plain = houses("b", 100, 0, "c", "c-part");
            FeatureTable f = plain.features();
            sink.solids(new SolidBatch("b", "b", LayerKind.BUILDINGS, HeightReference.ABSOLUTE,
                    new FeatureTable(f.ids(), f.types(), new int[] {-1, 0}, f.attributes()), plain.polygons()));
        })));
        FeatureTable table = result.layers().get(0).layer().features();
        assertThat(table.parents()).containsExactly(-1, -1, -1, 2);
        assertThat(table.root(3)).isEqualTo(2);
    }

    @Test
    void aSourceWithoutSystemIsAskedAboutAndTheOthersComeIn() throws Exception {
        ImportResult result = run(District.EMPTY, Progress.NONE,
                request("bare.obj", new FakeImporter(".obj", (sink, o, p) -> {
                    sink.source(describe(null));
                    sink.solids(houses("b", 0, 0, "a"));
                    throw new AssertionError("reading goes on after the question");
                })),
                request("good.bld", new FakeImporter(".bld", (sink, o, p) -> {
                    sink.source(describe("EPSG:3011"));
                    sink.solids(houses("b", 0, 0, "a"));
                })));
        assertThat(result.layers()).extracting(l -> l.layer().id()).containsExactly("good-b");
        PlaceQuestion question = result.questions().get(0);
        assertThat(question.file().getFileName()).hasToString("bare.obj");
        assertThat(question.message()).contains("bare.obj").contains("--crs");
        assertThat(question.candidates()).extracting(c -> question.answer(c).crs().orElseThrow()).contains("EPSG:3011", "local");
        assertThat(question.evidence().extent().minEast()).isCloseTo(E, within(30.0));
        assertThat(result.isComplete()).isFalse();
    }

    /** The second source has its axes swapped: a question with the way out, which the answer takes and no longer doubts. */
    @Test
    void aStatedSystemThatCannotBeIsAskedAbout() throws Exception {
        FakeImporter right = new FakeImporter(".bld", (sink, o, p) -> {
            sink.source(describe("EPSG:3011"));
            sink.solids(houses("b", 0, 0, "a"));
        });
        FakeImporter wrong = new FakeImporter(".swp", (sink, o, p) -> {
            sink.source(describe("EPSG:3011"));
            SolidBatch plain = houses("b", 40, 0, "a");
            Adjustment.swap().undo(plain.polygons().vertices(), 0, plain.polygons().vertexCount());
            sink.solids(plain);
        });
        Request swapped = request("swapped.swp", wrong);
        ImportResult result = run(District.EMPTY, Progress.NONE, request("right.bld", right), swapped);

        PlaceQuestion question = result.questions().get(0);
        assertThat(result.layers()).hasSize(1);
        assertThat(question.message()).contains("swapped.swp").contains("EPSG:3011");
        assertThat(question.clear()).isPresent();
        ImportRequest answered = question.answer(question.clear().orElseThrow());
        assertThat(answered.options().setting("repair")).contains("swap");
        ImportResult again = run(result.district(), Progress.NONE, new Request(answered, wrong));
        assertThat(again.questions()).isEmpty();
        Bounds first = result.layers().get(0).layer().bounds();
        Bounds second = again.layers().get(0).layer().bounds();
        assertThat(second.minEast() - first.minEast()).isCloseTo(40, within(0.01));
        assertThat(second.minNorth()).isCloseTo(first.minNorth(), within(0.01));
    }

    @Test
    void anAnswerOrAnAnchorPlacesIt() throws Exception {
        FakeImporter bare = new FakeImporter(".obj", (sink, o, p) -> {
            sink.source(describe(null));
            sink.solids(new SolidBatch("b", "b", LayerKind.BUILDINGS, HeightReference.ABSOLUTE, table("a"),
                    new Solids().box(0, 0, 0, 10, 10, 10).set()));
        });
        Request stated = request("bare.obj", bare);
        ImportResult placed = run(District.EMPTY.withFrame(new LocalFrame("EPSG:3011", 100, 200, 5)), Progress.NONE,
                new Request(stated.request.withCrs("EPSG:3011"), bare));
        assertThat(placed.layers().get(0).layer().bounds().minEast()).isCloseTo(-100, within(1e-3));
        ImportResult anchored = run(District.EMPTY.withFrame(new LocalFrame("EPSG:3011", 100, 200, 5)), Progress.NONE,
                new Request(stated.request.withCrs(ImportRequest.LOCAL).withOptions(new org.kvarter.importing.ReadOptions(
                        Optional.empty(), Optional.empty(), java.util.Map.of("anchor", "150,260,8"))), bare));
        assertThat(anchored.layers().get(0).layer().bounds().minEast()).isCloseTo(50, within(1e-3));
        assertThat(anchored.layers().get(0).layer().bounds().minNorth()).isCloseTo(60, within(1e-3));
        assertThat(anchored.layers().get(0).layer().bounds().minUp()).isCloseTo(3, within(1e-3));
        ImportResult unknown = run(District.EMPTY, Progress.NONE, new Request(stated.request.withCrs("EPSG:999999"), bare));
        assertThat(unknown.questions()).singleElement().satisfies(q -> assertThat(q.message()).contains("EPSG:999999"));
    }

    @Test
    void badFilesBecomeSentencesAndLoseNobodyElse() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.nix"));
        ImportResult result = run(District.EMPTY, Progress.NONE,
                new Request(ImportRequest.of(folder.resolve("gone.bld")), null),
                new Request(ImportRequest.of(empty), null),
                request("unknown.nix", null),
                request("half.hlf", new FakeImporter(".hlf", (sink, o, p) -> {
                    sink.source(describe("EPSG:3011"));
                    sink.solids(houses("b", 0, 0, "a"));
                    throw new ImportException("half.hlf ends in the middle of a line.");
                })),
                request("bug.bug", new FakeImporter(".bug", (sink, o, p) -> {
                    throw new IllegalStateException("programmer's error");
                })),
                request("good.bld", new FakeImporter(".bld", (sink, o, p) -> {
                    sink.source(describe("EPSG:3011"));
                    sink.solids(houses("b", 0, 0, "a"));
                })));
        assertThat(result.layers()).extracting(l -> l.layer().id()).containsExactly("good-b");
        assertThat(result.failures()).extracting(f -> f.file().getFileName().toString())
                .containsExactly("gone.bld", "empty.nix", "unknown.nix", "half.hlf", "bug.bug");
        assertThat(result.failures()).allSatisfy(f -> assertThat(f.message())
                .contains(f.file().getFileName().toString()).endsWith(".").doesNotContain("Exception"));
        assertThat(events).contains("start half-b", "drop half-b").doesNotContain("finish half-b");
    }

    @Test
    void cancellingLeavesNothingBehind() throws Exception {
        boolean[] cancelled = {false};
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String message) {
            }

            @Override
            public boolean isCancelled() {
                return cancelled[0];
            }
        };
        Request request = request("x.bld", new FakeImporter(".bld", (sink, o, p) -> {
            sink.source(describe("EPSG:3011"));
            sink.solids(houses("b", 0, 0, "a"));
            cancelled[0] = true;
            p.checkCancelled();
        }));
        assertThatThrownBy(() -> run(District.EMPTY, progress, request)).isInstanceOf(WorkCancelledException.class);
        assertThat(events).endsWith("drop x-b");
    }

    @Test
    void buildingsAreSetOnTheTerrainWhereTheirHeightsDoNotFit() throws Exception {
        // Plane rising 1 m in 10 to the east: 50 m at E, 60 m at E + 100.
        float[] heights = new float[100 * 100];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = 50 + (i % 100 + 0.5f - 50) * 0.5f;
        }
        FakeImporter ground = new FakeImporter(".tif", (sink, o, p) -> {
            sink.source(describe("EPSG:3011"));
            sink.elevation(new ElevationBatch("g", "Ground", new double[] {5, 0, 0, -5, E - 250, N + 250}, 100, 100, heights));
        });
        ImportResult result = run(District.EMPTY, Progress.NONE,
                request("h.bld", new FakeImporter(".bld", (sink, o, p) -> {
                    sink.source(describe("EPSG:3011"));
                    sink.solids(houses("wrong", 0, 0, "a", "b"));
                    sink.solids(houses("right", 0, 41, "a"));
                    SolidBatch boat = houses("boat", 0, -30, "b");
                    sink.solids(new SolidBatch("boat", "boat", LayerKind.FURNITURE, HeightReference.ABSOLUTE, boat.features(),
                            boat.polygons()));
                    SolidBatch raised = houses("extruded", 100, -10, "f");
                    sink.solids(new SolidBatch("extruded", "extruded", LayerKind.BUILDINGS, HeightReference.ABOVE_GROUND,
                            raised.features(), raised.polygons()));
                })),
                request("ground.tif", ground));
        assertThat(result.layers()).extracting(l -> l.layer().id()).containsExactly("h-wrong", "h-right", "h-boat", "h-extruded",
                "ground-g");
        assertThat(events.get(0)).isEqualTo("start ground-g");
        TerrainLayer terrain = (TerrainLayer) result.district().layer("ground-g").orElseThrow();
        LocalFrame frame = result.district().frame();
        assertThat(terrain.terrain().heightAt(frame.toLocalEast(E + 20), frame.toLocalNorth(N))).isCloseTo(52, within(0.01));
        SolidLayer wrong = (SolidLayer) result.layers().get(0).layer();
        // A 10 m house from E: lowest of the places looked at is 15 % in, 1.5 m east of E.
        assertThat(wrong.boundsOf(0).minUp()).isCloseTo(50.15, within(0.01));
        assertThat(wrong.boundsOf(0).height()).isCloseTo(10, within(0.01));
        assertThat(wrong.diagnostics()).singleElement().satisfies(d -> assertThat(d.message()).contains("wrong"));
        SolidLayer right = (SolidLayer) result.layers().get(1).layer();
        assertThat(right.boundsOf(0).minUp()).isCloseTo(51, within(0.01));
        assertThat(right.diagnostics()).isEmpty();
        assertThat(((SolidLayer) result.layers().get(2).layer()).boundsOf(0).minUp()).isEqualTo(-20);
        SolidLayer extruded = (SolidLayer) result.layers().get(3).layer();
        assertThat(extruded.boundsOf(0).minUp()).isCloseTo(60.15, within(0.01));
    }

    @Test
    void flatFeaturesAreMovedAndOnesWithoutPlaceLeftOut() throws Exception {
        GeometryFactory make = new GeometryFactory();
        Geometry[] lines = {
            make.createLineString(new Coordinate[] {new Coordinate(E, N), new Coordinate(E + 50, N + 20)}),
            make.createPoint(new Coordinate(Double.POSITIVE_INFINITY, N)),
            null};
        ImportResult result = run(District.EMPTY, Progress.NONE, request("roads.vec", new FakeImporter(".vec", (sink, o, p) -> {
            sink.source(describe("EPSG:3011"));
            sink.vectors(new VectorBatch("roads", "Roads", LayerKind.STREETS, "", table("r", "s", "t"), lines));
        })));
        VectorLayer layer = (VectorLayer) result.layers().get(0).layer();
        LocalFrame frame = result.district().frame();
        assertThat(layer.id()).isEqualTo("roads");
        assertThat(layer.geometries()[0].getCoordinates()[1].x).isCloseTo(E + 50 - frame.originEast(), within(1e-6));
        assertThat(layer.geometries()[1]).isNull();
        assertThat(layer.diagnostics()).extracting(Diagnostic::object).containsExactly("s");
        assertThat(result.layers().get(0).report().leftOut()).isEqualTo(1);
        assertThat(result.layers().get(0).report().withoutForm()).isEqualTo(2);
    }

    @Test
    void theSameFileTakesItsOldPlaceAndAnotherOfThatNameANewOne() throws Exception {
        FakeImporter importer = new FakeImporter(".bld", (sink, o, p) -> {
            sink.source(describe("EPSG:3011"));
            sink.solids(houses("b", 0, 0, "a"));
        });
        Request first = request("a.bld", importer);
        District once = run(District.EMPTY, Progress.NONE, first).district();
        assertThat(run(once, Progress.NONE, first).district().layers()).hasSize(1);
        Files.createDirectories(folder.resolve("other"));
        Request other = new Request(ImportRequest.of(Files.writeString(folder.resolve("other/a.bld"), "x")), importer);
        assertThat(run(once, Progress.NONE, other).district().layers()).extracting(l -> l.id()).containsExactly("a-b", "a-b-2");
    }

    @Test
    void aFolderIsOpenedUpAndSidecarsGoWithTheirFile() throws Exception {
        FakeImporter shapes = new FakeImporter(".shp", (sink, o, p) -> {
            sink.source(describe("EPSG:3011"));
            sink.solids(houses("b", 0, 0, "a"));
        });
        Path sub = Files.createDirectories(folder.resolve("data/sub"));
        for (String name : List.of("data/one.SHP", "data/one.DBF", "data/one.shp.xml", "data/.hidden.shp", "data/notes.txt",
                "data/sub/two.shp", "data/sub/two.shx")) {
            Files.writeString(folder.resolve(name), "content");
        }
        ImportResult result = run(District.EMPTY, Progress.NONE, new Request(ImportRequest.of(sub.getParent()), shapes));
        assertThat(result.layers()).extracting(l -> l.layer().id()).containsExactly("one-b", "two-b");
        assertThat(result.failures()).isEmpty();
        assertThat(result.diagnostics()).singleElement().satisfies(d -> assertThat(d.message()).contains("notes.txt"));

        ImportResult dropped = run(District.EMPTY, Progress.NONE, new Request(ImportRequest.of(sub.resolve("two.shp")), shapes),
                new Request(ImportRequest.of(sub.resolve("two.shx")), null));
        assertThat(dropped.isComplete()).isTrue();
        ImportResult alone = run(District.EMPTY, Progress.NONE, new Request(ImportRequest.of(sub.resolve("two.shx")), shapes));
        assertThat(alone.failures()).singleElement().satisfies(f -> assertThat(f.message()).contains("two.shx"));
    }

    @Test
    void featuresWithoutGeometryAreKeptWhereTheOthersHaveAPlace() throws Exception {
        SolidBatch bare = new SolidBatch("b", "b", LayerKind.BUILDINGS, HeightReference.ABSOLUTE, table("x"), new Solids().set());
        ImportResult result = run(District.EMPTY, Progress.NONE,
                request("some.bld", new FakeImporter(".bld", (sink, o, p) -> {
                    sink.source(describe("EPSG:3011"));
                    sink.solids(bare);
                    sink.solids(houses("b", 0, 0, "a"));
                })));
        assertThat(result.layers().get(0).report().features()).isEqualTo(2);
        assertThat(result.layers().get(0).report().withoutForm()).isEqualTo(1);
        ImportResult none = run(District.EMPTY, Progress.NONE,
                request("bare.bar", new FakeImporter(".bar", (sink, o, p) -> {
                    sink.source(describe(null));
                    sink.solids(bare);
                })));
        assertThat(none.questions()).isEmpty();
        assertThat(none.failures()).singleElement().satisfies(f -> assertThat(f.message()).contains("bare.bar").contains("nothing"));
        assertThat(none.district().frame()).isNull();
    }

    private record Request(ImportRequest request, FakeImporter importer) {
    }

    private Request request(String name, FakeImporter importer) throws IOException {
        return new Request(ImportRequest.of(Files.writeString(folder.resolve(name), "content")), importer);
    }

    private final CoordinateSystems systems = new CoordinateSystems();

    private ImportResult run(District district, Progress progress, Request... requests) {
        List<org.kvarter.importing.Importer> importers = new ArrayList<>();
        Arrays.stream(requests).filter(r -> r.importer != null).forEach(r -> importers.add(r.importer));
        return new ImportPipeline(importers, systems, Runnable::run)
                .run(Arrays.stream(requests).map(Request::request).toList(), district, listener, progress);
    }

    private static SourceDescription describe(String crs) {
        return new SourceDescription("Fake", "1.0", Optional.ofNullable(crs), List.of(), "", "");
    }

    private static FeatureTable table(String... ids) {
        return FeatureTable.flat(ids, "Building", AttributeTable.empty(ids.length));
    }

    /** Boxes of 10 m, 20 m apart, from E + shift, foot at 10 m + raise. */
    private static SolidBatch houses(String layer, double shift, double raise, String... ids) {
        Solids solids = new Solids();
        for (int i = 0; i < ids.length; i++) {
            double e = E + shift + 20 * i;
            solids.box(e, N, 10 + raise, e + 10, N + 10, 20 + raise);
        }
        PolygonSet set = solids.set();
        return new SolidBatch(layer, layer, LayerKind.BUILDINGS, HeightReference.ABSOLUTE, table(ids), set);
    }
}
