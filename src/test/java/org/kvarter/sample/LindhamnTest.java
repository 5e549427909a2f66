package org.kvarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** The district is one that could be built: sound bodies, on their ground, beside and not on the streets, reachable. */
class LindhamnTest {
    /** Area that rounding to millimetres may leave over, square metres. */
    private static final double NOTHING = 0.1;

    private static District district;
    private static List<Building> buildings;

    @BeforeAll
    static void design() {
        district = Designed.DISTRICT;
        buildings = district.registry.buildings();
    }

    @Test
    void hasAboutFourHundredBuildingsOfEveryKind() {
        assertThat(buildings).hasSizeBetween(380, 470);
        Set<Draft.Function> functions = new HashSet<>();
        buildings.forEach(b -> functions.add(b.draft().function()));
        assertThat(functions).contains(Draft.Function.RESIDENTIAL, Draft.Function.MIXED, Draft.Function.OFFICE, Draft.Function.SCHOOL,
                Draft.Function.RETAIL, Draft.Function.CULTURE, Draft.Function.VILLA, Draft.Function.ROW_HOUSE, Draft.Function.CHURCH);
        assertThat(buildings.stream().filter(b -> b.draft().storeys() >= 12)).hasSizeBetween(3, 8);
        assertThat(buildings.stream().map(Building::address)).doesNotHaveDuplicates();
        assertThat(buildings.stream().filter(b -> b.draft().parts().size() > 1)).hasSizeGreaterThan(40);
    }

    @TestFactory
    Stream<DynamicTest> everyBodyIsClosedPlanarAndTurnedOutwards() {
        Map<String, Solid> solids = new java.util.LinkedHashMap<>();
        for (Building b : buildings) {
            for (int i = 0; i < b.draft().parts().size(); i++) {
                solids.put(b.id() + "-" + i, b.draft().parts().get(i).solid());
            }
        }
        for (Waterside.Structure s : Stream.concat(district.waterside.all().stream(), district.life.all().stream()).toList()) {
            solids.put(s.id(), s.solid());
            for (int i = 0; i < s.solid().more().size(); i++) {
                solids.put(s.id() + "+" + i, s.solid().more().get(i));
            }
        }
        return Stream.of(
                DynamicTest.dynamicTest("closed", () -> assertThat(solids).allSatisfy((id, s) -> assertThat(openEdges(s)).isEmpty())),
                DynamicTest.dynamicTest("outwards", () -> assertThat(solids).allSatisfy((id, s) -> assertThat(volume(s)).isPositive())),
                DynamicTest.dynamicTest("planar", () -> assertThat(solids).allSatisfy((id, s) -> assertThat(s.faces())
                        .allSatisfy(f -> assertThat(bend(f.ring())).isLessThan(0.015)))));
    }

    @Test
    void windowsLookOutOfEveryHouseAndIntoNoNeighbour() {
        STRtree index = new STRtree();
        buildings.forEach(b -> index.insert(b.draft().footprint().getEnvelopeInternal(), b));
        int triangles = 0;
        for (Building b : buildings) {
            List<Solid.Face> panes = b.draft().parts().stream().flatMap(p -> p.solid().fittings().stream())
                    .filter(f -> f.kind() == Solid.Kind.WINDOW || f.kind() == Solid.Kind.DOOR).toList();
            assertThat(panes).as(b.id()).hasSizeGreaterThanOrEqualTo(1);
            triangles += 2 * panes.size();
            Geometry foot = b.draft().footprint().buffer(-0.3);
            for (Solid.Face f : panes) {
                Coordinate a = f.ring().get(0);
                Coordinate c = f.ring().get(1);
                double width = a.distance(c);
                Coordinate before = new Coordinate((a.x + c.x) / 2 + (c.y - a.y) / width * 0.5, (a.y + c.y) / 2 - (c.x - a.x) / width * 0.5);
                assertThat(width).isBetween(0.5, 5.0);
                assertThat(f.ring().get(2).getZ() - a.getZ()).isBetween(0.8, 6.0);
                assertThat(a.getZ()).as("sill of %s", b.id()).isGreaterThan(district.terrain.at(before.x, before.y) - 0.25);
                if (b.draft().parts().size() == 1 && !b.draft().roofType().equals("vault") && !b.draft().roofType().equals("flat")) {
                    assertThat(foot.contains(Shapes.point(before))).as("pane of %s looks in", b.id()).isFalse();
                }
                for (Object o : index.query(Shapes.point(before).getEnvelopeInternal())) {
                    for (Draft.Part part : o == b ? List.<Draft.Part>of() : ((Building) o).draft().parts()) {
                        boolean below = part.solid().faces().stream().flatMap(q -> q.ring().stream()).allMatch(q -> q.getZ() <= a.getZ());
                        assertThat(!below && Shapes.polygon(part.footprint()).contains(Shapes.point(before))).as("%s looks into %s", b.id(), ((Building) o).id()).isFalse();
                    }
                }
            }
        }
        assertThat(triangles).isBetween(25_000, 50_000);
    }

    /** Directed edges that are not used once and once in the other direction. */
    private static List<String> openEdges(Solid s) {
        Map<String, Integer> uses = new HashMap<>();
        for (Solid.Face f : s.faces()) {
            for (int i = 0; i < f.ring().size(); i++) {
                uses.merge(key(f.ring().get(i)) + ">" + key(f.ring().get((i + 1) % f.ring().size())), 1, Integer::sum);
            }
        }
        List<String> open = new ArrayList<>();
        uses.forEach((edge, n) -> {
            String[] ends = edge.split(">");
            if (n != 1 || uses.getOrDefault(ends[1] + ">" + ends[0], 0) != 1) {
                open.add(edge);
            }
        });
        return open;
    }

    private static String key(Coordinate c) {
        return Math.round(c.x * 1000) + " " + Math.round(c.y * 1000) + " " + Math.round(c.getZ() * 1000);
    }

    /** Newell's normal, its length twice the area. */
    private static double[] normal(List<Coordinate> ring) {
        double[] n = new double[3];
        for (int i = 0; i < ring.size(); i++) {
            Coordinate p = ring.get(i);
            Coordinate q = ring.get((i + 1) % ring.size());
            n[0] += (p.y - q.y) * (p.getZ() + q.getZ());
            n[1] += (p.getZ() - q.getZ()) * (p.x + q.x);
            n[2] += (p.x - q.x) * (p.y + q.y);
        }
        return n;
    }

    private static double volume(Solid s) {
        return s.faces().stream().mapToDouble(f -> dot(normal(f.ring()), f.ring().get(0)) / 6).sum();
    }

    private static double bend(List<Coordinate> ring) {
        double[] n = normal(ring);
        double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        double at = dot(n, ring.get(0));
        return ring.stream().mapToDouble(c -> Math.abs(dot(n, c) - at) / length).max().orElseThrow();
    }

    private static double dot(double[] n, Coordinate c) {
        return n[0] * c.x + n[1] * c.y + n[2] * c.getZ();
    }

    @Test
    void noBuildingOverlapsAnother() {
        STRtree index = new STRtree();
        buildings.forEach(b -> index.insert(b.draft().footprint().getEnvelopeInternal(), b));
        for (Building b : buildings) {
            Geometry foot = b.draft().footprint();
            assertThat(foot.isValid()).as(b.id()).isTrue();
            for (Object o : index.query(foot.getEnvelopeInternal())) {
                if (o != b) {
                    assertThat(((Building) o).draft().footprint().intersection(foot).getArea()).as("%s on %s", b.id(), ((Building) o).id()).isLessThan(NOTHING);
                }
            }
        }
    }

    @Test
    void noBuildingStandsInTheWaterOrOnAStreetOrBeyondTheSheet() {
        for (Building b : buildings) {
            Geometry foot = b.draft().footprint();
            assertThat(foot.intersection(district.plan.water).getArea()).as("%s in the water", b.id()).isLessThan(NOTHING);
            assertThat(foot.intersection(district.ground.streetArea).getArea()).as("%s on a street", b.id()).isLessThan(NOTHING);
            assertThat(foot.intersection(district.ground.quayArea).getArea()).as("%s on the quay", b.id()).isLessThan(NOTHING);
            assertThat(foot.intersection(district.ground.pathArea).getArea()).as("%s on a path", b.id()).isLessThan(NOTHING);
            assertThat(foot.difference(district.plan.sheet).getArea()).as("%s off the sheet", b.id()).isLessThan(NOTHING);
        }
    }

    @Test
    void streetsAndBridgesMakeOneNetworkThatComesNearEveryBuilding() {
        List<Geometry> walked = new ArrayList<>(List.of(district.ground.streetArea, district.ground.quayArea, district.ground.pathArea,
                district.waterside.footprint()));
        district.sites.forEach(s -> s.open.stream().filter(o -> o.kind().equals("square")).forEach(o -> walked.add(o.area())));
        List<Polygon> network = Shapes.polygons(Shapes.union(walked).buffer(0.05), 1);
        double all = network.stream().mapToDouble(Polygon::getArea).sum();
        assertThat(network.get(0).getArea() / all).isGreaterThan(0.995);
        for (Building b : buildings) {
            assertThat(network.get(0).distance(b.draft().footprint())).as("way to %s (%s)", b.id(), b.draft().quarter()).isLessThan(55);
        }
    }

    @Test
    void everyBuildingStandsOnItsGround() {
        for (Building b : buildings) {
            for (Draft.Part p : b.draft().parts()) {
                double base = p.solid().faces().stream().filter(f -> f.kind() == Solid.Kind.GROUND).mapToDouble(f -> f.ring().get(0).getZ()).min().orElseThrow();
                boolean upper = b.draft().parts().stream().anyMatch(o -> o != p && Shapes.polygon(o.footprint()).contains(Shapes.polygon(p.footprint())));
                if (!upper) {
                    double low = district.terrain.lowest(p.footprint());
                    assertThat(low - base).as("depth of %s below its lowest ground", b.id()).isBetween(0.05, 6.0);
                }
            }
        }
    }

    @Test
    void quaysStandAtTwoMetresAndTheHillBehindThem() {
        assertThat(district.terrain.at(505, 445)).isEqualTo(2.0);
        assertThat(district.terrain.at(505, 380)).isBetween(-4.1, -2.0);
        float top = 0;
        for (float h : district.terrain.heights()) {
            top = Math.max(top, h);
        }
        assertThat(top).isBetween(30f, 48f);
    }

    @Test
    void treesStandOnLandAndClearOfHousesAndEachOther() {
        STRtree houses = new STRtree();
        buildings.forEach(b -> houses.insert(b.draft().footprint().getEnvelopeInternal(), b.draft().footprint()));
        assertThat(district.planting.trees()).hasSizeBetween(1500, 4000);
        for (Planting.Tree t : district.planting.trees()) {
            Geometry p = Shapes.point(t.at());
            assertThat(district.plan.water.distance(p)).isPositive();
            for (Object house : houses.query(p.getEnvelopeInternal())) {
                assertThat(((Geometry) house).distance(p)).isGreaterThan(1.0);
            }
        }
    }
}
