package org.kvarter.sample.timber;

import java.util.ArrayList;
import java.util.List;

/** A green roof behind a parapet, with rows of solar panels, and a roof terrace one storey below. */
final class FlatRoof {
    private static final double PARAPET = 0.7;
    private static final double BUILD_UP = 0.35;

    private final Model m;
    private final Parts parts;

    FlatRoof(Model m) {
        this.m = m;
        this.parts = new Parts(m);
    }

    /** The roof north of {@code south}, its slab's underside below the storey's zero. */
    void draw(Storey storey, double south, Paint boards, Paint battens) {
        double w = TimberHouse.WIDTH;
        double l = TimberHouse.LENGTH - south;
        double t = Wall.OUTER;
        String roof = m.element(storey, "IFCROOF", "Green roof", Spot.at(0, 0, 0), List.of(), ",.FLAT_ROOF.");
        double dx = w - 2 * t;
        double dy = l - 2 * t;
        String slab = m.part(m.placement(roof), "IFCSLAB", "Roof slab", Spot.at(t, south + t, -0.28),
                List.of(m.shapes.box(Paint.CLT, 0, 0, 0, dx, dy, 0.28), m.shapes.box(Paint.ZINC, 0, 0, 0.28, dx, dy, BUILD_UP)), ",.ROOF.");
        m.material(slab, Paint.CLT, Paint.ZINC);
        m.common(slab, "Slab", true, true, 0.09);
        m.measure(slab, "Slab", List.of("LENGTH Width", "AREA GrossArea", "AREA NetArea", "VOLUME GrossVolume", "VOLUME NetVolume"), 0.28 + BUILD_UP, dx * dy, dx * dy,
                dx * dy * (0.28 + BUILD_UP), dx * dy * (0.28 + BUILD_UP));
        m.aggregate(roof, List.of(slab));
        String green = parts.box(storey, "IFCCOVERING", "Sedum", ",.ROOFING.", Paint.SEDUM, t + 0.4, south + t + 0.4, BUILD_UP, dx - 0.8, dy - 0.8, 0.1);
        m.measure(green, "Covering", List.of("AREA NetArea"), (dx - 0.8) * (dy - 0.8));
        Wall[] walls = {Wall.outer("Parapet south", storey, Spot.at(t, south, 0), Wall.rectangle(dx, PARAPET), boards),
            Wall.outer("Parapet east", storey, Spot.heading(w, south, 0, 0, 1), Wall.rectangle(l, PARAPET), boards),
            Wall.outer("Parapet north", storey, Spot.heading(w - t, TimberHouse.LENGTH, 0, -1, 0), Wall.rectangle(dx, PARAPET), boards),
            Wall.outer("Parapet west", storey, Spot.heading(0, TimberHouse.LENGTH, 0, 0, -1), Wall.rectangle(l, PARAPET), boards)};
        for (int i = 0; i < 4; i++) {
            walls[i].draw(m);
            Cladding.draw(m, walls[i], battens, i % 2 == 0 ? t : 0, 0);
        }
        coping(storey, south, w, l, t);
        panels(storey, south);
    }

    private void coping(Storey storey, double south, double w, double l, double t) {
        double o = 0.07;
        double z = PARAPET;
        List<String> items = List.of(m.shapes.box(Paint.SEAM, -o, south - o, z, w + 2 * o, t + o, 0.05), m.shapes.box(Paint.SEAM, -o, south + l - t, z, w + 2 * o, t + o, 0.05),
                m.shapes.box(Paint.SEAM, -o, south + t, z, t + o, l - 2 * t, 0.05), m.shapes.box(Paint.SEAM, w - t, south + t, z, t + o, l - 2 * t, 0.05));
        m.material(m.element(storey, "IFCCOVERING", "Coping", Spot.at(0, 0, 0), items, ",.ROOFING."), Paint.SEAM);
    }

    private void panels(Storey storey, double south) {
        double wide = 1.75;
        double deep = 1.1;
        double rise = 0.24;
        double slope = StrictMath.sqrt(deep * deep + rise * rise);
        double[] up = {0, -rise / slope, deep / slope};
        String panel = m.shapes.map(List.of(m.shapes.box(Paint.PANEL, 0, 0, 0, wide - 0.03, slope, 0.035)));
        String foot = m.shapes.map(List.of(m.shapes.prism(Paint.STEEL, new double[] {0, 0, deep, 0, deep, rise}, Spot.section(0), 0.04)));
        int number = 0;
        List<String> feet = new ArrayList<>();
        for (double y = south + 2.2; y < TimberHouse.LENGTH - 3; y += 1.9) {
            for (int i = 0; i < 5; i++) {
                double x = 1.63 + wide * i;
                String device = m.element(storey, "IFCSOLARDEVICE", "Solar panel " + ++number, new Spot(x, y, BUILD_UP + 0.16, new double[] {1, 0, 0}, up),
                        List.of(m.shapes.put(panel, 0, 0, 0)), ",.SOLARPANEL.");
                m.say(device, "Pset_ElectricalDeviceCommon", "NominalPowerConsumption", "IFCPOWERMEASURE(-400.)");
                m.material(device, Paint.PANEL);
                feet.add(m.shapes.put(foot, x + 0.2, y, BUILD_UP + 0.15));
                feet.add(m.shapes.put(foot, x + wide - 0.25, y, BUILD_UP + 0.15));
            }
        }
        m.material(m.element(storey, "IFCMEMBER", "Feet of the solar panels", Spot.at(0, 0, 0), feet, ",.MEMBER."), Paint.STEEL);
    }

    /** Planks, railing and planters of a terrace on the roof south of {@code north}. */
    void terrace(Storey storey, double north) {
        double w = TimberHouse.WIDTH;
        List<String> planks = new ArrayList<>();
        String plank = m.shapes.map(List.of(m.shapes.box(Paint.DECK, 0, 0, 0, 0.185, north - 0.62, 0.05)));
        planks.addAll(m.shapes.row(plank, (int) ((w - 1.2) / 0.2), 0.2, 0, 0, 0.61, 0.6, 0.02));
        m.material(m.element(storey, "IFCCOVERING", "Terrace deck", Spot.at(0, 0, 0), planks, ",.FLOORING."), Paint.DECK);
        for (double[] e : new double[][] {{-0.05, -0.05, w + 0.1, 0.55}, {-0.05, 0.5, 0.55, north - 0.5}, {w - 0.5, 0.5, 0.55, north - 0.5}}) {
            parts.box(storey, "IFCCOVERING", "Terrace coping", ",.ROOFING.", Paint.SEAM, e[0], e[1], 0, e[2], e[3], 0.12);
        }
        parts.railing(storey, "Terrace railing", 0.12, 1.1, 0.3, north - 0.02, 0.3, 0.3, w - 0.3, 0.3, w - 0.3, north - 0.02);
        for (double[] p : new double[][] {{0.9, 0.9, 3.2, 0.7}, {7.9, 0.9, 3.2, 0.7}, {0.9, 2.2, 0.7, 3.0}}) {
            String planter = m.element(storey, "IFCFURNITURE", "Planter", Spot.at(p[0], p[1], 0.07), List.of(m.shapes.box(Paint.DECK, 0, 0, 0, p[2], p[3], 0.5),
                    m.shapes.box(Paint.LEAVES, 0.06, 0.06, 0.5, p[2] - 0.12, p[3] - 0.12, 0.45)), ",.USERDEFINED.");
            m.material(planter, Paint.DECK, Paint.LEAVES);
        }
    }
}
