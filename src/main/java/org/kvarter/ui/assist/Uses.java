package org.kvarter.ui.assist;

import org.kvarter.assist.ColumnUse;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableColumn;

/** What a column needs to be told when a person gives it another role. */
final class Uses {

    private Uses() {
    }

    /** A use in another role; values get the name and unit of their column where nothing else is known. */
    static ColumnUse as(ColumnRole role, ColumnUse before, TableColumn column) {
        ColumnUse use = before.withRole(role);
        if (role != ColumnRole.VALUE) {
            return use.withCumulative(false);
        }
        return use.withQuantity(use.quantity().isEmpty() ? column.name() : use.quantity()).withUnit(use.unit().isEmpty() ? column.unit() : use.unit());
    }
}
