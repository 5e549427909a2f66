package org.kvarter.importing.gtfs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small feed to be written: two lines on a street that runs due east at 59° north, 0.01 degrees between stops. */
public final class FeedDraft {

    private final Map<String, String> tables = new LinkedHashMap<>();

    /** The sound feed. */
    public static FeedDraft sound() {
        return new FeedDraft()
                .with("agency.txt", "agency_id,agency_name,agency_timezone", "A,Trafik,Europe/Stockholm")
                .with("routes.txt", "route_id,route_short_name,route_type,route_color", "t,7,0,E2001A", "b,12,3,")
                .with("stops.txt", "stop_id,stop_name,stop_lat,stop_lon", "W,Väst,59,18.00", "M,Mitt,59,18.01", "E,Öst,59,18.02")
                .with("calendar.txt", "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
                        "wd,1,1,1,1,1,0,0,20250101,20251231", "we,0,0,0,0,0,1,1,20250101,20251231")
                .with("calendar_dates.txt", "service_id,date,exception_type", "wd,20250606,2", "we,20250606,1")
                .with("trips.txt", "route_id,service_id,trip_id,trip_headsign", "t,wd,t1,Öst", "t,wd,night,Öst", "b,we,b1,Väst")
                .with("stop_times.txt", "trip_id,arrival_time,departure_time,stop_id,stop_sequence",
                        "t1,08:00:00,08:00:00,W,1", "t1,08:02:00,08:03:00,M,2", "t1,08:05:00,08:05:00,E,3",
                        "night,24:10:00,24:10:00,W,1", "night,24:15:00,24:15:00,E,2",
                        "b1,10:00:00,10:00:00,E,1", "b1,10:10:00,10:10:00,W,2");
    }

    /** This feed with a table in place of the one of that name. */
    public FeedDraft with(String name, String... rows) {
        tables.put(name, String.join("\n", rows) + "\n");
        return this;
    }

    /** This feed with rows added to a table. */
    public FeedDraft plus(String name, String... rows) {
        tables.merge(name, String.join("\n", rows) + "\n", String::concat);
        return this;
    }

    /** This feed without a table. */
    public FeedDraft without(String name) {
        tables.remove(name);
        return this;
    }

    /** Names and contents, to be spoilt by tests. */
    public Map<String, String> tables() {
        return tables;
    }

    public Path zip(Path file) throws IOException {
        return zip(file, StandardCharsets.UTF_8, "");
    }

    /** Zipped in an encoding, below a folder of the zip (with its slash). */
    public Path zip(Path file, Charset encoding, String folder) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> table : tables.entrySet()) {
                zip.putNextEntry(new ZipEntry(folder + table.getKey()));
                zip.write(table.getValue().getBytes(encoding));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** As a folder of files. */
    public Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Files.writeString(folder.resolve(table.getKey()), table.getValue());
        }
        return folder;
    }
}
