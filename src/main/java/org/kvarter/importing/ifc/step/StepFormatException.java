package org.kvarter.importing.ifc.step;

/** Bytes that are no STEP file at all. */
public final class StepFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message for the log */
    public StepFormatException(String message) {
        super(message);
    }
}
