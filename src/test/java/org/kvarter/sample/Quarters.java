package org.kvarter.sample;

import static org.kvarter.sample.Draft.Function.CULTURE;
import static org.kvarter.sample.Draft.Function.OFFICE;
import static org.kvarter.sample.Draft.Function.RESIDENTIAL;
import static org.kvarter.sample.StoneTown.Style.GARDEN;
import static org.kvarter.sample.StoneTown.Style.MODERN;
import static org.kvarter.sample.StoneTown.Style.STONE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kvarter.sample.StoneTown.Brief;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The hand-written use of every block: what is built on it and how high, from the quay to the hill. */
final class Quarters {
    private final GroundPlan ground;
    private final Terrain terrain;
    private final Curve shore;
    private final List<Site> sites = new ArrayList<>();
    private final List<Polygon> left;

    Quarters(GroundPlan ground, Terrain terrain) {
        this.ground = ground;
        this.terrain = terrain;
        this.shore = ground.plan.shore;
        this.left = new ArrayList<>(ground.blocks);
        quay();
        mainStreet();
        gardenStreet();
        canal();
        holmen();
        hillAndVillas();
        north();
        int n = 1;
        left.addAll(ground.margins);
        for (Polygon block : left) {
            Site site = new Site(block, terrain, "Grönytan " + n++);
            park(site);
            sites.add(site);
        }
    }

    List<Site> sites() {
        return sites;
    }

    private void quay() {
        use(20, 365, "Badhusparken", s -> {
            Landmarks.pavilion(s, shore.at(136, 46), 1, 0.62, 26, 12, "Badhuset", CULTURE);
            park(s);
        });
        stone(105, 425, "Ankaret", new Brief(STONE, 5, 1898, 12, 0));
        stone(197, 460, "Briggen", new Brief(STONE, 5, 1904, 12, 0));
        stone(300, 487, "Skonaren", new Brief(STONE, 6, 1909, 12.2, 0));
        use(412, 512, "Saluhallstorget", s -> {
            Coordinate a = shore.at(506, 56);
            Coordinate b = shore.at(506, 70);
            Coordinate centre = shore.at(506, 68);
            Landmarks.marketHall(s, centre, b.x - a.x, b.y - a.y);
            s.rest("square", "Saluhallstorget", 0);
        });
        use(528, 495, "Magasinen", s -> {
            Landmarks.warehouses(s, shore, 571, 662, 29.5, 36);
            backRow(s, 571, 655, 73, 5);
            s.rest("square", "Magasinsgården", 0);
        });
        use(642, 475, "Packhuset", s -> {
            Landmarks.warehouses(s, shore, 676, 768, 29.5, 34);
            s.rest("square", "Packhusplatsen", 0);
        });
        stone(755, 430, "Lotsen", new Brief(STONE, 5, 1912, 12, 0));
        stone(855, 370, "Fyren", new Brief(MODERN, 6, 2012, 13, 0, 911, 340, 15));
    }

    /** A terrace of town houses along Storgatan behind the warehouses. */
    private void backRow(Site s, double from, double to, double front, int storeys) {
        double u = from;
        while (u + 15 < to) {
            double w = Math.min(s.dice.between(16, 20), to - u);
            List<Coordinate> c = Landmarks.square(shore, u, w, front, 12);
            if (s.free(c, -0.5)) {
                double eave = s.level(c) + 0.8 + storeys * 3.3 + s.dice.between(-1.2, 0.6);
                Solid solid = Solid.strip(List.of(c.get(0), c.get(1)), List.of(c.get(3), c.get(2)), s.base(c), Solid.gable(eave, eave + 5.2),
                        s.dice.pick(Palette.PLASTERS), s.dice.pick(Palette.TILES));
                s.add(Draft.single(s.quarter, OFFICE, "", s.dice.whole(1890, 1906), "gable", new Draft.Part(solid, c, storeys)), Shapes.polygon(c));
            }
            u += w;
        }
    }

    private void mainStreet() {
        stone(75, 505, "Fregatten", new Brief(STONE, 5, 1896, 12, 0));
        stone(180, 545, "Kofferdisten", new Brief(STONE, 5, 1901, 12, 0, 142, 486, 12));
        stone(265, 570, "Galeasen", new Brief(STONE, 5, 1907, 12, 0));
        stone(345, 583, "Barken", new Brief(STONE, 6, 1911, 11.6, 0));
        use(412, 600, "Lindallén södra", s -> green(s, "park", "Lindallén"));
        stone(470, 602, "Jakten", new Brief(STONE, 6, 1910, 11.6, 0));
        stone(548, 578, "Slupen", new Brief(STONE, 5, 1906, 11.6, 0));
        stone(655, 555, "Kuttern", new Brief(STONE, 5, 1899, 12, 0));
        stone(790, 510, "Kompassen", new Brief(STONE, 5, 1914, 12, 0));
    }

    private void gardenStreet() {
        stone(48, 592, "Lönnen", new Brief(GARDEN, 4, 1926, 11, 0.12));
        stone(130, 622, "Almen", new Brief(GARDEN, 4, 1924, 11, 0.14));
        stone(218, 650, "Rönnen", new Brief(GARDEN, 4, 1928, 11, 0.16));
        stone(318, 675, "Hasseln", new Brief(GARDEN, 3, 1931, 10.6, 0.2));
        use(405, 683, "Lindallén norra", s -> green(s, "park", "Lindallén"));
        stone(490, 690, "Oxeln", new Brief(GARDEN, 3, 1929, 10.6, 0.2));
        stone(610, 667, "Häggen", new Brief(GARDEN, 4, 1930, 11, 0.16));
        stone(718, 635, "Björken", new Brief(GARDEN, 4, 1927, 11, 0.14));
        stone(805, 605, "Asken", new Brief(GARDEN, 4, 1933, 11, 0.14));
    }

    private void canal() {
        stone(900, 440, "Slussen", new Brief(STONE, 5, 1918, 12, 0));
        stone(990, 420, "Kranen", new Brief(MODERN, 6, 2016, 13, 0.1));
        stone(900, 540, "Poppeln", new Brief(GARDEN, 4, 1936, 11, 0.12));
        use(1010, 540, "Skolan", s -> {
            Landmarks.school(s, 1016, 574, -1, 0.02, 58);
            s.rest("schoolyard", "Lindhamnsskolan", 0.5);
        });
        stone(1105, 450, "Dockan", new Brief(MODERN, 5, 2014, 12.5, 0, 1050, 470, 13));
        stone(1095, 540, "Masten", new Brief(GARDEN, 4, 1938, 11, 0.12));
    }

    private void holmen() {
        stone(1010, 315, "Tackjärnet", new Brief(MODERN, 6, 2017, 13, 0.1));
        stone(1105, 300, "Kättingen", new Brief(MODERN, 6, 2019, 13, 0.12));
        use(970, 215, "Repslagaren", s -> {
            Landmarks.longStore(s, ground.plan.holmen, 43, 34, 26.5, 15, 3, "Tullpackhuset");
            Landmarks.longStore(s, ground.plan.holmen, 81, 29, 26.5, 15, 4, "Hampspinneriet");
            Suburb.slab(s, 999, 221, 0.42, -0.9, 3, 5, 1, true);
            s.rest("courtyard", "Repslagaren", 1);
        });
        use(1100, 195, "Storseglet", s -> {
            Suburb.slab(s, 1058.5, 190, 0.12, -1, 3, 5, 1, true);
            Suburb.slab(s, 1099, 188, 0.2, -1, 3, 4, 1, true);
            s.rest("courtyard", "Storseglet", 1.2);
        });
        use(1000, 100, "Udden", s -> {
            List<Coordinate> c = Shapes.rectangle(new Coordinate(1032, 68), 1, 0.15, 21, 21);
            s.add(Towers.tower(s, c, 18, "Uddens torn", RESIDENTIAL), Shapes.mitred(Shapes.polygon(c), 4));
            s.rest("park", "Uddparken", 2);
        });
    }

    private void hillAndVillas() {
        use(600, 850, "Lindhamnsberget", s -> {
            Landmarks.church(s, 384, 744, -0.12, 1);
            Towers.point(s, 690, 742, 1, -0.3, 8);
            Towers.point(s, 738, 722, 1, -0.35, 9);
            Towers.point(s, 790, 706, 1, -0.4, 8);
            Towers.point(s, 836, 676, 1, -0.5, 9);
            Landmarks.lookout(s, 626, 896);
            Geometry open = s.block.difference(Shapes.round(Shapes.union(s.houses.stream().map(Draft::footprint).toList()), 3)).difference(ground.pathArea);
            Shapes.polygons(Shapes.grid(open), 40).forEach(p -> s.open.add(new Site.Open("wood", "Lindhamnsberget", p)));
        });
        use(45, 705, "Solrosen", s -> Suburb.rows(s, 6));
        use(160, 715, "Vallmon", s -> Suburb.rows(s, 6));
        use(205, 815, "Blåklinten", s -> Suburb.villas(s, 28));
        use(65, 810, "Smultronet", s -> Suburb.villas(s, 29));
        use(70, 905, "Hallonet", s -> Suburb.villas(s, 29));
        use(205, 900, "Lingonet", s -> Suburb.villas(s, 29));
        use(70, 968, "Björnbäret", s -> Suburb.villas(s, 30));
        use(210, 970, "Blåbäret", s -> Suburb.villas(s, 29));
    }

    private void north() {
        use(1020, 670, "Kastanjen", s -> {
            for (int i = 0; i < 3; i++) {
                Suburb.slab(s, 955 + 46 * i, 672 - 2 * i, 0.16, 1, 4 - i % 2, 4, 0, false);
            }
            lawn(s);
        });
        use(1160, 685, "Syrenen", s -> Suburb.rows(s, 5));
        use(1070, 815, "Eken", s -> {
            for (int i = 0; i < 4; i++) {
                Suburb.slab(s, 966 + 66 * i, 802 + 4 * i, 0.32, 1, 3, 4, 0, false);
            }
            lawn(s);
        });
        use(1080, 940, "Ekbacken", s -> {
            for (int i = 0; i < 3; i++) {
                Suburb.slab(s, 985 + 80 * i, 940 + 6 * i, 1, 0.3 - 0.3 * i, 3, 3, 0, false);
            }
            lawn(s);
        });
    }

    private void stone(double x, double y, String quarter, Brief brief) {
        use(x, y, quarter, s -> StoneTown.build(s, brief));
    }

    private void use(double x, double y, String quarter, Consumer<Site> design) {
        Polygon block = left.stream().filter(b -> b.contains(Shapes.FACTORY.createPoint(new Coordinate(x, y)))).findFirst()
                .orElseThrow(() -> new IllegalStateException("no block for " + quarter));
        left.remove(block);
        Site site = new Site(block, terrain, quarter);
        design.accept(site);
        sites.add(site);
    }

    private void park(Site s) {
        green(s, "park", s.quarter);
    }

    private void lawn(Site s) {
        green(s, "lawn", s.quarter);
    }

    private void green(Site s, String kind, String name) {
        s.rest(kind, name, 1.2);
    }
}
