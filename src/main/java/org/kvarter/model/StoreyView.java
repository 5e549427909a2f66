package org.kvarter.model;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which storeys and kinds of elements of a building model are shown, and how far its storeys are pulled apart.
 *
 * @param hiddenStoreys names of storeys that are not shown
 * @param hiddenTypes   types of features that are not shown, such as {@code IfcSlab}
 * @param gapMetres     what is added between two storeys, 0 … {@value #WIDEST_METRES}
 */
public record StoreyView(Set<String> hiddenStoreys, Set<String> hiddenTypes, double gapMetres) {

    /** The most that storeys are pulled apart. */
    public static final double WIDEST_METRES = 20;
    /** All of the building as it stands. */
    public static final StoreyView ALL = new StoreyView(Set.of(), Set.of(), 0);

    public StoreyView {
        hiddenStoreys = Set.copyOf(hiddenStoreys);
        hiddenTypes = Set.copyOf(hiddenTypes);
        if (!(gapMetres >= 0 && gapMetres <= WIDEST_METRES)) {
            throw new IllegalArgumentException("storeys are pulled apart by 0 to " + WIDEST_METRES + " m");
        }
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** Shows a storey or hides it. */
    public StoreyView withStorey(String name, boolean shown) {
        return new StoreyView(with(hiddenStoreys, name, shown), hiddenTypes, gapMetres);
    }

    /** Hides these storeys and shows all others. */
    public StoreyView withHiddenStoreys(Set<String> names) {
        return new StoreyView(names, hiddenTypes, gapMetres);
    }

    /** Shows features of a type or hides them. */
    public StoreyView withType(String type, boolean shown) {
        return new StoreyView(hiddenStoreys, with(hiddenTypes, type, shown), gapMetres);
    }

    /** Pulls the storeys apart. */
    public StoreyView withGap(double metres) {
        return new StoreyView(hiddenStoreys, hiddenTypes, metres);
    }

    private static Set<String> with(Set<String> hidden, String name, boolean shown) {
        Set<String> after = new TreeSet<>(hidden);
        if (shown) {
            after.remove(name);
        } else {
            after.add(name);
        }
        return after;
    }
}
