package org.kvarter.ui.databases;

import java.util.List;
import java.util.Locale;
import org.kvarter.model.Layer;
import org.kvarter.model.SolidLayer;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.store.QualitySource;
import org.kvarter.series.store.sql.SqlCatalog;
import org.kvarter.series.store.sql.SqlColumn;
import org.kvarter.ui.kit.Wording;

/** What the columns of a table are taken for before a person says otherwise: by their names, kinds and first values. Stateless. */
final class Proposal {

    private Proposal() {
    }

    /** What is proposed of a table that was looked at. @param zone id of the project's time zone */
    static TableChoice choice(DatabaseModel.Look found, String zone) {
        SqlCatalog.Roles roles = SqlCatalog.propose(found.columns());
        String key = found.columns().stream().filter(c -> c.kind() == SqlColumn.Kind.TEXT || c.kind() == SqlColumn.Kind.WHOLE_NUMBER).map(SqlColumn::name).findFirst().orElse("");
        List<String> names = found.table().names();
        return new TableChoice(Wording.readable(names.get(names.size() - 1)), roles.time().orElse(""), roles.place().orElse(""), roles.value().orElse(""),
                roles.geometry().orElse(""), key, roles.value().map(Proposal::unitIn).orElse(""), zone, found.layerId(),
                SqlCatalog.qualityColumn(found.columns()).map(QualitySource::of).orElse(QualitySource.MEASURED));
    }

    /** Id of the layer that most places of the first rows belong to; empty for none. Of those that match alike, what stands there goes before what lies on the ground. */
    static String layer(List<SqlColumn> columns, List<List<String>> rows, List<Layer> layers) {
        String place = SqlCatalog.propose(columns).place().orElse("");
        int at = columns.stream().map(SqlColumn::name).toList().indexOf(place);
        String[] keys = at < 0 ? new String[0] : rows.stream().map(r -> r.get(at)).filter(k -> !k.isEmpty()).distinct().toArray(String[]::new);
        String best = "";
        int most = 0;
        for (Layer layer : layers) {
            int matched = 2 * SeriesJoin.best(keys, layer.features()).matched();
            int weight = matched > 0 && layer instanceof SolidLayer ? matched + 1 : matched;
            if (weight > most) {
                most = weight;
                best = layer.id();
            }
        }
        return best;
    }

    /** The unit of energy or power that a column's name ends in, as in {@code energy_kwh}; empty for none. */
    static String unitIn(String column) {
        String end = column.toLowerCase(Locale.ROOT).replaceFirst(".*_", "");
        return switch (end) {
            case "kwh" -> "kWh";
            case "mwh" -> "MWh";
            case "gwh" -> "GWh";
            case "wh" -> "Wh";
            case "kw" -> "kW";
            case "mw" -> "MW";
            default -> "";
        };
    }
}
