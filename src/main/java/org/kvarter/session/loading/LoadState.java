package org.kvarter.session.loading;

import java.util.Objects;

/**
 * How far loading is.
 *
 * @param running  whether something is being read
 * @param fraction 0 … 1, NaN where the total is not known
 * @param message  what is being done, in the display language; empty when idle
 */
public record LoadState(boolean running, double fraction, String message) {

    /** Nothing is being read. */
    public static final LoadState IDLE = new LoadState(false, 0, "");

    public LoadState {
        Objects.requireNonNull(message, "message");
    }
}
