package org.kvarter.geo.store;

/** Bounds that keep a hostile or broken source from taking the machine's memory. */
final class StoreLimits {

    /** Vertices in one geometry. */
    static final int MAX_VERTICES = 10_000_000;

    /** Geometry collections within each other, and arrays or objects within each other in JSON. */
    static final int MAX_NESTING = 64;

    /** Characters of one attribute that is kept as text. */
    static final int MAX_TEXT = 1_000_000;

    /** Bytes of side files read whole: {@code .prj}, {@code .cpg}. */
    static final int MAX_SIDE_FILE = 64 * 1024;

    /** Distinct attributes of one table. */
    static final int MAX_COLUMNS = 4_000;

    private StoreLimits() {
    }
}
