package org.kvarter.assist;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which feature of the twin a place of a table is.
 *
 * @param kind         how places and features are compared
 * @param layerId      layer whose features are meant
 * @param attribute    attribute of the features to compare with; empty for the feature id
 * @param crs          coordinate reference system of the table's coordinates
 * @param limit        greatest distance of a coordinate from its feature, metres; 0 for inside only
 * @param lookupFile   table that says which key belongs to a place, empty for none: applied before {@code kind}
 * @param lookupFrom   its column of places
 * @param lookupTo     its column of keys
 * @param accepted     feature id by place, as a person decided; they come before every rule
 */
public record JoinRule(Kind kind, String layerId, String attribute, String crs, double limit, String lookupFile, String lookupFrom,
                       String lookupTo, Map<String, String> accepted) {

    /** How places and features are compared. */
    public enum Kind {
        /** Not at all: the measurements are of the district as a whole, such as its weather. */
        DISTRICT,
        /** By equal keys, apart from case and blanks. */
        KEY,
        /** As addresses: abbreviations, case, diacritics, entrances and flats apart. */
        ADDRESS,
        /** As national or cadastral ids: separators, leading zeros and prefixes apart. */
        BUILDING_ID,
        /** By coordinates: inside of the footprint, or nearest within the limit. */
        COORDINATES
    }

    public JoinRule {
        kind = Objects.requireNonNullElse(kind, Kind.DISTRICT);
        layerId = Objects.requireNonNullElse(layerId, "");
        attribute = Objects.requireNonNullElse(attribute, "");
        crs = Objects.requireNonNullElse(crs, "");
        lookupFile = Objects.requireNonNullElse(lookupFile, "");
        lookupFrom = Objects.requireNonNullElse(lookupFrom, "");
        lookupTo = Objects.requireNonNullElse(lookupTo, "");
        accepted = accepted == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(accepted));
        if (!(limit >= 0)) {
            throw new IllegalArgumentException("a distance is not negative");
        }
    }

    /** Measurements of no feature in particular. */
    public static JoinRule district() {
        return new JoinRule(Kind.DISTRICT, "", "", "", 0, "", "", "", Map.of());
    }

    /** By equal keys. @param attribute empty for the feature id */
    public static JoinRule key(String layerId, String attribute) {
        return new JoinRule(Kind.KEY, layerId, attribute, "", 0, "", "", "", Map.of());
    }

    /** By addresses. */
    public static JoinRule address(String layerId, String attribute) {
        return new JoinRule(Kind.ADDRESS, layerId, attribute, "", 0, "", "", "", Map.of());
    }

    /** By national or cadastral ids. */
    public static JoinRule buildingId(String layerId, String attribute) {
        return new JoinRule(Kind.BUILDING_ID, layerId, attribute, "", 0, "", "", "", Map.of());
    }

    /** By coordinates. */
    public static JoinRule coordinates(String layerId, String crs, double limit) {
        return new JoinRule(Kind.COORDINATES, layerId, "", crs, limit, "", "", "", Map.of());
    }

    /** With a table between: places are looked up in {@code from}, and {@code to} is compared. */
    public JoinRule withLookup(String file, String from, String to) {
        return new JoinRule(kind, layerId, attribute, crs, limit, file, from, to, accepted);
    }

    public JoinRule withKind(Kind other) {
        return new JoinRule(other, layerId, attribute, crs, limit, lookupFile, lookupFrom, lookupTo, accepted);
    }

    public JoinRule withLayer(String other) {
        return new JoinRule(kind, other, attribute, crs, limit, lookupFile, lookupFrom, lookupTo, accepted);
    }

    public JoinRule withAttribute(String other) {
        return new JoinRule(kind, layerId, other, crs, limit, lookupFile, lookupFrom, lookupTo, accepted);
    }

    public JoinRule withCrs(String other) {
        return new JoinRule(kind, layerId, attribute, other, limit, lookupFile, lookupFrom, lookupTo, accepted);
    }

    public JoinRule withLimit(double other) {
        return new JoinRule(kind, layerId, attribute, crs, other, lookupFile, lookupFrom, lookupTo, accepted);
    }

    public JoinRule withAccepted(Map<String, String> other) {
        return new JoinRule(kind, layerId, attribute, crs, limit, lookupFile, lookupFrom, lookupTo, other);
    }

    /** This rule with a pair that a person accepted. */
    public JoinRule accepting(String place, String featureId) {
        Map<String, String> more = new TreeMap<>(accepted);
        more.put(place, featureId);
        return withAccepted(more);
    }

    /** This rule without the accepted pair of a place. */
    public JoinRule rejecting(String place) {
        Map<String, String> fewer = new TreeMap<>(accepted);
        fewer.remove(place);
        return withAccepted(fewer);
    }
}
