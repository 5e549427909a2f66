package org.kvarter.scenario;

import java.util.Objects;

/**
 * What a project says of where its data come from.
 *
 * @param data   id of a series, or {@code layer/attribute}
 * @param origin how sure its numbers are
 * @param note   a sentence: who measured, which model; may be empty
 */
public record DataNote(String data, Origin origin, String note) {

    public DataNote {
        Objects.requireNonNull(data, "data");
        origin = Objects.requireNonNullElse(origin, Origin.UNSTATED);
        note = Objects.requireNonNullElse(note, "");
    }
}
