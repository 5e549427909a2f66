package org.kvarter.ui.measure;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.scene.label.MeasureLine;
import org.kvarter.text.Texts;

/** What of a measurement is drawn into the twin. Stateless. */
final class Sketch {

    private static final Texts TEXTS = Texts.in(Sketch.class);
    private static final int ARC_STEPS = 24;
    /** Radius of the arc of an angle, as a share of its shorter leg. */
    private static final double ARC = 0.35;
    /** Legs of a height difference smaller than this would lie on the line, metres. */
    private static final double LEG = 0.3;

    private Sketch() {
    }

    static MeasureLine of(Measurement m) {
        List<double[]> p = m.places();
        Reading reading = Reader.read(m);
        return switch (m.mode()) {
            case DISTANCE -> distance(p, reading);
            case PATH -> path(p);
            case AREA -> area(p, reading);
            case ANGLE -> angle(p, reading);
            case HEIGHT -> height(p, reading);
            case PLACE -> new MeasureLine(p, List.of());
        };
    }

    private static MeasureLine distance(List<double[]> p, Reading reading) {
        if (p.size() < 2) {
            return new MeasureLine(p, List.of());
        }
        double[] a = p.get(0);
        double[] b = p.get(1);
        double rise = b[2] - a[2];
        boolean legs = Math.abs(rise) > LEG && Geometry.level(a, b) > LEG;
        MeasureLine line = new MeasureLine(p, List.of(legs ? reading.headline() + " · " + Reader.signed(rise) : reading.headline()));
        double[] low = rise > 0 ? a : b;
        double[] high = rise > 0 ? b : a;
        double[] foot = {high[0], high[1], low[2]};
        return legs ? line.withThin(List.of(List.of(low, foot, high))) : line;
    }

    private static MeasureLine path(List<double[]> p) {
        List<String> annotations = new ArrayList<>();
        for (int k = 1; k < p.size(); k++) {
            String text = Reader.metres(Geometry.length(p.get(k - 1), p.get(k)));
            annotations.add(k == p.size() - 1 && k > 1 ? TEXTS.get("total", text, Reader.metres(Geometry.length(p, false))) : text);
        }
        return new MeasureLine(p, annotations);
    }

    private static MeasureLine area(List<double[]> p, Reading reading) {
        List<String> annotations = new ArrayList<>();
        for (int k = 0; k < p.size() && p.size() > 1; k++) {
            annotations.add(Reader.metres(Geometry.length(p.get(k), p.get((k + 1) % p.size()))));
        }
        MeasureLine line = new MeasureLine(p, annotations).enclosing();
        return reading.isEmpty() ? line : line.withNote(Geometry.middle(p), reading.headline());
    }

    private static MeasureLine angle(List<double[]> p, Reading reading) {
        MeasureLine line = new MeasureLine(p, List.of());
        if (reading.isEmpty() || reading.headline().equals("–")) {
            return line;
        }
        double[] corner = p.get(1);
        double[] a = unit(corner, p.get(0));
        double[] b = unit(corner, p.get(2));
        double radius = ARC * Math.min(Geometry.length(corner, p.get(0)), Geometry.length(corner, p.get(2)));
        double angle = Math.toRadians(Geometry.angle(corner, p.get(0), p.get(2)));
        List<double[]> arc = new ArrayList<>();
        for (int k = 0; k <= ARC_STEPS && Math.sin(angle) > 1e-6; k++) {
            double share = (double) k / ARC_STEPS;
            double s = Math.sin((1 - share) * angle) / Math.sin(angle);
            double t = Math.sin(share * angle) / Math.sin(angle);
            arc.add(new double[] {corner[0] + radius * (s * a[0] + t * b[0]), corner[1] + radius * (s * a[1] + t * b[1]),
                corner[2] + radius * (s * a[2] + t * b[2])});
        }
        return arc.isEmpty() ? line.withNote(corner, reading.headline())
                : line.withThin(List.of(arc)).withNote(arc.get(ARC_STEPS / 2), reading.headline());
    }

    private static double[] unit(double[] from, double[] to) {
        double length = Geometry.length(from, to);
        return new double[] {(to[0] - from[0]) / length, (to[1] - from[1]) / length, (to[2] - from[2]) / length};
    }

    /** The plumb line of the first place; with a second one, the level of the first up to below or above it and the plumb line there. */
    private static MeasureLine height(List<double[]> p, Reading reading) {
        if (p.size() < 3) {
            return new MeasureLine(p, reading.isEmpty() ? List.of() : List.of(reading.headline()));
        }
        double[] knee = {p.get(2)[0], p.get(2)[1], p.get(1)[2]};
        return new MeasureLine(List.of(knee, p.get(2)), List.of(reading.headline()))
                .withThin(List.of(List.of(p.get(1), knee), List.of(p.get(0), p.get(1))));
    }
}
