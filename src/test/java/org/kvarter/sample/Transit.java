package org.kvarter.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.geom.Coordinate;

/** Public transport of the district as a GTFS feed: tram line 7 along its track, and two bus lines along the streets. */
final class Transit {
    static final String FILE = "lindhamn-transit.zip";
    /** Public holidays of 2025, on which the Sunday timetable runs. */
    private static final String[] HOLIDAYS = {"20250101", "20250106", "20250418", "20250421", "20250501", "20250529", "20250606", "20251225", "20251226"};

    /**
     * A line.
     *
     * @param stops  names
     * @param places metres along the line of each
     * @param speed  metres per second between stops
     */
    private record Line(String id, String name, int type, String colour, Curve path, String[] stops, double[] places, double speed) {
    }

    private final List<Line> lines = new ArrayList<>();

    Transit(StreetPlan plan) {
        double end = plan.tram.length() - 22;
        lines.add(new Line("7", "Badhuset – Holmen", 0, "0B7A75", plan.tram,
                new String[] {"Badhusgatan", "Lotsgatan", "Saluhallstorget", "Repslagargatan", "Lindhamnsbron", "Holmen"},
                new double[] {64, 176, 468, 800, 1030, end}, 8));
        lines.add(bus("61", "Trädgårdsgatan – Östra gärdet", "3A6EA5", inside(street(plan, "Trädgårdsgatan")),
                "Badhusparken", "Västra Lindallén", "Klockargatan", "Skolgränd", "Varvsgatan", "Östra gärdet"));
        List<Coordinate> hill = new ArrayList<>(inside(street(plan, "Bergsgatan")).stream().filter(c -> c.x < 914).toList());
        hill.addAll(inside(street(plan, "Norra vägen")));
        lines.add(bus("62", "Bergsgatan – Norra vägen", "B4571E", hill, "Lotsgatan övre", "Brunnsgatan", "Östra Lindallén", "Åsgatan", "Parkvägen", "Ekbacken"));
    }

    private static List<Coordinate> street(StreetPlan plan, String name) {
        return plan.streets.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow().line();
    }

    private static List<Coordinate> inside(List<Coordinate> line) {
        return line.stream().filter(c -> c.x > 4 && c.x < Frame.WIDTH - 4 && c.y > 4 && c.y < Frame.HEIGHT - 4).toList();
    }

    private static Line bus(String id, String name, String colour, List<Coordinate> points, String... stops) {
        Curve path = Curve.polyline(points);
        double[] places = new double[stops.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = 12 + (path.length() - 24) * i / (places.length - 1);
        }
        return new Line(id, name, 3, colour, path, stops, places, 6);
    }

    /** The tables of the feed by name. */
    Map<String, String> tables() {
        StringBuilder routes = new StringBuilder("route_id,agency_id,route_short_name,route_long_name,route_type,route_color,route_text_color\n");
        StringBuilder stops = new StringBuilder("stop_id,stop_name,stop_lat,stop_lon,wheelchair_boarding\n");
        StringBuilder shapes = new StringBuilder("shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\n");
        StringBuilder trips = new StringBuilder("route_id,service_id,trip_id,trip_headsign,direction_id,shape_id\n");
        StringBuilder times = new StringBuilder("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n");
        for (Line line : lines) {
            routes.append(line.id).append(",LL,").append(line.id).append(',').append(line.name).append(',').append(line.type).append(',')
                    .append(line.colour).append(",FFFFFF\n");
            for (int i = 0; i < line.stops.length; i++) {
                String[] at = Degrees.of(line.path.at(line.places[i], 0));
                stops.append(line.id).append('-').append(i + 1).append(',').append(line.stops[i]).append(',').append(at[1]).append(',').append(at[0]).append(",1\n");
            }
            shape(line, shapes);
            for (String service : new String[] {"weekday", "saturday", "sunday"}) {
                for (int direction = 0; direction < 2; direction++) {
                    runs(line, service, direction, trips, times);
                }
            }
        }
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("agency.txt", "agency_id,agency_name,agency_url,agency_timezone,agency_lang\nLL,Lindhamns lokaltrafik,https://example.org/,Europe/Stockholm,sv\n");
        tables.put("stops.txt", stops.toString());
        tables.put("routes.txt", routes.toString());
        tables.put("trips.txt", trips.toString());
        tables.put("stop_times.txt", times.toString());
        tables.put("calendar.txt", "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
                + "weekday,1,1,1,1,1,0,0,20250101,20251231\nsaturday,0,0,0,0,0,1,0,20250101,20251231\nsunday,0,0,0,0,0,0,1,20250101,20251231\n");
        StringBuilder exceptions = new StringBuilder("service_id,date,exception_type\n");
        for (String day : HOLIDAYS) {
            exceptions.append("weekday,").append(day).append(",2\nsunday,").append(day).append(",1\n");
        }
        tables.put("calendar_dates.txt", exceptions.toString());
        tables.put("shapes.txt", shapes.toString());
        tables.put("feed_info.txt", "feed_publisher_name,feed_publisher_url,feed_lang\nCC0-1.0 (invented),https://example.org/,sv\n");
        return tables;
    }

    /** From the first stop to the last, a point about every eight metres. */
    private static void shape(Line line, StringBuilder out) {
        int steps = (int) StrictMath.ceil((last(line) - line.places[0]) / 8);
        for (int direction = 0; direction < 2; direction++) {
            for (int k = 0; k <= steps; k++) {
                double share = (double) (direction == 0 ? k : steps - k) / steps;
                String[] at = Degrees.of(line.path.at(line.places[0] + share * (last(line) - line.places[0]), direction == 0 ? -1.6 : 1.6));
                out.append(line.id).append('-').append(direction).append(',').append(at[1]).append(',').append(at[0]).append(',').append(k + 1).append('\n');
            }
        }
    }

    private static double last(Line line) {
        return line.places[line.places.length - 1];
    }

    /** Departures from five in the morning until after midnight, closest together where people go to work and come home. */
    private static void runs(Line line, String service, int direction, StringBuilder trips, StringBuilder times) {
        int second = 5 * 3600 + (direction == 0 ? 0 : 210) + line.id.charAt(line.id.length() - 1) * 7 % 240;
        for (int n = 1; second < 24 * 3600 + 1800; n++) {
            String trip = line.id + "-" + service + "-" + direction + "-" + n;
            int terminus = direction == 0 ? line.stops.length - 1 : 0;
            trips.append(line.id).append(',').append(service).append(',').append(trip).append(',').append(line.stops[terminus]).append(',')
                    .append(direction).append(',').append(line.id).append('-').append(direction).append('\n');
            double at = second;
            for (int k = 0; k < line.stops.length; k++) {
                int stop = direction == 0 ? k : line.stops.length - 1 - k;
                int before = direction == 0 ? stop - 1 : stop + 1;
                at += k == 0 ? 0 : StrictMath.abs(line.places[stop] - line.places[before]) / line.speed + 8;
                int arrives = (int) StrictMath.rint(at);
                int waits = k == 0 || k == line.stops.length - 1 ? 0 : 18;
                times.append(trip).append(',').append(clock(arrives)).append(',').append(clock(arrives + waits)).append(',').append(line.id).append('-')
                        .append(stop + 1).append(',').append(k + 1).append('\n');
                at += waits;
            }
            second += headway(line, service, second / 3600.0);
        }
    }

    private static int headway(Line line, String service, double hour) {
        boolean tram = line.type == 0;
        if (!service.equals("weekday")) {
            return (service.equals("saturday") && hour > 9 && hour < 19 ? tram ? 10 : 20 : tram ? 15 : 30) * 60;
        }
        boolean peak = hour >= 6.5 && hour < 9 || hour >= 15.5 && hour < 18.5;
        boolean edge = hour < 6 || hour >= 20;
        return tram ? peak ? 360 : edge ? 900 : 600 : peak ? 600 : edge ? 1800 : 1200;
    }

    private static String clock(int seconds) {
        return String.format("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** The feed, zipped. */
    byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> table : tables().entrySet()) {
                ZipEntry entry = new ZipEntry(table.getKey());
                entry.setTimeLocal(java.time.LocalDateTime.of(2025, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(table.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
