package org.kvarter.importing.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.kvarter.geo.store.FgbFile;
import org.kvarter.geo.store.GpkgFile;
import org.kvarter.geo.store.ShpFile;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.VectorBatch;
import org.kvarter.task.Progress;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

/** Damaged files: read in part or refused in a sentence, and never anything else. */
class VectorFuzzTest {

    private static final ReadOptions BOX =
            new ReadOptions(Optional.empty(), Optional.of(new double[] {0, 0, 25, 25}), Map.of("kind", "BUILDINGS"));

    private static Path folder;
    private static byte[] gpkg;
    private static byte[] geojson;
    private static ShpFile shp;

    @BeforeContainer
    static void write() throws Exception {
        folder = Files.createTempDirectory("fuzz");
        Path file = folder.resolve("seed.gpkg");
        Geometry house = new WKTReader().read("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0),(3 3, 3 7, 7 7, 7 3, 3 3))");
        Geometry road = new WKTReader().read("LINESTRING(0 0, 50 50)");
        try (GpkgFile made = GpkgFile.create(file)) {
            made.table("houses", "POLYGON", 3011, "name TEXT, height DOUBLE, built DATE").table("roads", "LINESTRING", 3011, "width_m REAL");
            for (int i = 0; i < 20; i++) {
                made.row("houses", GpkgFile.blob(house, 1, ByteOrder.LITTLE_ENDIAN), "Hus " + i, i * 1.5, "2026-01-01")
                        .row("roads", GpkgFile.blob(road), 7.5);
            }
            made.index("houses", new Object[] {1, house});
        }
        gpkg = Files.readAllBytes(file);
        geojson = """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3011"}},"features":[
                {"type":"Feature","id":1,"properties":{"name":"Å","height":"12 m","more":{"a":[1,2]}},"geometry":
                {"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[3,3],[3,7],[7,7],[7,3],[3,3]]]}},
                {"type":"Feature","id":2,"properties":{"name":"B","height":9.5},"geometry":{"type":"LineString","coordinates":[[0,0],[5,5]]}},
                {"type":"Feature","properties":null,"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}}
                ]}""".getBytes(StandardCharsets.UTF_8);
        shp = new ShpFile(5).field("name", 'C', 10, 0).field("height", 'N', 8, 2).field("day", 'D', 8, 0);
        for (int i = 0; i < 10; i++) {
            shp.parts(new double[][] {{0, 0, 0, 10, 10, 10, 10, 0, 0, 0}, {3, 3, 7, 3, 7, 7, 3, 7, 3, 3}}, "Hus " + i, "12.5", "20260101");
        }
    }

    @AfterContainer
    static void remove() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        for (int n = random.nextInt(6); n > 0 && bytes.length > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static void read(Importer importer, Path file) throws IOException {
        SourceHead head = SourceHead.of(file);
        assertThat(importer.probe(head)).isBetween(0.0, 1.0);
        for (ReadOptions options : new ReadOptions[] {ReadOptions.DEFAULT, BOX}) {
            RecordingSink sink = new RecordingSink();
            try {
                importer.preview(head, Progress.NONE);
                importer.read(head, options, sink, Progress.NONE);
            } catch (ImportException e) {
                assertThat(e.getMessage()).contains(file.getFileName().toString().replaceFirst("\\..*", "")).hasSizeLessThan(600);
            }
            for (VectorBatch batch : sink.vectors) {
                assertThat(batch.geometries()).hasSize(batch.features().size());
            }
            for (SolidBatch batch : sink.solids) {
                assertThat(batch.polygons().vertices()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            }
        }
    }

    @Property(tries = 120)
    void geoJson(@ForAll long seed) throws IOException {
        read(new GeoJsonImporter(), Files.write(folder.resolve("fuzz.geojson"), damaged(geojson, new Random(seed))));
    }

    @Property(tries = 150)
    void flatGeobuf(@ForAll long seed) throws Exception {
        Geometry house = new WKTReader().read("MULTIPOLYGON(((0 0, 10 0, 10 10, 0 10, 0 0),(3 3, 3 7, 7 7, 7 3, 3 3)))");
        FgbFile fgb = new FgbFile(3011, 6);
        for (int i = 0; i < 10; i++) {
            fgb.row(house, "Hus " + i, 12.5, i);
        }
        Random random = new Random(seed);
        read(new FlatGeobufImporter(), Files.write(folder.resolve("fuzz.fgb"), damaged(fgb.bytes(random.nextBoolean()), random)));
    }

    @Property(tries = 20)
    void geoPackage(@ForAll long seed) throws IOException {
        read(new GeoPackageImporter(), Files.write(folder.resolve("fuzz.gpkg"), damaged(gpkg, new Random(seed))));
    }

    @Property(tries = 100)
    void shapefile(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Path file = Files.write(folder.resolve("fuzz.shp"), damaged(shp.shp(), random));
        Files.write(folder.resolve("fuzz.shx"), random.nextBoolean() ? damaged(shp.shx(), random) : shp.shx());
        Files.write(folder.resolve("fuzz.dbf"), damaged(shp.dbf(), random));
        read(new ShapefileImporter(), file);
    }

    @Property(tries = 40)
    void zip(@ForAll long seed) throws IOException {
        Path whole = ShpFile.zip(folder.resolve("whole.zip"), "a.shp", shp.shp(), "a.dbf", shp.dbf(), "a.shx", shp.shx());
        read(new ShapefileImporter(), Files.write(folder.resolve("fuzz.zip"), damaged(Files.readAllBytes(whole), new Random(seed))));
    }
}
