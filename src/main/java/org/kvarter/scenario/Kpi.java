package org.kvarter.scenario;

import java.util.Objects;

/**
 * A key figure a project declares.
 *
 * @param id     name in formulas, distinct among the key figures
 * @param title  what people call it
 * @param unit   unit as people write it
 * @param better which way is better
 * @param figure what is reckoned
 * @param hidden whether it only serves formulas and has no card
 */
public record Kpi(String id, String title, String unit, Better better, Figure figure, boolean hidden) {

    /** Which way of a figure is better. */
    public enum Better {
        LOWER, HIGHER, NEITHER
    }

    /** A key figure with a card. */
    public Kpi(String id, String title, String unit, Better better, Figure figure) {
        this(id, title, unit, better, figure, false);
    }

    public Kpi {
        id = Formula.requireName(id);
        title = Objects.requireNonNullElse(title, id);
        unit = Objects.requireNonNullElse(unit, "");
        better = Objects.requireNonNullElse(better, Better.NEITHER);
        Objects.requireNonNull(figure, "figure");
    }
}
