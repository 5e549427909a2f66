package org.kvarter.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.importing.pipeline.ImportedLayer;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.VectorLayer;
import org.kvarter.scenario.Origin;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.task.Progress;

/** The sample's model out and in again: what another program, here our own readers, finds in the files. */
class ExportRoundTripTest {

    private static final int RED = 0xFFCC2010;
    private static ImportResult sample;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() {
        sample = run(Path.of("models/lindhamn.city.json"), Optional.empty());
    }

    @Test
    void cityJsonKeepsFeaturesPartsAttributesKindsAndPlace() throws Exception {
        Path file = folder.resolve("out.city.json");
        ExportReport report = ExportFormat.CITYJSON.write(scene(key -> true), file, Progress.NONE);
        ImportResult again = run(file, Optional.empty());

        assertThat(report.leftOut()).isEmpty();
        assertThat(again.failures()).isEmpty();
        assertThat(again.features()).isEqualTo(sample.features());
        assertThat(again.district().frame().crs()).isEqualTo("EPSG:3011");
        for (ImportedLayer before : sample.layers()) {
            Layer after = again.layers().stream().map(ImportedLayer::layer).filter(l -> l.title().equals(before.layer().title())).findFirst().orElseThrow();
            assertThat(after.features().attributes().names()).containsExactlyInAnyOrderElementsOf(before.layer().features().attributes().names());
            close(after.bounds(), before.layer().bounds(), 0.002);
        }
        Map<SurfaceKind, Double> was = areas(sample);
        Map<SurfaceKind, Double> is = areas(again);
        for (SurfaceKind kind : List.of(SurfaceKind.ROOF, SurfaceKind.WALL, SurfaceKind.GROUND)) {
            assertThat(is.get(kind)).as(kind.name()).isCloseTo(was.get(kind), within(was.get(kind) * 1e-3));
        }
    }

    @Test
    void objKeepsTrianglesAndColours() throws Exception {
        Path file = folder.resolve("out.obj");
        ExportReport report = ExportFormat.OBJ.write(scene(key -> true), file, Progress.NONE);
        ImportResult again = run(file, Optional.of(ImportRequest.LOCAL));

        assertThat(report.triangles()).isEqualTo(sample.triangles());
        // triangles that rounding to a millimetre flattens are left out on the way in
        assertThat((double) again.triangles()).isCloseTo(sample.triangles(), within(sample.triangles() * 0.01));
        assertThat(Files.readString(folder.resolve("out.mtl"))).contains("Kd 0.8000 0.1255 0.0627");
        close(again.layers().get(0).layer().bounds(), bounds(), 0.002);
    }

    @Test
    void geoPackageHoldsFootprintsInTheDistrictsSystem() throws Exception {
        Path file = folder.resolve("out.gpkg");
        ExportFormat.GEOPACKAGE.write(scene(key -> true), file, Progress.NONE);
        ImportResult again = run(file, Optional.empty());

        assertThat(again.failures()).isEmpty();
        assertThat(again.questions()).isEmpty();
        SolidLayer before = buildings();
        Layer after = again.layers().stream().map(ImportedLayer::layer).filter(l -> l.id().substring(l.id().indexOf('-') + 1).equals("buildings")).findFirst().orElseThrow();
        assertThat(after.features().attributes().names()).contains(GeoPackageWriter.HEIGHT, "yearOfConstruction");
        assertThat(after.bounds().minEast()).isCloseTo(before.bounds().minEast() + sample.district().frame().originEast()
                - again.district().frame().originEast(), within(1.0));
        double footprint = after instanceof VectorLayer v ? Arrays.stream(v.geometries()).mapToDouble(g -> g.getArea()).sum() : areas(again, after).get(SurfaceKind.ROOF);
        assertThat(footprint).isCloseTo(areas(sample, before).get(SurfaceKind.GROUND), within(0.02 * footprint));
    }

    /** Of one building only, by its numbers in the file: corners, box, colour in linear light, and everything inside of the buffer. */
    @Test
    void glbIsWhatTheSpecificationSays() throws Exception {
        SolidLayer layer = buildings();
        int row = Arrays.asList(layer.features().ids()).indexOf(layer.features().ids()[0]);
        Path file = folder.resolve("one.glb");
        ExportReport report = ExportFormat.GLB.write(scene(key -> key.equals(new FeatureKey(layer.id(), row))), file, Progress.NONE);

        ByteBuffer glb = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(glb.getInt(0)).isEqualTo(0x46546C67);
        assertThat(glb.getInt(8)).isEqualTo(glb.capacity());
        byte[] text = new byte[glb.getInt(12)];
        glb.position(20).get(text);
        JsonNode json = new ObjectMapper().readTree(text);
        int bin = 20 + text.length + 8;
        assertThat(glb.getInt(bin - 8)).isEqualTo(json.at("/buffers/0/byteLength").asInt()).isEqualTo(glb.capacity() - bin);
        assertThat(json.get("scenes").get(0).get("extras").get("crs").asText()).isEqualTo("EPSG:3011");
        long corners = 0;
        double[] low = {1e9, 1e9, 1e9};
        double[] high = {-1e9, -1e9, -1e9};
        for (JsonNode mesh : json.get("meshes")) {
            for (JsonNode primitive : mesh.get("primitives")) {
                JsonNode position = json.get("accessors").get(primitive.at("/attributes/POSITION").asInt());
                corners += position.get("count").asLong();
                for (int i = 0; i < position.get("count").asInt(); i++) {
                    int at = bin + position.get("byteOffset").asInt() + 28 * i;
                    for (int k = 0; k < 3; k++) {
                        low[k] = Math.min(low[k], glb.getFloat(at + 4 * k));
                        high[k] = Math.max(high[k], glb.getFloat(at + 4 * k));
                    }
                    // 0xCC in sRGB is 0.6038 in linear light
                    assertThat(glb.get(at + 24) & 255).isEqualTo(154);
                }
            }
        }
        assertThat(corners).isEqualTo(3 * report.triangles()).isPositive();
        Bounds box = wholeBounds(layer, row);
        assertThat(low).usingComparatorWithPrecision(0.01).containsExactly(box.minEast(), box.minUp(), -box.maxNorth());
        assertThat(high).usingComparatorWithPrecision(0.01).containsExactly(box.maxEast(), box.maxUp(), -box.minNorth());
    }

    /** Every format says who gives the data, under which licence, when it was read, how sure it is; and what is read again is the same with it. */
    @ParameterizedTest
    @ValueSource(strings = {"o.glb", "o.obj", "o.city.json", "o.gpkg"})
    void whereItComesFromGoesWithIt(String name) throws Exception {
        Layer buildings = buildings();
        DataBook book = DataBook.EMPTY.with(new DataRecord(buildings.id(), Origin.MODELLED, "Lindhamns kommun", "2026-03-04T05:06:07Z", "roofs from laser", "CC BY 4.0", false));
        Path file = folder.resolve(name);
        Scene scene = scene(key -> true).withCredits(Credit.of(List.of(buildings), new DataOrigins(book, ScenarioBook.EMPTY), Guard.NONE));
        ExportReport report = ExportFormat.of(file).orElseThrow().write(scene, file, Progress.NONE);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("Lindhamns kommun").contains("CC BY 4.0").contains("2026-03-04T05:06:07Z").contains("roofs from laser").contains("modelled");
        if (!name.endsWith("gpkg")) {
            ImportResult again = run(file, name.endsWith("obj") ? Optional.of(ImportRequest.LOCAL) : Optional.empty());
            assertThat(again.failures()).isEmpty();
            assertThat(again.features()).isGreaterThanOrEqualTo(1);
        }
        Path bare = folder.resolve("bare-" + name);
        ExportReport before = ExportFormat.of(bare).orElseThrow().write(scene(key -> true), bare, Progress.NONE);
        assertThat(report.features()).isEqualTo(before.features());
    }

    @Test
    void geoPackageMetadataIsTheExtensionsAndGlbNamesWhoIsToBeNamed() throws Exception {
        Layer buildings = buildings();
        DataBook book = DataBook.EMPTY.with(new DataRecord(buildings.id(), Origin.MEASURED, "Town", "", "", "CC BY 4.0", false));
        Scene scene = scene(key -> true).withCredits(Credit.of(List.of(buildings), new DataOrigins(book, ScenarioBook.EMPTY), Guard.NONE));
        Path gpkg = folder.resolve("m.gpkg");
        ExportFormat.GEOPACKAGE.write(scene, gpkg, Progress.NONE);
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + gpkg); var statement = connection.createStatement()) {
            var row = statement.executeQuery("SELECT r.table_name, m.md_scope, m.mime_type, m.metadata, c.description FROM gpkg_metadata_reference r JOIN gpkg_metadata m ON m.id = r.md_file_id "
                    + "JOIN gpkg_contents c ON c.table_name = r.table_name WHERE r.reference_scope = 'table'");
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("buildings");
            assertThat(row.getString(2)).isEqualTo("dataset");
            JsonNode document = new ObjectMapper().readTree(row.getString(4));
            assertThat(document.path("license").asText()).isEqualTo("CC BY 4.0");
            assertThat(document.path("measurementTechnique").asText()).isEqualTo("measured");
            assertThat(row.getString(5)).contains("Town");
            assertThat(row.next()).as("one layer is credited").isFalse();
            var extensions = statement.executeQuery("SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_metadata' AND scope = 'read-write'");
            assertThat(extensions.getInt(1)).isEqualTo(2);
        }
        Path glb = folder.resolve("m.glb");
        ExportFormat.GLB.write(scene, glb, Progress.NONE);
        byte[] bytes = Files.readAllBytes(glb);
        JsonNode asset = new ObjectMapper().readTree(Arrays.copyOfRange(bytes, 20, 20 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(12))).path("asset");
        assertThat(asset.path("copyright").asText()).isEqualTo("Buildings: Town, CC BY 4.0");
        assertThat(asset.path("extras").path("layers").path("Buildings").path("quality").asText()).isEqualTo("measured");
    }

    @Test
    void whatCannotBeWrittenKeepsWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.glb"), "before");
        Path wrong = folder.resolve("no-such-folder").resolve("out.glb");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ExportFormat.GLB.write(scene(key -> true), wrong, Progress.NONE))
                .isInstanceOf(ExportException.class).hasMessageContaining("no-such-folder");
        assertThat(file).hasContent("before");
        assertThat(ExportFormat.of(Path.of("A.CITY.JSON"))).contains(ExportFormat.CITYJSON);
        assertThat(ExportFormat.of(Path.of("a.dwg"))).isEmpty();
    }

    private static Scene scene(Predicate<FeatureKey> wanted) {
        return new Scene(sample.district(), sample.layers().stream().filter(l -> l.mesh().isPresent())
                .collect(Collectors.toMap(l -> l.layer().id(), l -> l.mesh().get())),
                sample.layers().stream().map(ImportedLayer::layer).toList(), wanted, (layer, parts, part) -> RED);
    }

    private static SolidLayer buildings() {
        return sample.layers().stream().map(ImportedLayer::layer).filter(l -> l.title().equals("Buildings")).map(SolidLayer.class::cast).findFirst().orElseThrow();
    }

    private static Bounds bounds() {
        return sample.layers().stream().map(l -> l.layer().bounds()).reduce(Bounds.EMPTY, Bounds::union);
    }

    /** Box around a feature and the parts of it. */
    private static Bounds wholeBounds(SolidLayer layer, int row) {
        Bounds box = Bounds.EMPTY;
        for (int r = 0; r < layer.features().size(); r++) {
            box = layer.features().root(r) == row ? box.union(layer.boundsOf(r)) : box;
        }
        return box;
    }

    private static void close(Bounds is, Bounds was, double metres) {
        assertThat(new double[] {is.width(), is.depth(), is.height()}).usingComparatorWithPrecision(2 * metres)
                .containsExactly(was.width(), was.depth(), was.height());
    }

    private static Map<SurfaceKind, Double> areas(ImportResult result) {
        Map<SurfaceKind, Double> all = new EnumMap<>(SurfaceKind.class);
        result.layers().forEach(l -> areas(result, l.layer()).forEach((kind, area) -> all.merge(kind, area, Double::sum)));
        return all;
    }

    private static Map<SurfaceKind, Double> areas(ImportResult result, Layer layer) {
        Map<SurfaceKind, Double> areas = new EnumMap<>(SurfaceKind.class);
        result.layers().stream().filter(l -> l.layer().equals(layer)).flatMap(l -> l.mesh().stream()).flatMap(m -> m.tiles().stream()).forEach(tile -> {
            for (int p = 0; p < tile.parts().size(); p++) {
                areas.merge(tile.parts().kindOf(p), (double) tile.parts().areas()[p], Double::sum);
            }
        });
        return areas;
    }

    private static ImportResult run(Path file, Optional<String> crs) {
        ImportRequest request = crs.isEmpty() ? ImportRequest.of(file) : ImportRequest.of(file).withCrs(crs.get());
        return new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(), Runnable::run)
                .run(List.of(request), District.EMPTY, ImportListener.NONE, Progress.NONE);
    }

    /** A square with a hole and a corner cut away, triangulated by hand, comes back as one polygon with one hole. */
    @Test
    void trianglesOfAPartBecomeItsPolygonAgain() {
        float[] points = {0, 0, 0, 9, 0, 0, 9, 9, 0, 0, 9, 0, 3, 3, 0, 6, 3, 0, 6, 6, 0, 3, 6, 0};
        int[] corners = {0, 1, 5, 0, 5, 4, 1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4, 7};
        TileMesh tile = new TileMesh(0, new org.kvarter.model.PartTable(new int[1], new byte[1], new int[1], new float[] {0, 0, 1}, new float[3],
                new float[] {72}), points, corners, new int[] {8}, new Bounds(0, 0, 0, 9, 9, 0), false);

        List<List<int[]>> polygons = PartRings.of(tile, 0);

        assertThat(polygons).hasSize(1);
        assertThat(polygons.get(0)).extracting(ring -> ring.length).containsExactly(4, 4);
        assertThat(polygons.get(0).get(0)).containsExactlyInAnyOrder(0, 1, 2, 3);
    }
}
