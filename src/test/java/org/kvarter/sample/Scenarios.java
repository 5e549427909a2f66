package org.kvarter.sample;

import java.util.List;
import java.util.Locale;

/** The scenarios and key figures of the sample project, as its document has them. */
final class Scenarios {
    private static final String QUAY = "name IN ('Kajgatan', 'Kanalgatan')";
    private static final String BESIDE = "name IN ('Storgatan', 'Trädgårdsgatan')";
    private static final String COUNTS = "lindhamn-counts-motor";
    private static final String IN_SERVICE = "{ \"kind\" : \"movement\", \"layerId\" : \"lindhamn-transit-vehicles\", \"what\" : \"IN_SERVICE\", \"aggregate\" : \"MAXIMUM\" }";
    private static final String DISTRICT = "{ \"layerId\" : \"\", \"filter\" : \"\", \"features\" : [ ] }";

    private Scenarios() {
    }

    static String write() {
        return """
                {
                    "scenarios" : [
                %s
                    ],
                    "kpis" : [
                %s
                    ],
                    "notes" : [
                %s
                    ],
                    "active" : ""
                  }""".formatted(scenario("solar", "Solar roofs and batteries",
                        "Panels on the roofs that suit, and a battery for every dwelling that takes the tops off each day.", List.of(
                        assumption("roofShare", "Share of suitable roofs", "SHARE", "", Solar.REFERENCE_ROOFS, 0, 1, "ASSUMED", "what housing associations might agree on"),
                        assumption("batteryPerDwelling", "Battery per dwelling", "NUMBER", "kWh", Solar.REFERENCE_BATTERY, 0, 10, "ASSUMED",
                                "reckoned for 5 kWh and half of the roofs, an estimate elsewhere"),
                        assumption("gridCo2", "CO₂ of grid electricity", "NUMBER", "kg/kWh", 0.09, 0, 0.4, "ASSUMED", "Nordic mix over a year")), List.of(
                        series("production", "Solar production", "solar-2025", "roofShare"), series("electricity-2025", "", "solar-2025", "-roofShare"),
                        series("electricity-2025", "", "battery-2025", "batteryPerDwelling / 5")))
                + ",\n" + scenario("quay", "Car-light quay",
                        "Fewer cars along the water; trees stand where they were parked, and the streets behind take some of the traffic.", List.of(
                        assumption("fewerCars", "Fewer cars on the quay", "SHARE", "", 0.7, 0, 1, "ASSUMED", "with through traffic closed"),
                        assumption("diverted", "Of them, driving the streets behind", "SHARE", "", 0.4, 0, 1, "ASSUMED", "the rest travels otherwise"),
                        assumption("parkingGone", "Parking given up on the quay", "SHARE", "", 0.8, 0, 1, "ASSUMED", "deliveries and disabled permits stay")), List.of(
                        attribute(QUAY, "cars_day", "SCALE", "1 - fewerCars"), attribute("name = 'Storgatan'", "cars_day", "ADD", "6400 * fewerCars * diverted * 0.7"),
                        attribute("name = 'Trädgårdsgatan'", "cars_day", "ADD", "6400 * fewerCars * diverted * 0.3"),
                        counts(QUAY, "1 - fewerCars"), counts("name = 'Storgatan'", "1 + 0.7 * diverted * fewerCars * 6400 / 9800"),
                        counts("name = 'Trädgårdsgatan'", "1 + 0.3 * diverted * fewerCars * 6400 / 4700"),
                        attribute(QUAY, "parking_spaces", "SCALE", "1 - parkingGone"),
                        "        { \"kind\" : \"layer\", \"layerId\" : \"quay-trees\", \"shown\" : true }")),
                String.join(",\n", kpi("grid", "From the grid", "kWh", "LOWER", false, ofSeries("electricity-2025", "IMPORT")),
                        kpi("peak", "Peak power", "kW", "LOWER", false, ofSeries("electricity-2025", "MAXIMUM")),
                        kpi("peakEach", "Peak per home", "kW", "LOWER", false, computed("peak / dwellings")),
                        kpi("solar", "Solar power", "kWh", "HIGHER", false, ofSeries("production", "SUM")),
                        kpi("ownUse", "Self-use", "%", "HIGHER", false, computed("100 * (solar - given) / solar")),
                        kpi("co2", "CO₂", "t", "LOWER", false, computed("grid * gridCo2 / 1000")),
                        kpi("quayCars", "Quay cars", "a day", "LOWER", false, computed("2 * quayCounted / quayCounters")),
                        kpi("carsBehind", "Cars behind", "a day", "LOWER", false, computed("2 * behindCounted / behindCounters")),
                        kpi("service", "Trams and buses", "at once", "NEITHER", false, IN_SERVICE),
                        kpi("quayCounted", "Cars counted on the quay", "a day", "NEITHER", true, ofCounts(QUAY, "PER_DAY")),
                        kpi("quayCounters", "Counters on the quay, one each way", "", "NEITHER", true, ofCounts(QUAY, "COUNT")),
                        kpi("behindCounted", "Cars counted behind the quay", "a day", "NEITHER", true, ofCounts(BESIDE, "PER_DAY")),
                        kpi("behindCounters", "Counters behind the quay, one each way", "", "NEITHER", true, ofCounts(BESIDE, "COUNT")),
                        kpi("dwellings", "Dwellings", "", "NEITHER", true, ofAttribute("lindhamn-building", "", "apartments", "SUM")),
                        kpi("given", "Electricity to the grid", "kWh", "NEITHER", true, ofSeries("electricity-2025", "EXPORT"))),
                String.join(",\n", note("electricity-2025", "load shapes by use, year and energy class of each building; fictional"),
                        note("heat-2025", "by weather, use and energy class of each building; fictional"),
                        note("solar-2025", "panels on half of each roof face that does not look north, 20 % efficient, 18 % losses"),
                        note("battery-2025", "each building's battery evens out each day, losing a tenth"),
                        note("quay-traffic/cars_day", "fictional"), note(COUNTS, "fictional"), note("lindhamn-transit-vehicles", "fictional"), note("lindhamn-building/apartments", "fictional register")));
    }

    private static String scenario(String id, String name, String description, List<String> assumptions, List<String> measures) {
        return "      { \"id\" : \"" + id + "\", \"name\" : \"" + name + "\", \"description\" : \"" + description + "\", \"base\" : \"\",\n"
                + "        \"assumptions\" : [\n" + String.join(",\n", assumptions) + " ],\n        \"measures\" : [\n" + String.join(",\n", measures) + " ] }";
    }

    private static String assumption(String id, String name, String kind, String unit, double value, double minimum, double maximum, String origin, String source) {
        return String.format(Locale.ROOT, "        { \"id\" : \"%s\", \"name\" : \"%s\", \"kind\" : \"%s\", \"unit\" : \"%s\", \"value\" : %s, \"minimum\" : %s, \"maximum\" : %s, "
                + "\"origin\" : \"%s\", \"source\" : \"%s\" }", id, name, kind, unit, value, minimum, maximum, origin, source);
    }

    private static String series(String id, String title, String given, String amount) {
        return "        { \"kind\" : \"series\", \"area\" : " + DISTRICT + ", \"series\" : \"" + id + "\", \"title\" : \"" + title + "\", \"way\" : \"ADD\", \"given\" : \"" + given
                + "\", \"amount\" : \"" + amount + "\" }";
    }

    private static String counts(String filter, String amount) {
        return "        { \"kind\" : \"series\", \"area\" : " + area(COUNTS, filter) + ", \"series\" : \"" + COUNTS
                + "\", \"title\" : \"\", \"way\" : \"SCALE\", \"given\" : \"\", \"amount\" : \"" + amount + "\" }";
    }

    private static String attribute(String filter, String attribute, String way, String amount) {
        return "        { \"kind\" : \"attribute\", \"area\" : " + area("quay-traffic", filter) + ", \"attribute\" : \"" + attribute + "\", \"unit\" : \"\", \"way\" : \"" + way
                + "\", \"amount\" : \"" + amount + "\", \"text\" : \"\" }";
    }

    private static String kpi(String id, String title, String unit, String better, boolean hidden, String figure) {
        return "      { \"id\" : \"" + id + "\", \"title\" : \"" + title + "\", \"unit\" : \"" + unit + "\", \"better\" : \"" + better + "\", \"hidden\" : " + hidden
                + ",\n        \"figure\" : " + figure + " }";
    }

    private static String ofSeries(String series, String aggregate) {
        return "{ \"kind\" : \"series\", \"series\" : \"" + series + "\", \"aggregate\" : \"" + aggregate + "\", \"area\" : " + DISTRICT + ", \"threshold\" : 0.0 }";
    }

    private static String ofCounts(String filter, String aggregate) {
        return ofSeries(COUNTS, aggregate).replace(DISTRICT, area(COUNTS, filter));
    }

    private static String ofAttribute(String layer, String filter, String attribute, String aggregate) {
        return "{ \"kind\" : \"attribute\", \"attribute\" : \"" + attribute + "\", \"aggregate\" : \"" + aggregate + "\", \"area\" : " + area(layer, filter) + ", \"threshold\" : 0.0 }";
    }

    private static String computed(String formula) {
        return "{ \"kind\" : \"computed\", \"formula\" : \"" + formula + "\" }";
    }

    private static String area(String layer, String filter) {
        return "{ \"layerId\" : \"" + layer + "\", \"filter\" : \"" + filter + "\", \"features\" : [ ] }";
    }

    private static String note(String data, String text) {
        return "      { \"data\" : \"" + data + "\", \"origin\" : \"MODELLED\", \"note\" : \"" + text + "\" }";
    }
}
