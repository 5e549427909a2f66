package org.kvarter.geo.store;

import java.util.Objects;

/**
 * One attribute of a table.
 *
 * @param name as the source spells it; distinct within its table
 * @param type class of its values: {@link String}, {@link Long}, {@link Integer}, {@link Double}, {@link Float}, {@link Boolean},
 *             {@link java.sql.Date} or {@link java.sql.Timestamp}
 */
public record VectorColumn(String name, Class<?> type) {

    public VectorColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
