package org.kvarter.analysis;

import java.util.Objects;
import org.kvarter.scenario.Origin;

/**
 * Where the data of a layer or series come from, as a person or an importer said.
 *
 * @param data     id of a layer or series
 * @param origin   how sure its numbers are
 * @param source   who gives it, or its address; may be empty
 * @param read     when it was read, ISO 8601; empty where nobody noted it
 * @param recipe   importer, recipe or expression it was made by; empty for the format's own
 * @param licence  licence or attribution; empty for what the file states
 * @param personal whether it tells of single households, and so is shown over several only
 */
public record DataRecord(String data, Origin origin, String source, String read, String recipe, String licence, boolean personal) {

    public DataRecord {
        Objects.requireNonNull(data, "data");
        origin = Objects.requireNonNullElse(origin, Origin.UNSTATED);
        source = Objects.requireNonNullElse(source, "");
        read = Objects.requireNonNullElse(read, "");
        recipe = Objects.requireNonNullElse(recipe, "");
        licence = Objects.requireNonNullElse(licence, "");
    }

    /** Of which nothing is said. */
    public static DataRecord of(String data) {
        return new DataRecord(data, Origin.UNSTATED, "", "", "", "", false);
    }

    /** Whether it says nothing. */
    public boolean isBlank() {
        return equals(of(data));
    }

    public DataRecord withOrigin(Origin other) {
        return new DataRecord(data, other, source, read, recipe, licence, personal);
    }

    public DataRecord withPersonal(boolean is) {
        return new DataRecord(data, origin, source, read, recipe, licence, is);
    }

    public DataRecord withRead(String other) {
        return new DataRecord(data, origin, source, other, recipe, licence, personal);
    }
}
