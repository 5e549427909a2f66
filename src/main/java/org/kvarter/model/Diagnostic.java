package org.kvarter.model;

import java.util.Objects;

/**
 * One thing a person should know about what was read.
 *
 * @param severity how much it matters
 * @param source   file or service it is about, as the person named it
 * @param object   id of the feature, column or record it is about; empty where it is about the whole source
 * @param message  one sentence in the display language that names the trouble and the way out
 */
public record Diagnostic(Severity severity, String source, String object, String message) {

    public Diagnostic {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(message, "message");
    }
}
