package org.kvarter.model;

import java.util.Objects;

/**
 * Where a layer comes from.
 *
 * @param file    the file or folder, as an absolute path or a project-relative one
 * @param part    table, layer or type within it, empty where the file is one layer
 * @param format  name of the format with its version ({@code CityJSON 2.0})
 * @param crs     coordinate reference system of the source ({@code EPSG:28992}, WKT, or empty for local coordinates)
 * @param licence licence or attribution the source states, empty where it states none
 */
public record SourceRef(String file, String part, String format, String crs, String licence) {

    public SourceRef {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(crs, "crs");
        Objects.requireNonNull(licence, "licence");
    }
}
