package org.kvarter.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;

/**
 * What people call the features of a table: their name, else their address, else their id. The columns are recognised by the names
 * that city models, OpenStreetMap and Nordic and German registers use.
 */
public final class FeatureNames {

    private static final List<String> NAMES = List.of("name", "gml:name", "namn", "navn", "title", "bezeichnung", "byggnadsnamn", "building_name");
    private static final List<String> ADDRESSES = List.of("address", "adress", "adresse", "addr:full", "full_address", "beläggsadress", "belagenhetsadress");
    private static final List<String> STREETS = List.of("addr:street", "street", "gata", "gatunamn", "strasse", "straße", "thoroughfarename", "streetname");
    private static final List<String> NUMBERS = List.of("addr:housenumber", "housenumber", "house_number", "nummer", "hausnummer", "streetnumber", "number");

    private final FeatureTable features;
    private final Optional<AttributeColumn> name;
    private final Optional<AttributeColumn> address;
    private final Optional<AttributeColumn> street;
    private final Optional<AttributeColumn> number;

    public FeatureNames(FeatureTable features) {
        this.features = features;
        name = find(NAMES);
        address = find(ADDRESSES);
        street = find(STREETS);
        number = find(NUMBERS);
    }

    private Optional<AttributeColumn> find(List<String> candidates) {
        return candidates.stream()
                .flatMap(c -> features.attributes().columns().stream().filter(a -> a.name().toLowerCase(Locale.ROOT).equals(c)))
                .findFirst();
    }

    /** The feature's own name; empty where it has none. */
    public String name(int row) {
        return text(name, row);
    }

    /** Street and number; empty where they are not known. */
    public String address(int row) {
        String whole = text(address, row);
        if (!whole.isEmpty()) {
            return whole;
        }
        String road = text(street, row);
        return road.isEmpty() ? "" : (road + " " + text(number, row)).trim();
    }

    /** Name, else address, else id. */
    public String best(int row) {
        String own = name(row);
        if (!own.isEmpty()) {
            return own;
        }
        String where = address(row);
        return where.isEmpty() ? features.ids()[row] : where;
    }

    /** As {@link #best}, but a bare number says which layer it is of. */
    public String best(int row, String layer) {
        String own = best(row);
        return own.equals(features.ids()[row]) && own.chars().allMatch(Character::isDigit) ? layer + " " + own : own;
    }

    private static String text(Optional<AttributeColumn> column, int row) {
        Object value = column.map(c -> c.value(row)).orElse(null);
        return value == null ? "" : value.toString().trim();
    }
}
