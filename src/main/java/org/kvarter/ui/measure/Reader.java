package org.kvarter.ui.measure;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/** Puts measurements into words and numbers of the display language. Stateless. */
final class Reader {

    private static final Texts TEXTS = Texts.in(Reader.class);
    /** Corners this far off their plane are worth a word, metres. */
    private static final double UNEVEN = 0.05;
    private static final double HECTARE = 10_000;

    private Reader() {
    }

    /** What a measurement tells; nothing for too few places, and for coordinates, which {@link Coordinates} tells. */
    static Reading read(Measurement m) {
        if (!m.isTelling()) {
            return Reading.NONE;
        }
        List<double[]> p = m.places();
        return switch (m.mode()) {
            case DISTANCE -> distance(p.get(0), p.get(1));
            case PATH -> path(p);
            case AREA -> area(p);
            case ANGLE -> angle(p);
            case HEIGHT -> height(p);
            case PLACE -> Reading.NONE;
        };
    }

    private static Reading distance(double[] a, double[] b) {
        double level = Geometry.level(a, b);
        return new Reading(metres(Geometry.length(a, b)), List.of(row("level", metres(level)), row("rise", signed(b[2] - a[2])),
                row("slope", slope(level, b[2] - a[2]))), "");
    }

    private static Reading path(List<double[]> p) {
        List<Reading.Row> rows = new ArrayList<>();
        double level = 0;
        for (int k = 1; k < p.size(); k++) {
            level += Geometry.level(p.get(k - 1), p.get(k));
        }
        rows.add(row("level", metres(level)));
        rows.add(row("rise", signed(p.get(p.size() - 1)[2] - p.get(0)[2])));
        for (int k = 1; k < p.size() && p.size() > 2; k++) {
            rows.add(new Reading.Row(TEXTS.get("row.stretch", k), metres(Geometry.length(p.get(k - 1), p.get(k)))));
        }
        return new Reading(metres(Geometry.length(p, false)), rows, "");
    }

    private static Reading area(List<double[]> p) {
        double[] area = Geometry.vectorArea(p);
        double plan = Math.abs(area[2]);
        double face = Geometry.size(area);
        String remark = "";
        if (Geometry.crossesItself(p)) {
            remark = TEXTS.get("remark.crosses");
        } else if (Geometry.offPlane(p) > UNEVEN) {
            remark = TEXTS.get("remark.uneven", metres(Geometry.offPlane(p)));
        }
        return new Reading(square(face), List.of(row("plan", square(plan)), row("perimeter", metres(Geometry.length(p, true))),
                row("tilt", degrees(Geometry.tilt(area)))), remark);
    }

    private static Reading angle(List<double[]> p) {
        return new Reading(degrees(Geometry.angle(p.get(1), p.get(0), p.get(2))),
                List.of(row("plan.angle", degrees(Geometry.levelAngle(p.get(1), p.get(0), p.get(2)))),
                        row("leg.first", metres(Geometry.length(p.get(0), p.get(1)))),
                        row("leg.second", metres(Geometry.length(p.get(1), p.get(2))))), "");
    }

    private static Reading height(List<double[]> p) {
        double over = p.get(1)[2] - p.get(0)[2];
        if (p.size() == 2) {
            return new Reading(metres(over), List.of(), TEXTS.get("remark.overGround"));
        }
        return new Reading(signed(p.get(2)[2] - p.get(1)[2]), List.of(row("overGround", metres(over)),
                row("apart", metres(Geometry.level(p.get(1), p.get(2))))), "");
    }

    private static Reading.Row row(String key, String value) {
        return new Reading.Row(TEXTS.get("row." + key), value);
    }

    /** To the centimetre, long ones to the decimetre. */
    static String metres(double length) {
        return Numbers.with(Numbers.fixed(length, Math.abs(length) < 1000 ? 2 : 1), "m");
    }

    static String signed(double difference) {
        String number = metres(Math.abs(difference));
        return Math.abs(difference) < 0.005 ? number : sign(difference) + number;
    }

    private static String sign(double value) {
        return value > 0 ? "+" : "\u2212";
    }

    static String square(double area) {
        String metres = Numbers.with(Numbers.fixed(area, area < 1000 ? 2 : area < HECTARE ? 1 : 0), "m²");
        return area < HECTARE ? metres : metres + " (" + Numbers.with(Numbers.fixed(area / HECTARE, 2), "ha") + ")";
    }

    static String degrees(double angle) {
        return Double.isFinite(angle) ? Numbers.fixed(angle, 1) + "°" : "–";
    }

    /** In per cent with its sign, and in degrees; nearly upright ones in degrees alone. */
    static String slope(double level, double rise) {
        String angle = degrees(Math.toDegrees(Math.atan2(Math.abs(rise), level)));
        double percent = 100 * Math.abs(rise) / level;
        String sign = percent < 0.05 ? "" : sign(rise);
        return percent < 1000 ? sign + Numbers.with(Numbers.fixed(percent, 1), "%") + " (" + angle + ")" : sign + angle;
    }
}
