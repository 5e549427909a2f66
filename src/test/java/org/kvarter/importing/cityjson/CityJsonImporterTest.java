package org.kvarter.importing.cityjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.LayerKind;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.Severity;
import org.kvarter.model.SurfaceKind;

class CityJsonImporterTest {

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private RecordingSink read(City city) throws Exception {
        return read(city, ReadOptions.DEFAULT);
    }

    private RecordingSink read(City city, ReadOptions options) throws Exception {
        return RecordingSink.read(new CityJsonImporter(), city.write(folder), options);
    }

    private static ReadOptions lod(String lod) {
        return new ReadOptions(Optional.of(lod), Optional.empty(), Map.of());
    }

    private static Map<SurfaceKind, Integer> kinds(PolygonSet polygons) {
        Map<SurfaceKind, Integer> counts = new TreeMap<>();
        for (byte kind : polygons.polygonKind()) {
            counts.merge(SurfaceKind.of(kind), 1, Integer::sum);
        }
        return counts;
    }

    @ParameterizedTest
    @CsvSource({"1.0,CityObjects", "1.0,vertices", "1.0,transform", "1.1,CityObjects", "1.1,transform", "2.0,vertices", "2.0,version",
        "2.0,type", "2.0.1,transform"})
    void readsTheSamePlaceWhateverTheVersionAndOrder(String version, String last) throws Exception {
        RecordingSink sink = read(new City().version(version).object("a", "Building", City.cube("2")).last(last));

        SolidBatch buildings = sink.solids("Building");
        assertThat(buildings.kind()).isEqualTo(LayerKind.BUILDINGS);
        assertThat(buildings.features().ids()).containsExactly("a");
        assertThat(buildings.polygons().polygonCount()).isEqualTo(6);
        assertThat(buildings.polygons().bounds()).isEqualTo(new org.kvarter.model.Bounds(1000, 2000, 10, 1001, 2001, 11));
        assertThat(sink.description.version()).isEqualTo(version.substring(0, 3));
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void takesPlainCoordinatesOfVersion10() throws Exception {
        RecordingSink sink = read(new City().version("1.0").without("transform").object("a", "Building", City.cube("1"))
                .set("vertices", City.CUBE_VERTICES.replace("1000", "1.5")));

        assertThat(sink.solids("Building").polygons().bounds().maxUp()).isEqualTo(1.5);
        assertThat(sink.diagnostics).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "MultiSurface; [[[0,1,2,3]],[[4,5,6,7]]]; 2; 2; 8",
        "CompositeSurface; [[[0,1,2,3]]]; 1; 1; 4",
        "Solid; [[[[0,3,2,1]],[[4,5,6,7]]],[[[0,1,5,4]]]]; 3; 3; 12",
        "MultiSolid; [[[[[0,3,2,1]]]],[[[[4,5,6,7]],[[0,1,5,4]]]]]; 3; 3; 12",
        "CompositeSolid; [[[[[0,3,2,1]]]]]; 1; 1; 4",
        "MultiSurface; [[[0,1,2,3],[4,5,6]],[[4,5,6,7]]]; 2; 3; 11",
        "MultiSurface; [[[0,1,2,3,0]]]; 1; 1; 4",
        "MultiSurface; [[[0,0,1,1,2,3]]]; 1; 1; 4"})
    void keepsPolygonsRingsAndCorners(String type, String boundaries, int polygons, int rings, int corners) throws Exception {
        PolygonSet set = read(new City().object("a", "Building", City.geometry(type, "2", boundaries))).solids("Building").polygons();

        assertThat(List.of(set.polygonCount(), set.ringEnds().length, set.corners().length)).containsExactly(polygons, rings, corners);
    }

    @Test
    void tellsRoofsWallsAndGroundBySlopeWhereNothingIsSaid() throws Exception {
        PolygonSet set = read(new City().object("a", "Building", City.cube("1"))).solids("Building").polygons();

        assertThat(kinds(set)).isEqualTo(Map.of(SurfaceKind.GROUND, 1, SurfaceKind.ROOF, 1, SurfaceKind.WALL, 4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "Solid; [[[[0,3,2,1]],[[4,5,6,7]]]]; [[1,0]]; GROUND,ROOF",
        "Solid; [[[[0,3,2,1]],[[4,5,6,7]]],[[[0,1,5,4]]]]; [null,[0]]; GROUND,ROOF,ROOF",
        "MultiSurface; [[[0,3,2,1]],[[0,1,5,4]]]; [0,null]; ROOF,WALL",
        "MultiSurface; [[[0,3,2,1]],[[0,1,5,4]]]; [0]; ROOF,WALL",
        "MultiSolid; [[[[[0,3,2,1]],[[0,1,5,4]]]],[[[[4,5,6,7]]]]]; [null,[[1]]]; GROUND,WALL,GROUND"})
    void givesSurfacesTheirSemantics(String type, String boundaries, String values, String expected) throws Exception {
        PolygonSet set = read(new City().object("a", "Building", City.geometry(type, "2", boundaries,
                City.semantics(values, "RoofSurface", "GroundSurface")))).solids("Building").polygons();

        assertThat(expected.split(",")).containsExactly(kindNames(set));
    }

    private static String[] kindNames(PolygonSet set) {
        String[] names = new String[set.polygonCount()];
        for (int p = 0; p < names.length; p++) {
            names[p] = SurfaceKind.of(set.polygonKind()[p]).name();
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({"Road,STREETS,STREET", "Railway,RAIL,RAIL", "WaterBody,WATER,WATER", "LandUse,LAND_USE,LAND", "PlantCover,GREEN,GREEN",
        "SolitaryVegetationObject,TREES,TREE", "CityFurniture,FURNITURE,FURNITURE", "TINRelief,RELIEF,TERRAIN", "Bridge,BRIDGES,BRIDGE",
        "GenericCityObject,OTHER,OTHER", "+Potato,OTHER,OTHER"})
    void givesEveryTypeItsOwnLayer(String type, LayerKind layerKind, SurfaceKind surfaceKind) throws Exception {
        SolidBatch batch = read(new City().object("a", type, City.cube("1"))).solids(type);

        assertThat(batch.kind()).isEqualTo(layerKind);
        assertThat(kinds(batch.polygons())).isEqualTo(Map.of(surfaceKind, 6));
        assertThat(batch.title()).isNotBlank().doesNotStartWith("+");
    }

    /** Triangles that face up, or all down, are ground; a body of that type stays a body. */
    @ParameterizedTest
    @CsvSource({"'[[0,1,2]],[[0,2,3]]'", "'[[0,2,1]],[[0,3,2]]'"})
    void makesTerrainOfRelief(String triangles) throws Exception {
        RecordingSink sink = read(new City().object("a", "TINRelief", City.geometry("CompositeSurface", "1", "[" + triangles + "]")));

        assertThat(sink.solids).isEmpty();
        assertThat(sink.elevations).singleElement().satisfies(batch -> {
            assertThat(batch.width()).isGreaterThanOrEqualTo(2);
            assertThat(batch.title()).isEqualTo("Relief");
        });
    }

    @ParameterizedTest
    @CsvSource({"'',6", "2.2,6", "2,6", "1,2", "1.3,2", "0,1", "3,6", "1.5,2"})
    void takesTheLevelAskedForOrTheNearest(String wish, int polygons) throws Exception {
        City city = new City().object("a", "Building", City.geometries(
                City.oneGeometry("MultiSurface", "0", "[[[0,1,2,3]]]"),
                City.oneGeometry("Solid", "2.2", City.CUBE_SOLID),
                City.oneGeometry("Solid", "1.3", "[[[[0,3,2,1]],[[4,5,6,7]]]]")));

        RecordingSink sink = read(city, wish.isEmpty() ? ReadOptions.DEFAULT : lod(wish));

        assertThat(sink.solids("Building").polygons().polygonCount()).isEqualTo(polygons);
        assertThat(sink.description.lods()).containsExactly("0", "1.3", "2.2");
        boolean there = wish.isEmpty() || List.of("2.2", "2", "1.3", "0", "1").contains(wish);
        assertThat(sink.diagnostics).hasSize(there ? 0 : 1);
    }

    @Test
    void prefersSemanticsAtTheSameLevelUnlessTheyCoverOnlyAPiece() throws Exception {
        String plain = City.oneGeometry("Solid", "2", City.CUBE_SOLID);
        String named = City.oneGeometry("MultiSurface", "2", "[" + City.CUBE_FACES + "]", City.semantics("[0,0,0,0,0,0]", "Door"));
        String piece = City.oneGeometry("MultiSurface", "2", "[[[0,1,2,3]]]", City.semantics("[0]", "Door"));

        RecordingSink sink = read(new City().object("a", "Building", City.geometries(plain, named))
                .object("b", "Building", City.geometries(named, plain)).object("c", "Building", City.geometries(plain, piece)));

        assertThat(kinds(sink.solids("Building").polygons())).containsEntry(SurfaceKind.DOOR, 12).containsEntry(SurfaceKind.ROOF, 1);
    }

    @Test
    void keepsSeveralGeometriesOfOneTypeAndLevelTogether() throws Exception {
        String a = City.oneGeometry("MultiSurface", "2", "[[[0,3,2,1]]]", City.semantics("[0]", "Door"));
        String b = City.oneGeometry("MultiSurface", "2", "[[[4,5,6,7]],[[0,1,5,4]]]", City.semantics("[null,0]", "Window"));

        PolygonSet set = read(new City().object("a", "Building", City.geometries(a, b))).solids("Building").polygons();

        assertThat(kindNames(set)).containsExactly("DOOR", "ROOF", "WINDOW");
        assertThat(set.corners()).hasSize(12);
    }

    @Test
    void colourComesFromTheDefaultThemeWhereverTheAppearanceStands() throws Exception {
        String materials = "\"material\":{\"night\":{\"value\":0},\"day\":{\"values\":[[1,null,0,0,0,0]]}}";
        City city = new City().set("appearance", "{\"default-theme-material\":\"day\",\"materials\":[{\"name\":\"a\",\"diffuseColor\":[1,0,0]},"
                + "{\"name\":\"b\",\"diffuseColor\":[0,0.5,1],\"transparency\":0.5}]}");
        for (String last : List.of("CityObjects", "appearance")) {
            PolygonSet set = read(city.last(last).object("a" + last, "Building", City.geometry("Solid", "2", City.CUBE_SOLID, materials)))
                    .solids("Building").polygons();

            assertThat(set.polygonArgb()).startsWith(0x800080FF, 0, 0xFFFF0000);
        }
    }

    @Test
    void putsTemplatesInPlace() throws Exception {
        String instance = "{\"type\":\"GeometryInstance\",\"template\":0,\"boundaries\":[6],\"transformationMatrix\":"
                + "[0,-2,0,5, 2,0,0,0, 0,0,2,0, 0,0,0,1]}";
        City city = new City().object("t", "SolitaryVegetationObject", City.geometries(instance, instance.replace("[6]", "[0]")))
                .set("geometry-templates", "{\"templates\":[" + City.oneGeometry("MultiSurface", "3", "[[[0,1,2]]]")
                        + "],\"vertices-templates\":[[0,0,0],[1,0,0],[0,0,1]]}");

        PolygonSet set = read(city).solids("SolitaryVegetationObject").polygons();

        assertThat(set.polygonCount()).isEqualTo(2);
        assertThat(set.polygonFeature()).containsExactly(0, 0);
        // Vertex 6 is (1001, 2001, 11); the matrix turns by a quarter, doubles, and shifts east by 5.
        assertThat(set.vertices()).startsWith(new double[] {1006, 2001, 11, 1006, 2003, 11, 1006, 2001, 13}, within(1e-9));
        assertThat(kinds(set)).isEqualTo(Map.of(SurfaceKind.TREE, 2));
    }

    @Test
    void polygonsOfInstancesStandWithTheirFeatures() throws Exception {
        String instance = "{\"type\":\"GeometryInstance\",\"template\":0,\"boundaries\":[0],\"transformationMatrix\":"
                + "[1,0,0,0, 0,1,0,0, 0,0,1,0, 0,0,0,1]}";
        City city = new City().object("a", "CityFurniture", City.geometries(instance)).object("b", "CityFurniture", City.cube("3"))
                .object("c", "CityFurniture", City.geometries(instance))
                .set("geometry-templates", "{\"templates\":[" + City.oneGeometry("MultiSurface", "3", "[[[0,1,2]]]")
                        + "],\"vertices-templates\":[[0,0,0],[1,0,0],[0,0,1]]}");

        assertThat(read(city).solids("CityFurniture").polygons().polygonFeature()).containsExactly(0, 1, 1, 1, 1, 1, 1, 2);
    }

    @Test
    void linksPartsToTheirBuildingFromEitherSide() throws Exception {
        SolidBatch batch = read(new City().object("part", "BuildingPart", "\"parents\":[\"house\"]", City.cube("2"))
                .object("house", "Building", "\"children\":[\"part\",\"balcony\"]").object("balcony", "BuildingInstallation", City.cube("2")))
                .solids("Building");

        assertThat(batch.features().ids()).containsExactly("part", "house", "balcony");
        assertThat(batch.features().parents()).containsExactly(1, -1, 1);
    }

    @Test
    void flattensAttributes() throws Exception {
        SolidBatch batch = read(new City().object("a", "Building", "\"attributes\":{\"measuredHeight\":12.5,\"storeysAboveGround\":4,"
                + "\"listed\":true,\"owner\":{\"name\":\"Å\",\"since\":{\"year\":1999}},\"uses\":[1,\"b\",{\"c\":null}],\"gone\":null,"
                + "\"+area\":{\"value\":80.5,\"uom\":\"m2\"}}", "\"address\":[{\"ThoroughfareName\":\"Kajen\",\"ThoroughfareNumber\":\"7\","
                + "\"Locality\":\"Lindhamn\",\"location\":{\"type\":\"MultiPoint\",\"boundaries\":[0]}}]", "\"+extra\":1"))
                .solids("Building");

        assertThat(batch.features().attributes().row(0)).isEqualTo(Map.of("measuredHeight", 12.5, "storeysAboveGround", 4L,
                "listed", true, "owner.name", "Å", "owner.since.year", 1999L, "uses", "[1,\"b\",{\"c\":null}]", "+area", 80.5,
                "address", "Kajen 7, Lindhamn", "+extra", 1L));
        assertThat(batch.features().attributes().column("+area").orElseThrow().unit()).isEqualTo("m2");
        assertThat(batch.features().attributes().column("measuredHeight").orElseThrow().unit()).isEqualTo("m");
    }

    @Test
    void keepsWhatAnExtensionSaysOfTheWholeFile() throws Exception {
        RecordingSink sink = read(new City().object("a", "Building", City.cube("2")).set("+census", "{\"men\":49.5,\"of\":{\"year\":2020},\"ages\":[1,[2]]}")
                .set("+long", '"' + "x".repeat(5_000) + '"'));

        assertThat(sink.diagnostics).filteredOn(d -> d.message().contains("+census")).singleElement().extracting(Diagnostic::message).asString()
                .contains("men: 49.5, of.year: 2020, ages: 1, ages: 2");
        assertThat(sink.diagnostics).filteredOn(d -> d.message().contains("+long")).singleElement().extracting(d -> d.message().length())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.INTEGER).isLessThan(600);
    }

    @Test
    void hidesRoomsInsideAShellUnlessAsked() throws Exception {
        City city = new City().object("a", "Building", City.cube("3")).object("r", "BuildingRoom", "\"parents\":[\"a\"]", City.cube("3"))
                .object("lone", "BuildingRoom", City.cube("3"));

        RecordingSink hidden = read(city);
        RecordingSink shown = read(city, new ReadOptions(Optional.empty(), Optional.empty(), Map.of("interior", "true")));

        assertThat(hidden.solids("Building").polygons().polygonFeature()).containsOnly(0, 2).hasSize(12);
        assertThat(hidden.solids("Building").features().size()).isEqualTo(3);
        assertThat(hidden.diagnostics).singleElement().matches(d -> d.severity() == Severity.INFO && d.message().contains("interior=true"));
        assertThat(shown.solids("Building").polygons().polygonFeature()).hasSize(18);
    }

    @Test
    void hidesTheFootprintBelowPartsThatAreShown() throws Exception {
        PolygonSet set = read(new City().object("a", "Building", "\"children\":[\"p\"]", City.geometry("MultiSurface", "0", "[[[0,1,2,3]]]"))
                .object("p", "BuildingPart", "\"parents\":[\"a\"]", City.cube("2.2"))
                .object("b", "Building", City.geometry("MultiSurface", "0", "[[[0,1,2,3]]]"))).solids("Building").polygons();

        assertThat(set.polygonFeature()).containsExactly(1, 1, 1, 1, 1, 1, 2);
    }

    @Test
    void takesOnlyWhatMeetsTheBoxWithAllItsParts() throws Exception {
        City city = new City().set("vertices", City.CUBE_VERTICES.replace("]]", "],[90000,0,0],[91000,0,0],[91000,1000,0]]"))
                .object("in", "Building", "\"children\":[\"far\"]", City.cube("2"))
                .object("far", "BuildingPart", "\"parents\":[\"in\"]", City.geometry("MultiSurface", "2", "[[[8,9,10]]]"))
                .object("out", "Building", City.geometry("MultiSurface", "2", "[[[8,9,10]]]"), "\"attributes\":{\"n\":1}")
                .object("last", "Building", City.cube("2"), "\"attributes\":{\"n\":2}");

        SolidBatch batch = read(city, new ReadOptions(Optional.empty(), Optional.of(new double[] {1000.5, 2000.5, 1050, 2050}), Map.of()))
                .solids("Building");

        assertThat(batch.features().ids()).containsExactly("in", "far", "last");
        assertThat(batch.features().parents()).containsExactly(-1, 0, -1);
        assertThat(batch.features().attributes().value("n", 2)).isEqualTo(2L);
        assertThat(batch.polygons().polygonFeature()).containsExactly(0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2);
        assertThat(batch.polygons().vertexCount()).isEqualTo(11);
    }

    @Test
    void handsPointsAndLinesOnAsVectors() throws Exception {
        RecordingSink sink = read(new City().object("l", "Road", City.geometry("MultiLineString", "0", "[[0,1,2],[3,4]]"))
                .object("p", "CityFurniture", City.geometry("MultiPoint", "0", "[6]")));

        assertThat(sink.solids).isEmpty();
        assertThat(sink.vectors).extracting(b -> b.geometries()[0].toText()).containsExactlyInAnyOrder(
                "MULTILINESTRING ((1000 2000, 1001 2000, 1001 2001), (1000 2001, 1000 2000))", "POINT (1001 2001)");
    }

    @Test
    void describesTheSource() throws Exception {
        RecordingSink sink = read(new City().object("a", "Building", City.cube("2")).set("metadata", "{\"title\":\"Lindhamn\","
                + "\"referenceSystem\":\"https://www.opengis.net/def/crs/EPSG/0/3011\",\"pointOfContact\":{\"contactName\":\"Town\"},"
                + "\"geographicalExtent\":[1000,2000,10,1001,2001,12.5]}"));

        assertThat(sink.description.crs()).contains("https://www.opengis.net/def/crs/EPSG/0/3011");
        assertThat(sink.description.title()).isEqualTo("Lindhamn");
        assertThat(sink.description.licence()).isEqualTo("Town");
        assertThat(sink.diagnostics).singleElement().matches(d -> d.message().contains("extent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4979", "https://www.opengis.net/def/crs/EPSG/0/6697"})
    void measuresSlopesInMetresWherePlacesAreDegrees(String crs) throws Exception {
        City city = new City().set("metadata", "{\"referenceSystem\":\"" + crs + "\"}")
                .set("transform", "{\"scale\":[1e-7,1e-7,0.001],\"translate\":[18.0,59.3,10]}").object("a", "Building", City.cube("1"));

        assertThat(kinds(read(city).solids("Building").polygons()))
                .isEqualTo(Map.of(SurfaceKind.GROUND, 1, SurfaceKind.ROOF, 1, SurfaceKind.WALL, 4));
    }
}
