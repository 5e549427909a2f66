package org.kvarter.sample;

import java.util.List;
import org.kvarter.sample.beacon.Lighthouse;
import org.kvarter.sample.timber.TimberHouse;
import org.locationtech.jts.geom.Coordinate;

/** What stands in the district in files of its own: the timber house planned in the school's yard, and the lighthouse at the head of a pier. */
final class Newcomers {
    /** File names, and ids of layers before their endings. */
    static final String HOUSE_A = "lindhamn-timber-house-a";
    static final String HOUSE_B = "lindhamn-timber-house-b";
    static final String LIGHTHOUSE = "lindhamn-lighthouse";

    /** South-west corner of the house on the plan. */
    static final double HOUSE_X = 992;
    static final double HOUSE_Y = 498.5;

    /** The middle one of the marina's piers, which goes out furthest: metres along the shore, and its length. */
    private static final double PIER = 290;
    private static final double PIER_LENGTH = 92;

    private Newcomers() {
    }

    /** The house's outline on the plan. */
    static List<Coordinate> outline() {
        double e = HOUSE_X + TimberHouse.WIDTH;
        double n = HOUSE_Y + TimberHouse.LENGTH;
        return List.of(new Coordinate(HOUSE_X, HOUSE_Y), new Coordinate(e, HOUSE_Y), new Coordinate(e, n), new Coordinate(HOUSE_X, n));
    }

    /** The house as IFC, its ground floor a little above the highest ground. */
    static String house(Terrain terrain, char variant) {
        double high = outline().stream().mapToDouble(c -> terrain.at(c.x, c.y)).max().orElseThrow();
        double floor = StrictMath.rint((high + 0.15) * 20) / 20;
        return TimberHouse.write(variant, Frame.EAST0 + HOUSE_X, Frame.NORTH0 + HOUSE_Y, floor, StrictMath.rint(terrain.lowest(outline()) * 100) / 100);
    }

    /** The lighthouse's middle on the plan: its foundation holds the end of the pier. */
    static Coordinate lighthouse(StreetPlan plan) {
        Coordinate c = plan.shore.at(PIER, -PIER_LENGTH - Lighthouse.RADIUS + 0.5);
        return new Coordinate(StrictMath.rint(c.x * 10) / 10, StrictMath.rint(c.y * 10) / 10);
    }

    /** The lighthouse as GLB, its door towards the pier. */
    static byte[] lighthouseGlb(StreetPlan plan) {
        Coordinate land = plan.shore.at(PIER, 0);
        Coordinate c = lighthouse(plan);
        return Lighthouse.write(StrictMath.rint(1e3 * StrictMath.atan2(land.y - c.y, land.x - c.x)) / 1e3);
    }
}
