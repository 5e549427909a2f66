package org.kvarter.remote.http;

import java.util.Objects;

/**
 * What a service gave to ask with whether anything has changed.
 *
 * @param etag         entity tag as sent, quotes included; empty for none
 * @param lastModified date as sent; empty for none
 */
public record Validators(String etag, String lastModified) {

    /** Nothing to ask with. */
    public static final Validators NONE = new Validators("", "");

    public Validators {
        etag = Objects.requireNonNullElse(etag, "");
        lastModified = Objects.requireNonNullElse(lastModified, "");
    }
}
