package org.kvarter.importing.citygml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.importing.citygml.Gml.in;
import static org.kvarter.importing.citygml.Gml.multi;
import static org.kvarter.importing.citygml.Gml.object;
import static org.kvarter.importing.citygml.Gml.polygon;
import static org.kvarter.importing.citygml.Gml.ref;
import static org.kvarter.importing.citygml.Gml.solid;
import static org.kvarter.importing.citygml.Gml.square;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.model.Bounds;
import org.kvarter.model.LayerKind;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.SurfaceKind;

/** What becomes of buildings and their surfaces, in all three versions. */
class CityGmlImporterTest {

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static List<SurfaceKind> kinds(SolidBatch batch) {
        List<SurfaceKind> kinds = new ArrayList<>();
        for (byte kind : batch.polygons().polygonKind()) {
            kinds.add(SurfaceKind.of(kind));
        }
        return kinds;
    }

    private static double up(PolygonSet set, int polygon) {
        double area = 0;
        int from = set.firstCornerOfPolygon(polygon);
        int end = set.ringEnds()[set.firstRing(polygon)];
        for (int c = from; c < end; c++) {
            int a = set.corners()[c];
            int b = set.corners()[c + 1 == end ? from : c + 1];
            area += set.vertices()[3 * a] * set.vertices()[3 * b + 1] - set.vertices()[3 * b] * set.vertices()[3 * a + 1];
        }
        return area / 2;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "2.0", "3.0"})
    void readsABlockOfEachVersion(String version) throws Exception {
        RecordingSink sink = Gml.of(version).member(object("bldg:Building", "b1", in("bldg:lod1Solid",
                solid(square("p1", 0, 0, 0), square("p2", 0, 0, 5))))).read(folder);

        assertThat(sink.description.format()).isEqualTo("CityGML");
        assertThat(sink.description.version()).isEqualTo(version);
        assertThat(sink.description.crs()).contains("EPSG:3011");
        assertThat(sink.description.lods()).containsExactly("1");
        assertThat(sink.description.title()).isEqualTo("A town");
        SolidBatch batch = sink.solids("Building");
        assertThat(batch.kind()).isEqualTo(LayerKind.BUILDINGS);
        assertThat(batch.features().ids()).containsExactly("b1");
        assertThat(batch.features().types()).containsExactly("Building");
        assertThat(batch.polygons().polygonCount()).isEqualTo(2);
        assertThat(batch.polygons().bounds()).isEqualTo(new Bounds(0, 0, 0, 10, 10, 5));
        assertThat(sink.diagnostics).isEmpty();
    }

    /** The surface of a solid is given by reference, before or after what it refers to. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void showsBoundarySurfacesOnceWithTheirKinds(boolean solidFirst) throws Exception {
        String boundaries = in("bldg:boundedBy", object("bldg:RoofSurface", "r", in("bldg:lod2MultiSurface", multi(square("top", 0, 0, 5)))))
                + in("bldg:boundedBy", object("bldg:WallSurface", "w", in("bldg:lod2MultiSurface",
                multi(polygon("side", "0 0 0 10 0 0 10 0 5 0 0 5 0 0 0")))));
        String whole = in("bldg:lod2Solid", solid(ref("gml:surfaceMember", "top"), ref("gml:surfaceMember", "side")));
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b", solidFirst ? whole + boundaries : boundaries + whole)).read(folder);

        assertThat(kinds(sink.solids("Building"))).containsExactly(SurfaceKind.ROOF, SurfaceKind.WALL);
    }

    @Test
    void completesBoundarySurfacesByWhatOnlyTheSolidHas() throws Exception {
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b",
                in("bldg:lod2Solid", solid(ref("gml:surfaceMember", "top"), square("floor", 0, 0, 0))),
                in("bldg:boundedBy", object("bldg:RoofSurface", "r", in("bldg:lod2MultiSurface", multi(square("top", 0, 0, 5))))))).read(folder);

        assertThat(sink.solids("Building").polygons().polygonCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 2, 2", "1, 3, 3"})
    void leavesASolidOutThatRepeatsItsBoundaries(int boundaries, int whole, int shown) throws Exception {
        StringBuilder named = new StringBuilder();
        String[] plain = new String[whole];
        for (int i = 0; i < boundaries; i++) {
            named.append(in("bldg:boundedBy", object("bldg:RoofSurface", "r" + i, in("bldg:lod2MultiSurface", multi(square("n" + i, i, 0, 5))))));
        }
        Arrays.setAll(plain, i -> square("p" + i, i, 0, 5));
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b", in("bldg:lod2Solid", solid(plain)), named.toString())).read(folder);

        assertThat(sink.solids("Building").polygons().polygonCount()).isEqualTo(shown);
    }

    @Test
    void turnsOverWhatIsOriented() throws Exception {
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b", in("bldg:lod1MultiSurface", multi(square("p", 0, 0, 5),
                "<gml:OrientableSurface orientation=\"-\"><gml:baseSurface>" + square("q", 20, 0, 5) + "</gml:baseSurface></gml:OrientableSurface>"))))
                .read(folder);

        PolygonSet set = sink.solids("Building").polygons();
        assertThat(up(set, 0)).isEqualTo(100);
        assertThat(up(set, 1)).isEqualTo(-100);
    }

    @ParameterizedTest
    @CsvSource({"'', 2", "1, 1", "2, 2", "0, 0", "4, 2"})
    void takesTheLevelAskedFor(String wish, double height) throws Exception {
        Gml town = Gml.of("2.0").member(object("bldg:Building", "b", in("bldg:lod0FootPrint", multi(square("p0", 0, 0, 0))),
                in("bldg:lod1Solid", solid(square("p1", 0, 0, 1))), in("bldg:lod2MultiSurface", multi(square("p2", 0, 0, 2)))));
        RecordingSink sink = wish.isEmpty() ? town.read(folder) : town.read(folder, Gml.lod(wish));

        assertThat(sink.solids("Building").polygons().bounds().maxUp()).isEqualTo(height);
        assertThat(sink.description.lods()).containsExactly("0", "1", "2");
        assertThat(sink.diagnostics).hasSize(wish.equals("4") ? 1 : 0);
    }

    @Test
    void keepsPartsInstallationsAndOpenings() throws Exception {
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b", in("bldg:consistsOfBuildingPart", object("bldg:BuildingPart", "part",
                in("bldg:boundedBy", object("bldg:WallSurface", "w", in("bldg:lod3MultiSurface", multi(square("p", 0, 0, 5))),
                        in("bldg:opening", object("bldg:Window", "win", in("bldg:lod3MultiSurface", multi(square("q", 0, 0, 6))))))))),
                in("bldg:outerBuildingInstallation", object("bldg:BuildingInstallation", "inst", in("bldg:lod3Geometry", multi(square("s", 0, 0, 7)))))))
                .read(folder);

        SolidBatch batch = sink.solids("Building");
        assertThat(batch.features().types()).containsExactly("Building", "BuildingPart", "BuildingInstallation");
        assertThat(batch.features().parents()).containsExactly(-1, 0, 0);
        assertThat(kinds(batch)).containsExactly(SurfaceKind.WALL, SurfaceKind.WINDOW, SurfaceKind.ROOF);
        assertThat(batch.polygons().polygonFeature()).containsExactly(1, 1, 2);
    }

    @Test
    void readsVersionThreesSpacesAndStoreys() throws Exception {
        Gml town = Gml.of("3.0").member(object("bldg:Building", "b",
                in("core:boundary", object("con:WallSurface", "w", in("core:lod2MultiSurface", multi(square("p", 0, 0, 5))),
                        in("con:fillingSurface", object("con:WindowSurface", "ws", in("core:lod2MultiSurface", multi(square("q", 0, 0, 6))))))),
                in("con:height", in("con:Height", in("con:highReference", "highestRoofEdge"), in("con:lowReference", "lowestGroundPoint"),
                        in("con:status", "measured"), "<con:value uom=\"m\">9.5</con:value>")),
                in("bldg:buildingSubdivision", object("bldg:Storey", "s1", in("core:boundary", object("con:FloorSurface", "f",
                        in("core:lod2MultiSurface", multi(square("r", 0, 0, 1)))))))));
        RecordingSink sink = town.read(folder);
        SolidBatch batch = sink.solids("Building");

        assertThat(batch.features().types()).containsExactly("Building", "Storey");
        assertThat(kinds(batch)).containsExactly(SurfaceKind.WALL, SurfaceKind.WINDOW);
        assertThat(batch.features().attributes().value("height", 0)).isEqualTo(9.5);
        assertThat(batch.features().attributes().column("height").orElseThrow().unit()).isEqualTo("m");
        assertThat(batch.features().attributes().value("height.from", 0)).isEqualTo("lowestGroundPoint");
        assertThat(sink.diagnostics).hasSize(1).allMatch(d -> d.message().contains("interior=true"));
        assertThat(kinds(town.read(folder, Gml.setting("interior", "true")).solids("Building"))).hasSize(3).contains(SurfaceKind.OUTER_FLOOR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 0 5 20 20 6|1", "11 11 12 12|0", "-5 -5 -1 -1|0", "2 2 3 3|1"})
    void keepsTheBox(String box, int features) throws Exception {
        double[] numbers = Arrays.stream(box.split(" ")).mapToDouble(Double::parseDouble).toArray();
        double[] flat = numbers.length == 6 ? new double[] {numbers[0], numbers[1], numbers[3], numbers[4]} : numbers;
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b", in("bldg:lod1Solid", solid(square("p", 0, 0, 1)))))
                .read(folder, new ReadOptions(Optional.empty(), Optional.of(flat), Map.of()));

        assertThat(sink.solids.stream().mapToInt(b -> b.features().size()).sum()).isEqualTo(features);
        assertThat(sink.diagnostics).hasSize(1 - features);
    }

    @Test
    void findsGeometryOfAnotherMemberBeforeAndAfter() throws Exception {
        String first = object("bldg:Building", "a", in("bldg:lod1MultiSurface", multi(square("p", 0, 0, 5), ref("gml:surfaceMember", "later"),
                ref("gml:surfaceMember", "nowhere"))));
        String second = object("bldg:Building", "b", in("bldg:lod1MultiSurface", multi(square("later", 20, 0, 5), ref("gml:surfaceMember", "p"))));
        RecordingSink sink = Gml.of("2.0").member(first).member(second).read(folder);

        SolidBatch batch = sink.solids("Building");
        assertThat(batch.features().ids()).containsExactly("a", "b");
        assertThat(batch.polygons().polygonFeature()).containsExactly(0, 0, 1, 1);
        assertThat(sink.diagnostics).hasSize(1).allMatch(d -> d.message().contains("nowhere") && d.object().equals("a"));
    }

    @Test
    void callsTheSecondOfTwoIdsOtherwise() throws Exception {
        String twice = object("bldg:Building", "a", in("bldg:lod1Solid", solid(square("p", 0, 0, 5))));
        RecordingSink sink = Gml.of("1.0").member(twice).member(twice).read(folder);

        assertThat(sink.solids("Building").features().ids()).containsExactly("a", "a (2)");
        assertThat(sink.diagnostics).hasSize(1);
    }
}
