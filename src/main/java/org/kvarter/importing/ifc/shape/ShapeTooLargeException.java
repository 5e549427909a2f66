package org.kvarter.importing.ifc.shape;

/** One shape has more vertices than any building part. */
public final class ShapeTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Without a stack: it is a way out, not a bug. */
    public ShapeTooLargeException() {
        super("shape too large", null, false, false);
    }
}
