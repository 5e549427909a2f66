package org.kvarter.ui.feeds;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedRows;
import org.kvarter.remote.map.Sample;

/**
 * What a mapping gives of the page at hand.
 *
 * @param rows    all rows
 * @param lines   some records one by one: the first ones, and the first ones with trouble
 * @param trouble why nothing can be taken; empty where something can
 */
record Preview(FeedRows rows, List<Sample.Line> lines, String trouble) {

    private static final int FIRST = 5;
    private static final int TROUBLED = 3;

    static final Preview NONE = new Preview(FeedRows.NONE, List.of(), "");

    static Preview of(FeedRows rows, List<Sample.Line> all) {
        List<Sample.Line> chosen = new ArrayList<>(all.subList(0, Math.min(FIRST, all.size())));
        all.stream().skip(FIRST).filter(l -> !l.issues().isEmpty()).limit(TROUBLED).forEach(chosen::add);
        return new Preview(rows, chosen, "");
    }

    static Preview trouble(String sentence) {
        return new Preview(FeedRows.NONE, List.of(), sentence);
    }

    long values() {
        return rows.rows().stream().filter(r -> Double.isFinite(r.value())).count();
    }

    long places() {
        return rows.rows().stream().filter(FeedRow::hasPlace).count();
    }

    /** Distinct ids, in order. */
    String[] keys() {
        return rows.rows().stream().map(FeedRow::id).distinct().toArray(String[]::new);
    }
}
