package org.kvarter.sample.timber;

import java.util.ArrayList;
import java.util.List;

/** One straight flight of stairs to the north with a handrail on either side. */
final class Stairs {
    static final int RISERS = 20;
    static final double TREAD = 0.28;
    static final double WIDE = 1.3;

    private static final double STRING = 0.05;

    private Stairs() {
    }

    /** Length of a flight, metres. */
    static double run() {
        return (RISERS - 1) * TREAD;
    }

    /** Draws stairs of a storey's height from their south-west corner. */
    static void draw(Model m, Storey storey, String name, double x, double y, double height) {
        double rise = height / RISERS;
        double slope = rise / TREAD;
        double run = run();
        List<String> items = new ArrayList<>();
        String step = m.shapes.map(List.of(m.shapes.box(Paint.CLT, 0, -0.03, -0.06, WIDE - 2 * STRING, TREAD + 0.03, 0.06)));
        items.addAll(m.shapes.row(step, RISERS - 1, 0, TREAD, rise, STRING, 0, rise));
        double[] cheek = {0, 0, 0.2, 0, run, run * slope - 0.1, run, run * slope + rise + 0.04, 0, rise + 0.04};
        List<String> strings = List.of(m.shapes.prism(Paint.GLULAM, cheek, Spot.section(0), STRING));
        String string = m.shapes.map(strings);
        items.add(m.shapes.put(string, 0, 0, 0));
        items.add(m.shapes.put(string, WIDE - STRING, 0, 0));
        String stair = m.element(storey, "IFCSTAIR", name, Spot.at(x, y, 0), List.of(), ",.STRAIGHT_RUN_STAIR.");
        String flight = m.part(m.placement(stair), "IFCSTAIRFLIGHT", name + ", flight", Spot.at(0, 0, 0), items,
                "," + RISERS + "," + (RISERS - 1) + "," + Step.n(rise) + "," + Step.n(TREAD) + ",.STRAIGHT.");
        m.material(flight, Paint.CLT, Paint.GLULAM);
        List<String> rails = new ArrayList<>();
        String post = m.shapes.map(List.of(m.shapes.box(Paint.STEEL, 0, -0.012, 0, 0.024, 0.024, 0.92)));
        double[] hand = {0, rise + 0.9, run, run * slope + rise + 0.9, run, run * slope + rise + 0.96, 0, rise + 0.96};
        String rail = m.shapes.map(List.of(m.shapes.prism(Paint.GLULAM, hand, Spot.section(0), 0.05)));
        for (double side : new double[] {0, WIDE - STRING}) {
            rails.add(m.shapes.put(rail, side, 0, 0));
            rails.addAll(m.shapes.row(post, RISERS - 1, 0, TREAD, rise, side + 0.013, 0, rise));
        }
        String railing = m.part(m.placement(stair), "IFCRAILING", name + ", handrails", Spot.at(0, 0, 0), rails, ",.HANDRAIL.");
        m.material(railing, Paint.STEEL, Paint.GLULAM);
        m.aggregate(stair, List.of(flight, railing));
    }
}
