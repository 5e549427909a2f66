package org.kvarter.importing;

import java.util.List;
import java.util.Objects;

/**
 * One attribute of a layer before it is read, from a sample of its features.
 *
 * @param name     as the source spells it
 * @param type     what its values are
 * @param rows     features looked at
 * @param present  of these, how many have a value
 * @param minimum  smallest number, NaN where no value is a number
 * @param maximum  largest number, NaN where no value is a number
 * @param examples a few values as text, the most frequent first
 */
public record AttributePreview(String name, Type type, int rows, int present, double minimum, double maximum, List<String> examples) {

    /** What the values of an attribute are. */
    public enum Type {
        TEXT, INTEGER, NUMBER, BOOLEAN, DATE
    }

    public AttributePreview {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        examples = List.copyOf(examples);
    }
}
