package org.kvarter.importing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.geo.place.Statement;

/**
 * What a source says of itself.
 *
 * @param format  the format's standard name
 * @param version version of the format, empty where it has none
 * @param crs     coordinate reference system as the source spells it; empty where it states none
 * @param lods    levels of detail present
 * @param title   the source's own title, empty where it has none
 * @param licence licence or attribution the source states, empty where it states none
 * @param places  where it stands, where it says several things of it, the one it is read by among them; else empty
 */
public record SourceDescription(String format, String version, Optional<String> crs, List<String> lods, String title,
                                String licence, List<Statement> places) {

    public SourceDescription {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(crs, "crs");
        lods = List.copyOf(lods);
        places = List.copyOf(places);
    }

    /** Of a source that says one thing of its place, or nothing. */
    public SourceDescription(String format, String version, Optional<String> crs, List<String> lods, String title, String licence) {
        this(format, version, crs, lods, title, licence, List.of());
    }
}
