package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.sample.Street.Kind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The hand-drawn part: shore, canal, streets and tram. The bay is an arc, and the plan thinks in its terms: {@code u} metres
 * along the shore from the west, {@code t} metres inland. Streets along the bay follow t, streets towards the hill follow u, so
 * they fan out; they are drawn point by point, so none is straight and no two blocks are alike.
 */
final class StreetPlan {
    /** Distance along the shore where the beach ends and the quay begins. */
    static final double QUAY_BEGIN = 172;
    /** Where the quay turns into the canal. */
    static final double QUAY_END = 1000;
    /** Width of the promenade between the water and Kajgatan, metres. */
    static final double PROMENADE = 15.5;

    final Curve shore = Curve.through(-60, 262, 80, 352, 240, 412, 410, 436, 580, 424, 740, 372, 868, 284, 950, 190);
    final Curve canalNorth = Curve.through(866, 286, 888, 306, 940, 347, 1020, 391, 1092, 396, 1152, 366, 1220, 316);
    final Curve canalSouth = Curve.through(893, 263, 912, 286, 956, 323, 1026, 364, 1084, 368, 1132, 344, 1166, 300);
    final Curve holmen = Curve.through(893, 263, 925, 205, 958, 130, 978, 66, 1012, 34, 1064, 34, 1102, 78, 1128, 150, 1152, 225,
            1166, 300);
    final List<Street> streets = new ArrayList<>();
    final Curve tram;
    final Polygon mainland;
    final Polygon island;
    final Geometry water;
    final Geometry sheet = Shapes.box(0, 0, Frame.WIDTH, Frame.HEIGHT);

    StreetPlan() {
        mainland = mainland();
        island = island();
        water = Shapes.grid(sheet.difference(mainland).difference(island));
        List<Coordinate> main = new ArrayList<>(bay(110, 96, 200, 95, 300, 99, 400, 108, 505, 119, 610, 108, 700, 97, 800, 93,
                900, 91, 980, 90));
        main.addAll(xy(958, 322, 992, 284, 1022, 232, 1036, 170, 1036, 108));
        tram = Curve.smooth(main);
        add("Storgatan", Kind.MAIN, 25, main);
        alongTheBay();
        towardsTheHill();
        east();
        hillFoot();
        holmenStreets();
    }

    private void alongTheBay() {
        add("Kajgatan", Kind.STREET, 11, bay(166, 21, 250, 21, 350, 21, 450, 21, 560, 21, 660, 21, 760, 21, 860, 21, 985, 21));
        List<Coordinate> garden = bay(140, 186, 250, 188, 350, 192, 450, 200, 560, 200, 660, 190, 780, 184, 880, 188);
        garden.addAll(xy(938, 478, 1010, 466, 1090, 484, 1220, 520));
        add("Trädgårdsgatan", Kind.STREET, 14, garden);
        List<Coordinate> hill = bay(170, 285, 260, 290, 350, 284, 450, 292, 540, 290, 640, 284, 740, 280, 840, 288);
        hill.addAll(xy(914, 608, 1010, 600, 1100, 610, 1220, 630));
        add("Bergsgatan", Kind.STREET, 13, hill);
    }

    private void towardsTheHill() {
        add("Badhusgatan", Kind.STREET, 13, bay(172, 15, 170, 98, 176, 190));
        add("Lotsgatan", Kind.STREET, 13, bay(262, 15, 262, 98, 256, 190, 262, 290));
        add("Segelmakargatan", Kind.STREET, 12, bay(352, 15, 356, 98, 350, 192));
        add("Fiskartorget", Kind.LANE, 10, bay(446, 15, 450, 108));
        add("Västra Lindallén", Kind.STREET, 11, bay(486, 117, 485, 200, 482, 292));
        add("Östra Lindallén", Kind.STREET, 11, bay(524, 117, 526, 200, 530, 290));
        add("Saluhallsgränd", Kind.LANE, 10, bay(564, 15, 561, 110));
        add("Bagargatan", Kind.LANE, 10, bay(420, 110, 416, 196));
        add("Snickargatan", Kind.LANE, 10, bay(593, 110, 590, 197));
        add("Tunnbindargatan", Kind.STREET, 12, bay(668, 15, 661, 102, 655, 190));
        add("Repslagargatan", Kind.STREET, 13, bay(775, 15, 772, 95, 768, 184, 788, 284));
        add("Kaptensgatan", Kind.STREET, 13, bay(884, 15, 882, 92, 876, 188));
        add("Bokbindargatan", Kind.LANE, 11, bay(318, 190, 324, 286));
        add("Brunnsgatan", Kind.LANE, 11, bay(400, 196, 396, 288));
        add("Klockargatan", Kind.LANE, 11, bay(622, 194, 618, 286));
        add("Smedjegatan", Kind.LANE, 11, bay(708, 186, 706, 281));
        add("Åsgatan", Kind.LANE, 11, List.of(shore.at(838, 185), shore.at(846, 240), shore.at(850, 290)));
    }

    private void east() {
        add("Kanalgatan", Kind.STREET, 11, canalNorth.left(13).points().stream().filter(c -> c.x > 868).toList(), false);
        add("Norra vägen", Kind.STREET, 13, xy(914, 606, 928, 690, 916, 790, 936, 880, 930, 1020));
        add("Parkvägen", Kind.LANE, 11, xy(926, 745, 1010, 732, 1100, 742, 1220, 760));
        add("Ekbacken", Kind.LANE, 10, xy(934, 872, 1030, 862, 1120, 880, 1220, 884));
        add("Varvsgatan", Kind.STREET, 12, xy(1040, 400, 1046, 470, 1062, 604));
        add("Brogatan", Kind.LANE, 11, xy(952, 352, 950, 410, 944, 478));
        add("Skolgränd", Kind.LANE, 11, xy(952, 474, 972, 530, 985, 602));
        add("Östra vägen", Kind.LANE, 11, xy(1090, 610, 1096, 680, 1092, 742));
    }

    private void hillFoot() {
        add("Solbacken", Kind.LANE, 9, join(bay(262, 290), xy(92, 745, 128, 850, 130, 1020)));
        add("Ängsvägen", Kind.LANE, 9, join(bay(372, 285), xy(262, 780, 286, 850, 268, 930, 290, 1020)));
        add("Rönnvägen", Kind.LANE, 8, xy(-20, 770, 96, 757, 180, 768, 258, 768));
        add("Hasselvägen", Kind.LANE, 8, xy(-20, 868, 128, 852, 205, 866, 284, 846));
        add("Björkvägen", Kind.LANE, 8, xy(-20, 950, 130, 944, 200, 948, 268, 930));
        add("Utsiktsvägen", Kind.PATH, 4, xy(505, 790, 470, 830, 500, 872, 560, 850, 622, 868, 600, 905, 560, 893));
        add("Bergsstigen", Kind.PATH, 3.5, xy(280, 860, 360, 845, 420, 862, 478, 838));
        add("Ekstigen", Kind.PATH, 3.5, xy(934, 903, 1000, 913, 1080, 910, 1150, 922, 1220, 916));
        add("Eklandet", Kind.PATH, 3.5, xy(924, 842, 1000, 838, 1100, 848, 1220, 852));
        add("Norra stigen", Kind.PATH, 3.5, xy(622, 868, 690, 850, 760, 872, 840, 840, 917, 800));
    }

    private void holmenStreets() {
        add("Uddstigen", Kind.PATH, 4, xy(1036, 110, 1046, 92, 1054, 66, 1040, 49, 1018, 48, 1006, 66, 1014, 94, 1033, 110));
        add("Skeppargatan", Kind.LANE, 11, xy(1028, 214, 1080, 232, 1146, 236));
        add("Ankargatan", Kind.LANE, 10, xy(962, 172, 990, 160, 1034, 152, 1080, 146, 1118, 150));
        add("Tjärgatan", Kind.LANE, 10, xy(1078, 234, 1070, 300, 1054, 366));
        add("Holmkajen", Kind.LANE, 9, holmen.left(15).points().stream().filter(c -> c.x < 1000 || c.y < 296).toList(), false);
        add("Södra Kanalgatan", Kind.LANE, 9, canalSouth.left(-13).points().stream().filter(c -> c.x > 908 && (c.x < 1140 || c.y > 290)).toList(), false);
    }

    private void add(String name, Kind kind, double width, List<Coordinate> control) {
        add(name, kind, width, control, true);
    }

    private void add(String name, Kind kind, double width, List<Coordinate> control, boolean smooth) {
        streets.add(new Street(name, kind, width, smooth ? Curve.smooth(control).points() : control));
    }

    /** Points given as u0, t0, u1, t1 … */
    private List<Coordinate> bay(double... ut) {
        List<Coordinate> out = new ArrayList<>();
        for (int i = 0; i < ut.length; i += 2) {
            out.add(shore.at(ut[i], ut[i + 1]));
        }
        return out;
    }

    static List<Coordinate> xy(double... xy) {
        List<Coordinate> out = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            out.add(new Coordinate(xy[i], xy[i + 1]));
        }
        return out;
    }

    private static List<Coordinate> join(List<Coordinate> a, List<Coordinate> b) {
        List<Coordinate> out = new ArrayList<>(a);
        out.addAll(b);
        return out;
    }

    private Polygon mainland() {
        List<Coordinate> ring = new ArrayList<>();
        for (double u = 0; u < QUAY_END - 4; u += 4) {
            ring.add(shore.at(u, 0));
        }
        ring.addAll(canalNorth.points());
        ring.addAll(xy(1220, 1020, -60, 1020));
        return (Polygon) Shapes.grid(Shapes.polygon(ring).intersection(sheet));
    }

    private Polygon island() {
        List<Coordinate> ring = new ArrayList<>(holmen.points());
        List<Coordinate> bank = new ArrayList<>(canalSouth.points());
        java.util.Collections.reverse(bank);
        ring.addAll(bank);
        return (Polygon) Shapes.grid(Shapes.polygon(ring).intersection(sheet));
    }
}
