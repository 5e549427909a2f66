package org.kvarter.sample.timber;

import java.util.List;

/** The covered entrance in the south: columns and beams of glued timber, boards overhead, steps and a ramp, benches. */
final class Loggia {
    /** Depth from the south face to the entrance wall, metres. */
    static final double DEPTH = 3;

    private static final double SIDE = 0.24;
    private static final double BEAM = 0.62;

    private Loggia() {
    }

    /**
     * Draws it.
     *
     * @param height of the storey
     * @param drop   from its floor to the ground before it, metres
     */
    static void draw(Model m, Storey storey, double height, double drop) {
        Parts parts = new Parts(m);
        double w = TimberHouse.WIDTH;
        for (int i = 0; i < 5; i++) {
            double x = 0.06 + i * (w - 0.12 - SIDE) / 4;
            parts.timber(storey, "Column " + (i + 1), x, 0.08, 0, SIDE, SIDE, height - BEAM);
            parts.timber(storey, "Loggia beam " + (i + 1), x + 0.04, 0.4, height - 0.6, SIDE - 0.08, DEPTH - 0.4, 0.32);
        }
        parts.timber(storey, "Edge beam south", 0, 0, height - BEAM, w, 0.4, BEAM);
        parts.timber(storey, "Edge beam west", 0, 0.4, height - BEAM, 0.4, DEPTH - 0.4, BEAM);
        parts.timber(storey, "Edge beam east", w - 0.4, 0.4, height - BEAM, 0.4, DEPTH - 0.4, BEAM);
        m.material(m.element(storey, "IFCCOVERING", "Loggia ceiling", Spot.at(0.4, 0.4, height - 0.31), List.of(m.shapes.box(Paint.SOFFIT, 0, 0, 0, w - 0.8, DEPTH - 0.4, 0.03)),
                ",.CEILING."), Paint.SOFFIT);
        String plank = m.shapes.map(List.of(m.shapes.box(Paint.DECK, 0, 0, 0, w - 0.04, 0.185, 0.03)));
        m.material(m.element(storey, "IFCCOVERING", "Loggia deck", Spot.at(0.02, 0.01, 0), m.shapes.row(plank, 15, 0, 0.2, 0, 0, 0, 0), ",.FLOORING."), Paint.DECK);
        int count = Math.max(2, (int) Math.ceil(drop / 0.17));
        for (int i = 1; i < count; i++) {
            parts.box(storey, "IFCSLAB", "Step " + i, ",.LANDING.", Paint.CONCRETE, 2.6, -0.4 * i, -drop - 0.03, 6.8, 0.4, drop + 0.03 - i * drop / count);
        }
        double run = 14 * drop;
        String ramp = m.element(storey, "IFCRAMP", "Ramp", Spot.at(w + 0.02, 0.9, 0), List.of(m.shapes.prism(Paint.CONCRETE,
                new double[] {-0.6, -drop - 0.3, run + 1.5, -drop - 0.3, run + 1.5, -drop, 0.9, -0.01, -0.6, -0.01}, Spot.section(0), 1.4)), ",.STRAIGHT_RUN_RAMP.");
        m.material(ramp, Paint.CONCRETE);
        String bench = m.shapes.map(List.of(m.shapes.box(Paint.DECK, 0, 0, 0.4, 2.2, 0.45, 0.06), m.shapes.box(Paint.STEEL, 0.15, 0.05, 0, 0.06, 0.35, 0.4),
                m.shapes.box(Paint.STEEL, 1.99, 0.05, 0, 0.06, 0.35, 0.4)));
        for (double x : new double[] {0.7, w - 2.9}) {
            m.material(m.element(storey, "IFCFURNITURE", "Bench", Spot.at(x, DEPTH - 0.62, 0), List.of(m.shapes.put(bench, 0, 0, 0)), ",.USERDEFINED."), Paint.DECK, Paint.STEEL);
        }
    }
}
