package org.kvarter.ui.notice;

import java.util.Objects;
import org.kvarter.model.Severity;

/**
 * One message.
 *
 * @param severity how much it matters: errors stay until put away, the rest leaves by itself
 * @param message  one sentence
 * @param action   name of what can be done about it, empty for nothing
 * @param run      does it
 */
public record Notice(Severity severity, String message, String action, Runnable run) {

    public Notice {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(run, "run");
    }
}
