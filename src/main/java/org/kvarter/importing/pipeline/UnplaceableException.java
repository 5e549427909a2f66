package org.kvarter.importing.pipeline;

import org.kvarter.geo.CrsException;

/** Carries geo's checked exception through an importer. */
final class UnplaceableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnplaceableException(CrsException cause) {
        super(cause.getMessage(), cause);
    }
}
