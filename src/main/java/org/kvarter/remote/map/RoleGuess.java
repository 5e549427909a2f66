package org.kvarter.remote.map;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedMapping.Layout;

/** Guesses which field is what, by the names that services use and by the values. */
final class RoleGuess {

    private static final List<String> IDS = List.of("id", "stationid", "sensorid", "deviceid", "locationid", "buildingid", "@iotid", "iotid",
            "identifier", "uuid", "code", "key", "fid", "place");
    private static final List<String> NAMES = List.of("name", "title", "label", "stationname", "displayname", "description");
    private static final List<String> TIMES = List.of("time", "timestamp", "datetime", "observedat", "dateobserved", "phenomenontime", "measuredat",
            "measuredtime", "resulttime", "lastreported", "lastupdated", "updated", "updatedat", "date", "timeutc");
    private static final List<String> VALUES = List.of("value", "result", "measurement", "reading", "power", "energy", "load", "consumption",
            "temperature", "numbikesavailable", "numvehiclesavailable", "available", "count", "level", "p");
    private static final List<String> LATITUDES = List.of("lat", "latitude");
    private static final List<String> LONGITUDES = List.of("lon", "lng", "long", "longitude");
    private static final List<String> UNITS = List.of("unit", "units", "uom", "unitcode", "unitofmeasurement", "symbol");

    private RoleGuess() {
    }

    static FeedMapping mapping(String records, Layout layout, List<Field> fields) {
        int most = fields.stream().mapToInt(Field::present).max().orElse(0);
        String latitude = named(fields, LATITUDES, RoleGuess::isNumber);
        String longitude = named(fields, LONGITUDES, RoleGuess::isNumber);
        boolean degrees = !latitude.isEmpty() && !longitude.isEmpty();
        int located = degrees ? fields.stream().filter(f -> f.pointer().equals(latitude)).mapToInt(Field::present).sum() : 0;
        String geometry = first(fields, f -> f.kind() == Field.Kind.GEOMETRY && f.present() > located);
        boolean byDegrees = degrees && geometry.isEmpty();
        String time = named(fields, TIMES, f -> f.kind() == Field.Kind.TIME && 4 * f.present() >= 3 * most);
        if (time.isEmpty()) {
            time = first(fields, f -> f.kind() == Field.Kind.TIME && f.present() == most && isTimely(f));
        }
        String id = id(fields, layout, most);
        String taken = time;
        Predicate<Field> free = f -> isValue(f) && !f.pointer().equals(id) && !f.pointer().equals(latitude) && !f.pointer().equals(longitude)
                && !f.pointer().equals(taken) && !IDS.contains(plain(f)) && !isParameter(f);
        String value = named(fields, VALUES, free);
        if (value.isEmpty()) {
            value = first(fields, free.and(f -> isNumber(f) && f.distinct() > 1));
        }
        if (value.isEmpty()) {
            value = first(fields, free.and(RoleGuess::isNumber));
        }
        String measured = value;
        String quantity = fields.stream().filter(f -> f.pointer().equals(measured)).map(Field::name).findFirst().orElse("");
        return new FeedMapping(records, layout, id, named(fields, NAMES, f -> f.kind() == Field.Kind.TEXT), time, "", value, unitOf(fields, value), "",
                byDegrees ? latitude : "", byDegrees ? longitude : "", geometry, quantity);
    }

    /** A named id; else the first text that differs in every record. The keys of a map are ids already. */
    private static String id(List<Field> fields, Layout layout, int most) {
        if (layout == Layout.MAP) {
            return "";
        }
        Predicate<Field> able = f -> (f.kind() == Field.Kind.TEXT || isNumber(f)) && f.present() == most;
        // an id that is lost in a few records is an id all the same
        String named = named(fields, IDS, f -> (f.kind() == Field.Kind.TEXT || isNumber(f)) && 4 * f.present() >= 3 * most);
        if (named.isEmpty()) {
            named = first(fields, able.and(f -> plain(f).endsWith("id") && f.distinct() == most && !plain(f).equals("grid")));
        }
        return !named.isEmpty() ? named : most < 2 ? "" : first(fields, f -> f.kind() == Field.Kind.TEXT && f.present() == most && f.distinct() == most);
    }

    /** A unit that stands beside the value, else one that stands beside the record's other fields. */
    private static String unitOf(List<Field> fields, String value) {
        String beside = value.substring(0, Math.max(0, value.lastIndexOf('/')) + (value.isEmpty() ? 0 : 1));
        String near = named(fields.stream().filter(f -> !beside.isEmpty() && f.pointer().startsWith(beside)).toList(), UNITS, f -> f.kind() == Field.Kind.TEXT);
        return near.isEmpty() || near.indexOf('/', beside.length()) >= 0 && !beside.equals("/") ? "" : near;
    }

    private static boolean isTimely(Field f) {
        String name = plain(f);
        return name.contains("time") || name.contains("date") || name.contains("observed") || name.contains("updated") || name.contains("reported");
    }

    private static boolean isNumber(Field f) {
        return f.kind() == Field.Kind.NUMBER;
    }

    private static boolean isValue(Field f) {
        return isNumber(f) || f.kind() == Field.Kind.TRUTH;
    }

    /** Numbers that describe rather than measure. */
    private static boolean isParameter(Field f) {
        String name = plain(f);
        return name.endsWith("id") && name.length() > 3 || name.equals("elevation") || name.equals("altitude") || name.contains("postal")
                || name.contains("zip") || name.equals("year") || name.equals("month") || name.equals("ttl") || name.equals("version");
    }

    private static String plain(Field f) {
        return f.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z@åäö]", "");
    }

    /** The field whose name comes first in a list of names; among equals the one nearest the record. */
    private static String named(List<Field> fields, List<String> names, Predicate<Field> able) {
        for (String name : names) {
            Optional<Field> found = fields.stream().filter(f -> plain(f).equals(name)).filter(able)
                    .min(java.util.Comparator.comparingInt(f -> f.pointer().split("/").length));
            if (found.isPresent()) {
                return found.get().pointer();
            }
        }
        return "";
    }

    private static String first(List<Field> fields, Predicate<Field> able) {
        return fields.stream().filter(able).map(Field::pointer).findFirst().orElse("");
    }
}
