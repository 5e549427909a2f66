package org.kvarter.sample.timber;

import java.util.ArrayList;
import java.util.List;

/** A gabled roof of zinc on rafters over the whole house, its ridge from south to north, with solar panels in the west and rooflights in the east. */
final class GableRoof {
    /** Rise per metre. */
    static final double PITCH = 0.8;
    /** How far it goes beyond the walls, at the eaves and at the gables. */
    static final double EAVE = 0.6;
    static final double VERGE = 0.5;
    static final double DECK = 0.06;
    static final double THICK = 0.3;

    private static final double SECANT = StrictMath.sqrt(1 + PITCH * PITCH);
    private static final double RAFTER = 0.2;
    private static final double SEAMS = 0.6;

    private final Model m;
    private final Parts parts;
    private final Storey storey;
    private final double length;
    private final double slope;
    private final double low;

    /**
     * A roof.
     *
     * @param knee height of its underside above the storey at the walls' outer faces
     */
    GableRoof(Model m, Storey storey, double knee) {
        this.m = m;
        this.parts = new Parts(m);
        this.storey = storey;
        this.length = TimberHouse.LENGTH + 2 * VERGE;
        this.slope = (TimberHouse.WIDTH / 2 + EAVE) * SECANT;
        this.low = knee - EAVE * PITCH;
    }

    /** Area of one side as its underside has it, m². */
    double area() {
        return slope * length;
    }

    void draw(Fittings fittings) {
        String roof = m.element(storey, "IFCROOF", "Gabled roof", Spot.at(0, 0, 0), List.of(), ",.GABLE_ROOF.");
        List<String> slabs = new ArrayList<>();
        for (boolean west : new boolean[] {true, false}) {
            slabs.add(side(roof, west));
        }
        m.aggregate(roof, slabs);
        ridge();
        gutters();
    }

    /** Axes of a side: x along the eave with the slope on the left, y up the slope, z out of it. */
    private Spot plane(boolean west) {
        double sine = PITCH / SECANT;
        double cosine = 1 / SECANT;
        return west ? new Spot(-EAVE, TimberHouse.LENGTH + VERGE, low, new double[] {0, -1, 0}, new double[] {-sine, 0, cosine})
                : new Spot(TimberHouse.WIDTH + EAVE, -VERGE, low, new double[] {0, 1, 0}, new double[] {sine, 0, cosine});
    }

    /** Outline in y and z of a layer whose ends are plumb. */
    private double[] layer(double from, double to) {
        return new double[] {from * PITCH, from, slope + from * PITCH, from, slope + to * PITCH, to, to * PITCH, to};
    }

    private String side(String roof, boolean west) {
        String side = west ? "west" : "east";
        Spot plane = plane(west);
        String slab = m.part(m.placement(roof), "IFCSLAB", "Roof, " + side, plane,
                List.of(m.shapes.prism(Paint.CLT, layer(0, DECK), Spot.section(0), length), m.shapes.prism(Paint.ZINC, layer(DECK, THICK), Spot.section(0), length)), ",.ROOF.");
        double holes = 0;
        if (!west) {
            for (int i = 0; i < 4; i++) {
                holes += rooflight(slab, plane, 4.6 + 6 * i);
            }
        }
        m.material(slab, Paint.CLT, Paint.ZINC);
        m.common(slab, "Slab", true, true, 0.1);
        m.measure(slab, "Slab", List.of("LENGTH Width", "AREA GrossArea", "AREA NetArea", "VOLUME GrossVolume", "VOLUME NetVolume"), THICK, area(), area() - holes,
                area() * THICK, (area() - holes) * THICK);
        for (int i = 0; i <= length - 0.2; i++) {
            String rafter = m.element(storey, "IFCMEMBER", "Rafter " + side + " " + (i + 1), plane,
                    List.of(m.shapes.put(m.shapes.map(List.of(m.shapes.box(Paint.GLULAM, 0, 0.02, -RAFTER, 0.08, slope - RAFTER * PITCH - 0.02, RAFTER))), 0.46 + i, 0, 0)), ",.RAFTER.");
            m.material(rafter, Paint.GLULAM);
            m.common(rafter, "Member", false, true, 0);
        }
        seams(plane, side, west);
        for (double x : new double[] {0, length - 0.04}) {
            m.material(m.element(storey, "IFCMEMBER", "Bargeboard " + side, plane,
                    List.of(m.shapes.box(Paint.FRAME, x == 0 ? -0.04 : length, 0.05, -0.12, 0.04, slope - 0.1, 0.12 + THICK + 0.02)), ",.MEMBER."), Paint.FRAME);
        }
        if (west) {
            panels(plane);
        }
        return slab;
    }

    private double rooflight(String slab, Spot plane, double x) {
        double wide = 1.0;
        double high = 1.5;
        double y = 3.4;
        String opening = m.cut(slab, x, y, -0.1, wide, high, THICK + 0.3);
        double z = THICK + 0.08;
        List<String> items = List.of(m.shapes.box(Paint.STEEL, x, y, 0, 0.07, high, z), m.shapes.box(Paint.STEEL, x + wide - 0.07, y, 0, 0.07, high, z),
                m.shapes.box(Paint.STEEL, x + 0.07, y, 0, wide - 0.14, 0.07, z), m.shapes.box(Paint.STEEL, x + 0.07, y + high - 0.07, 0, wide - 0.14, 0.07, z),
                m.shapes.box(Paint.GLASS, x + 0.07, y + 0.07, z - 0.06, wide - 0.14, high - 0.14, 0.04));
        String window = m.element(storey, "IFCWINDOW", "Rooflight", plane, items, "," + Step.n(high) + "," + Step.n(wide) + ",.SKYLIGHT.,.NOTDEFINED.,$");
        m.fill(opening, window);
        m.common(window, "Window", true, false, 0.9);
        return wide * high;
    }

    private void seams(Spot plane, String side, boolean west) {
        List<String> items = new ArrayList<>();
        String seam = m.shapes.map(List.of(m.shapes.box(Paint.SEAM, -0.012, THICK * PITCH, THICK, 0.024, slope - 0.05, 0.035)));
        int count = (int) (length / SEAMS);
        for (int i = 1; i < count; i++) {
            double x = length * i / count;
            boolean open = west || (x - 4.6) % 6 < -0.1 || (x - 4.6) % 6 > 1.1 || x > 24;
            if (open) {
                items.add(m.shapes.put(seam, x, 0, 0));
            }
        }
        m.material(m.element(storey, "IFCCOVERING", "Standing seams, " + side, plane, items, ",.ROOFING."), Paint.SEAM);
    }

    private void panels(Spot plane) {
        double wide = 1.13;
        double high = 1.72;
        String panel = m.shapes.map(List.of(m.shapes.box(Paint.PANEL, 0, 0, 0, wide - 0.03, high - 0.03, 0.035),
                m.shapes.box(Paint.STEEL, 0.2, 0, -0.075, 0.05, high - 0.03, 0.075), m.shapes.box(Paint.STEEL, wide - 0.28, 0, -0.075, 0.05, high - 0.03, 0.075)));
        for (int row = 0; row < 2; row++) {
            for (int i = 0; i < 20; i++) {
                solar(storey, plane, panel, 3.2 + i * wide, 3.6 + row * high, THICK + 0.11, row * 20 + i + 1);
            }
        }
    }

    /** A solar panel of 0.4 kW. */
    private void solar(Storey on, Spot plane, String panel, double x, double y, double z, int number) {
        String device = m.element(on, "IFCSOLARDEVICE", "Solar panel " + number, plane, List.of(m.shapes.put(panel, x, y, z)), ",.SOLARPANEL.");
        m.say(device, "Pset_ElectricalDeviceCommon", "NominalPowerConsumption", "IFCPOWERMEASURE(-400.)");
        m.material(device, Paint.PANEL);
    }

    private void ridge() {
        double middle = TimberHouse.WIDTH / 2;
        double top = low + (middle + EAVE) * PITCH + THICK * SECANT;
        parts.box(storey, "IFCMEMBER", "Ridge cap", ",.MEMBER.", Paint.SEAM, middle - 0.16, -VERGE, top - 0.13, 0.32, length, 0.17);
        parts.timber(storey, "Ridge beam", middle - 0.1, 0.05, low + (middle + EAVE) * PITCH - 0.55, 0.2, TimberHouse.LENGTH - 0.1, 0.35);
    }

    private void gutters() {
        double z = low - 0.02;
        for (boolean west : new boolean[] {true, false}) {
            double x = west ? -EAVE - 0.13 : TimberHouse.WIDTH + EAVE + 0.01;
            String gutter = m.element(storey, "IFCPIPESEGMENT", "Gutter, " + (west ? "west" : "east"), Spot.at(x, -VERGE, z),
                    List.of(m.shapes.box(Paint.SEAM, 0, 0, 0, 0.12, length, 0.015), m.shapes.box(Paint.SEAM, 0, 0, 0.015, 0.012, length, 0.09),
                            m.shapes.box(Paint.SEAM, 0.108, 0, 0.015, 0.012, length, 0.09)), ",.GUTTER.");
            m.material(gutter, Paint.SEAM);
            for (double y : new double[] {Loggia.DEPTH + 0.1, TimberHouse.LENGTH - 0.18}) {
                double wall = west ? -0.14 : TimberHouse.WIDTH + 0.06;
                parts.box(storey, "IFCPIPESEGMENT", "Swan neck", ",.RIGIDSEGMENT.", Paint.SEAM, Math.min(wall, x + 0.02), y, z - 0.08, Math.abs(wall - x - 0.02) + 0.08, 0.08, 0.08);
            }
        }
    }
}
