package org.kvarter.session.assist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Layer;
import org.kvarter.series.SeriesTable;
import org.kvarter.session.DerivedAttributes;
import org.kvarter.session.Session;

/**
 * Puts imported tables into the session and takes them away. While it lives, a layer that is read anew gets its imported attributes again.
 * JavaFX thread only.
 */
public final class ImportedTables {

    private final Session session;
    private boolean putting;

    public ImportedTables(Session session) {
        this.session = session;
        session.districtProperty().addListener((o, was, is) -> putAgain());
    }

    /** Puts a table in, in place of the one of the same recipe id. */
    public void put(ImportedTable table) {
        ImportedTable before = session.imported().get(table.recipe().id());
        if (before != null) {
            remove(before);
        }
        session.imported().put(table.recipe().id(), table);
        table.series().forEach(s -> session.series().put(s.id(), s));
        putAgain();
    }

    /** Takes a table away: its series, and its attributes from the layer. */
    public void remove(ImportedTable table) {
        session.imported().remove(table.recipe().id());
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
            for (ImportedTable table : session.imported().values()) {
                session.layer(table.layerId()).filter(layer -> !table.isOn(layer.features().attributes()))
                        .ifPresent(layer -> DerivedAttributes.put(session, layer.id(), table.attributes(layer.features())));
            }
        } finally {
            putting = false;
        }
    }
}
