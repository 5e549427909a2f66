package org.kvarter.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Invented movement for measuring: a feed of 120 lines with 453,600 stop times, and trips that are all under way at once. */
final class MovementGenerator {

    private static final int LINES = 120;
    private static final int STOPS = 30;
    private static final int RUNS = 63;

    private MovementGenerator() {
    }

    /** Writes the feed, where it is not there yet. */
    static void feed(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            table(zip, "agency.txt", w -> w.write("agency_id,agency_name,agency_timezone\nA,Bench,Europe/Stockholm\n"));
            table(zip, "calendar.txt", w -> w.write("service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
                    + "D,1,1,1,1,1,1,1,20250101,20251231\n"));
            table(zip, "routes.txt", w -> {
                w.write("route_id,route_short_name,route_type\n");
                for (int l = 0; l < LINES; l++) {
                    w.write("R" + l + "," + l + ",3\n");
                }
            });
            table(zip, "stops.txt", w -> {
                w.write("stop_id,stop_name,stop_lat,stop_lon\n");
                for (int l = 0; l < LINES; l++) {
                    for (int s = 0; s < STOPS; s++) {
                        w.write(String.format(Locale.ROOT, "S%d_%d,Stop,%.6f,%.6f%n", l, s, latitude(l, s), longitude(l, s)));
                    }
                }
            });
            table(zip, "shapes.txt", w -> {
                w.write("shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\n");
                for (int l = 0; l < LINES; l++) {
                    for (int p = 0; p <= 10 * (STOPS - 1); p++) {
                        w.write(String.format(Locale.ROOT, "H%d,%.6f,%.6f,%d%n", l, latitude(l, p / 10.0), longitude(l, p / 10.0), p));
                    }
                }
            });
            table(zip, "trips.txt", w -> {
                w.write("route_id,service_id,trip_id,trip_headsign,shape_id\n");
                for (int t = 0; t < LINES * 2 * RUNS; t++) {
                    w.write("R" + t % LINES + ",D,T" + t + ",Centre,H" + t % LINES + "\n");
                }
            });
            table(zip, "stop_times.txt", MovementGenerator::stopTimes);
        }
    }

    private static void stopTimes(Writer w) throws IOException {
        w.write("trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n");
        for (int t = 0; t < LINES * 2 * RUNS; t++) {
            int begin = 5 * 3600 + t / LINES * 500;
            for (int s = 0; s < STOPS; s++) {
                int at = begin + 90 * s;
                String time = String.format(Locale.ROOT, "%02d:%02d:%02d", at / 3600, at / 60 % 60, at % 60);
                w.write("T" + t + "," + time + "," + time + ",S" + t % LINES + "_" + s + "," + (s + 1) + ",0,0\n");
            }
        }
    }

    private static double latitude(int line, double stop) {
        return 59.2 + 0.002 * line + 0.01 * Math.sin(stop / 4 + line);
    }

    private static double longitude(int line, double stop) {
        return 18 + 0.008 * stop + 0.001 * (line % 7);
    }

    /** Writes trips of an hour, ten points each, in a square of ten kilometres. */
    static void trips(int count, Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.getParent());
        SplittableRandom random = new SplittableRandom(7);
        try (BufferedWriter w = Files.newBufferedWriter(file)) {
            w.write("{\"type\":\"FeatureCollection\",\"features\":[");
            for (int t = 0; t < count; t++) {
                StringBuilder places = new StringBuilder();
                StringBuilder times = new StringBuilder();
                double x = 18 + 0.17 * random.nextDouble();
                double y = 59.3 + 0.09 * random.nextDouble();
                for (int p = 0; p < 10; p++) {
                    places.append(p == 0 ? "" : ",").append(String.format(Locale.ROOT, "[%.5f,%.5f]", x, y));
                    times.append(p == 0 ? "" : ",").append(1_741_161_600L + 400L * p);
                    x += 0.008 * (random.nextDouble() - 0.5);
                    y += 0.004 * (random.nextDouble() - 0.5);
                }
                w.write((t == 0 ? "\n" : ",\n") + "{\"type\":\"Feature\",\"id\":" + t + ",\"properties\":{\"timestamps\":[" + times
                        + "]},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[" + places + "]}}");
            }
            w.write("]}");
        }
    }

    private interface Content {
        void write(Writer writer) throws IOException;
    }

    private static void table(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        content.write(writer);
        writer.flush();
        zip.closeEntry();
    }
}
