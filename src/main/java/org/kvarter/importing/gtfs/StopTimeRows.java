package org.kvarter.importing.gtfs;

import java.io.IOException;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.table.ByteTable;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;

/** {@code stop_times.txt}: the largest table, into the order of trips, with times made whole and never running backwards. One use. */
final class StopTimeRows {

    private final Feed feed;
    private final DiagnosticTally notes;
    private final Progress progress;
    private final IntList trips;
    private final IntList sequences;
    private final IntList arrive;
    private final IntList depart;
    private final IntList stops;
    private final IntList travelled;

    StopTimeRows(Feed feed, DiagnosticTally notes, Progress progress) {
        this.feed = feed;
        this.notes = notes;
        this.progress = progress;
        trips = new IntList(feed.budget);
        sequences = new IntList(feed.budget);
        arrive = new IntList(feed.budget);
        depart = new IntList(feed.budget);
        stops = new IntList(feed.budget);
        travelled = new IntList(feed.budget);
    }

    void read(ByteTable t) throws IOException {
        try {
            rows(t);
        } finally {
            arrange(); // also what came before a row that cannot be read
        }
    }

    private void rows(ByteTable t) throws IOException {
        int trip = t.column("trip_id");
        int arrival = t.column("arrival_time");
        int departure = t.column("departure_time");
        int stop = t.column("stop_id");
        int sequence = t.column("stop_sequence");
        int distance = t.column("shape_dist_traveled");
        while (t.next()) {
            if ((t.row() & 0x3FFF) == 0) {
                progress.checkCancelled();
                progress.report(Double.NaN, "");
            }
            feed.timeRows++;
            int of = t.find(trip, feed.tripIds);
            int at = t.find(stop, feed.stopIds);
            if (of < 0) {
                notes.add(Severity.WARNING, "timeTrip", t.text(trip), t.text(trip), t.row());
                continue;
            }
            if (at < 0) {
                notes.add(Severity.WARNING, "timeStop", t.text(trip), t.text(trip), t.text(stop));
                continue;
            }
            int arrives = t.seconds(arrival);
            int departs = t.seconds(departure);
            if (arrives < 0 && t.has(arrival) || departs < 0 && t.has(departure)) {
                notes.add(Severity.WARNING, "badTime", t.text(trip), t.text(trip), t.has(arrival) ? t.text(arrival) : t.text(departure));
            }
            trips.add(of);
            stops.add(at);
            sequences.add(t.integer(sequence, (int) Math.min(Integer.MAX_VALUE, t.row())));
            arrive.add(arrives >= 0 ? arrives : departs);
            depart.add(departs >= 0 ? departs : arrives);
            travelled.add(Float.floatToIntBits((float) t.number(distance)));
        }
    }

    private void arrange() {
        int[] order = Grouping.order(trips, sequences, feed.tripIds.size());
        feed.timeStarts = Grouping.starts(trips, feed.tripIds.size());
        feed.arrive = new int[order.length];
        feed.depart = new int[order.length];
        feed.stop = new int[order.length];
        feed.travelled = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            feed.arrive[i] = arrive.get(order[i]);
            feed.depart[i] = depart.get(order[i]);
            feed.stop[i] = stops.get(order[i]);
            feed.travelled[i] = Float.intBitsToFloat(travelled.get(order[i]));
        }
        for (int g = 0; g < feed.tripIds.size(); g++) {
            whole(g, feed.timeStarts[g], feed.timeStarts[g + 1]);
        }
    }

    /** Fills times that are not given evenly between those that are, and keeps time from running backwards. */
    private void whole(int trip, int from, int to) {
        if (to - from < 2) {
            notes.add(Severity.WARNING, "shortTrip", feed.tripIds.text(trip));
            if (to - from == 1 && feed.arrive[from] < 0) {
                feed.arrive[from] = feed.depart[from] = 0;
            }
            return;
        }
        int known = -1;
        boolean back = false;
        for (int i = from; i < to; i++) {
            if (feed.arrive[i] < 0) {
                continue;
            }
            if (known >= 0 && feed.arrive[i] < feed.depart[known]) {
                back = true;
                feed.arrive[i] = feed.depart[known];
            }
            feed.depart[i] = Math.max(feed.depart[i], feed.arrive[i]);
            int begin = known < 0 ? feed.arrive[i] : feed.depart[known];
            for (int k = known + 1 < from ? from : known + 1; k < i; k++) {
                double share = known < 0 ? 1 : (k - known) / (double) (i - known);
                feed.arrive[k] = feed.depart[k] = (int) Math.round(begin + share * (feed.arrive[i] - begin));
            }
            known = i;
        }
        for (int k = Math.max(from, known + 1); k < to; k++) {
            feed.arrive[k] = feed.depart[k] = known < 0 ? 0 : feed.depart[known];
        }
        if (back) {
            notes.add(Severity.WARNING, "backwards", feed.tripIds.text(trip));
        }
        if (known < 0) {
            notes.add(Severity.WARNING, "timeless", feed.tripIds.text(trip));
        }
    }
}
