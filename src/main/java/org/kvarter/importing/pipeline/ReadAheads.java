package org.kvarter.importing.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.kvarter.importing.pipeline.SourceProbe.Chosen;

/** The sources of one import in the order in which they are placed; while one is placed, the next are read already. One thread. */
final class ReadAheads {

    /** Most sources read at the same time, the one being placed included. */
    private static final int AT_ONCE = 3;

    /** Share of the heap that the files read at the same time may be large: in memory they are several times that. */
    private static final double SHARE = 0.05;

    /** A picture of few bytes may be large in memory. */
    private static final long LEAST = 2 << 20;

    private final List<ReadAhead> all = new ArrayList<>();
    private final List<Chosen> files;
    private final Executor readers;
    private int started;

    /** @param readers read ahead; {@code null} to read one source after the other */
    ReadAheads(List<Chosen> files, SharedProgress progress, Executor readers) {
        this.files = files;
        this.readers = readers;
        for (int i = 0; i < files.size(); i++) {
            all.add(new ReadAhead(files.get(i), progress.of(i)));
        }
    }

    /** The source at that place in the order, to be delivered now; starts on those after it. */
    ReadAhead take(int index) {
        started = Math.max(started, index + 1);
        long held = weight(index);
        long most = (long) (SHARE * Runtime.getRuntime().maxMemory());
        for (int next = index + 1; readers != null && next < Math.min(files.size(), index + AT_ONCE); next++) {
            held += weight(next);
            if (held > most) {
                break;
            }
            if (next >= started) {
                start(next);
            }
        }
        return all.get(index);
    }

    private void start(int index) {
        try {
            readers.execute(all.get(index)::begin);
            started = index + 1;
        } catch (RejectedExecutionException e) {
            // The program is closing; whoever wants the source reads it.
            started = files.size();
        }
    }

    private long weight(int index) {
        return Math.max(LEAST, files.get(index).size());
    }

    /** Ends all readings under way. */
    void stop() {
        all.forEach(ReadAhead::stop);
    }
}
