package org.kvarter.series.store;

/** How a value came about; the later, the less it says of what was. The order is kept in files. */
public enum Quality {
    MEASURED, MODELLED, ASSUMED, MISSING;

    private static final Quality[] ALL = values();

    /** The quality of an ordinal as stores keep it; what is not known counts as missing. */
    public static Quality of(int ordinal) {
        return ordinal >= 0 && ordinal < ALL.length ? ALL[ordinal] : MISSING;
    }
}
