package org.kvarter.sample.timber;

import java.util.ArrayList;
import java.util.List;

/** The smaller members of a house: slabs, columns, beams, railings. */
final class Parts {
    private static final double BALUSTER = 0.12;

    private final Model m;

    Parts(Model m) {
        this.m = m;
    }

    /** A level slab with holes of x, y, dx, dy; its upper side lies at {@code top}. */
    String slab(Storey storey, String name, String kind, Paint paint, double[] plan, double top, double thick, double[]... holes) {
        double x = plan[0];
        double y = plan[1];
        double area = plan[2] * plan[3];
        String slab = m.element(storey, "IFCSLAB", name, Spot.at(x, y, top - thick), List.of(m.shapes.box(paint, 0, 0, 0, plan[2], plan[3], thick)),
                ",." + kind + ".");
        double net = area;
        for (double[] h : holes) {
            m.cut(slab, h[0] - x, h[1] - y, -0.1, h[2], h[3], thick + 0.2);
            net -= h[2] * h[3];
        }
        m.material(slab, paint);
        m.common(slab, "Slab", !kind.equals("FLOOR"), true, kind.equals("BASESLAB") ? 0.12 : 0);
        m.measure(slab, "Slab", List.of("LENGTH Width", "AREA GrossArea", "AREA NetArea", "VOLUME GrossVolume", "VOLUME NetVolume"), thick, area, net,
                area * thick, net * thick);
        return slab;
    }

    /** A straight member of glued timber, a box from a corner; a column where it is higher than long. */
    String timber(Storey storey, String name, double x, double y, double z, double dx, double dy, double dz) {
        boolean isColumn = dz > dx && dz > dy;
        String member = m.element(storey, isColumn ? "IFCCOLUMN" : "IFCBEAM", name, Spot.at(x, y, z), List.of(m.shapes.box(Paint.GLULAM, 0, 0, 0, dx, dy, dz)),
                isColumn ? ",.COLUMN." : ",.BEAM.");
        m.material(member, Paint.GLULAM);
        m.common(member, isColumn ? "Column" : "Beam", true, true, 0);
        m.measure(member, isColumn ? "Column" : "Beam", List.of("LENGTH Length", "VOLUME NetVolume"), Math.max(dx, Math.max(dy, dz)), dx * dy * dz);
        return member;
    }

    /** Any other element that is one box. */
    String box(Storey storey, String type, String name, String tail, Paint paint, double x, double y, double z, double dx, double dy, double dz) {
        String element = m.element(storey, type, name, Spot.at(x, y, z), List.of(m.shapes.box(paint, 0, 0, 0, dx, dy, dz)), tail);
        m.material(element, paint);
        return element;
    }

    /** A railing with balusters and a handrail along a line of x, y pairs whose stretches run east–west or north–south. */
    String railing(Storey storey, String name, double z, double height, double... line) {
        List<String> items = new ArrayList<>();
        String baluster = m.shapes.map(List.of(m.shapes.box(Paint.STEEL, -0.011, -0.011, 0, 0.022, 0.022, height - 0.05)));
        double length = 0;
        for (int i = 0; i + 3 < line.length; i += 2) {
            double dx = line[i + 2] - line[i];
            double dy = line[i + 3] - line[i + 1];
            double run = Math.abs(dx) + Math.abs(dy);
            int count = (int) Math.ceil(run / BALUSTER);
            int first = i == 0 ? 0 : 1;
            items.addAll(m.shapes.row(baluster, count + 1 - first, dx / count, dy / count, 0, line[i] + dx * first / count, line[i + 1] + dy * first / count, 0));
            double x = Math.min(line[i], line[i + 2]) - 0.035;
            double y = Math.min(line[i + 1], line[i + 3]) - 0.035;
            items.add(m.shapes.put(m.shapes.map(List.of(m.shapes.box(Paint.GLULAM, 0, 0, 0, Math.abs(dx) + 0.07, Math.abs(dy) + 0.07, 0.05))), x, y, height - 0.05));
            length += run;
        }
        String railing = m.element(storey, "IFCRAILING", name, Spot.at(0, 0, z), items, ",.GUARDRAIL.");
        m.material(railing, Paint.STEEL, Paint.GLULAM);
        m.measure(railing, "Railing", List.of("LENGTH Length"), length);
        return railing;
    }

    /** A room that is a box. */
    void room(Storey storey, String number, String name, double x, double y, double dx, double dy, double height) {
        space(storey, number, name, List.of(m.shapes.plainBox(dx, dy, height)), Spot.at(x, y, 0), dx * dy, height, dx * dy * height);
    }

    void space(Storey storey, String number, String name, List<String> items, Spot spot, double area, double height, double volume) {
        String space = m.part(storey.placement, "IFCSPACE", number, spot, items, ",'" + name + "',.ELEMENT.,.INTERNAL.,$");
        storey.spaces.add(space);
        m.measure(space, "Space", List.of("LENGTH Height", "AREA NetFloorArea", "VOLUME NetVolume"), height, area, volume);
    }
}
