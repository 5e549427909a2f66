package org.kvarter.ui.bench;

import java.util.Arrays;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scenario.ScenarioEngine;

/**
 * Sums of personal series, as far as they may be told. Thread-safe.
 *
 * @param engine adds up
 * @param book   with the shown scenario
 */
record Told(ScenarioEngine engine, ScenarioBook book) {

    /** The sum of a series over some features of a layer, or why it is withheld. */
    ScenarioEngine.Hours of(String seriesId, BenchData data, int[] rows) {
        boolean all = rows.length == BenchData.wholes(data.features()).length;
        Area area = all ? Area.layer(data.layerId()) : Area.of(data.layerId(), Arrays.stream(rows).mapToObj(r -> data.features().ids()[r]).toList());
        return engine.hours(book, book.active(), seriesId, area);
    }
}
