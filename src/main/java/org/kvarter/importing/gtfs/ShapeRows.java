package org.kvarter.importing.gtfs;

import java.io.IOException;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.table.ByteTable;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;

/** {@code shapes.txt}: points into the order of their shapes. One use. */
final class ShapeRows {

    private final Feed feed;
    private final DiagnosticTally notes;
    private final Progress progress;

    ShapeRows(Feed feed, DiagnosticTally notes, Progress progress) {
        this.feed = feed;
        this.notes = notes;
        this.progress = progress;
    }

    void read(ByteTable t) throws IOException {
        int id = t.column("shape_id");
        int lat = t.column("shape_pt_lat");
        int lon = t.column("shape_pt_lon");
        int sequence = t.column("shape_pt_sequence");
        int distance = t.column("shape_dist_traveled");
        DoubleList points = new DoubleList(feed.budget);
        IntList shapes = new IntList(feed.budget);
        IntList sequences = new IntList(feed.budget);
        try {
            rows(t, id, lat, lon, sequence, distance, points, shapes, sequences);
        } finally {
            arrange(points, shapes, sequences); // also what came before a row that cannot be read
        }
    }

    private void rows(ByteTable t, int id, int lat, int lon, int sequence, int distance, DoubleList points, IntList shapes,
                      IntList sequences) throws IOException {
        while (t.next()) {
            if ((t.row() & 0x3FFF) == 0) {
                progress.checkCancelled();
            }
            feed.shapeRows++;
            double x = t.number(lon);
            double y = t.number(lat);
            if (!t.has(id) || !(Math.abs(x) <= 180) || !(Math.abs(y) <= 90)) {
                notes.add(Severity.WARNING, "shapePoint", t.text(id), t.text(id), t.row());
                continue;
            }
            shapes.add(t.put(id, feed.shapeIds));
            sequences.add(t.integer(sequence, (int) t.row()));
            points.add(x, y, t.number(distance));
        }
    }

    private void arrange(DoubleList points, IntList shapes, IntList sequences) {
        int[] order = Grouping.order(shapes, sequences, feed.shapeIds.size());
        feed.shapeStarts = Grouping.starts(shapes, feed.shapeIds.size());
        double[] sorted = new double[3 * order.length];
        for (int i = 0; i < order.length; i++) {
            for (int k = 0; k < 3; k++) {
                sorted[3 * i + k] = points.get(3 * order[i] + k);
            }
        }
        feed.shapePoints = sorted;
        for (int s = 0; s < feed.shapeIds.size(); s++) {
            if (feed.shapeStarts[s + 1] - feed.shapeStarts[s] < 2) {
                notes.add(Severity.WARNING, "emptyShape", feed.shapeIds.text(s));
            }
        }
    }
}
