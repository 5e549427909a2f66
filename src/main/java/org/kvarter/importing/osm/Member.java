package org.kvarter.importing.osm;

/**
 * A member of a relation.
 *
 * @param type what it is
 * @param id   of the element
 * @param role such as {@code outer}, {@code inner}, {@code part}; may be empty
 */
record Member(Type type, long id, String role) {

    /** Kinds of elements, in the order in which PBF numbers them. */
    enum Type {
        NODE, WAY, RELATION
    }
}
