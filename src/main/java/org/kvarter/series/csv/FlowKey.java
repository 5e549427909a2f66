package org.kvarter.series.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one row of flows is about.
 *
 * @param place site, or origin
 * @param other direction, or destination; may be empty
 * @param mode  class of vehicle or means of transport, may be empty
 */
public record FlowKey(String place, String other, String mode) {

    /** The key of a long table's joined columns. */
    static FlowKey ofJoined(String joined) {
        String[] parts = joined.split(String.valueOf(CsvFormat.KEY_SEPARATOR), -1);
        return new FlowKey(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    /**
     * The key a wide table's column name spells: {@code Storgatan 12 | N | bicycle}, {@code K3_north}. What is neither a direction nor a
     * class is the site.
     *
     * @param isDirection whether a word is a direction
     * @param isMode      whether a word is a class of vehicle
     */
    static FlowKey ofHeader(String header, Predicate<String> isDirection, Predicate<String> isMode) {
        List<String> parts = new ArrayList<>(List.of(header.strip().split("\\s*[|/;]\\s*|\\s+[-–]\\s+")));
        if (parts.size() == 1) {
            int cut = Math.max(header.lastIndexOf('_'), header.lastIndexOf(' '));
            String last = cut < 0 ? "" : header.substring(cut + 1).strip();
            if (cut > 0 && (isDirection.test(last) || isMode.test(last))) {
                parts = new ArrayList<>(List.of(header.substring(0, cut).strip(), last));
            }
        }
        String direction = "";
        String mode = "";
        for (int i = parts.size() - 1; i > 0; i--) {
            if (mode.isEmpty() && isMode.test(parts.get(i))) {
                mode = parts.remove(i);
            } else if (direction.isEmpty() && isDirection.test(parts.get(i))) {
                direction = parts.remove(i);
            }
        }
        if (direction.isEmpty() && parts.size() > 1) {
            direction = parts.remove(parts.size() - 1);
        }
        return new FlowKey(String.join(" ", parts), direction, mode);
    }

    /** The key as people read it. */
    public String text() {
        return place + (other.isEmpty() ? "" : " · " + other) + (mode.isEmpty() ? "" : " · " + mode);
    }
}
