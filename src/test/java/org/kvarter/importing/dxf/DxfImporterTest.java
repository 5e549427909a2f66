package org.kvarter.importing.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SoundReading;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.VectorBatch;
import org.kvarter.model.LayerKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class DxfImporterTest {

    private final DxfImporter importer = new DxfImporter();

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private RecordingSink read(Drawing drawing, String... settings) throws Exception {
        Path file = Files.writeString(folder.resolve("plan.dxf"), drawing.text());
        assertThat(importer.probe(SourceHead.of(file))).isEqualTo(0.95);
        Map<String, String> chosen = settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1]);
        return RecordingSink.read(importer, file, new ReadOptions(Optional.empty(), Optional.empty(), chosen));
    }

    private static VectorBatch layer(RecordingSink sink, String name) {
        return sink.vectors.stream().filter(b -> b.layer().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(sink.vectors.stream().map(VectorBatch::layer).toList()));
    }

    private static Geometry only(RecordingSink sink) {
        assertThat(sink.vectors).hasSize(1);
        assertThat(sink.vectors.get(0).geometries()).hasSize(1);
        return sink.vectors.get(0).geometries()[0];
    }

    @Test
    void readsLinesWithLayerAndColour() throws Exception {
        RecordingSink sink = read(new Drawing().units(6).layer("roads", 3).layer("walls", 7)
                .entity("LINE", 5, "A1", 8, "roads", 10, 1, 20, 2, 30, 9, 11, 30, 21, 40, 31, 9)
                .entity("LINE", 8, "roads", 62, 1, 10, 1, 20, 2, 11, 30, 21, 40)
                .entity("LINE", 8, "walls", 420, 0x112233, 10, 1, 20, 2, 11, 30, 21, 40)
                .entity("LINE", 8, "walls", 10, 1, 20, 2, 11, 30, 21, 40));
        var features = layer(sink, "plan").features();

        assertThat(layer(sink, "plan").geometries()[0].toText()).isEqualTo("LINESTRING (1 2, 30 40)");
        assertThat(features.ids()[0]).isEqualTo("A1");
        assertThat(features.attributes().value("layer", 0)).isEqualTo("roads");
        assertThat(features.attributes().value("type", 0)).isEqualTo("LINE");
        assertThat(new Object[] {features.attributes().value("colour", 0), features.attributes().value("colour", 1), features.attributes().value("colour", 2),
            features.attributes().value("colour", 3)}).containsExactly("#00FF00", "#FF0000", "#112233", null);
        assertThat(sink.description.crs()).isEmpty();
    }

    /** Lengths and areas against formulas: a bulge of 1 is half a circle, of √2 − 1 a quarter. */
    @ParameterizedTest
    @CsvSource({"1, 15.70796, 0", "-1, 15.70796, 0", "0.41421356, 11.10721, 0", "0, 10, 0"})
    void bendsBulges(double bulge, double length, double ignored) throws Exception {
        Geometry way = only(read(new Drawing().entity("LWPOLYLINE", 8, "0", 90, 2, 70, 0, 10, 0, 20, 0, 42, bulge, 10, 10, 20, 0)));

        assertThat(way.getLength()).isCloseTo(length, within(0.01));
        Coordinate middle = way.getCoordinates()[way.getNumPoints() / 2];
        assertThat(Math.signum(middle.y)).as("bulges to the right of the way where positive").isEqualTo(bulge == 0 ? 0 : -Math.signum(bulge));
    }

    @Test
    void flattensCurves() throws Exception {
        assertThat(only(read(new Drawing().entity("CIRCLE", 8, "0", 10, 5, 20, 5, 40, 10))).getLength()).isCloseTo(2 * Math.PI * 10, within(0.03));
        Geometry arc = only(read(new Drawing().entity("ARC", 8, "0", 10, 0, 20, 0, 40, 10, 50, 270, 51, 90)));
        assertThat(arc.getLength()).isCloseTo(Math.PI * 10, within(0.02));
        assertThat(arc.getEnvelopeInternal().getMinX()).isCloseTo(0, within(1e-9));
        Geometry mirrored = only(read(new Drawing().entity("ARC", 8, "0", 10, 0, 20, 0, 40, 10, 50, 270, 51, 90, 210, 0, 220, 0, 230, -1)));
        assertThat(mirrored.getEnvelopeInternal().getMaxX()).isCloseTo(0, within(1e-9));
        Geometry ellipse = only(read(new Drawing().entity("ELLIPSE", 8, "0", 10, 0, 20, 0, 11, 0, 21, 10, 40, 0.5, 41, 0, 42, 2 * Math.PI)));
        assertThat(ellipse.getEnvelopeInternal().getWidth()).isCloseTo(10, within(0.02));
        // a Bézier of degree 3 passes its middle at (P0 + 3 P1 + 3 P2 + P3) / 8
        Geometry spline = only(read(new Drawing().entity("SPLINE", 8, "0", 70, 8, 71, 3, 40, 0, 40, 0, 40, 0, 40, 0, 40, 1, 40, 1, 40, 1, 40, 1,
                10, 0, 20, 0, 30, 0, 10, 0, 20, 8, 30, 0, 10, 8, 20, 8, 30, 0, 10, 8, 20, 0, 30, 0)));
        assertThat(spline.getCoordinates()[spline.getNumPoints() / 2].distance(new Coordinate(4, 6))).isLessThan(1e-9);
        assertThat(only(read(new Drawing().entity("SPLINE", 8, "0", 71, 3, 11, 0, 21, 0, 31, 0, 11, 5, 21, 5, 31, 0))).toText()).isEqualTo("LINESTRING (0 0, 5 5)");
    }

    /** The furthest a way runs from a circle about the origin. */
    private static double off(Geometry way, double radius) {
        double most = 0;
        Coordinate[] c = way.getCoordinates();
        for (int i = 0; i + 1 < c.length; i++) {
            most = Math.max(most, Math.abs(Math.hypot((c[i].x + c[i + 1].x) / 2, (c[i].y + c[i + 1].y) / 2) - radius));
            most = Math.max(most, Math.abs(Math.hypot(c[i].x, c[i].y) - radius));
        }
        return most;
    }

    /** A curve of a street is as true as one of a door, a block that is made larger as one drawn so, and millimetres as metres. */
    @Test
    void curvesAreTrueToACentimetre() throws Exception {
        for (double radius : new double[] {1, 30, 500, 2_000}) {
            assertThat(off(only(read(new Drawing().entity("ARC", 8, "0", 10, 0, 20, 0, 40, radius, 50, 10, 51, 80))), radius)).isLessThan(0.0101);
            // the tangent of a quarter of 90°
            assertThat(off(only(read(new Drawing().entity("LWPOLYLINE", 8, "0", 90, 2, 70, 0, 10, radius, 20, 0, 42, Math.tan(Math.PI / 8), 10, 0, 20, radius))),
                    radius)).isLessThan(0.0101);
            assertThat(off(only(read(new Drawing().entity("ELLIPSE", 8, "0", 10, 0, 20, 0, 11, radius, 21, 0, 40, 1, 41, 0, 42, 2 * Math.PI))), radius)).isLessThan(0.0101);
            // a quarter of a circle as a rational Bézier of degree 2 (Piegl and Tiller, "The NURBS Book", 7.3)
            Geometry spline = only(read(new Drawing().entity("SPLINE", 8, "0", 70, 12, 71, 2, 40, 0, 40, 0, 40, 0, 40, 1, 40, 1, 40, 1, 41, 1, 41, Math.sqrt(0.5), 41, 1,
                    10, radius, 20, 0, 30, 0, 10, radius, 20, radius, 30, 0, 10, 0, 20, radius, 30, 0)));
            assertThat(off(spline, radius)).isLessThan(0.0101);
        }
        Drawing unit = new Drawing().entity("CIRCLE", 8, "0", 10, 0, 20, 0, 40, 1);
        assertThat(off(only(read(new Drawing().block("unit", 0, 0, unit).entity("INSERT", 8, "0", 2, "unit", 10, 0, 20, 0, 41, 500, 42, 500, 43, 500))), 500))
                .isLessThan(0.0101);
        assertThat(off(only(read(new Drawing().units(4).entity("CIRCLE", 8, "0", 10, 0, 20, 0, 40, 500_000))), 500)).isLessThan(0.0101);
        Geometry line = only(read(new Drawing().entity("SPLINE", 8, "0", 70, 8, 71, 1, 40, 0, 40, 0, 40, 1, 40, 1, 10, 0, 20, 0, 30, 0, 10, 9, 20, 0, 30, 0)));
        assertThat(line.getNumPoints()).describedAs("what is straight needs few points").isLessThanOrEqualTo(3);
    }

    @Test
    void insertsBlocksWithinBlocks() throws Exception {
        Drawing tree = new Drawing().entity("LINE", 5, "L", 8, "0", 62, 0, 10, 1, 20, 1, 11, 2, 21, 1);
        Drawing group = new Drawing().entity("INSERT", 5, "I", 2, "tree", 8, "0", 62, 0, 10, 10, 20, 0, 50, 90);
        RecordingSink sink = read(new Drawing().block("tree", 1, 1, tree).block("group", 0, 0, group)
                .entity("INSERT", 5, "T", 2, "GROUP", 8, "green", 62, 5, 10, 100, 20, 200, 41, 2, 42, 2, 43, 1, 70, 2, 44, 50)
                .entity("INSERT", 2, "missing", 8, "green", 10, 0, 20, 0));
        var batch = layer(sink, "plan");

        assertThat(batch.geometries()).hasSize(2);
        assertThat(batch.geometries()[0].equalsExact(line(120, 200, 120, 202), 1e-9)).as(batch.geometries()[0].toText()).isTrue();
        assertThat(batch.geometries()[1].equalsExact(line(170, 200, 170, 202), 1e-9)).isTrue();
        assertThat(batch.features().ids()[0]).isEqualTo("T/I/L");
        assertThat(batch.features().attributes().value("layer", 0)).isEqualTo("green");
        assertThat(batch.features().attributes().value("colour", 0)).isEqualTo("#0000FF");
        assertThat(batch.features().attributes().value("block", 0)).isEqualTo("tree");
    }

    private static Geometry line(double... xy) {
        return new org.locationtech.jts.geom.GeometryFactory().createLineString(new Coordinate[] {new Coordinate(xy[0], xy[1]), new Coordinate(xy[2], xy[3])});
    }

    @Test
    void endsBlocksThatHoldThemselves() throws Exception {
        Drawing bomb = new Drawing();
        for (int i = 0; i < 10; i++) {
            bomb.entity("INSERT", 2, "b", 8, "0", 10, i, 20, 0).entity("INSERT", 2, "b", 8, "0", 10, i, 20, 1);
        }
        bomb.entity("DIMENSION", 8, "0");
        RecordingSink sink = read(new Drawing().block("b", 0, 0, bomb).entity("POINT", 8, "0", 10, 1, 20, 1).entity("INSERT", 2, "b", 8, "0", 10, 0, 20, 0));

        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("a million"));
    }

    @Test
    void makesAreasOfHatchesAndOfClosedWaysThatHoldBuildings() throws Exception {
        Object[] ring = {90, 4, 70, 1, 10, 0, 20, 0, 10, 10, 20, 0, 10, 10, 20, 10, 10, 0, 20, 10};
        Object[] named = concat(new Object[] {8, "Byggnader"}, ring);
        Object[] plain = concat(new Object[] {8, "frame"}, ring);
        RecordingSink sink = read(new Drawing().entity("LWPOLYLINE", named).entity("LWPOLYLINE", plain).entity("HATCH", 8, "lawn", 10, 0, 20, 0, 30, 0, 91, 2,
                92, 3, 72, 0, 73, 1, 93, 4, 10, 0, 20, 0, 10, 10, 20, 0, 10, 10, 20, 10, 10, 0, 20, 10,
                92, 0, 93, 1, 72, 2, 10, 5, 20, 5, 40, 2, 50, 0, 51, 360, 73, 1));

        assertThat(sink.solids).as("raised like any footprint").singleElement().matches(b -> b.layer().equals("Byggnader"));
        assertThat(layer(sink, "plan").geometries()[0].getArea()).isCloseTo(100 - Math.PI * 4, within(0.05));
        assertThat(layer(sink, "plan:lines").geometries()[0].getDimension()).isEqualTo(1);
        assertThat(layer(read(new Drawing().entity("LWPOLYLINE", plain), "closed", "areas"), "plan").kind()).isEqualTo(LayerKind.AREAS);
    }

    private static Object[] concat(Object[] a, Object[] b) {
        Object[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Test
    void makesSolidsOfFaces() throws Exception {
        RecordingSink sink = read(new Drawing().units(4)
                .entity("3DFACE", 8, "roof", 62, 1, 10, 0, 20, 0, 30, 3000, 11, 9000, 21, 0, 31, 3000, 12, 9000, 22, 9000, 32, 5000, 13, 0, 23, 9000, 33, 5000)
                .entity("POLYLINE", 8, "wall", 66, 1, 70, 64).entity("VERTEX", 10, 0, 20, 0, 30, 0, 70, 192).entity("VERTEX", 10, 9000, 20, 0, 30, 0, 70, 192)
                .entity("VERTEX", 10, 9000, 20, 0, 30, 3000, 70, 192).entity("VERTEX", 70, 128, 71, 1, 72, -2, 73, 3).entity("SEQEND", 8, "0"));

        assertThat(sink.solids).singleElement().satisfies(b -> {
            assertThat(b.features().ids()).containsExactly("roof", "wall");
            assertThat(b.polygons().polygonCount()).isEqualTo(3);
            assertThat(b.polygons().bounds().maxUp()).isCloseTo(5, within(1e-9));
            assertThat(b.polygons().polygonArgb()[0]).isEqualTo(0xFFFF0000);
        });
    }

    @ParameterizedTest
    @CsvSource({"4, 10000, 5000, 10, 5, multiplied", "1, 100, 0, 2.54, 0, multiplied", "6, 10, 5, 10, 5, ''", "0, 10, 5, 10, 5, no unit",
        "4, 153000, 6580000, 153000, 6580000, as large as"})
    void takesUnitsToMetres(int units, double x, double y, double east, double north, String told) throws Exception {
        RecordingSink sink = read(new Drawing().units(units).entity("POINT", 8, "0", 10, x, 20, y).entity("POINT", 8, "0", 10, x + 100, 20, y + 100));

        Coordinate first = layer(sink, "plan").geometries()[0].getCoordinate();
        assertThat(first.distance(new Coordinate(east, north))).isLessThan(1e-6);
        assertThat(sink.diagnostics.toString()).contains(told);
        assertThat(layer(read(new Drawing().units(units).entity("POINT", 8, "0", 10, 2000, 20, 0), "unit", "mm"), "plan").geometries()[0].getCoordinate().x).isEqualTo(2);
    }

    @Test
    void readsTextsAndTheirCodePage() throws Exception {
        Drawing drawing = new Drawing().version("AC1015", "ANSI_1252").layer("off", -3).entity("TEXT", 8, "Mått", 10, 1, 20, 2, 1, "Höjd %%c5 \\U+00E5")
                .entity("MTEXT", 8, "0", 10, 3, 20, 4, 3, "{\\fArial|b0;Plan\\P", 1, "två}").entity("POINT", 8, "off", 10, 0, 20, 0)
                .entity("INSERT", 2, "room", 8, "0", 66, 1, 10, 7, 20, 8).entity("ATTRIB", 8, "0", 2, "NUMBER", 1, "101", 10, 7, 20, 8).entity("SEQEND", 8, "0");
        Path file = Files.write(folder.resolve("texts.dxf"), drawing.text().getBytes(Charset.forName("windows-1252")));
        RecordingSink sink = RecordingSink.read(importer, file, ReadOptions.DEFAULT);
        var attributes = layer(sink, "texts").features().attributes();

        assertThat(attributes.value("text", 0)).isEqualTo("Höjd Ø5 å");
        assertThat(attributes.value("layer", 0)).isEqualTo("Mått");
        assertThat(attributes.value("text", 1)).isEqualTo("Plan två");
        assertThat(attributes.value("NUMBER", 2)).hasToString("101");
        assertThat(attributes.value("block", 2)).isEqualTo("room");
        assertThat(sink.description.version()).isEqualTo("2000");
        assertThat(sink.diagnostics.toString()).contains("off or frozen");
    }

    @ParameterizedTest
    @CsvSource({"1, #FF0000", "2, #FFFF00", "5, #0000FF", "10, #FF0000", "11, #FF7F7F", "30, #FF7F00", "50, #FFFF00", "90, #00FF00", "130, #00FFFF", "170, #0000FF",
        "210, #FF00FF", "14, #7F0000", "255, #FFFFFF", "7, ", "0, ", "256, "})
    void knowsTheColourIndex(int index, String colour) {
        String found = DxfColours.colour(index);
        if (colour == null) {
            assertThat(found).isNull();
            return;
        }
        int a = Integer.parseInt(found.substring(1), 16);
        int b = Integer.parseInt(colour.substring(1), 16);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(Math.abs((a >> shift & 255) - (b >> shift & 255))).as(found).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void refusesNothing() throws Exception {
        assertThatThrownBy(() -> read(new Drawing().entity("DIMENSION", 8, "0"))).isInstanceOf(ImportException.class).hasMessageContaining("plan.dxf");
        Path binary = Files.write(folder.resolve("b.dxf"), "AutoCAD Binary DXF\r\n\u001a\0".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(importer.probe(SourceHead.of(binary))).isZero();
    }

    @Test
    void bearsDamage() throws Exception {
        String sound = new Drawing().units(4).version("AC1032", "ANSI_1252").layer("a", 1).block("b", 0, 0, new Drawing().entity("CIRCLE", 8, "0", 10, 0, 20, 0, 40, 3))
                .entity("INSERT", 2, "b", 8, "a", 10, 5, 20, 5, 41, 2, 70, 3, 71, 2, 44, 9, 45, 9).entity("LWPOLYLINE", 8, "plot", 90, 3, 70, 1, 10, 0, 20, 0, 42, 0.5, 10, 9, 20, 0, 10, 9, 20, 9)
                .entity("SPLINE", 8, "0", 71, 2, 40, 0, 40, 0, 40, 0, 40, 1, 40, 1, 40, 1, 10, 0, 20, 0, 10, 5, 20, 5, 10, 9, 20, 0)
                .entity("HATCH", 8, "h", 91, 1, 92, 0, 93, 2, 72, 1, 10, 0, 20, 0, 11, 9, 21, 0, 72, 2, 10, 5, 20, 0, 40, 4, 50, 0, 51, 180, 73, 1)
                .entity("3DFACE", 8, "f", 10, 0, 20, 0, 30, 0, 11, 9, 21, 0, 31, 0, 12, 9, 22, 9, 32, 1, 13, 9, 23, 9, 33, 1)
                .entity("POLYLINE", 8, "p", 66, 1, 70, 16, 71, 2, 72, 2).entity("VERTEX", 10, 0, 20, 0).entity("VERTEX", 10, 1, 20, 0).entity("VERTEX", 10, 0, 20, 1)
                .entity("VERTEX", 10, 1, 20, 1).entity("SEQEND", 8, "0").entity("TEXT", 8, "t", 10, 0, 20, 0, 1, "a").text();
        Random random = new Random(20_261_128);
        String[] strange = {"", "-1", "NaN", "1e999", "99999999999", "0\nENDSEC\n", "0\nINSERT\n2\nb\n", "\n", "ENDBLK", "70\n2147483647\n", "93\n2000000000\n", "1e-320"};
        String[] lines = sound.split("\n");
        for (int round = 0; round < 400; round++) {
            String[] changed = lines.clone();
            for (int n = random.nextInt(5); n >= 0; n--) {
                changed[random.nextInt(changed.length)] = strange[random.nextInt(strange.length)];
            }
            SoundReading.of(importer, Files.writeString(folder.resolve("fuzz.dxf"), String.join("\n", changed)));
        }
    }
}
