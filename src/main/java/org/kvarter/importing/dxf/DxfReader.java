package org.kvarter.importing.dxf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.task.Progress;

/** Walks over a drawing's sections: layers and blocks are kept, entities handed on as they come. Used once, by one thread. */
final class DxfReader {

    private static final int EVERY = 1_000;
    private static final long BYTES_PER_PAIR = 48;

    /** A block: what it is made of and the point that is put where it is inserted. */
    record Block(double[] base, List<DxfRecord> entities) {
    }

    private final DxfPairs pairs;
    private final MemoryBudget budget;
    private final Progress progress;
    private final DxfLayers layers = new DxfLayers();
    private final Map<String, Block> blocks = new HashMap<>();
    private DxfRecord ahead;
    private long records;

    DxfReader(DxfPairs pairs, MemoryBudget budget, Progress progress) {
        this.pairs = pairs;
        this.budget = budget;
        this.progress = progress;
    }

    DxfLayers layers() {
        return layers;
    }

    /** The block of a name, {@code null} where there is none. */
    Block block(String name) {
        return blocks.get(name.toLowerCase(Locale.ROOT));
    }

    /** Takes the entities of the drawing. */
    interface Entities {
        void entity(DxfRecord record);
    }

    /** Reads on to the end of the file. */
    void read(Entities entities) throws IOException {
        for (DxfRecord record = next(); record != null; record = next()) {
            if (record.type().equals("SECTION")) {
                switch (record.text(2, "")) {
                    case "TABLES" -> tables();
                    case "BLOCKS" -> blocks();
                    case "ENTITIES" -> entities(entities);
                    default -> {
                    }
                }
            } else if (record.type().equals("EOF")) {
                return;
            }
        }
    }

    private DxfRecord next() throws IOException {
        DxfRecord record = ahead != null ? ahead : pairs.record();
        ahead = null;
        if (++records % EVERY == 0) {
            progress.checkCancelled();
        }
        return record;
    }

    private static boolean ends(DxfRecord record) {
        return record == null || record.type().equals("ENDSEC") || record.type().equals("EOF");
    }

    private void tables() throws IOException {
        for (DxfRecord record = next(); !ends(record); record = next()) {
            if (record.type().equals("LAYER")) {
                budget.claim(300);
                layers.add(record);
            }
        }
    }

    private void blocks() throws IOException {
        Block open = null;
        for (DxfRecord record = whole(next()); !ends(record); record = whole(next())) {
            if (record.type().equals("BLOCK")) {
                double[] base = record.point(10);
                open = new Block(Double.isFinite(base[0] + base[1]) ? base : new double[3], new ArrayList<>());
                blocks.putIfAbsent(record.text(2, "").toLowerCase(Locale.ROOT), open);
            } else if (record.type().equals("ENDBLK")) {
                open = null;
            } else if (open != null) {
                keep(record);
                open.entities().add(record);
            }
        }
    }

    private void keep(DxfRecord record) {
        budget.claim(100 + BYTES_PER_PAIR * record.size());
        record.parts.forEach(this::keep);
    }

    private void entities(Entities entities) throws IOException {
        for (DxfRecord record = whole(next()); !ends(record); record = whole(next())) {
            entities.entity(record);
        }
    }

    /** A record with the vertices or attributes that follow it. */
    private DxfRecord whole(DxfRecord record) throws IOException {
        boolean polyline = record != null && record.type().equals("POLYLINE");
        boolean insert = record != null && record.type().equals("INSERT") && record.whole(66, 0) == 1;
        if (!polyline && !insert) {
            return record;
        }
        String part = polyline ? "VERTEX" : "ATTRIB";
        long claimed = 0;
        for (DxfRecord next = next(); next != null; next = next()) {
            if (next.type().equals("SEQEND")) {
                break;
            }
            if (!next.type().equals(part)) {
                ahead = next;
                break;
            }
            claimed += 100 + BYTES_PER_PAIR * next.size();
            budget.claim(100 + BYTES_PER_PAIR * next.size());
            record.parts.add(next);
        }
        budget.claim(-claimed);
        return record;
    }
}
