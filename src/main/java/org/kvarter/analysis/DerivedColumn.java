package org.kvarter.analysis;

import java.util.Objects;

/**
 * An attribute that is reckoned by an expression, as kept in a project.
 *
 * @param layerId    whose features have it
 * @param name       what it is called; no attribute of the source is
 * @param unit       the unit it is given in; empty for the one that follows from the expression
 * @param expression see {@link org.kvarter.analysis.expression.ColumnExpression}
 */
public record DerivedColumn(String layerId, String name, String unit, String expression) {

    public DerivedColumn {
        Objects.requireNonNull(layerId, "layerId");
        Objects.requireNonNull(name, "name");
        unit = Objects.requireNonNullElse(unit, "");
        Objects.requireNonNull(expression, "expression");
    }
}
