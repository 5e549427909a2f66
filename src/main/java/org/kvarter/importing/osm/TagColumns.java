package org.kvarter.importing.osm;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.kvarter.model.AttributeTableBuilder;

/**
 * Makes attributes of tags: a column for each of the keys a layer uses most, the rest in one column as text ({@code key=value; key=value}).
 * Not thread-safe.
 */
final class TagColumns {

    /** Columns of a layer at most, but for those made here. */
    static final int MOST = 40;
    /** Name of the column of the rest. */
    static final String REST = "other_tags";

    private static final int KEYS_COUNTED = 20_000;
    private static final int MAX_VALUE = 255;
    private static final Set<String> LENGTHS = Set.of("height", "min_height", "roof:height", "width", "est_width", "circumference",
            "diameter_crown", "depth", "building:height");
    private static final Set<String> NUMBERS = Set.of("building:levels", "building:min_level", "building:levels:underground", "roof:levels",
            "building:flats", "lanes", "layer", "population", "capacity", "start_date", "maxspeed", "gauge", "voltage", "tracks", "level");

    private final Map<String, Integer> counts = new HashMap<>();
    private Set<String> kept;

    /** Counts the keys of an element; before the first {@link #set}. */
    void count(Tags tags) {
        for (int i = 0; i < tags.size(); i++) {
            if (counts.size() < KEYS_COUNTED || counts.containsKey(tags.key(i))) {
                counts.merge(tags.key(i), 1, Integer::sum);
            }
        }
    }

    /** How many keys share the column of the rest. */
    int inRest() {
        return counts.size() - kept().size();
    }

    private Set<String> kept() {
        if (kept == null) {
            kept = counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey())).limit(MOST).map(Map.Entry::getKey).collect(Collectors.toSet());
        }
        return kept;
    }

    /** Sets the attributes of a row. */
    void set(AttributeTableBuilder table, int row, Tags tags) {
        StringJoiner rest = new StringJoiner("; ");
        for (int i = 0; i < tags.size(); i++) {
            String key = tags.key(i);
            String value = tags.value(i).length() > MAX_VALUE ? tags.value(i).substring(0, MAX_VALUE) : tags.value(i);
            if (kept().contains(key) || LENGTHS.contains(key) || NUMBERS.contains(key)) {
                put(table, row, key, value);
            } else if (rest.length() < 4 * MAX_VALUE) {
                rest.add(key + "=" + value);
            }
        }
        if (rest.length() > 0) {
            table.set(row, REST, rest.toString());
        }
    }

    private static void put(AttributeTableBuilder table, int row, String key, String value) {
        double metres = LENGTHS.contains(key) ? TagNumbers.metres(value) : Double.NaN;
        double number = NUMBERS.contains(key) ? TagNumbers.number(value) : Double.NaN;
        if (!Double.isNaN(metres)) {
            table.set(row, key, metres, "m");
        } else if (!Double.isNaN(number)) {
            table.set(row, key, number == Math.rint(number) ? (Number) (long) number : (Number) number);
        } else {
            table.set(row, key, value);
        }
    }
}
