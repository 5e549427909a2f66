package org.kvarter.sample.timber;

import java.util.List;

/**
 * A preschool and community house of cross-laminated timber, 12 by 28 metres, in two variants: with two storeys and an attic under a gabled
 * roof, and with three storeys under a green roof with a terrace.
 */
public final class TimberHouse {
    /** From west to east, metres. */
    public static final double WIDTH = 12;
    /** From south to north, metres. */
    public static final double LENGTH = 28;
    /** Height of a floor slab. */
    static final double SLAB = 0.28;

    private static final double T = Wall.OUTER;
    /** South-west corners of stairs: in the hall, and in the room beside it. */
    private static final double[] STAIRS = {7.0, 4.0};
    private static final double[] UPPER_STAIRS = {10.15, 10.3};
    private static final double[] ODD = {5, 7, 11, 13, 17, 19, 23, 25};

    private final Model m;
    private final Parts parts;
    private final Fittings fittings;
    private final Paint boards;
    private final Paint battens;
    private final double height;
    private final double drop;

    private TimberHouse(String name, double east, double north, double floor, double ground, double height, Paint frame, Paint boards, Paint battens) {
        this.m = new Model(name, east, north, floor);
        this.parts = new Parts(m);
        this.fittings = new Fittings(m, frame);
        this.boards = boards;
        this.battens = battens;
        this.height = height;
        this.drop = floor - ground;
    }

    /**
     * The file of a variant.
     *
     * @param variant {@code a} or {@code b}
     * @param east    of its south-west corner, EPSG:3011
     * @param north   of its south-west corner
     * @param floor   height of the ground floor, RH 2000
     * @param ground  lowest ground around it, RH 2000
     */
    public static String write(char variant, double east, double north, double floor, double ground) {
        String file = "lindhamn-timber-house-" + variant + ".ifc";
        return variant == 'a'
                ? new TimberHouse("Timber house A", east, north, floor, ground, 3.4, Paint.FRAME, Paint.BOARD, Paint.BATTEN).gabled().write(file)
                : new TimberHouse("Timber house B", east, north, floor, ground, 3.3, Paint.FRAME, Paint.RED_BOARD, Paint.RED_BATTEN).terraced().write(file);
    }

    private Model gabled() {
        double knee = 0.9;
        Storey ground = groundFloor();
        Storey first = firstFloor(0);
        Storey attic = m.storey("Attic", 2 * height);
        Storey roof = m.storey("Roof", 2 * height + knee);
        floor(attic, STAIRS);
        Stairs.draw(m, first, "Stairs to the attic", STAIRS[0], STAIRS[1], height);
        attic(attic, knee);
        new GableRoof(m, roof, 0).draw(fittings);
        for (double x : new double[] {-0.14, WIDTH + 0.06}) {
            for (double y : new double[] {Loggia.DEPTH + 0.1, LENGTH - 0.18}) {
                parts.box(ground, "IFCPIPESEGMENT", "Downpipe", ",.RIGIDSEGMENT.", Paint.SEAM, x, y, -0.3, 0.08, 0.08, height + 0.3);
                parts.box(first, "IFCPIPESEGMENT", "Downpipe", ",.RIGIDSEGMENT.", Paint.SEAM, x, y, 0, 0.08, 0.08, height + knee - GableRoof.EAVE * GableRoof.PITCH - 0.02);
            }
        }
        m.building("NumberOfStoreys", "IFCINTEGER(2)", "GrossPlannedArea", "IFCAREAMEASURE(" + Step.n(WIDTH * (3 * LENGTH - Loggia.DEPTH)) + ")", "OccupancyType",
                "IFCLABEL('Preschool and community house')");
        return m;
    }

    private Model terraced() {
        double back = 8;
        groundFloor();
        Storey first = firstFloor(1);
        Storey second = m.storey("Second floor", 2 * height);
        Storey roof = m.storey("Roof", 3 * height);
        floor(second, UPPER_STAIRS);
        Stairs.draw(m, first, "Stairs to the second floor", UPPER_STAIRS[0], UPPER_STAIRS[1], height);
        secondFloor(second, back);
        FlatRoof flat = new FlatRoof(m);
        flat.terrace(second, back);
        flat.draw(roof, back, boards, battens);
        m.building("NumberOfStoreys", "IFCINTEGER(3)", "GrossPlannedArea", "IFCAREAMEASURE(" + Step.n(WIDTH * (3 * LENGTH - Loggia.DEPTH - back)) + ")", "OccupancyType",
                "IFCLABEL('Preschool and community house')");
        return m;
    }

    private Storey groundFloor() {
        Storey storey = m.storey("Ground floor", 0);
        parts.slab(storey, "Foundation slab", "BASESLAB", Paint.CONCRETE, new double[] {0, 0, WIDTH, LENGTH}, 0, 0.35);
        for (double[] f : new double[][] {{0, 0, WIDTH, 0.5}, {0, LENGTH - 0.5, WIDTH, 0.5}, {0, 0.5, 0.5, LENGTH - 1}, {WIDTH - 0.5, 0.5, 0.5, LENGTH - 1}}) {
            parts.box(storey, "IFCFOOTING", "Strip footing", ",.STRIP_FOOTING.", Paint.CONCRETE, f[0], f[1], -0.95, f[2], f[3], 0.6);
        }
        double south = Loggia.DEPTH;
        Fitting wide = fittings.window(1.6, 2.1, 2, 1);
        Wall[] walls = walls(storey, south, Wall.rectangle(WIDTH - 2 * T, height));
        walls[0].with(WIDTH / 2 - T, 0, fittings.glassDoor(2.2, 2.4, 2));
        for (double x : new double[] {1.7, 3.7, 8.3, 10.3}) {
            walls[0].with(x - T, 0.3, wide);
        }
        for (double y : ODD) {
            walls[1].with(y - south, 0.3, wide);
            walls[3].with(LENGTH - y, 0.3, wide);
        }
        Fitting small = fittings.window(1.2, 2.1, 2, 1);
        for (double x : new double[] {2.8, 6, 9.2}) {
            walls[2].with(x - T, 0.3, small);
        }
        draw(walls, 0.1);
        Loggia.draw(m, storey, height, drop);
        Rooms.draw(m, fittings, storey, 1, south + T, height - SLAB, "Entrance hall", new double[] {16, 22}, new String[] {"Playroom Larch", "Playroom Birch", "Dining room"},
                new double[] {15.9, 21}, new String[] {"Kitchen", "Cloakroom", "Playroom Rowan"});
        Stairs.draw(m, storey, "Stairs to the first floor", STAIRS[0], STAIRS[1], height);
        return storey;
    }

    /** @param shift how far its windows stand north of those below, metres */
    private Storey firstFloor(double shift) {
        Storey storey = m.storey("First floor", height);
        floor(storey, STAIRS);
        Fitting tall = fittings.window(1.2, 1.7, 2, 1);
        Wall[] walls = walls(storey, 0, Wall.rectangle(WIDTH - 2 * T, height));
        for (double x : new double[] {2.2, 6, 9.8}) {
            walls[0].with(x - T, 0.6, x == 6 ? fittings.window(2.2, 1.7, 3, 1) : tall);
            walls[2].with(x - T, 0.6, tall);
        }
        for (double y : new double[] {1.6, 5, 7, 11, 13, 17, 19, 23, 25}) {
            double at = y + (y < 2 ? 0 : shift);
            walls[1].with(at, 0.6, tall);
            if (y == 11 || y == 13) {
                walls[3].with(LENGTH - y, 0, fittings.glassDoor(1.2, 2.3, 1));
            } else {
                walls[3].with(LENGTH - at, 0.6, tall);
            }
        }
        draw(walls, 0.04);
        balcony(storey);
        Rooms.draw(m, fittings, storey, 2, T, height - SLAB, "Community hall", new double[] {16, 22}, new String[] {"Studio", "Quiet room", "Workshop"}, new double[] {15.9, 21},
                new String[] {shift > 0 ? "Stair hall" : "Staff room", "Office", "Music room"});
        return storey;
    }

    private void secondFloor(Storey storey, double south) {
        Fitting tall = fittings.window(1.2, 1.7, 2, 1);
        Wall[] walls = walls(storey, south, Wall.rectangle(WIDTH - 2 * T, height));
        walls[0].with(6 - T, 0.12, fittings.glassDoor(2.2, 2.3, 2));
        for (double x : new double[] {2.4, 9.6}) {
            walls[0].with(x - T, 0.12, fittings.window(2.2, 2.3, 3, 1));
            walls[2].with(x - T, 0.6, tall);
        }
        walls[2].with(6 - T, 0.6, tall);
        for (double y : new double[] {10, 13, 15, 18, 20, 24, 26}) {
            walls[1].with(y - south, 0.6, tall);
            walls[3].with(LENGTH - y, 0.6, tall);
        }
        draw(walls, 0.04);
        double top = height - SLAB;
        double split = 16.5;
        Wall.inner("Partition 301", storey, Spot.at(T, split, 0), Wall.rectangle(WIDTH - 2 * T, top)).with(6 - T, 0, fittings.innerDoor(1.0, 2.1)).draw(m);
        parts.room(storey, "301", "Roof cafe", T, south + T, WIDTH - 2 * T, split - south - T, top);
        parts.room(storey, "302", "Dance studio", T, split + Wall.INNER, WIDTH - 2 * T, LENGTH - T - split - Wall.INNER, top);
    }

    private void attic(Storey storey, double knee) {
        double p = GableRoof.PITCH;
        double in = WIDTH - 2 * T;
        double[] gable = {0, 0, in, 0, in, knee + T * p, in / 2, knee + WIDTH / 2 * p, 0, knee + T * p};
        double[] eave = Wall.rectangle(LENGTH, knee);
        Wall[] walls = {Wall.outer("Gable south", storey, Spot.at(T, 0, 0), gable, boards), Wall.outer("Knee wall east", storey, Spot.heading(WIDTH, 0, 0, 0, 1), eave, boards),
            Wall.outer("Gable north", storey, Spot.heading(WIDTH - T, LENGTH, 0, -1, 0), gable, boards),
            Wall.outer("Knee wall west", storey, Spot.heading(0, LENGTH, 0, 0, -1), eave, boards)};
        for (int i = 0; i < 4; i += 2) {
            walls[i].with(6 - T, 0.6, fittings.window(2.2, 2.6, 3, 2)).with(3.4 - T, 0.6, fittings.window(1.2, 1.4, 2, 1)).with(8.6 - T, 0.6, fittings.window(1.2, 1.4, 2, 1));
        }
        draw(walls, 0.04);
        double low = 0.26;
        double[] room = {0, 0, in, 0, in, knee + T * p - low, in / 2, knee + WIDTH / 2 * p - low, 0, knee + T * p - low};
        double split = 21;
        Wall.inner("Partition 301", storey, Spot.at(T, split, 0), room).with(6 - T, 0, fittings.innerDoor(1.0, 2.1)).draw(m);
        space(storey, "301", "Attic studio", room, T, split);
        space(storey, "302", "Plant room", room, split + Wall.INNER, LENGTH - T);
    }

    private void space(Storey storey, String number, String name, double[] outline, double from, double to) {
        double area = (WIDTH - 2 * T) * (to - from);
        parts.space(storey, number, name, List.of(m.shapes.plainPrism(outline, Spot.elevation(to - from), to - from)), Spot.at(T, from, 0), area, outline[7],
                Wall.area(outline) * (to - from));
    }

    /** South, east, north, west. */
    private Wall[] walls(Storey storey, double south, double[] across) {
        double high = across[5];
        return new Wall[] {Wall.outer("Outer wall south", storey, Spot.at(T, south, 0), across, boards),
            Wall.outer("Outer wall east", storey, Spot.heading(WIDTH, south, 0, 0, 1), Wall.rectangle(LENGTH - south, high), boards),
            Wall.outer("Outer wall north", storey, Spot.heading(WIDTH - T, LENGTH, 0, -1, 0), across, boards),
            Wall.outer("Outer wall west", storey, Spot.heading(0, LENGTH, 0, 0, -1), Wall.rectangle(LENGTH - south, high), boards)};
    }

    private void draw(Wall[] walls, double foot) {
        for (int i = 0; i < walls.length; i++) {
            walls[i].draw(m);
            Cladding.draw(m, walls[i], battens, i % 2 == 0 ? T : 0, foot);
        }
    }

    /** A floor slab between the outer walls, open over the stairs below, with a railing round the hole but for where they arrive. */
    private void floor(Storey storey, double[] stairs) {
        double x = stairs[0] - 0.05;
        double y = stairs[1] + 0.2;
        double north = stairs[1] + Stairs.run();
        parts.slab(storey, "Floor slab", "FLOOR", Paint.CLT, new double[] {T, T, WIDTH - 2 * T, LENGTH - 2 * T}, 0, SLAB,
                new double[] {x, y, Stairs.WIDE + 0.1, north - y});
        double east = x + Stairs.WIDE + 0.15;
        parts.railing(storey, "Guard round the stairs", 0, 1.0, x - 0.05, north, x - 0.05, y - 0.05, east, y - 0.05, east, north);
    }

    private void balcony(Storey storey) {
        double deep = 1.5;
        parts.slab(storey, "Balcony", "USERDEFINED", Paint.CLT, new double[] {-deep, 9.8, deep - 0.05, 4.4}, -0.02, 0.16);
        for (double y : new double[] {10, 12, 13.84}) {
            parts.timber(storey, "Balcony bracket", -deep + 0.1, y, -0.42, deep - 0.15, 0.16, 0.24);
        }
        parts.railing(storey, "Balcony railing", -0.02, 1.1, -0.06, 9.86, -deep + 0.06, 9.86, -deep + 0.06, 14.14, -0.06, 14.14);
    }
}
