package org.kvarter.importing.collada;

import org.w3c.dom.Element;

/**
 * A stream of numbers in groups. The array is not copied.
 *
 * @param values all numbers
 * @param offset of the first group
 * @param stride from a group to the next, positive
 * @param count  of groups that the numbers bear out
 */
record ColladaSource(double[] values, int offset, int stride, int count) {

    static final ColladaSource EMPTY = new ColladaSource(new double[0], 0, 1, 0);

    /** A {@code source} element; {@link #EMPTY} where it is none. */
    static ColladaSource of(ColladaDocument document, Element source) {
        Element array = Xml.child(source, "float_array");
        Element accessor = Xml.child(source, "technique_common", "accessor");
        if (array == null) {
            return EMPTY;
        }
        double[] values = Xml.numbers(array, document.budget());
        int stride = accessor == null ? 3 : (int) Math.max(1, Xml.number(accessor.getAttribute("stride"), 1));
        int offset = accessor == null ? 0 : (int) Math.max(0, Xml.number(accessor.getAttribute("offset"), 0));
        return new ColladaSource(values, offset, stride, (int) Math.max(0, ((long) values.length - offset) / stride));
    }

    /** A number of a group; NaN where there is none. */
    double get(int group, int component) {
        boolean there = group >= 0 && group < count && component < stride;
        return there ? values[offset + stride * group + component] : Double.NaN;
    }
}
