package org.kvarter.importing.citygml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.importing.citygml.Gml.in;
import static org.kvarter.importing.citygml.Gml.multi;
import static org.kvarter.importing.citygml.Gml.object;
import static org.kvarter.importing.citygml.Gml.polygon;
import static org.kvarter.importing.citygml.Gml.ref;
import static org.kvarter.importing.citygml.Gml.solid;
import static org.kvarter.importing.citygml.Gml.square;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.model.Bounds;
import org.kvarter.model.LayerKind;
import org.locationtech.jts.geom.Coordinate;

/** Coordinates in all their spellings, prototypes, colours, flat geometry. */
class CityGmlGeometryTest {

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static String block(String geometry) {
        return object("bldg:Building", "b", in("bldg:lod1MultiSurface", geometry));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<gml:posList>1 2 3 4 2 3 4 6 3 1 2 3</gml:posList>",
        "<gml:posList srsDimension=\"3\">\n1 2 3\n4 2 3\n4 6 3</gml:posList>",
        "<gml:pos>1 2 3</gml:pos><gml:pos>4 2 3</gml:pos><gml:pos>4 6 3</gml:pos><gml:pos>1 2 3</gml:pos>",
        "<gml:coordinates>1,2,3 4,2,3 4,6,3 1,2,3</gml:coordinates>",
        "<gml:coord><gml:X>1</gml:X><gml:Y>2</gml:Y><gml:Z>3</gml:Z></gml:coord><gml:coord><gml:X>4</gml:X><gml:Y>2</gml:Y><gml:Z>3</gml:Z></gml:coord>"
                + "<gml:coord><gml:X>4</gml:X><gml:Y>6</gml:Y><gml:Z>3</gml:Z></gml:coord>",
        "<gml:pointProperty><gml:Point><gml:pos>1.0 2e0 3</gml:pos></gml:Point></gml:pointProperty><gml:pos>+4 0.2E1 3</gml:pos><gml:pos>4 6 3</gml:pos>",
        "<gml:posList>1 2 <!-- here --> 3 4 2 <![CDATA[3 4 6 3]]></gml:posList>"})
    void readsPositionsInAllSpellings(String positions) throws Exception {
        RecordingSink sink = Gml.of("2.0").member(block(multi("<gml:Polygon><gml:exterior><gml:LinearRing>" + positions
                + "</gml:LinearRing></gml:exterior></gml:Polygon>"))).read(folder);

        SolidBatch batch = sink.solids("Building");
        assertThat(batch.polygons().vertices()).containsExactly(1, 2, 3, 4, 2, 3, 4, 6, 3);
        assertThat(batch.polygons().corners()).containsExactly(0, 1, 2);
    }

    @Test
    void readsPairsAtHeightZeroWhoeverSaysSo() throws Exception {
        String pairs = "<gml:posList>1 2 4 2 4 6 1 2</gml:posList>";
        String polygon = "<gml:Polygon%s><gml:exterior><gml:LinearRing>" + pairs + "</gml:LinearRing></gml:exterior></gml:Polygon>";
        double[] expected = {1, 2, 0, 4, 2, 0, 4, 6, 0};

        assertThat(Gml.of("2.0").dimension(2).member(block(multi(polygon.formatted("")))).read(folder).solids("Building").polygons().vertices())
                .containsExactly(expected);
        assertThat(Gml.of("2.0").member(block(multi(polygon.formatted(" srsDimension=\"2\"")))).read(folder).solids("Building").polygons().vertices())
                .containsExactly(expected);
        assertThat(Gml.of("2.0").member(block(multi(polygon.formatted("")))).read(folder).solids("Building").polygons().vertices())
                .containsExactly(expected);
    }

    /** By the letter, by the area of use, and by what is left: the order in which surveys write. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "EPSG:3006|674000 6580000|674000 6580000",
        "urn:ogc:def:crs:EPSG::3006|6580000 674000|674000 6580000",
        "urn:ogc:def:crs:EPSG::3006|674000 6580000|674000 6580000",
        "EPSG:3006|6580000 674000|674000 6580000",
        "urn:ogc:def:crs,crs:EPSG:6.12:25833,crs:EPSG:6.12:5783|366970 5807975|366970 5807975",
        "urn:ogc:def:crs,crs:EPSG:6.12:3068,crs:EPSG:6.12:5783|25000 21000|25000 21000",
        "EPSG:31467|3458703 5439968|3458703 5439968",
        "http://www.opengis.net/def/crs/EPSG/0/6697|35.25 139.68|139.68 35.25",
        "urn:ogc:def:crs:EPSG::4326|59.3 18.1|18.1 59.3",
        "EPSG:4326|18.1 59.3|18.1 59.3",
        "urn:ogc:def:crs:OGC:1.3:CRS84|18.1 59.3|18.1 59.3"})
    void putsEastFirst(String system, String written, String eastFirst) throws Exception {
        String[] at = written.split(" ");
        String[] expected = eastFirst.split(" ");
        double step = Double.parseDouble(at[0]) > 360 ? 1 : 1e-4;
        String a = at[0] + " " + at[1] + " 1 ";
        String b = Double.parseDouble(at[0]) + step + " " + at[1] + " 1 ";
        String c = at[0] + " " + (Double.parseDouble(at[1]) + step) + " 1 ";
        RecordingSink sink = Gml.of("2.0").system(system).member(block(multi(polygon("p", a + b + c + a)))).read(folder);

        double[] vertices = sink.solids("Building").polygons().vertices();
        assertThat(vertices[0]).isEqualTo(Double.parseDouble(expected[0]));
        assertThat(vertices[1]).isEqualTo(Double.parseDouble(expected[1]));
        assertThat(sink.diagnostics.stream().filter(d -> d.message().contains("north first")).count())
                .isEqualTo(written.equals(eastFirst) ? 0 : 1);
    }

    @Test
    void aPersonMaySayWhichAxisComesFirst() throws Exception {
        RecordingSink sink = Gml.of("2.0").member(block(multi(polygon("p", "1 2 0 5 2 0 5 3 0")))).read(folder, Gml.setting("axes", "ne"));

        assertThat(sink.solids("Building").polygons().vertices()).startsWith(2, 1, 0);
    }

    @Test
    void takesTheSystemOfAMemberWhereItHasOne() throws Exception {
        RecordingSink sink = Gml.of("2.0").member(block(multi(square("p", 0, 0, 1))))
                .member(object("bldg:Building", "c", in("bldg:lod1MultiSurface", multi(square("q", 0, 0, 1)).replace("<gml:MultiSurface>",
                        "<gml:MultiSurface srsName=\"EPSG:25833\">")))).read(folder);

        assertThat(sink.solids).extracting(SolidBatch::crs).containsExactly("", "EPSG:25833");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void putsPrototypesInPlaceBeforeAndAfterTheyCome(boolean prototypeFirst) throws Exception {
        String matrix = in("core:transformationMatrix", "2 0 0 0  0 2 0 0  0 0 2 0  0 0 0 1");
        String whole = object("veg:SolitaryVegetationObject", "t1", in("veg:lod2ImplicitRepresentation", in("core:ImplicitGeometry", matrix,
                in("core:relativeGMLGeometry", "<gml:MultiSurface gml:id=\"tree\">" + in("gml:surfaceMember", square("leaf", 0, 0, 4)) + "</gml:MultiSurface>"),
                in("core:referencePoint", in("gml:Point", in("gml:pos", "100 200 10"))))));
        String again = object("veg:SolitaryVegetationObject", "t2", in("veg:lod2ImplicitRepresentation", in("core:ImplicitGeometry",
                in("core:transformationMatrix", "1 0 0 5  0 1 0 6  0 0 1 7  0 0 0 1"), ref("core:relativeGMLGeometry", "tree"),
                in("core:referencePoint", in("gml:Point", in("gml:pos", "1000 2000 0"))))));
        RecordingSink sink = Gml.of("2.0").member(prototypeFirst ? whole : again).member(prototypeFirst ? again : whole).read(folder);

        SolidBatch batch = sink.solids("SolitaryVegetationObject");
        assertThat(batch.kind()).isEqualTo(LayerKind.TREES);
        assertThat(batch.polygons().polygonCount()).isEqualTo(2);
        assertThat(batch.polygons().bounds()).isEqualTo(new Bounds(100, 200, 11, 1015, 2016, 18));
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void prototypesStandInMetresWhereThePlaceIsInDegrees() throws Exception {
        RecordingSink sink = Gml.of("2.0").system("http://www.opengis.net/def/crs/EPSG/0/6697").member(object("veg:SolitaryVegetationObject", "t",
                in("veg:lod1ImplicitRepresentation", in("core:ImplicitGeometry", in("core:relativeGMLGeometry", multi(square("l", 0, 0, 4))),
                        in("core:referencePoint", in("gml:Point", in("gml:pos", "60 139 10"))))))).read(folder);

        Bounds box = sink.solids("SolitaryVegetationObject").polygons().bounds();
        assertThat(box.minEast()).isEqualTo(139);
        assertThat((box.maxNorth() - 60) * 111_320).isCloseTo(10, org.assertj.core.data.Offset.offset(1e-6));
        assertThat((box.maxEast() - 139) * 111_320 / 2).isCloseTo(10, org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void putsPrototypesOfLibraryFilesInPlace() throws Exception {
        Files.writeString(folder.resolve("tree.obj"), "# z up\nv 0 0 0\nv 1 0 0\nv 1 1 2\nf 1 2 3\n");
        Files.writeString(folder.resolve("town2.gml"), Gml.of("2.0").member(block(multi(square("p", 0, 0, 1)))).toString());
        String tree = object("veg:SolitaryVegetationObject", "%s", in("veg:lod1ImplicitRepresentation", in("core:ImplicitGeometry",
                in("core:libraryObject", "%s"), in("core:referencePoint", in("gml:Point", in("gml:pos", "100 200 10"))))));
        RecordingSink sink = Gml.of("2.0").member(tree.formatted("t1", "tree.obj")).member(tree.formatted("t2", "tree.obj"))
                .member(tree.formatted("t3", "gone.3ds")).member(tree.formatted("t4", "town2.gml")).member(tree.formatted("t5", "../../x.obj"))
                .read(folder);

        assertThat(sink.solids("SolitaryVegetationObject").polygons().polygonFeature()).containsExactly(0, 1);
        assertThat(sink.solids("SolitaryVegetationObject").polygons().bounds().minEast()).isCloseTo(100, org.assertj.core.data.Offset.offset(2.0));
        assertThat(sink.diagnostics).hasSize(3).allMatch(d -> d.message().contains("is not beside the file"));
    }

    /** Materials in an object's appearance, and beside the objects at either end of the document. */
    @ParameterizedTest
    @ValueSource(strings = {"inside", "before", "after"})
    void paintsByMaterials(String where) throws Exception {
        String material = in("app:Appearance", in("app:surfaceDataMember", in("app:X3DMaterial", in("app:diffuseColor", "1 0.5 0"),
                in("app:transparency", "0.5"), in("app:target", "#p"))),
                in("app:surfaceDataMember", in("app:ParameterizedTexture", in("app:imageURI", "wall.jpg"), "<app:target uri=\"#q\"/>")));
        String beside = in("app:appearanceMember", material);
        String object = object("bldg:Building", "b", where.equals("inside") ? in("app:appearance", material) : "",
                in("bldg:lod1MultiSurface", multi(square("p", 0, 0, 1), square("q", 20, 0, 1))));
        Gml town = Gml.of("2.0");
        RecordingSink sink = (where.equals("before") ? town.root(beside).member(object) : where.equals("after") ? town.member(object).root(beside)
                : town.member(object)).read(folder);

        assertThat(sink.solids("Building").polygons().polygonArgb()).containsExactly(0x80FF8000, 0);
        assertThat(sink.diagnostics).hasSize(1).allMatch(d -> d.message().contains("textures"));
    }

    @Test
    void readsLinesAndPointsAsFlatFeatures() throws Exception {
        RecordingSink sink = Gml.of("2.0").member(object("tran:Road", "r", in("tran:lod0Network", in("gml:GeometricComplex", in("gml:element",
                in("gml:LineString", in("gml:posList", "0 0 1 10 0 1 10 10 2")))))))
                .member(object("frn:CityFurniture", "f", in("frn:lod1Geometry", in("gml:Point", in("gml:pos", "5 6 7"))))).read(folder);

        assertThat(sink.solids).isEmpty();
        assertThat(sink.vectors).hasSize(2);
        assertThat(sink.vectors.get(0).geometries()[0].getCoordinates()).extracting(Coordinate::getZ).containsExactly(1.0, 1.0, 2.0);
        assertThat(sink.vectors.get(1).geometries()[0].getGeometryType()).isEqualTo("Point");
    }

    @Test
    void keepsHolesAndLeavesOutBrokenPolygons() throws Exception {
        String holed = square("p", 0, 0, 1).replace("</gml:Polygon>", "<gml:interior><gml:LinearRing><gml:posList>2 2 1 2 4 1 4 4 1 2 2 1</gml:posList>"
                + "</gml:LinearRing></gml:interior></gml:Polygon>");
        RecordingSink sink = Gml.of("2.0").member(block(multi(holed, polygon("q", "0 0 0 1 1 1"), polygon("r", "0 0 0 1 0 0 2 0 0"),
                polygon("s", "0 0 0 1 0 zero 2 0 0 0 5 5"), polygon("t", "0 0 0 1 0 NaN 2 5 0")))).read(folder);

        assertThat(sink.solids("Building").polygons().polygonCount()).isEqualTo(1);
        assertThat(sink.solids("Building").polygons().ringEnds()).containsExactly(4, 7);
        assertThat(sink.diagnostics).hasSize(4);
    }

    /** References that multiply, go round in circles or name themselves end. */
    @Test
    void endsReferencesThatMultiply() throws Exception {
        StringBuilder surfaces = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String next = ref("gml:surfaceMember", "s" + (i + 1) % 40);
            surfaces.append(in("gml:surfaceMember", "<gml:CompositeSurface gml:id=\"s" + i + "\">" + next.repeat(4) + "</gml:CompositeSurface>"));
        }
        RecordingSink sink = Gml.of("2.0").member(block("<gml:MultiSurface>" + surfaces + in("gml:surfaceMember", square("p", 0, 0, 1))
                + "</gml:MultiSurface>")).member(object("bldg:Building", "c", in("bldg:lod1Solid", solid(square("q", 0, 0, 1))))).read(folder);

        assertThat(sink.solids("Building").features().size()).isEqualTo(2);
    }
}
