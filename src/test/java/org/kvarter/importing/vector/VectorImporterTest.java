package org.kvarter.importing.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.geo.store.GpkgFile;
import org.kvarter.geo.store.ShpFile;
import org.kvarter.importing.HeightCandidate.Measure;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerPreview;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.VectorBatch;
import org.kvarter.model.LayerKind;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class VectorImporterTest {

    @TempDir
    Path folder;

    private static Geometry wkt(String text) throws Exception {
        return new WKTReader().read(text);
    }

    private static byte[] blob(String text) throws Exception {
        return GpkgFile.blob(wkt(text));
    }

    private static ReadOptions settings(String... namesAndValues) {
        Map<String, String> settings = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new ReadOptions(Optional.empty(), Optional.empty(), settings);
    }

    private Path district() throws Exception {
        Path file = folder.resolve("district.gpkg");
        try (GpkgFile gpkg = GpkgFile.create(file)) {
            gpkg.table("houses", "POLYGON", 3011, "building_id TEXT, storeys INTEGER, height DOUBLE, built DATE")
                    .row("houses", blob("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))"), "H1", 4, 13.5, "1912-06-01")
                    .row("houses", blob("POLYGON((20 0, 30 0, 30 10, 20 10, 20 0))"), "H2", 2, null, null)
                    .row("houses", blob("POLYGON((40 0, 50 10, 50 0, 40 10, 40 0))"), "H3", null, null, null)
                    .row("houses", null, "H4", 3, 9.0, null)
                    .table("streets", "LINESTRING", 3011, "name TEXT, width_m DOUBLE")
                    .row("streets", blob("LINESTRING(0 20, 100 20)"), "Storgatan", 12.0)
                    .table("trees", "POINT", 3011, "").row("trees", blob("POINT(5 15)")).row("trees", blob("POINT(9 15)"))
                    .table("far", "POINT", 4326, "id TEXT").row("far", blob("POINT(18 59)"), "a").row("far", blob("POINT(18 59)"), "a");
        }
        return file;
    }

    @Test
    void readsADistrict() throws Exception {
        RecordingSink sink = RecordingSink.read(new GeoPackageImporter(), district());
        assertThat(sink.sources).singleElement().satisfies(s -> {
            assertThat(s.format()).isEqualTo("GeoPackage");
            assertThat(s.version()).isEqualTo("1.3");
            assertThat(s.crs()).contains("EPSG:3011");
        });
        assertThat(sink.counts()).containsExactlyInAnyOrderEntriesOf(
                Map.of("houses BUILDINGS", 4, "streets STREETS", 1, "trees TREES", 2, "far POINTS", 2));
        VectorBatch street = sink.vectors.get(0);
        assertThat(street.features().attributes().row(0)).isEqualTo(Map.of("name", "Storgatan", "width_m", 12.0));
        assertThat(street.crs()).isEmpty();
        assertThat(sink.vectors.get(2).crs()).as("differs from the source's").isEqualTo("EPSG:4326");
    }

    @Test
    void raisesFootprintsAboveTheGround() throws Exception {
        RecordingSink sink = RecordingSink.read(new GeoPackageImporter(), district());
        SolidBatch houses = sink.solids.get(0);
        assertThat(houses.heights()).isEqualTo(HeightReference.ABOVE_GROUND);
        assertThat(houses.features().ids()).containsExactly("H1", "H2", "H3", "H4");
        assertThat(houses.features().attributes().value("built", 0)).isEqualTo("1912-06-01");
        double[] top = new double[4];
        int[] corners = houses.polygons().corners();
        for (int p = 0; p < houses.polygons().polygonCount(); p++) {
            int feature = houses.polygons().polygonFeature()[p];
            for (int c = houses.polygons().firstCornerOfPolygon(p); c < houses.polygons().endCornerOfPolygon(p); c++) {
                top[feature] = Math.max(top[feature], houses.polygons().vertices()[3 * corners[c] + 2]);
            }
        }
        assertThat(top).containsExactly(13.5, 6, 9, 0);
        assertThat(sink.messages()).anySatisfy(m -> assertThat(m).contains("H3").contains("repaired"))
                .anySatisfy(m -> assertThat(m).contains("1 footprints raised by the attribute “height”"))
                .anySatisfy(m -> assertThat(m).contains("1 footprints raised by storeys from the attribute “storeys”"))
                .anySatisfy(m -> assertThat(m).contains("1 footprints have no usable height and stand 9 m high"));
    }

    @Test
    void letsAPersonChoose() throws Exception {
        Path file = district();
        assertThat(RecordingSink.read(new GeoPackageImporter(), file, settings("kind.houses", "plots")).counts())
                .containsKey("houses PLOTS").containsKey("streets STREETS");
        assertThat(RecordingSink.read(new GeoPackageImporter(), file, settings("kind", "WATER")).counts())
                .as("points are no water").containsKeys("houses WATER", "streets WATER", "trees POINTS");
        assertThat(RecordingSink.read(new GeoPackageImporter(), file, settings("heightAttribute", "none", "metresPerStorey.houses", "4"))
                .solids.get(0).polygons().bounds().maxUp()).isEqualTo(16);
        assertThat(RecordingSink.read(new GeoPackageImporter(), file, settings("idAttribute", "storeys")).solids.get(0).features().ids())
                .containsExactly("4", "2", "3", "3#2");
        assertThatThrownBy(() -> RecordingSink.read(new GeoPackageImporter(), file, settings("kind", "castle")))
                .isInstanceOf(ImportException.class).hasMessageContaining("castle").hasMessageContaining("BUILDINGS");
    }

    @Test
    void readsOnlyTheBox() throws Exception {
        ReadOptions box = new ReadOptions(Optional.empty(), Optional.of(new double[] {-1, -1, 15, 16}), Map.of());
        assertThat(RecordingSink.read(new GeoPackageImporter(), district(), box).counts())
                .isEqualTo(Map.of("houses BUILDINGS", 1, "trees TREES", 2));
    }

    @Test
    void readsOnlyTheLayersAskedFor() throws Exception {
        Path file = district();
        assertThat(RecordingSink.read(new GeoPackageImporter(), file, settings("layers", "streets,Trees")).counts())
                .isEqualTo(Map.of("streets STREETS", 1, "trees TREES", 2));
        assertThatThrownBy(() -> RecordingSink.read(new GeoPackageImporter(), file, settings("layers", "moats")))
                .isInstanceOf(ImportException.class).hasMessageContaining("moats").hasMessageContaining("houses, streets, trees, far");
    }

    @Test
    void raisesFootprintsOfASecondSystemToo() throws Exception {
        Path file = folder.resolve("two.gpkg");
        try (GpkgFile made = GpkgFile.create(file)) {
            made.table("buildings", "POLYGON", 3011, "height REAL").row("buildings",
                    blob("POLYGON((152300 6580700, 152310 6580700, 152310 6580710, 152300 6580710, 152300 6580700))"), 9.0);
            made.table("houses", "POLYGON", 4326, "height REAL").row("houses",
                    blob("POLYGON((18.07 59.33, 18.0702 59.33, 18.0702 59.3301, 18.07 59.33))"), 6.0);
        }
        RecordingSink sink = RecordingSink.read(new GeoPackageImporter(), file);
        assertThat(sink.counts()).isEqualTo(Map.of("buildings BUILDINGS", 1, "houses BUILDINGS", 1));
        assertThat(sink.solids).extracting(b -> b.crs()).containsExactly("", "EPSG:4326");
        assertThat(sink.solids.get(1).polygons().bounds().maxUp()).isEqualTo(6);
    }

    @Test
    void makesRepeatedIdsDistinct() throws Exception {
        RecordingSink sink = RecordingSink.read(new GeoPackageImporter(), district(), settings("idAttribute.far", "id"));
        assertThat(sink.vectors.get(2).features().ids()).containsExactly("a", "a#2");
        assertThat(sink.messages()).anySatisfy(m -> assertThat(m).contains("far").contains("1 objects had an id"));
    }

    @Test
    void splitsMixedGeometriesIntoLayers() throws Exception {
        Path file = Files.writeString(folder.resolve("mix.geojson"), """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}},
                {"type":"Feature","id":"b","properties":{},"geometry":{"type":"Point","coordinates":[0,0]}},
                {"type":"Feature","id":"c","properties":{},"geometry":null},
                {"type":"Feature","id":"d","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}},
                {"type":"Feature","id":"e","properties":{},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}]}""");
        RecordingSink sink = RecordingSink.read(new GeoJsonImporter(), file);
        assertThat(sink.counts()).isEqualTo(Map.of("mix AREAS", 3, "mix:points POINTS", 1, "mix:lines LINES", 1));
        assertThat(sink.sources.get(0).crs()).contains("OGC:CRS84");
        VectorBatch areas = sink.vectors.stream().filter(b -> b.layer().equals("mix")).findFirst().orElseThrow();
        assertThat(areas.features().ids()).containsExactly("a", "c", "d");
        assertThat(areas.geometries()[1]).isNull();
    }

    @Test
    void handsOnInBatches() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 9_001; i++) {
            lines.append("{\"type\":\"Feature\",\"properties\":{\"id\":\"p").append(i)
                    .append("\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[18,59]}}\n");
        }
        RecordingSink sink = RecordingSink.read(new GeoJsonImporter(), Files.writeString(folder.resolve("many.ndjson"), lines));
        assertThat(sink.vectors).extracting(b -> b.features().size()).containsExactly(4_000, 4_000, 1_001);
        assertThat(sink.vectors.get(2).features().ids()[1_000]).isEqualTo("p9000");
    }

    @Test
    void stopsWhenCancelled() throws Exception {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {
                assertThat(fraction).isBetween(0.0, 1.0);
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        SourceHead head = SourceHead.of(district());
        RecordingSink sink = new RecordingSink();
        assertThatThrownBy(() -> new GeoPackageImporter().read(head, ReadOptions.DEFAULT, sink, cancelled))
                .isInstanceOf(WorkCancelledException.class);
        assertThat(sink.solids).isEmpty();
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        List<Double> fractions = new java.util.ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String message) {
                assertThat(message).isNotBlank();
                fractions.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        new GeoPackageImporter().read(SourceHead.of(district()), ReadOptions.DEFAULT, new RecordingSink(), progress);
        assertThat(fractions).isSorted().first().isEqualTo(0.0);
        assertThat(fractions.get(fractions.size() - 1)).isGreaterThan(0.8).isLessThanOrEqualTo(1);
    }

    @Test
    void showsLayersBeforeTheyAreRead() throws Exception {
        List<LayerPreview> previews = new GeoPackageImporter().preview(SourceHead.of(district()), Progress.NONE);
        assertThat(previews).extracting(LayerPreview::layer).containsExactly("houses", "streets", "trees", "far");
        LayerPreview houses = previews.get(0);
        assertThat(houses.kind()).isEqualTo(LayerKind.BUILDINGS);
        assertThat(houses.title()).isEqualTo("Houses");
        assertThat(houses.features()).isEqualTo(4);
        assertThat(houses.crs()).contains("EPSG:3011");
        assertThat(houses.heights()).extracting(h -> h.attribute() + " " + h.measure())
                .containsExactlyInAnyOrder("height " + Measure.HEIGHT, "storeys " + Measure.STOREYS);
        assertThat(houses.attributes()).filteredOn(a -> a.name().equals("height")).singleElement().satisfies(a -> {
            assertThat(a.present()).isEqualTo(2);
            assertThat(a.minimum()).isEqualTo(9.0);
            assertThat(a.maximum()).isEqualTo(13.5);
        });
        assertThat(previews.get(1).heights()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"empty.gpkg, ''", "empty.geojson, ''", "empty.shp, ''", "wrong.gpkg, text", "wrong.shp, text", "wrong.geojson, text"})
    void refusesEmptyFilesAndWrongEndings(String name, String content) throws Exception {
        Path file = Files.writeString(folder.resolve(name), content);
        Importer importer = name.endsWith("gpkg") ? new GeoPackageImporter() : name.endsWith("shp") ? new ShapefileImporter()
                : new GeoJsonImporter();
        assertThat(importer.probe(SourceHead.of(file))).isBetween(0.1, 0.5);
        assertThatThrownBy(() -> RecordingSink.read(importer, file)).isInstanceOf(ImportException.class).hasMessageContaining(name);
    }

    @Test
    void knowsFilesByTheirContent() throws Exception {
        Path renamed = Files.copy(district(), folder.resolve("district.db"));
        assertThat(new GeoPackageImporter().probe(SourceHead.of(renamed))).isEqualTo(1);
        assertThat(RecordingSink.read(new GeoPackageImporter(), renamed).features()).isEqualTo(9);
        ShpFile points = new ShpFile(1).point(1, 2);
        Path shapes = Files.write(folder.resolve("points.bin"), points.shp());
        assertThat(new ShapefileImporter().probe(SourceHead.of(shapes))).isGreaterThan(0.5);
        assertThat(RecordingSink.read(new ShapefileImporter(), shapes).features()).isEqualTo(1);
        Path zip = ShpFile.zip(folder.resolve("stops.zip"), "stops.txt", "a,b".getBytes(StandardCharsets.UTF_8));
        assertThat(new ShapefileImporter().probe(SourceHead.of(zip))).isZero();
    }

    @Test
    void keepsRemarksBounded() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            lines.append("{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1]}}\n");
        }
        RecordingSink sink = RecordingSink.read(new GeoJsonImporter(), Files.writeString(folder.resolve("bad.geojsonl"), lines));
        assertThat(sink.features()).isEqualTo(500);
        assertThat(sink.diagnostics).hasSizeLessThan(60);
        assertThat(sink.messages()).last().asString().contains("450 more");
        assertThat(sink.diagnostics).allSatisfy(d -> assertThat(d.severity()).isNotEqualTo(Severity.ERROR));
    }

    @Test
    void speaksSwedish() throws Exception {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("sv"));
        try {
            assertThat(RecordingSink.read(new GeoPackageImporter(), district()).messages())
                    .anySatisfy(m -> assertThat(m).contains("byggnader resta efter attributet ”height”"));
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
    }

    @Test
    void raisesFootprintsInDegrees() throws Exception {
        Path file = Files.writeString(folder.resolve("buildings.geojson"), """
                {"type":"Feature","properties":{"building":"yes","building:levels":"5","height":"17,5 m"},"geometry":
                {"type":"Polygon","coordinates":[[[18.0,59.0],[18.0002,59.0],[18.0002,59.0001],[18.0,59.0001],[18.0,59.0]]]}}""");
        SolidBatch batch = RecordingSink.read(new GeoJsonImporter(), file).solids.get(0);
        assertThat(batch.polygons().bounds().maxUp()).isEqualTo(17.5);
        assertThat(batch.polygons().bounds().width()).isCloseTo(0.0002, within(1e-12));
    }
}
