package org.kvarter.geo.store;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/** Coordinate reference systems as vector formats spell them. */
final class CrsTexts {

    /** Longitude and latitude in degrees on WGS 84, in this order. */
    static final String CRS84 = "OGC:CRS84";

    private static final Pattern EPSG = Pattern.compile(
            "(?i)(?:urn:(?:x-)?ogc:def:crs:EPSG:[^:]*:|https?://www\\.opengis\\.net/def/crs/EPSG/[^/]+/|EPSG:+)(\\d{1,9})");

    private CrsTexts() {
    }

    /**
     * {@code EPSG:n}, {@code OGC:CRS84} or the text as it stands.
     *
     * @param text what a {@code crs} member names: {@code urn:ogc:def:crs:EPSG::3011}, {@code EPSG:3011}, a WKT …
     */
    static Optional<String> normalise(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String trimmed = text.trim();
        if (trimmed.toUpperCase(Locale.ROOT).endsWith("CRS84") || trimmed.toUpperCase(Locale.ROOT).endsWith("CRS84H")) {
            return Optional.of(CRS84);
        }
        Matcher matcher = EPSG.matcher(trimmed);
        return Optional.of(matcher.matches() ? "EPSG:" + matcher.group(1) : trimmed);
    }

    /**
     * GeoTools' form of a CRS text with axes east, north; {@code null} where it is not known, which GeoTools allows. What is unknown
     * here may still be put right when the layer is placed.
     */
    static CoordinateReferenceSystem parse(String text) {
        if (text.equals(CRS84) || text.equals("EPSG:4326")) {
            return DefaultGeographicCRS.WGS84;
        }
        try {
            CoordinateReferenceSystem crs = text.startsWith("EPSG:") ? CRS.decode(text, true) : CRS.parseWKT(text);
            return CRS.getAxisOrder(crs) == CRS.AxisOrder.NORTH_EAST ? null : crs;
        } catch (FactoryException | RuntimeException e) {
            return null;
        }
    }
}
