package org.kvarter.study.area;

import java.util.List;
import java.util.Locale;
import org.kvarter.model.FeatureTable;

/**
 * How many storeys a building has: what its source says, or its height by a stated height of a storey.
 *
 * @param storeyHeight metres from floor to floor where the source says nothing, 2 … 10
 */
public record StoreyRule(double storeyHeight) {

    /** Three metres, as in housing. */
    public static final StoreyRule DEFAULT = new StoreyRule(3);

    /** CityGML and CityJSON, OpenStreetMap, cadastres; lower case without separators. */
    private static final List<String> NAMES = List.of("storeysaboveground", "storeysabovegroundcount", "building:levels", "buildinglevels",
            "numberofstoreys", "numberofstories", "levels", "storeys", "stories", "floors", "numberoffloors", "antalvaningar", "antalvåningar", "vaningar", "våningar");

    /** Where a number of storeys comes from. */
    public enum From {
        ATTRIBUTE, STOREYS, HEIGHT, NONE
    }

    /**
     * A number of storeys.
     *
     * @param count     storeys above ground; NaN where nothing tells
     * @param from      where from
     * @param attribute name of the attribute, empty for none
     */
    public record Storeys(double count, From from, String attribute) {
    }

    public StoreyRule {
        if (!(storeyHeight >= 2 && storeyHeight <= 10)) {
            throw new IllegalArgumentException("a storey is 2 to 10 m high");
        }
    }

    /**
     * The storeys of a building.
     *
     * @param row     its row
     * @param modelled storeys that stand in the model as things of their own (IfcBuildingStorey), 0 for none
     * @param height  from its foot to its top, metres; NaN where it has no form
     */
    public Storeys of(FeatureTable features, int row, int modelled, double height) {
        for (String known : NAMES) {
            for (var column : features.attributes().columns()) {
                if (plain(column.name()).equals(known) && column.number(row) >= 1) {
                    return new Storeys(column.number(row), From.ATTRIBUTE, column.name());
                }
            }
        }
        if (modelled > 0) {
            return new Storeys(modelled, From.STOREYS, "");
        }
        return height > 0 ? new Storeys(Math.max(1, Math.floor(height / storeyHeight + 1e-6)), From.HEIGHT, "") : new Storeys(Double.NaN, From.NONE, "");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
