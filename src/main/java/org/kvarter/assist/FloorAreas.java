package org.kvarter.assist;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.NumberColumn;
import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;

/** Finds the floor areas of features among attributes. Stateless. */
final class FloorAreas {

    private static final Pattern BEST = Pattern.compile(".*\\b(a ?temp|heated (floor )?area|conditioned floor area|energy reference area|energiebezugsflache|uppvarmd (yta|area)|lammitetty.*ala)\\b.*");
    private static final Pattern GOOD = Pattern.compile(".*\\b(floor ?area|gross floor area|gfa|bta|boa|loa|bra|bgf|nutzflache|wohnflache|bruksarea|boarea|lokalarea|floor ?space|kerrosala|pinta ?ala|huoneistoala|bruttoarea|oppervlakte|gebruiksoppervlakte|vloeroppervlak\\w*|golvarea|yta)\\b.*");

    private FloorAreas() {
    }

    /** The column of floor areas, m²: among columns of the import first, then of the layer. */
    static Optional<AttributeColumn> find(List<? extends AttributeColumn> imported, TwinLayer layer) {
        return best(imported).or(() -> layer == null ? Optional.empty() : best(layer.features().attributes().columns()));
    }

    private static Optional<AttributeColumn> best(List<? extends AttributeColumn> columns) {
        for (Pattern pattern : List.of(BEST, GOOD)) {
            for (AttributeColumn column : columns) {
                boolean area = column.unit().isEmpty() || Units.dimension(column.unit()).filter(d -> d == Dimension.AREA).isPresent();
                if (column instanceof NumberColumn && area && pattern.matcher(PlainText.words(column.name())).matches()) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }
}
