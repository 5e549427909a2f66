package org.kvarter.ui.notice;

import java.util.List;
import java.util.Objects;
import org.kvarter.model.Severity;

/**
 * One message.
 *
 * @param severity how much it matters: errors stay until put away, the rest leaves by itself
 * @param message  one sentence
 * @param ways     what can be done about it, may be empty
 */
public record Notice(Severity severity, String message, List<Way> ways) {

    /**
     * Something that can be done.
     *
     * @param name what it is called
     * @param run  does it
     */
    public record Way(String name, Runnable run) {
    }

    public Notice {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
        ways = List.copyOf(ways);
    }

    /** A message about which one thing can be done, or nothing where {@code action} is empty. */
    public Notice(Severity severity, String message, String action, Runnable run) {
        this(severity, message, action.isEmpty() ? List.of() : List.of(new Way(action, run)));
    }

    /** A message about which several things can be done. */
    public static Notice of(Severity severity, String message, Way... ways) {
        return new Notice(severity, message, List.of(ways));
    }
}
