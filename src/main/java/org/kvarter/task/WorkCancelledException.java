package org.kvarter.task;

/** The person no longer wants the result. Not an error: nothing is shown and nothing is logged as a failure. */
public final class WorkCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WorkCancelledException() {
        super("cancelled", null, false, false);
    }
}
