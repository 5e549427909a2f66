package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/** Stations of shared bicycles and of charging: what is there on the winter evening on which the project opens, and the bicycles' year. */
final class Stations {
    static final String BIKES = "lindhamn-bikes_station_information.json";
    static final String BIKES_NOW = "lindhamn-bikes_station_status.json";
    static final String BIKES_YEAR = "bikes-2025.csv";
    static final String CHARGERS = "lindhamn-chargers.json";
    private static final long REPORTED = java.time.Instant.parse("2025-01-16T17:00:00Z").getEpochSecond();
    private static final int NOW = 15 * 24 + 17;

    /**
     * A station of bicycles.
     *
     * @param work share of homes (0) to workplaces (1) around it
     */
    private record Bikes(String id, String name, Coordinate at, int docks, double work) {
    }

    private record Charger(String id, String name, Coordinate at, int points, double kilowatts, boolean direct) {
    }

    private final List<Bikes> bikes = new ArrayList<>();
    private final List<Charger> chargers = new ArrayList<>();

    Stations(StreetPlan plan) {
        Curve tram = plan.tram;
        add("Badhuset", tram.at(58, 15), 18, 0.3);
        add("Lotsgatan", tram.at(186, -15), 16, 0.35);
        add("Saluhallstorget", tram.at(480, 16), 28, 0.85);
        add("Fiskartorget", plan.shore.at(446, 30), 20, 0.7);
        add("Repslagargatan", tram.at(812, -15), 18, 0.6);
        add("Lindhamnsbron", tram.at(1018, 16), 22, 0.65);
        add("Holmen", tram.at(tram.length() - 40, 12), 16, 0.2);
        add("Trädgårdsgatan", plan.shore.at(352, 200), 14, 0.15);
        add("Bergsgatan", plan.shore.at(540, 300), 14, 0.1);
        add("Norra vägen", new Coordinate(936, 700), 14, 0.1);
        chargers.add(new Charger("LC-1", "Kajgatan", plan.shore.at(300, 26), 4, 11, false));
        chargers.add(new Charger("LC-2", "Saluhallen", plan.shore.at(575, 60), 6, 50, true));
        chargers.add(new Charger("LC-3", "Storgatan öst", tram.at(900, 17), 4, 22, false));
        chargers.add(new Charger("LC-4", "Varvsgatan", new Coordinate(1050, 500), 6, 11, false));
        chargers.add(new Charger("LC-5", "Holmen", new Coordinate(1085, 226), 4, 11, false));
        chargers.add(new Charger("LC-6", "Bergsgatan", plan.shore.at(650, 292), 4, 11, false));
        chargers.add(new Charger("LC-7", "Parkvägen", new Coordinate(1010, 738), 2, 22, false));
    }

    private void add(String name, Coordinate at, int docks, double work) {
        bikes.add(new Bikes("LB-" + (bikes.size() + 1), name, at, docks, work));
    }

    /** Bicycles at a station in an hour of the year: homes are full at night, workplaces by day; fewer where it is cold. */
    private int available(Bikes b, int hour, Dice dice) {
        double local = Year.local(hour).getHour();
        double day = 1 / (1 + StrictMath.exp(-(local - 8))) - 1 / (1 + StrictMath.exp(-(local - 17)));
        double swing = Year.workday(hour) ? 0.75 : 0.2;
        double share = 0.5 + swing * (b.work - 0.45) * (2 * day - 1);
        return (int) Math.max(0, Math.min(b.docks, StrictMath.rint(b.docks * share + 1.6 * dice.bell())));
    }

    /** The bicycles available in each hour of the year, one column per station. */
    String year() {
        Dice dice = Dice.of("bicycles");
        StringBuilder out = new StringBuilder("time");
        bikes.forEach(b -> out.append(',').append(b.id));
        out.append('\n');
        for (int h = 0; h < Year.HOURS; h++) {
            out.append(Year.stamp(h));
            for (Bikes b : bikes) {
                out.append(',').append(available(b, h, dice));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private List<Integer> now() {
        Dice dice = Dice.of("bicycles");
        List<Integer> row = new ArrayList<>();
        for (int h = 0; h <= NOW; h++) {
            row.clear();
            for (Bikes b : bikes) {
                row.add(available(b, h, dice));
            }
        }
        return row;
    }

    String information() {
        List<String> rows = new ArrayList<>();
        for (Bikes b : bikes) {
            String[] at = Degrees.of(b.at);
            rows.add("{\"station_id\":\"" + b.id + "\",\"name\":\"" + b.name + "\",\"lat\":" + at[1] + ",\"lon\":" + at[0] + ",\"capacity\":" + b.docks + "}");
        }
        return envelope(rows);
    }

    String status() {
        List<String> rows = new ArrayList<>();
        List<Integer> now = now();
        for (int i = 0; i < bikes.size(); i++) {
            rows.add("{\"station_id\":\"" + bikes.get(i).id + "\",\"num_bikes_available\":" + now.get(i) + ",\"num_docks_available\":"
                    + (bikes.get(i).docks - now.get(i)) + ",\"is_installed\":true,\"is_renting\":true,\"is_returning\":true,\"last_reported\":" + REPORTED + "}");
        }
        return envelope(rows);
    }

    private static String envelope(List<String> rows) {
        return "{\"last_updated\":" + REPORTED + ",\"ttl\":60,\"version\":\"2.3\",\"data\":{\"stations\":[\n" + String.join(",\n", rows) + "\n]}}\n";
    }

    /** OCPI locations. */
    String locations() {
        Dice dice = Dice.of("chargers");
        List<String> rows = new ArrayList<>();
        for (Charger c : chargers) {
            String[] at = Degrees.of(c.at);
            List<String> points = new ArrayList<>();
            for (int p = 1; p <= c.points; p++) {
                String status = dice.chance(0.06) ? "OUTOFORDER" : dice.chance(0.55) ? "CHARGING" : "AVAILABLE";
                points.add(String.format(Locale.ROOT, "{\"uid\":\"%s-%d\",\"status\":\"%s\",\"connectors\":[{\"id\":\"1\",\"standard\":\"%s\",\"power_type\":\"%s\",\"max_electric_power\":%.0f}]}",
                        c.id, p, status, c.direct ? "IEC_62196_T2_COMBO" : "IEC_62196_T2", c.direct ? "DC" : "AC_3_PHASE", c.kilowatts * 1000));
            }
            rows.add("{\"country_code\":\"SE\",\"party_id\":\"LHN\",\"id\":\"" + c.id + "\",\"publish\":true,\"name\":\"" + c.name
                    + "\",\"address\":\"" + c.name + "\",\"city\":\"Lindhamn\",\"country\":\"SWE\",\"coordinates\":{\"latitude\":\"" + at[1]
                    + "\",\"longitude\":\"" + at[0] + "\"},\"operator\":{\"name\":\"Lindhamns Energi\"},\"time_zone\":\"Europe/Stockholm\",\"evses\":["
                    + String.join(",", points) + "],\"last_updated\":\"2025-01-16T17:00:00Z\"}");
        }
        return "[\n" + String.join(",\n", rows) + "\n]\n";
    }
}
