package org.kvarter.model;

import java.util.Objects;

/**
 * Texts by dictionary: each row holds the index of its text, −1 where missing. Arrays are not copied.
 *
 * @param name       as the source spells it
 * @param codes      one per row
 * @param dictionary the distinct texts, in order of first appearance
 */
public record TextColumn(String name, int[] codes, String[] dictionary) implements AttributeColumn {

    public TextColumn {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public String value(int row) {
        return codes[row] < 0 ? null : dictionary[codes[row]];
    }

    @Override
    public double number(int row) {
        String text = value(row);
        if (text == null) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text.trim());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
