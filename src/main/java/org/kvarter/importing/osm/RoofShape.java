package org.kvarter.importing.osm;

/** Roofs that are built; others become the one most like them. */
enum RoofShape {
    FLAT, GABLED, HIPPED, PYRAMIDAL, SKILLION, DOME;

    /**
     * The roof for a value of {@code roof:shape}.
     *
     * @return {@code null} for one that is like none of these
     */
    static RoofShape of(String value) {
        return switch (value) {
            case "", "flat", "terrace", "no" -> FLAT;
            case "gabled", "gambrel", "round", "saltbox", "double_saltbox", "quadruple_saltbox", "gabled_row", "sawtooth" -> GABLED;
            case "hipped", "half-hipped", "mansard", "side_hipped", "side_half-hipped", "gabled_height_moved" -> HIPPED;
            case "pyramidal", "cone", "conical" -> PYRAMIDAL;
            case "skillion", "lean_to", "monopitched" -> SKILLION;
            case "dome", "onion", "cupola" -> DOME;
            default -> null;
        };
    }

    /** Whether {@code value} names this very shape, not one that is only like it. */
    boolean isExactly(String value) {
        return value.isEmpty() || name().equalsIgnoreCase(value);
    }
}
