package org.kvarter.session.bench;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.kvarter.model.AttributeColumn;

/** Columns by identity, forgotten when nobody else has them any more. JavaFX thread only. */
final class WeakColumns {

    private final List<WeakReference<AttributeColumn>> columns = new ArrayList<>();

    boolean holds(AttributeColumn column) {
        columns.removeIf(r -> r.get() == null);
        return columns.stream().anyMatch(r -> r.get() == column);
    }

    void add(AttributeColumn column) {
        if (!holds(column)) {
            columns.add(new WeakReference<>(column));
        }
    }
}
