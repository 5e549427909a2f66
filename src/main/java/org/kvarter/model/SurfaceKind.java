package org.kvarter.model;

/** What a part of a solid is, which decides its default colour. Ordinals are stored in columnar tables: append, never reorder. */
public enum SurfaceKind {
    WALL, ROOF, GROUND, OUTER_CEILING, OUTER_FLOOR, CLOSURE, WINDOW, DOOR, WATER, LAND, STREET, GREEN, TREE, BRIDGE, RAIL, TERRAIN,
    FURNITURE, OTHER;

    private static final SurfaceKind[] ALL = values();

    /** The kind stored under {@code ordinal}. */
    public static SurfaceKind of(int ordinal) {
        return ALL[ordinal];
    }
}
