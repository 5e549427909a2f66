package org.kvarter.importing.citygml;

/** Prototypes in files of their own. */
final class LibraryObjects {

    /** Before the name of a library file where an id of a prototype stands otherwise. */
    static final String PREFIX = "file:";

    private LibraryObjects() {
    }
}
