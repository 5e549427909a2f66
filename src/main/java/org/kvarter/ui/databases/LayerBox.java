package org.kvarter.ui.databases;

import java.util.Optional;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CrsException;
import org.kvarter.remote.layer.Area;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.sql.SqlCatalog;
import org.kvarter.text.Texts;

/** The box that a layer of a database is asked for. Stateless. */
final class LayerBox {

    private static final Texts TEXTS = Texts.in(LayerBox.class);

    private LayerBox() {
    }

    /**
     * The box in the coordinates that the table's geometries are in. Asks the database; not for the window's thread.
     *
     * @param area west, south, east and north in degrees; blank for everything
     * @return min east, min north, max east, max north; empty for everything
     * @throws StoreException where the area is none, or the geometries do not say what coordinates they have
     */
    static Optional<double[]> of(Catalogue from, SqlCatalog.Table table, String geometry, String area) throws StoreException {
        if (area.isBlank()) {
            return Optional.empty();
        }
        Area wanted = Area.parse(area).orElseThrow(() -> new StoreException(StoreException.Kind.BAD_DATA, TEXTS.get("noArea")));
        int reference = from.reference(table, geometry);
        try {
            if (reference > 0) {
                return Optional.of(wanted.in(new CoordinateSystems().require("EPSG:" + reference)));
            }
        } catch (CrsException e) {
            throw new StoreException(StoreException.Kind.BAD_DATA, e.getMessage(), e);
        }
        throw new StoreException(StoreException.Kind.BAD_DATA, TEXTS.get("noReference", String.join(".", table.names())));
    }
}
