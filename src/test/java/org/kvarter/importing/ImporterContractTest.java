package org.kvarter.importing;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvarter.geo.store.FgbFile;
import org.kvarter.importing.collada.Dae;
import org.kvarter.importing.gtfs.FeedDraft;
import org.kvarter.importing.ifc.IfcDraft;
import org.kvarter.importing.models.Glb;
import org.kvarter.importing.osm.OsmDraft;
import org.kvarter.importing.raster.Las;
import org.kvarter.importing.tiles3d.Tiles;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;

/**
 * What every importer on the class path owes: whatever the bytes, it either hands on sound batches or refuses in one sentence that names
 * the file, and it does so in bounded time.
 */
class ImporterContractTest {

    private static final Path REAL_DATA = Path.of("../shared/realdata");
    private static final String TRIANGLE = "v 0 0 0\nv 9 0 0\nv 9 9 3\nf 1 2 3\n";
    private static final String CITY = "{\"type\":\"CityJSON\",\"version\":\"2.0\",\"transform\":{\"scale\":[1,1,1],\"translate\":[0,0,0]},"
            + "\"vertices\":[[0,0,0],[9,0,0],[9,9,3]],\"CityObjects\":{\"a\":{\"type\":\"Building\",\"attributes\":{\"height\":3.5},\"geometry\":"
            + "[{\"type\":\"MultiSurface\",\"lod\":\"2\",\"boundaries\":[[[0,1,2]]]}]}}}";
    private static final String GML = "<core:CityModel xmlns:core=\"http://www.opengis.net/citygml/2.0\" xmlns:gml=\"http://www.opengis.net/gml\" "
            + "xmlns:bldg=\"http://www.opengis.net/citygml/building/2.0\"><core:cityObjectMember><bldg:Building gml:id=\"a\"><bldg:lod1MultiSurface>"
            + "<gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>0 0 0 9 0 0 9 9 3 0 0 0</gml:posList>"
            + "</gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod1MultiSurface></bldg:Building>"
            + "</core:cityObjectMember></core:CityModel>";
    private static final String GEOJSON = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"height\":3},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[18,59],[18.1,59],[18.1,59.1],[18,59]]]}}]}";
    private static final String GRID = "ncols 3\nnrows 2\nxllcorner 100\nyllcorner 200\ncellsize 5\nNODATA_value -9999\n1 2 3\n4 -9999 6\n";

    private static final String TRIPS = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"timestamps\":[1741161600,1741161660]},"
            + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[18,59],[18.1,59]]}}]}";
    private static final String GBFS = "{\"last_updated\":1,\"ttl\":0,\"version\":\"2.3\",\"data\":{\"stations\":[{\"station_id\":\"1\",\"name\":\"A\","
            + "\"lat\":59,\"lon\":18}]}}";
    private static final String OCPI = "[{\"id\":\"1\",\"coordinates\":{\"latitude\":\"59.0\",\"longitude\":\"18.0\"},\"evses\":[{\"status\":\"AVAILABLE\"}]}]";
    private static final String COUNTS = "site,direction,time,count,lon,lat\nK1,N,2025-01-16 07:00,12,18,59\nK1,N,2025-01-16 08:00,14,18,59\n";
    private static final String FCD = "<fcd-export><timestep time=\"0\"><vehicle id=\"a\" x=\"18\" y=\"59\"/></timestep>"
            + "<timestep time=\"1\"><vehicle id=\"a\" x=\"18.1\" y=\"59\"/></timestep></fcd-export>";

    private static final String GPX = "<gpx version=\"1.1\"><wpt lat=\"59\" lon=\"18\"><name>A</name></wpt><trk><trkseg><trkpt lat=\"59\" lon=\"18\"><time>"
            + "2026-05-01T12:00:00Z</time></trkpt><trkpt lat=\"59.1\" lon=\"18\"><time>2026-05-01T12:10:00Z</time></trkpt></trkseg></trk></gpx>";
    private static final String STL = "solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 9 0 0\nvertex 9 9 3\nendloop\nendfacet\nendsolid a\n";
    private static final String PLY = "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\n"
            + "element face 1\nproperty list uchar int vertex_indices\nend_header\n0 0 0\n9 0 0\n9 9 3\n3 0 1 2\n";

    private static final String KML = "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Folder><name>Plots</name><Placemark><name>A</name><Polygon>"
            + "<outerBoundaryIs><LinearRing><coordinates>18,59 18.1,59 18.1,59.1 18,59</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>"
            + "</Folder></Document></kml>";
    private static final String PLACES = "name;lat;lon\nA;59,1;18,1\nB;59,2;18,2\n";
    private static final String DXF = "0\nSECTION\n2\nENTITIES\n0\nLINE\n8\nroads\n10\n1\n20\n2\n11\n30\n21\n40\n0\n3DFACE\n8\nroof\n10\n0\n20\n0\n30\n3\n"
            + "11\n9\n21\n0\n31\n3\n12\n9\n22\n9\n32\n5\n13\n0\n23\n9\n33\n5\n0\nENDSEC\n0\nEOF\n";
    private static final String XYZ = "x y z\n0 0 1\n0 5 2\n5 0 3\n5 5 4\n10 0 5\n10 5 6\n";

    /** A valid file for each format: made here, or taken from the real data. */
    private static final Map<String, String> MADE = Map.ofEntries(entry("CityJSON", CITY), entry("CityGML", GML), entry("OBJ", TRIANGLE), entry("GeoJSON", GEOJSON),
            entry("ArcGrid", GRID), entry("GeoJSON trips", TRIPS), entry("SUMO FCD", FCD), entry("GBFS", GBFS), entry("OCPI", OCPI),
            entry("CSV (counts and trips)", COUNTS), entry("IFC", IfcDraft.sound()), entry("STL", STL), entry("GPX", GPX), entry("OpenStreetMap", OsmDraft.sound().xml()), entry("COLLADA", Dae.sample()), entry("PLY", PLY), entry("KML", KML), entry("CSV (places)", PLACES), entry("DXF", DXF), entry("XYZ", XYZ),
            entry("glTF", new Glb().triangle().text("\"nodes\":[{\"mesh\":0}]," + Glb.TRIANGLE_MESH)));
    private static final Map<String, String> REAL = Map.of("GeoPackage", "gis-vector/buildings.gpkg", "Shapefile",
            "gis-vector/00_block_shape.shp", "GeoTIFF", "raster/DEM_KRbig.tif");

    @TempDir
    Path folder;

    static List<Importer> importers() {
        return ServiceLoader.load(Importer.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    static Stream<Arguments> hostileBytes() {
        byte[] random = new byte[20_000];
        new Random(20_261_122).nextBytes(random);
        byte[] zeros = new byte[20_000];
        byte[] brackets = "[".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        Map<String, byte[]> inputs = new java.util.LinkedHashMap<>();
        inputs.put("empty", new byte[0]);
        inputs.put("blank", "  \n \t\n".getBytes(StandardCharsets.US_ASCII));
        inputs.put("random", random);
        inputs.put("zeros", zeros);
        inputs.put("brackets", brackets);
        inputs.put("text", "Dear planning office,\nplease find enclosed nothing.\n".getBytes(StandardCharsets.US_ASCII));
        inputs.put("null literal", "null".getBytes(StandardCharsets.US_ASCII));
        inputs.put("empty object", "{}".getBytes(StandardCharsets.US_ASCII));
        inputs.put("city", CITY.getBytes(StandardCharsets.UTF_8));
        inputs.put("triangle", TRIANGLE.getBytes(StandardCharsets.UTF_8));
        inputs.put("geojson", GEOJSON.getBytes(StandardCharsets.UTF_8));
        inputs.put("ifc", IfcDraft.sound().getBytes(StandardCharsets.UTF_8));
        inputs.put("kml", KML.getBytes(StandardCharsets.UTF_8));
        inputs.put("drawing", DXF.getBytes(StandardCharsets.UTF_8));
        inputs.put("points", XYZ.getBytes(StandardCharsets.UTF_8));
        inputs.put("places", PLACES.getBytes(StandardCharsets.UTF_8));
        inputs.put("grid", GRID.getBytes(StandardCharsets.UTF_8));
        return importers().stream().flatMap(importer -> inputs.entrySet().stream()
                .map(input -> Arguments.of(importer.format(), input.getKey(), importer, input.getValue())));
    }

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @ParameterizedTest(name = "{0} gets {1}")
    @MethodSource("hostileBytes")
    void answersForeignBytesWithASentence(String format, String what, Importer importer, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("hostile" + importer.extensions().get(0)), bytes);

        SoundReading.of(importer, file);
    }

    @ParameterizedTest
    @MethodSource("importers")
    void answersACutFileWithASentence(Importer importer) throws IOException {
        Path whole = sample(importer);
        byte[] bytes = Files.readAllBytes(whole);
        for (int tenth = 0; tenth < 10; tenth++) {
            Files.write(whole, Arrays.copyOf(bytes, bytes.length * tenth / 10));
            SoundReading.of(importer, whole);
        }
    }

    @ParameterizedTest
    @MethodSource("importers")
    void answersFlippedBytesWithASentence(Importer importer) throws IOException {
        Path whole = sample(importer);
        byte[] bytes = Files.readAllBytes(whole);
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            byte[] changed = bytes.clone();
            for (int flips = 0; flips < 1 + round / 2; flips++) {
                int reach = round % 2 == 0 ? Math.min(bytes.length, 512) : bytes.length;
                changed[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(whole, changed);
            SoundReading.of(importer, whole);
        }
    }

    @ParameterizedTest
    @MethodSource("importers")
    void readsItsOwnAndIsSureOfIt(Importer importer) throws IOException {
        Path file = sample(importer);

        assertThat(importer.probe(SourceHead.of(file))).isGreaterThanOrEqualTo(0.9).isLessThanOrEqualTo(1);
        assertThat(SoundReading.of(importer, file)).isNotNull().matches(sink -> !sink.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("importers")
    void aNameAloneGivesAtMostHalf(Importer importer) throws IOException {
        for (String extension : importer.extensions()) {
            Path file = Files.write(folder.resolve("name" + extension), new byte[0]);
            assertThat(importer.probe(SourceHead.of(file))).isBetween(0.0, 0.5);
        }
    }

    @ParameterizedTest
    @MethodSource("importers")
    void refusesAFolder(Importer importer) throws IOException {
        Path inner = Files.createDirectory(folder.resolve("a folder" + importer.extensions().get(0)));

        assertThatThrownBy(() -> importer.read(SourceHead.of(inner), ReadOptions.DEFAULT, new RecordingSink(), Progress.NONE))
                .isInstanceOf(ImportException.class).hasMessageContaining("a folder");
    }

    @ParameterizedTest
    @MethodSource("importers")
    void refusesAFileThatIsGone(Importer importer) throws IOException {
        Path file = sample(importer);
        SourceHead head = SourceHead.of(file);
        Files.delete(file);

        assertThatThrownBy(() -> importer.read(head, ReadOptions.DEFAULT, new RecordingSink(), Progress.NONE))
                .isInstanceOf(ImportException.class).hasMessageContaining(file.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("importers")
    void stopsWhenCancelled(Importer importer) throws IOException {
        SourceHead head = SourceHead.of(sample(importer));
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {
                // nobody listens
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> importer.read(head, ReadOptions.DEFAULT, new RecordingSink(), cancelled))
                .isInstanceOf(WorkCancelledException.class);
    }

    @Test
    void everyFormatHasASampleHere() {
        assertThat(importers()).extracting(Importer::format).allMatch(format -> List.of("GTFS", "LAS", "KMZ", "3D Tiles", "FlatGeobuf", "Database").contains(format) || MADE.containsKey(format) || REAL.containsKey(format));
    }

    private Path sample(Importer importer) throws IOException {
        String extension = importer.extensions().get(0);
        if (importer.format().equals("GTFS")) {
            return FeedDraft.sound().zip(folder.resolve("sample.zip"));
        }
        if (importer.format().equals("LAS")) {
            return Files.write(folder.resolve("sample.las"), Las.sample());
        }
        if (importer.format().equals("FlatGeobuf")) {
            return Files.write(folder.resolve("sample.fgb"), new FgbFile(3011, 0).row(FgbFile.box(0, 0, 10, 10), "a", 3.5, 2).bytes(true));
        }
        if (importer.format().equals("Database")) {
            return org.kvarter.importing.database.PlotTable.file(folder.resolve("sample.database.json"));
        }
        if (importer.format().equals("KMZ")) {
            return Dae.kmz(folder.resolve("sample.kmz"), Dae.placed(18, 59, 0), Dae.sample(), null);
        }
        if (importer.format().equals("3D Tiles")) {
            return Files.write(folder.resolve("sample.b3dm"), Tiles.b3dm("{\"BATCH_LENGTH\":2}"));
        }
        String made = MADE.get(importer.format());
        if (made != null) {
            return Files.writeString(folder.resolve("sample" + extension), made);
        }
        Path real = REAL_DATA.resolve(REAL.get(importer.format()));
        assumeTrue(Files.exists(real), "real data is not here");
        String stem = real.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        try (Stream<Path> beside = Files.list(real.getParent())) {
            for (Path file : beside.filter(f -> f.getFileName().toString().startsWith(stem + ".")).toList()) {
                Files.write(folder.resolve(file.getFileName().toString()), Files.readAllBytes(file));
            }
        }
        return folder.resolve(real.getFileName().toString());
    }
}
