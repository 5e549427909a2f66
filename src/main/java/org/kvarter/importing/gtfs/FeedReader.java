package org.kvarter.importing.gtfs;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.zip.ZipException;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.table.ByteTable;
import org.kvarter.mobility.Line;
import org.kvarter.mobility.Mode;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** Reads the tables of a feed one after the other. One use. */
final class FeedReader {

    private static final String[] WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

    private final FeedFiles files;
    private final Feed feed;
    private final DiagnosticTally notes;
    private final Progress progress;

    FeedReader(FeedFiles files, Feed feed, DiagnosticTally notes, Progress progress) {
        this.files = files;
        this.feed = feed;
        this.notes = notes;
        this.progress = progress;
    }

    /** Takes the rows of a table. */
    interface Rows {
        void take(ByteTable table) throws IOException;
    }

    void read() throws IOException {
        table("agency.txt", 0.01, true, this::agencies);
        table("feed_info.txt", 0.01, false, t -> {
            int publisher = t.column("feed_publisher_name");
            feed.licence = t.next() ? t.text(publisher) : "";
        });
        table("routes.txt", 0.02, true, this::routes);
        table("stops.txt", 0.05, true, this::stops);
        table("shapes.txt", 0.1, false, t -> new ShapeRows(feed, notes, progress).read(t));
        boolean calendar = files.has("calendar.txt") || files.has("calendar_dates.txt");
        table("calendar.txt", 0.2, false, this::calendar);
        table("calendar_dates.txt", 0.2, false, this::exceptions);
        table("trips.txt", 0.22, true, this::trips);
        if (!calendar) {
            GtfsImporter.warn(notes, "noCalendar");
            everyDay();
        }
        table("stop_times.txt", 0.3, true, t -> new StopTimeRows(feed, notes, progress.part(0.3, 0.8)).read(t));
        table("frequencies.txt", 0.8, false, this::frequencies);
    }

    private void table(String name, double share, boolean expected, Rows rows) throws IOException {
        progress.checkCancelled();
        progress.report(share, Texts.in(FeedReader.class).get("reading", name));
        if (!files.has(name)) {
            if (expected) {
                GtfsImporter.warn(notes, "missing." + name.replace(".txt", ""));
            }
            return;
        }
        try (InputStream in = files.open(name)) {
            ByteTable table = new ByteTable(in);
            try {
                rows.take(table);
            } catch (ByteTable.RowTooLongException e) {
                GtfsImporter.warn(notes, "endless", name, table.row());
            }
            if (table.isWestern()) {
                notes.add(Severity.INFO, "western", "", name);
            }
        } catch (ZipException | EOFException e) {
            GtfsImporter.warn(notes, "damaged", name);
        }
    }

    private void agencies(ByteTable t) throws IOException {
        int name = t.column("agency_name");
        int zone = t.column("agency_timezone");
        boolean zoned = false;
        while (t.next()) {
            if (t.has(name) && !feed.agencies.contains(t.text(name))) {
                feed.agencies.add(t.text(name));
            }
            if (!zoned && t.has(zone)) {
                try {
                    feed.zone = ZoneId.of(t.text(zone));
                    zoned = true;
                } catch (DateTimeException e) {
                    GtfsImporter.warn(notes, "zone", t.text(zone));
                }
            }
        }
        if (!zoned) {
            GtfsImporter.warn(notes, "noZone");
        }
    }

    private void routes(ByteTable t) throws IOException {
        int id = t.column("route_id");
        int shortName = t.column("route_short_name");
        int longName = t.column("route_long_name");
        int type = t.column("route_type");
        int colour = t.column("route_color");
        while (t.next()) {
            if (isNew(t, t.find(id, feed.routeIds), id, "route")) {
                int row = t.put(id, feed.routeIds);
                Mode mode = Mode.ofRouteType(t.integer(type, -1));
                String name = t.has(shortName) ? t.text(shortName) : t.has(longName) ? t.text(longName) : t.text(id);
                int argb = colour(t.text(colour), mode);
                feed.lines.add(new Line(t.text(id), name, mode, argb));
                attributes(row, name, t.text(longName), mode, argb);
            }
        }
    }

    private void attributes(int row, String name, String longName, Mode mode, int argb) {
        feed.routeAttributes.set(row, "name", name);
        feed.routeAttributes.set(row, "long_name", longName.isEmpty() || longName.equals(name) ? null : longName);
        feed.routeAttributes.set(row, "mode", mode.title());
        feed.routeAttributes.set(row, "color", String.format("#%06X", argb & 0xFFFFFF));
    }

    /** White and black are what feeds write that have no colour of their own. */
    private static int colour(String text, Mode mode) {
        String digits = text.startsWith("#") ? text.substring(1) : text;
        if (digits.length() == 6 && !digits.equalsIgnoreCase("FFFFFF") && !digits.equals("000000")) {
            try {
                return 0xFF000000 | Integer.parseInt(digits, 16);
            } catch (NumberFormatException e) {
                return mode.argb();
            }
        }
        return mode.argb();
    }

    private void stops(ByteTable t) throws IOException {
        int id = t.column("stop_id");
        int name = t.column("stop_name");
        int code = t.column("stop_code");
        int lat = t.column("stop_lat");
        int lon = t.column("stop_lon");
        int type = t.column("location_type");
        int parent = t.column("parent_station");
        int platform = t.column("platform_code");
        int wheelchair = t.column("wheelchair_boarding");
        while (t.next()) {
            if (!isNew(t, t.find(id, feed.stopIds), id, "stop")) {
                continue;
            }
            int row = t.put(id, feed.stopIds);
            double x = t.number(lon);
            double y = t.number(lat);
            boolean placed = Math.abs(x) <= 180 && Math.abs(y) <= 90 && (x != 0 || y != 0);
            if (!placed && t.integer(type, 0) < 3) {
                notes.add(Severity.WARNING, "stopPlace", t.text(id));
            }
            feed.stopPlaces.add(placed ? x : Double.NaN, placed ? y : Double.NaN, 0);
            feed.stopNames.add(t.text(name));
            feed.stopAttributes.set(row, "name", t.has(name) ? t.text(name) : null);
            feed.stopAttributes.set(row, "code", t.has(code) ? t.text(code) : null);
            feed.stopAttributes.set(row, "platform", t.has(platform) ? t.text(platform) : null);
            feed.stopAttributes.set(row, "parent_station", t.has(parent) ? t.text(parent) : null);
            if (t.integer(type, 0) > 0) {
                feed.stopAttributes.set(row, "location_type", (long) t.integer(type, 0));
            }
            if (t.integer(wheelchair, 0) > 0) {
                feed.stopAttributes.set(row, "wheelchair_boarding", t.integer(wheelchair, 0) == 1);
            }
        }
    }

    private void calendar(ByteTable t) throws IOException {
        int id = t.column("service_id");
        int start = t.column("start_date");
        int end = t.column("end_date");
        int[] days = new int[7];
        for (int d = 0; d < 7; d++) {
            days[d] = t.column(WEEKDAYS[d]);
        }
        while (t.next()) {
            if (!isNew(t, t.find(id, feed.serviceIds), id, "service")) {
                continue;
            }
            BitSet set = feed.days(t.put(id, feed.serviceIds));
            int from = day(t, start);
            int to = day(t, end);
            if (from < 0 || to < from) {
                notes.add(Severity.WARNING, "serviceDates", t.text(id));
                continue;
            }
            for (int d = from; d <= to; d++) {
                int weekday = (int) Math.floorMod(Feed.FIRST_DAY + d + 3, 7L);
                if (t.integer(days[weekday], 0) == 1) {
                    set.set(d);
                }
            }
        }
    }

    private void exceptions(ByteTable t) throws IOException {
        int id = t.column("service_id");
        int date = t.column("date");
        int type = t.column("exception_type");
        while (t.next()) {
            int day = day(t, date);
            if (day < 0 || !t.has(id)) {
                notes.add(Severity.WARNING, "exceptionDate", t.text(id));
                continue;
            }
            feed.days(t.put(id, feed.serviceIds)).set(day, t.integer(type, 1) != 2);
        }
    }

    /** Day number of a date {@code YYYYMMDD}; −1 for none. */
    private static int day(ByteTable t, int column) {
        int number = t.integer(column, 0);
        try {
            long day = LocalDate.of(number / 10_000, number / 100 % 100, number % 100).toEpochDay() - Feed.FIRST_DAY;
            return day >= 0 && day < Feed.DAYS ? (int) day : -1;
        } catch (DateTimeException e) {
            return -1;
        }
    }

    private void trips(ByteTable t) throws IOException {
        int id = t.column("trip_id");
        int route = t.column("route_id");
        int service = t.column("service_id");
        int shape = t.column("shape_id");
        int headsign = t.column("trip_headsign");
        int direction = t.column("direction_id");
        while (t.next()) {
            if (!isNew(t, t.find(id, feed.tripIds), id, "trip")) {
                continue;
            }
            t.put(id, feed.tripIds);
            int line = t.find(route, feed.routeIds);
            if (line < 0) {
                notes.add(Severity.WARNING, "tripRoute", t.text(id), t.text(id), t.text(route));
                line = t.has(route) ? t.put(route, feed.routeIds) : feed.routeIds.put("?");
                if (line == feed.lines.size()) {
                    feed.lines.add(new Line(feed.routeIds.text(line), feed.routeIds.text(line), Mode.OTHER, Mode.OTHER.argb()));
                    attributes(line, feed.routeIds.text(line), "", Mode.OTHER, Mode.OTHER.argb());
                }
            }
            if (t.find(service, feed.serviceIds) < 0 && (files.has("calendar.txt") || files.has("calendar_dates.txt"))) {
                notes.add(Severity.WARNING, "tripService", t.text(id), t.text(id), t.text(service));
            }
            int days = t.has(service) ? t.put(service, feed.serviceIds) : feed.serviceIds.put("?");
            feed.days(days);
            feed.tripRoute.add(line);
            feed.tripService.add(days);
            feed.tripShape.add(t.find(shape, feed.shapeIds));
            if (t.has(shape) && t.find(shape, feed.shapeIds) < 0 && feed.shapeIds.size() > 0) {
                notes.add(Severity.WARNING, "tripShape", t.text(id), t.text(id), t.text(shape));
            }
            feed.tripDirection.add(t.integer(direction, -1));
            feed.headsigns.add(t.has(headsign) ? t.text(headsign).intern() : null);
        }
    }

    /** Without any calendar every trip runs every day of this year and its neighbours. */
    private void everyDay() {
        int from = (int) (LocalDate.now().withDayOfYear(1).minusYears(1).toEpochDay() - Feed.FIRST_DAY);
        feed.services.forEach(s -> s.set(from, from + 3 * 365));
    }

    private void frequencies(ByteTable t) throws IOException {
        int id = t.column("trip_id");
        int start = t.column("start_time");
        int end = t.column("end_time");
        int headway = t.column("headway_secs");
        while (t.next()) {
            int trip = t.find(id, feed.tripIds);
            int from = t.seconds(start);
            int to = t.seconds(end);
            int every = t.integer(headway, 0);
            if (trip < 0 || from < 0 || to <= from || every < 1) {
                notes.add(Severity.WARNING, "frequency", t.text(id));
                continue;
            }
            for (int value : List.of(trip, from, to, every)) {
                feed.frequencies.add(value);
            }
        }
    }

    private boolean isNew(ByteTable t, int known, int id, String what) {
        if (!t.has(id)) {
            notes.add(Severity.WARNING, "noId." + what, "", t.row());
            return false;
        }
        if (known >= 0) {
            notes.add(Severity.WARNING, "twice." + what, t.text(id));
        }
        return known < 0;
    }
}
