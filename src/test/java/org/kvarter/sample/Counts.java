package org.kvarter.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/**
 * Cars and bicycles counted on the main streets, by direction and hour, in one week of each season: what a city's own counters give. Motor
 * traffic adds up to what {@link QuayPlan} says of a street and day.
 */
final class Counts {
    static final String FILE = "lindhamn-counts.csv";
    static final String SITES = "lindhamn-counts-sites.csv";
    private static final LocalDate[] MONDAYS = {LocalDate.of(2025, 1, 13), LocalDate.of(2025, 4, 7), LocalDate.of(2025, 7, 7), LocalDate.of(2025, 10, 6)};
    private static final double[] BICYCLES_BY_SEASON = {0.34, 0.72, 1, 0.74};
    private static final double[] CARS_BY_SEASON = {1.02, 1.01, 0.84, 1.04};
    private static final double[] WORKDAY = {4, 2, 2, 2, 4, 14, 42, 78, 74, 52, 46, 48, 52, 52, 56, 70, 88, 82, 58, 44, 34, 26, 18, 10};
    private static final double[] WEEKEND = {10, 7, 5, 4, 4, 6, 10, 16, 28, 42, 54, 62, 66, 66, 62, 58, 54, 48, 40, 32, 26, 22, 18, 14};
    private static final double[] CYCLING = {1, 1, 0, 0, 2, 10, 44, 96, 92, 44, 30, 30, 36, 36, 38, 62, 98, 90, 56, 36, 24, 16, 8, 4};

    /**
     * A place where it is counted.
     *
     * @param inward   direction in which people go to work
     * @param outward  the other
     * @param bicycles a summer's workday, both ways; 0 where they are not counted
     */
    private record Site(String id, String street, Coordinate at, String inward, String outward, double bicycles) {
    }

    private final List<Site> sites = new ArrayList<>();

    Counts(StreetPlan plan) {
        along(plan, "Storgatan", 101, "W", "E", 1500, 215, 305, 400, 540, 635, 720, 830, 930);
        along(plan, "Kajgatan", 22, "W", "E", 3200, 215, 305, 400, 505, 620, 720, 830, 930);
        along(plan, "Trädgårdsgatan", 191, "E", "W", 700, 210, 300, 385, 505, 560, 640, 710, 820);
        along(plan, "Bergsgatan", 287, "E", "W", 0, 295, 445, 575, 740);
        across(plan, "Badhusgatan", 172, 0, 58, 145);
        across(plan, "Lotsgatan", 260, 900, 58, 145, 240);
        across(plan, "Västra Lindallén", 486, 1400, 160, 245);
        across(plan, "Östra Lindallén", 525, 0, 160, 245);
        across(plan, "Repslagargatan", 773, 800, 58, 140, 235);
        across(plan, "Kaptensgatan", 882, 0, 55, 140);
        add("Kanalgatan", new Coordinate(1010, 405), "W", "E", 2100);
        add("Norra vägen", new Coordinate(921, 655), "S", "N", 1100);
        add("Varvsgatan", new Coordinate(1046, 505), "S", "N", 0);
    }

    private void along(StreetPlan plan, String street, double t, String inward, String outward, double bicycles, double... us) {
        for (double u : us) {
            add(street, plan.shore.at(u, t), inward, outward, bicycles);
        }
    }

    private void across(StreetPlan plan, String street, double u, double bicycles, double... ts) {
        for (double t : ts) {
            add(street, plan.shore.at(u, t), "S", "N", bicycles);
        }
    }

    private void add(String street, Coordinate at, String inward, String outward, double bicycles) {
        sites.add(new Site(String.format(Locale.ROOT, "T%02d", sites.size() + 1), street, at, inward, outward, bicycles));
    }

    /** The table of sites: id, street, longitude and latitude. */
    String sites() {
        StringBuilder out = new StringBuilder("site,name,lon,lat\n");
        for (Site s : sites) {
            String[] at = Degrees.of(s.at);
            out.append(s.id).append(',').append(s.street).append(',').append(at[0]).append(',').append(at[1]).append('\n');
        }
        return out.toString();
    }

    /** The table of counts: the hour's start in local time, then a column for each site, direction and class. */
    String csv() {
        StringBuilder out = new StringBuilder("time");
        List<double[][]> columns = new ArrayList<>();
        for (Site s : sites) {
            for (String direction : List.of(s.inward, s.outward)) {
                out.append(',').append(s.id).append('|').append(direction).append("|motor");
                columns.add(cars(s, direction.equals(s.inward)));
            }
        }
        for (Site s : sites.stream().filter(s -> s.bicycles > 0).toList()) {
            for (String direction : List.of(s.inward, s.outward)) {
                out.append(',').append(s.id).append('|').append(direction).append("|bicycle");
                columns.add(bicycles(s, direction.equals(s.inward)));
            }
        }
        out.append('\n');
        for (int week = 0; week < MONDAYS.length; week++) {
            LocalDateTime monday = MONDAYS[week].atStartOfDay();
            for (int hour = 0; hour < 7 * 24; hour++) {
                out.append(monday.plusHours(hour).toString().replace('T', ' '));
                for (double[][] column : columns) {
                    out.append(',').append((long) column[week][hour]);
                }
                out.append('\n');
            }
        }
        return out.toString();
    }

    private static double[][] cars(Site s, boolean inward) {
        double day = QuayPlan.cars(s.street) * Dice.of(s.id + " level").between(0.86, 1.1);
        return weeks(s.id + inward + " cars", (week, hour, weekend) -> day * CARS_BY_SEASON[week] / (weekend ? 1.35 : 1)
                * share(weekend ? WEEKEND : WORKDAY, hour) * tide(inward, hour, weekend, 0.17));
    }

    private static double[][] bicycles(Site s, boolean inward) {
        double day = s.bicycles * Dice.of(s.id + " bicycles").between(0.8, 1.15);
        return weeks(s.id + inward + " bicycles", (week, hour, weekend) -> day * BICYCLES_BY_SEASON[week] * (weekend ? 0.62 : 1)
                * share(weekend ? WEEKEND : CYCLING, hour) * tide(inward, hour, weekend, 0.3));
    }

    private interface Mean {
        double of(int week, int hour, boolean weekend);
    }

    /** Around the mean as independent arrivals are: with the root of it. */
    private static double[][] weeks(String name, Mean mean) {
        Dice dice = Dice.of(name);
        double[][] weeks = new double[MONDAYS.length][7 * 24];
        for (int week = 0; week < MONDAYS.length; week++) {
            for (int hour = 0; hour < 7 * 24; hour++) {
                double expected = mean.of(week, hour % 24, hour / 24 >= 5);
                weeks[week][hour] = Math.max(0, StrictMath.rint(expected + StrictMath.sqrt(expected) * dice.bell()));
            }
        }
        return weeks;
    }

    private static double share(double[] day, int hour) {
        return day[hour] / java.util.Arrays.stream(day).sum();
    }

    /** Half of both directions, more of it towards work in the morning and home in the afternoon. */
    private static double tide(boolean inward, int hour, boolean weekend, double strength) {
        double lean = weekend ? 0 : hour >= 6 && hour < 10 ? strength : hour >= 15 && hour < 19 ? -strength : 0;
        return inward ? 0.5 + lean : 0.5 - lean;
    }
}
