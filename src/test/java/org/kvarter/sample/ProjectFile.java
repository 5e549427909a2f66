package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/** Writes {@code datasets/kvarter.json}: what to open, from where to look, how to colour. */
final class ProjectFile {
    private static final String BUILDINGS = "lindhamn-building";

    private ProjectFile() {
    }

    static String write() {
        List<String> views = new ArrayList<>();
        views.add(view("Lindhamn from the south-west", 210, 165, 95, 519, 464, 4));
        views.add(view("Along the quay", 505, 436, 4.4, 690, 406, 8));
        views.add(view("Storgatan", 396, 560, 4.6, 500, 543, 7));
        views.add(view("Courtyard", 568, 590, 50, 620, 690, 6));
        views.add(view("From the hill", 430, 835, 85, 880, 440, 0));
        views.add(view("The timber house", 979, 469.5, 4.4, 998.5, 512, 9.4));
        views.add(view("From above", 600, 499.9, 1950, 600, 500, 0));
        return """
                {
                  "format" : "kvarter-project",
                  "version" : 1,
                  "name" : "Lindhamn",
                  "frame" : { "crs" : "EPSG:3011", "originEast" : 153600.0, "originNorth" : 6579500.0, "originHeight" : 0.0 },
                  "sources" : [
                    { "file" : "lindhamn-terrain.tif" },
                    { "file" : "lindhamn.gpkg" },
                    { "file" : "quay-traffic.geojson" },
                    { "file" : "quay-trees.geojson" },
                    { "file" : "../models/lindhamn.city.json" },
                    { "file" : "../models/lindhamn-timber-house-a.ifc" },
                    { "file" : "../models/lindhamn-timber-house-b.ifc" },
                    { "file" : "../models/lindhamn-lighthouse.glb", "crs" : "local", "settings" : { "anchor" : "%s", "kind" : "other" } },
                    { "file" : "lindhamn-transit.zip" },
                    { "file" : "lindhamn-trips.geojson" },
                    { "file" : "lindhamn-bikes_station_information.json" },
                    { "file" : "lindhamn-chargers.json" },
                    { "file" : "lindhamn-zones.geojson" },
                    { "file" : "lindhamn-counts.csv.zip", "settings" : { "zone" : "Europe/Stockholm" } },
                    { "file" : "lindhamn-journeys.csv" }
                  ],
                  "layers" : [
                %s
                  ],
                  "viewpoints" : [
                %s
                  ],
                  "overlays" : [
                %s
                  ],
                  "activeOverlay" : "",
                  "series" : [
                %s
                  ],
                  "clock" : { "time" : "2025-01-16T17:00:00Z", "start" : "2025-01-01T00:00:00Z", "end" : "2026-01-01T00:00:00Z",
                    "zone" : "Europe/Stockholm", "step" : "HOUR", "studio" : true },
                  "filter" : "",
                  "filterMode" : "FADE",
                  "pins" : [ ],
                  "scenarios" : %s,
                  "story" : %s
                }
                """.formatted(anchor(), layers(), String.join(",\n", views), overlays(), series(), Scenarios.write(), StoryFile.write());
    }

    /** Where the lighthouse's zero stands: easting, northing, height. */
    private static String anchor() {
        Coordinate c = Newcomers.lighthouse(new StreetPlan());
        return String.format(Locale.ROOT, "%.1f,%.1f,0.0", Frame.EAST0 + c.x, Frame.NORTH0 + c.y);
    }

    static String view(String name, double x, double y, double z, double tx, double ty, double tz) {
        double dx = tx - x;
        double dy = ty - y;
        double flat = StrictMath.sqrt(dx * dx + dy * dy);
        double yaw = (StrictMath.toDegrees(StrictMath.atan2(dx, dy)) + 360) % 360;
        double pitch = flat < 1 ? -90 : StrictMath.toDegrees(StrictMath.atan2(tz - z, flat));
        return String.format(Locale.ROOT, "    { \"name\" : \"%s\", \"east\" : %.1f, \"north\" : %.1f, \"height\" : %.1f, \"yawDegrees\" : %.1f, \"pitchDegrees\" : %.1f }",
                name, Frame.EAST0 + x, Frame.NORTH0 + y, z, flat < 1 ? 0 : yaw, pitch);
    }

    /** All layers bottom first, variants with the place that they share; what is for looking up rather than looking at starts hidden. */
    private static String layers() {
        List<String> out = new ArrayList<>();
        String[][] layers = {{"lindhamn-terrain", "Terrain", "Terräng", "true"}, {"lindhamn-water", "Water", "Vatten", "true"}, {"lindhamn-green", "Green", "Grönytor", "true"},
                {"lindhamn-street-areas", "Streets and squares", "Gator och torg", "true"}, {"lindhamn-streets", "Street centre lines", "Gatornas mittlinjer", "false"}, {"lindhamn-tram", "Tram", "Spårväg", "true"},
                {"lindhamn-plots", "Plots", "Fastigheter", "false"}, {"lindhamn-housing-associations", "Housing associations", "Bostadsrättsföreningar", "false"},
                {"lindhamn-zones", "Zones", "Zoner", "false"}, {"lindhamn-tram-stops", "Tram stops", "Spårvagnshållplatser", "false"}, {"lindhamn-transformer-stations", "Transformer stations", "Nätstationer", "false"}, {"lindhamn-trees", "Trees", "Träd", "true"},
                {"quay-traffic", "Cars and parking", "Bilar och parkering", "false"}, {"quay-trees", "Proposed trees on the quay", "Föreslagna träd på kajen", "false"},
                {"lindhamn-cityfurniture", "Boats and street furniture", "Båtar och gatumöbler", "true"}, {"lindhamn-bridge", "Bridges", "Broar", "true"}, {"lindhamn-otherconstruction", "Quays and piers", "Kajer och bryggor", "true"},
                {BUILDINGS, "Buildings", "Byggnader", "true"},
                {Newcomers.HOUSE_A + "-structure", "Timber house A, structure", "Trähuset A, struktur", "false"}, {Newcomers.HOUSE_A + "-spaces", "Timber house A, rooms", "Trähuset A, rum", "false"},
                {Newcomers.HOUSE_A + "-elements", "Timber house A", "Trähuset A", "true", "Timber house"},
                {Newcomers.HOUSE_B + "-structure", "Timber house B, structure", "Trähuset B, struktur", "false"}, {Newcomers.HOUSE_B + "-spaces", "Timber house B, rooms", "Trähuset B, rum", "false"},
                {Newcomers.HOUSE_B + "-elements", "Timber house B", "Trähuset B", "false", "Timber house"},
                {Newcomers.LIGHTHOUSE + "-gltf", "Lighthouse", "Fyren", "true"}, {"lindhamn-transit-routes", "Lines", "Linjer", "false"}, {"lindhamn-transit-stops", "Stops", "Hållplatser", "false"},
                {"lindhamn-bikes-station-information", "Shared bicycles", "Lånecyklar", "false"}, {"lindhamn-chargers", "Charging stations", "Laddstationer", "false"},
                {"lindhamn-counts-motor", "Motor traffic", "Motortrafik", "false"}, {"lindhamn-counts-bicycle", "Bicycle traffic", "Cykeltrafik", "false"},
                {"lindhamn-journeys", "Journeys of a workday", "Resor en arbetsdag", "false"}, {"lindhamn-transit-vehicles", "Trams and buses", "Spårvagnar och bussar", "true"}, {"lindhamn-trips", "Trips of 16 January", "Resor den 16 januari", "false"}};
        for (String[] l : layers) {
            out.add("    { \"id\" : \"" + l[0] + "\", \"title\" : " + title(l[1], l[2]) + ", \"visible\" : " + l[3] + ", \"opacity\" : 1.0" + (l.length > 4 ? ", \"variants\" : \"" + l[4] + "\"" : "") + " }");
        }
        return String.join(",\n", out);
    }

    private static String title(String english, String swedish) {
        return "{ \"en\" : \"" + english + "\", \"sv\" : \"" + swedish + "\" }";
    }

    private static String overlays() {
        return overlay("electricity", title("Electricity per floor area", "El per golvyta"), "{ \"kind\" : \"series\", \"seriesId\" : \"electricity-2025\", \"aggregation\" : \"SUM\" }", "grossFloorArea",
                "kWh/m²", scale("MANUAL", 0.004, 0.0075, 0.0085, 0.01, 0.015)) + ",\n"
                + overlay("heat", title("Heat demand per floor area", "Värmebehov per golvyta"), "{ \"kind\" : \"series\", \"seriesId\" : \"heat-2025\", \"aggregation\" : \"SUM\" }", "grossFloorArea",
                        "kWh/m²", scale("MANUAL", 0.01, 0.024, 0.029, 0.034, 0.04)) + ",\n"
                + overlay("energy-class", title("Energy class", "Energiklass"), "{ \"kind\" : \"attribute\", \"attribute\" : \"energyClass\" }", "", "", scale("CATEGORIES"));
    }

    private static String overlay(String id, String title, String values, String per, String unit, String scale) {
        return "    { \"id\" : \"" + id + "\", \"title\" : " + title + ", \"layerId\" : \"" + BUILDINGS + "\",\n      \"values\" : " + values
                + ",\n      \"perAttribute\" : \"" + per + "\", \"unit\" : \"" + unit + "\",\n      \"scale\" : " + scale + " }";
    }

    /** @param breaks inner class limits; chosen so that a winter evening's classes hold about as many houses each */
    private static String scale(String method, double... breaks) {
        String limits = java.util.Arrays.stream(breaks).mapToObj(String::valueOf).collect(java.util.stream.Collectors.joining(", "));
        return "{ \"method\" : \"" + method + "\", \"ramp\" : \"energy\", \"reverse\" : false, \"classes\" : " + Math.max(5, breaks.length + 1)
                + ", \"minimum\" : \"NaN\", \"maximum\" : \"NaN\", \"breaks\" : [ " + limits + " ] }";
    }

    private static String series() {
        return series("electricity-2025", title("Electricity 2025", "El 2025"), "electricity") + ",\n" + series("heat-2025", title("Heat 2025", "Värme 2025"), "heat") + ",\n"
                + series("solar-2025", title("Solar potential of the roofs", "Takens solpotential"), "electricity") + ",\n" + series("battery-2025", title("Effect of batteries", "Batteriernas inverkan"), "electricity") + ",\n"
                + series("bikes-2025", title("Shared bicycles available 2025", "Lediga lånecyklar 2025"), "bicycles").replace("\"kWh\"", "\"bicycles\"").replace(BUILDINGS, "lindhamn-bikes-station-information");
    }

    private static String series(String id, String title, String quantity) {
        return "    { \"seriesId\" : \"" + id + "\", \"title\" : " + title + ", \"quantity\" : \"" + quantity + "\", \"file\" : \"" + id + ".csv.zip\",\n"
                + "      \"format\" : { \"charset\" : \"UTF-8\", \"delimiter\" : \",\", \"decimalComma\" : false, \"headerRow\" : 0, \"layout\" : \"WIDE\", \"timeColumn\" : 0,\n"
                + "        \"keyColumn\" : -1, \"valueColumn\" : -1, \"zone\" : \"Europe/Stockholm\", \"timePattern\" : \"ISO\", \"label\" : \"INTERVAL_START\", \"unit\" : \"kWh\" },\n"
                + "      \"layerId\" : \"" + BUILDINGS + "\", \"keyAttribute\" : \"\" }";
    }
}
