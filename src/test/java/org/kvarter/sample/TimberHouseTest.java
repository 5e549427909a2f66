package org.kvarter.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.ifc.IfcImporter;
import org.kvarter.model.Bounds;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.Severity;
import org.locationtech.jts.geom.Geometry;

/** The timber house in both variants: what it is made of, what it measures, and where it stands. */
class TimberHouseTest {
    private static final double EAST = Frame.EAST0 + Newcomers.HOUSE_X;
    private static final double NORTH = Frame.NORTH0 + Newcomers.HOUSE_Y;

    private static final Map<String, RecordingSink> READ = new HashMap<>();

    @BeforeAll
    static void read() throws Exception {
        for (String variant : List.of("a", "b")) {
            READ.put(variant, RecordingSink.read(new IfcImporter(), file(variant), ReadOptions.DEFAULT));
        }
    }

    private static Path file(String variant) {
        return Path.of("models/lindhamn-timber-house-" + variant + ".ifc");
    }

    private static SolidBatch elements(String variant) {
        return READ.get(variant).solids("elements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void isReadWithoutAComplaintAndSmall(String variant) throws Exception {
        assertThat(READ.get(variant).diagnostics).extracting(Diagnostic::severity).containsOnly(Severity.INFO);
        assertThat(READ.get(variant).description.crs()).as("with the heights of RH 2000").contains("EPSG:3011+5613");
        assertThat(Files.size(file(variant))).isLessThan(300_000);
        assertThat(triangles(elements(variant).polygons())).as("enough to look at from near, little beside the district").isBetween(20_000, 60_000);
    }

    private static int triangles(PolygonSet set) {
        return IntStream.range(0, set.polygonCount()).map(p -> set.endCornerOfPolygon(p) - set.firstCornerOfPolygon(p) - 2
                + 2 * (set.polygonRingEnds()[p] - set.firstRing(p) - 1)).sum();
    }

    /**
     * Windows as drawn, south, east, north, west: below 4 + 8 + 3 + 8, above 3 + 9 + 3 + 7; then two gables of three and four rooflights, or
     * 2 + 7 + 3 + 7. Doors: the entrance, two to the balcony, seven within each full storey, one on top; and the one to the terrace.
     */
    @ParameterizedTest
    @CsvSource({"a, IfcWindow, 55", "a, IfcDoor, 18", "a, IfcWall, 27", "a, IfcStair, 2", "a, IfcStairFlight, 2", "a, IfcSolarDevice, 40", "a, IfcMember, 63", "a, IfcColumn, 5",
        "a, IfcFooting, 4", "a, IfcRoof, 1", "b, IfcWindow, 64", "b, IfcDoor, 19", "b, IfcSolarDevice, 40", "b, IfcStair, 2", "b, IfcFurniture, 5"})
    void hasAsManyOfEachTypeAsAreDrawn(String variant, String type, int count) {
        Map<String, Integer> counts = new TreeMap<>();
        FeatureTable features = elements(variant).features();
        IntStream.range(0, features.size()).forEach(i -> counts.merge(features.types()[i], 1, Integer::sum));
        assertThat(counts.get(type)).as("%s of %s", type, counts).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"a, Ground floor, 2", "a, First floor, 2", "a, Attic, 0", "a, Roof, 0", "b, Ground floor, 2", "b, First floor, 2", "b, Second floor, 0", "b, Roof, 0"})
    void everythingIsInAStorey(String variant, String storey, int corridorWalls) {
        SolidBatch batch = elements(variant);
        List<Object> storeys = column(batch.features(), "storey");
        assertThat(storeys).doesNotContainNull().contains(storey);
        List<Object> names = column(batch.features(), "name");
        assertThat(IntStream.range(0, names.size()).filter(i -> storey.equals(storeys.get(i)) && String.valueOf(names.get(i)).startsWith("Corridor wall")).count())
                .isEqualTo(corridorWalls);
    }

    private static List<Object> column(FeatureTable features, String name) {
        return IntStream.range(0, features.size()).mapToObj(i -> features.attributes().column(name).orElseThrow().value(i)).toList();
    }

    /**
     * By hand: the foundation is 12 × 28 × 0.35; the floor 11.2 × 27.2 × 0.28 less 1.4 × 5.12 for the stairs; the western wall below 25 × 3.4
     * less eight windows of 1.6 × 2.1, 0.4 thick; the roof's sides 6.6 · √1.64 × 29 × 0.3, the eastern less four rooflights of 1 × 1.5.
     */
    @ParameterizedTest
    @CsvSource({"a, Foundation slab, Ground floor, 117.6", "b, Foundation slab, Ground floor, 117.6", "a, Floor slab, First floor, 83.2922", "a, Outer wall west, Ground floor, 23.248",
        "a, 'Roof, west', Roof, 73.5334", "a, 'Roof, east', Roof, 71.7334", "a, Column 1, Ground floor, 0.160128", "b, Parapet west, Roof, 5.6"})
    void volumesAreThoseWorkedOutByHandAndThoseThatTheFileStates(String variant, String name, String storey, double volume) {
        SolidBatch batch = elements(variant);
        List<Object> names = column(batch.features(), "name");
        List<Object> storeys = column(batch.features(), "storey");
        int row = IntStream.range(0, names.size()).filter(i -> name.equals(names.get(i)) && storey.equals(storeys.get(i))).findFirst().orElseThrow();
        assertThat(volume(batch.polygons(), row)).isCloseTo(volume, within(0.002 * volume));
        String kind = batch.features().types()[row].substring(3);
        double stated = ((Number) column(batch.features(), "Qto_" + kind + "BaseQuantities.NetVolume").get(row)).doubleValue();
        assertThat(stated).isCloseTo(volume, within(0.002 * volume));
    }

    /** Volume by the divergence theorem about the house's corner, m³. */
    private static double volume(PolygonSet set, int feature) {
        double sum = 0;
        double[] v = set.vertices().clone();
        for (int i = 0; i < v.length; i += 3) {
            v[i] -= EAST;
            v[i + 1] -= NORTH;
        }
        for (int p = 0; p < set.polygonCount(); p++) {
            for (int r = set.firstRing(p); set.polygonFeature()[p] == feature && r < set.polygonRingEnds()[p]; r++) {
                int a = 3 * set.corners()[set.firstCorner(r)];
                for (int c = set.firstCorner(r) + 1; c + 1 < set.ringEnds()[r]; c++) {
                    int b = 3 * set.corners()[c];
                    int d = 3 * set.corners()[c + 1];
                    sum += v[a] * (v[b + 1] * v[d + 2] - v[b + 2] * v[d + 1]) - v[a + 1] * (v[b] * v[d + 2] - v[b + 2] * v[d])
                            + v[a + 2] * (v[b] * v[d + 1] - v[b + 1] * v[d]);
                }
            }
        }
        return sum / 6;
    }

    @Test
    void roomsHaveNamesAndAreas() {
        SolidBatch spaces = READ.get("a").solids("spaces");
        List<Object> names = column(spaces.features(), "longName");
        assertThat(names).contains("Entrance hall", "Playroom Larch", "Kitchen", "Community hall", "Attic studio").doesNotContainNull();
        List<Object> areas = column(spaces.features(), "Qto_SpaceBaseQuantities.NetFloorArea");
        assertThat(((Number) areas.get(names.indexOf("Entrance hall"))).doubleValue()).as("11.2 × 6.6 m").isCloseTo(73.92, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"a, 2, 972", "b, 3, 876"})
    void theBuildingSaysHowLargeItIs(String variant, long storeys, double area) {
        FeatureTable structure = READ.get(variant).solids("structure").features();
        int building = IntStream.range(0, structure.size()).filter(i -> structure.types()[i].equals("IfcBuilding")).findFirst().orElseThrow();
        assertThat(column(structure, "Pset_BuildingCommon.NumberOfStoreys").get(building)).isEqualTo(storeys);
        assertThat(((Number) column(structure, "Pset_BuildingCommon.GrossPlannedArea").get(building)).doubleValue()).isEqualTo(area);
    }

    @ParameterizedTest
    @CsvSource({"a, 12.5", "b, 10.6"})
    void standsOnTheGroundOfTheSchoolYard(String variant, double height) {
        Bounds box = elements(variant).polygons().bounds();
        assertThat(box.minEast()).isBetween(EAST - 1.7, EAST);
        assertThat(box.maxEast()).isBetween(EAST + 12, EAST + 13.5);
        assertThat(box.minNorth()).isBetween(NORTH - 1.3, NORTH);
        assertThat(box.maxNorth()).isBetween(NORTH + 28, NORTH + 28.6);
        double ground = Designed.DISTRICT.terrain.lowest(Newcomers.outline());
        assertThat(box.minUp()).as("its footings are below the ground").isBetween(ground - 1.5, ground - 0.4);
        assertThat(box.maxUp() - ground).isBetween(height, height + 1.6);
        assertThat(Newcomers.outline()).allSatisfy(c -> assertThat(Designed.DISTRICT.terrain.at(c.x, c.y)).isLessThan(box.minUp() + 1.45));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void keepsClearOfTreesAndOtherBuildings(String variant) {
        Bounds box = elements(variant).polygons().bounds();
        Geometry all = Shapes.box(box.minEast() - Frame.EAST0, box.minNorth() - Frame.NORTH0, box.maxEast() - Frame.EAST0, box.maxNorth() - Frame.NORTH0);
        assertThat(Designed.DISTRICT.planting.trees()).noneSatisfy(t -> assertThat(all.distance(Shapes.point(t.at()))).isLessThan(t.crown() / 2));
        assertThat(Designed.DISTRICT.sites.stream().flatMap(s -> s.houses.stream())).noneSatisfy(h -> assertThat(h.footprint().distance(all)).isLessThan(6));
        assertThat(Designed.DISTRICT.sites.stream().flatMap(s -> s.open.stream()).filter(o -> o.kind().equals("schoolyard")))
                .as("all of it stands in the yard").anySatisfy(o -> assertThat(o.area().covers(all)).isTrue());
    }
}
