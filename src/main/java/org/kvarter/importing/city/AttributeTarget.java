package org.kvarter.importing.city;

/** Takes attributes of the rows of a layer that is being read. */
@FunctionalInterface
public interface AttributeTarget {

    /**
     * Sets an attribute of a row.
     *
     * @param value a number, a boolean or anything whose {@code toString} is its text; {@code null} is ignored
     * @param unit  unit of a number, or empty
     * @return {@code false} where the layer has too many attributes already
     */
    boolean attribute(int row, String attribute, Object value, String unit);
}
