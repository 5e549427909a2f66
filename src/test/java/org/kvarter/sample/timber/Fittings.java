package org.kvarter.sample.timber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The windows and doors of a house, each kind drawn once. */
final class Fittings {
    /** Width of a frame as seen, and its depth. */
    private static final double FRAME = 0.07;
    private static final double DEEP = 0.09;
    /** How far behind the wall's face windows stand, and how far their linings come before it. */
    private static final double BACK = 0.1;
    private static final double PROUD = 0.065;
    private static final double LINING = 0.035;

    private final Model model;
    private final Paint frame;
    private final Map<String, Fitting> made = new HashMap<>();

    Fittings(Model model, Paint frame) {
        this.model = model;
        this.frame = frame;
    }

    /** A window with lining, sill and upright and level bars that part its glass evenly. */
    Fitting window(double width, double height, int panes, int rows) {
        String name = String.format(java.util.Locale.ROOT, "Window %.1f x %.1f", width, height) + (rows > 1 ? ", barred" : "");
        return made.computeIfAbsent(name, k -> {
            List<String> items = lining(width, height);
            items.add(box(frame, -0.03, -BACK - PROUD - 0.03, -0.035, width + 0.06, BACK + PROUD + 0.03, 0.035));
            sash(items, width, height, LINING, panes, rows);
            return window(name, width, height, items);
        });
    }

    private Fitting window(String name, double width, double height, List<String> items) {
        String map = model.shapes.map(items);
        String type = model.step.own("IFCWINDOWTYPE('" + model.guid() + "',$,'" + name + "',$,$,$,(" + map + "),$,$,.WINDOW.,.NOTDEFINED.,.F.,$)");
        return new Fitting(false, name, width, height, map, type, BACK);
    }

    private List<String> lining(double width, double height) {
        List<String> items = new ArrayList<>();
        double deep = BACK + PROUD;
        items.add(box(frame, 0, -deep, 0, LINING, deep, height));
        items.add(box(frame, width - LINING, -deep, 0, LINING, deep, height));
        items.add(box(frame, LINING, -deep, height - LINING, width - 2 * LINING, deep, LINING));
        return items;
    }

    private void sash(List<String> items, double width, double height, double edge, int panes, int rows) {
        items.add(box(frame, 0, 0, 0, FRAME + edge, DEEP, height));
        items.add(box(frame, width - FRAME - edge, 0, 0, FRAME + edge, DEEP, height));
        double inner = width - 2 * FRAME - 2 * edge;
        items.add(box(frame, FRAME + edge, 0, 0, inner, DEEP, FRAME));
        items.add(box(frame, FRAME + edge, 0, height - FRAME - edge, inner, DEEP, FRAME + edge));
        items.add(box(Paint.GLASS, FRAME + edge, DEEP / 2, FRAME, inner, 0.03, height - 2 * FRAME - edge));
        for (int i = 1; i < panes; i++) {
            items.add(box(frame, FRAME + edge + inner * i / panes - 0.025, 0.01, FRAME, 0.05, DEEP - 0.02, height - 2 * FRAME - edge));
        }
        for (int i = 1; i < rows; i++) {
            items.add(box(frame, FRAME + edge, 0.02, FRAME + (height - 2 * FRAME - edge) * i / rows - 0.02, inner, DEEP - 0.04, 0.04));
        }
    }

    /** A door of glass in frames, of one or two leaves. */
    Fitting glassDoor(double width, double height, int leaves) {
        String name = String.format(java.util.Locale.ROOT, "Glass door %.1f x %.1f", width, height);
        return made.computeIfAbsent(name, k -> {
            List<String> items = lining(width, height);
            sash(items, width, height, LINING, leaves, 1);
            items.add(box(Paint.DOOR, FRAME + LINING, 0.005, 0.02, width - 2 * FRAME - 2 * LINING, DEEP - 0.01, 0.32));
            return door(name, width, height, items, BACK, leaves > 1 ? "DOUBLE_DOOR_SINGLE_SWING" : "SINGLE_SWING_LEFT");
        });
    }

    /** A door of one leaf between rooms. */
    Fitting innerDoor(double width, double height) {
        return made.computeIfAbsent("Inner door " + width, k -> {
            List<String> items = new ArrayList<>(List.of(box(Paint.CLT, 0, -0.02, 0, 0.05, 0.16, height), box(Paint.CLT, width - 0.05, -0.02, 0, 0.05, 0.16, height),
                    box(Paint.CLT, 0.05, -0.02, height - 0.05, width - 0.1, 0.16, 0.05), box(Paint.INNER_DOOR, 0.05, 0.03, 0.005, width - 0.1, 0.05, height - 0.055),
                    box(Paint.STEEL, width - 0.17, 0, 1.0, 0.08, 0.03, 0.025)));
            return door(String.format(java.util.Locale.ROOT, "Inner door %.1f x %.1f", width, height), width, height, items, 0, "SINGLE_SWING_LEFT");
        });
    }

    private Fitting door(String name, double width, double height, List<String> items, double depth, String operation) {
        String map = model.shapes.map(items);
        String type = model.step.own("IFCDOORTYPE('" + model.guid() + "',$,'" + name + "',$,$,$,(" + map + "),$,$,.DOOR.,." + operation + ".,.F.,$)");
        return new Fitting(true, name, width, height, map, type, depth);
    }

    private String box(Paint paint, double x, double y, double z, double dx, double dy, double dz) {
        return model.shapes.box(paint, x, y, z, dx, dy, dz);
    }
}
