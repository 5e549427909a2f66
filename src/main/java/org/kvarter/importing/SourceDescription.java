package org.kvarter.importing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a source says of itself.
 *
 * @param format  the format's standard name
 * @param version version of the format, empty where it has none
 * @param crs     coordinate reference system as the source spells it; empty where it states none
 * @param lods    levels of detail present
 * @param title   the source's own title, empty where it has none
 * @param licence licence or attribution the source states, empty where it states none
 */
public record SourceDescription(String format, String version, Optional<String> crs, List<String> lods, String title,
                                String licence) {

    public SourceDescription {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(crs, "crs");
        lods = List.copyOf(lods);
    }
}
