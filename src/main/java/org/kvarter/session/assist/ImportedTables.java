package org.kvarter.session.assist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.MapChangeListener;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Layer;
import org.kvarter.series.SeriesTable;
import org.kvarter.session.DerivedAttributes;
import org.kvarter.session.Session;

/**
 * Keeps series and attributes in step with the imported tables of a session: what is put into {@link Session#imported()} is there, what is taken
 * out is gone, and a layer that is read anew gets its imported attributes again. JavaFX thread only.
 */
public final class ImportedTables {

    private final Session session;
    private boolean putting;

    public ImportedTables(Session session) {
        this.session = session;
        session.districtProperty().addListener((o, was, is) -> putAgain());
        session.imported().addListener((MapChangeListener<String, ImportedTable>) change -> {
            if (change.wasRemoved()) {
                remove(change.getValueRemoved());
            }
            if (change.wasAdded()) {
                change.getValueAdded().series().forEach(s -> session.series().put(s.id(), s));
                putAgain();
            }
        });
    }

    private void remove(ImportedTable table) {
        table.series().stream().map(SeriesTable::id).forEach(session.series()::remove);
        Layer layer = session.layer(table.layerId()).orElse(null);
        if (layer == null || table.attributes().isEmpty()) {
            return;
        }
        Set<String> names = new HashSet<>(table.attributes().stream().map(AttributeColumn::name).toList());
        List<AttributeColumn> left = new ArrayList<>(layer.features().attributes().columns());
        left.removeIf(c -> names.contains(c.name()));
        DerivedAttributes.replace(session, layer, new AttributeTable(layer.features().size(), left));
    }

    private void putAgain() {
        if (putting) {
            return;
        }
        putting = true;
        try {
            for (ImportedTable table : List.copyOf(session.imported().values())) {
                session.layer(table.layerId()).filter(layer -> !table.isOn(layer.features().attributes()))
                        .ifPresent(layer -> DerivedAttributes.put(session, layer.id(), table.attributes(layer.features())));
            }
        } finally {
            putting = false;
        }
    }
}
