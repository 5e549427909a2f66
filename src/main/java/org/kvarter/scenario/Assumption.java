package org.kvarter.scenario;

import java.util.Objects;

/**
 * A number a person takes for granted in a scenario, and may move.
 *
 * @param id      name in formulas: a letter, then letters, digits or {@code _}
 * @param name    what people call it
 * @param kind    what sort of number it is
 * @param unit    unit as people write it; empty for none
 * @param value   present value, within the range
 * @param minimum smallest value that makes sense
 * @param maximum largest value that makes sense, above {@code minimum}
 * @param origin  how sure it is
 * @param source  where it comes from, a sentence or a reference; may be empty
 */
public record Assumption(String id, String name, Kind kind, String unit, double value, double minimum, double maximum, Origin origin,
                         String source) {

    /** What sort of number an assumption is. */
    public enum Kind {
        /** Any number. */
        NUMBER,
        /** A whole number. */
        WHOLE,
        /** A share of one, shown in percent. */
        SHARE,
        /** 0 or 1. */
        SWITCH
    }

    public Assumption {
        id = Formula.requireName(id);
        name = Objects.requireNonNullElse(name, id);
        kind = Objects.requireNonNullElse(kind, Kind.NUMBER);
        unit = Objects.requireNonNullElse(unit, "");
        origin = Objects.requireNonNullElse(origin, Origin.ASSUMED);
        source = Objects.requireNonNullElse(source, "");
        if (!(maximum > minimum)) {
            throw new IllegalArgumentException("an assumption's range is empty: " + id);
        }
        value = kept(kind, value, minimum, maximum);
    }

    /** This assumption at another value, kept within its range and kind. */
    public Assumption withValue(double other) {
        return new Assumption(id, name, kind, unit, other, minimum, maximum, origin, source);
    }

    private static double kept(Kind kind, double value, double minimum, double maximum) {
        double within = Double.isNaN(value) ? minimum : Math.max(minimum, Math.min(maximum, value));
        return kind == Kind.WHOLE || kind == Kind.SWITCH ? Math.max(minimum, Math.min(maximum, Math.rint(within))) : within;
    }
}
