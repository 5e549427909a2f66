package org.kvarter.tables.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kvarter.tables.HeaderText;
import org.kvarter.tables.TableColumn;

/** Columns of tables whose names are given: types from the first rows, units from the names. Stateless. */
final class Typed {

    private Typed() {
    }

    /** @param rows cells in the order of the names */
    static List<TableColumn> columns(Collection<String> names, List<Object[]> rows) {
        Set<String> used = new HashSet<>();
        List<TableColumn> columns = new ArrayList<>();
        int index = 0;
        for (String name : names) {
            int at = index;
            List<Object> cells = new ArrayList<>();
            rows.forEach(row -> cells.add(at < row.length ? row[at] : null));
            CellTypes type = CellTypes.of(cells, false);
            HeaderText header = HeaderText.of(name);
            columns.add(new TableColumn(index, Grid.distinct(header.name().isEmpty() ? Integer.toString(index + 1) : header.name(), used), List.of(name), header.unit(),
                    type.type(), type.pattern(), Optional.empty()));
            index++;
        }
        return List.copyOf(columns);
    }
}
