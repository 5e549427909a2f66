package org.kvarter.analysis.area;

import org.kvarter.analysis.AreaSummary;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeAxis;
import org.kvarter.text.LocalText;

/**
 * A series of areas, reckoned from that of their features as it is read: for scenarios, in which a slider moves the features' series. Thread-safe as that is.
 *
 * @param id      its own
 * @param summary what it is
 * @param of      series of the features
 * @param placesOfArea places of {@code of} by area; not copied
 * @param keys    ids of the areas; not copied
 * @param weights of a mean, one per place; {@code null} for all alike; not copied
 */
public record AreaSeries(String id, AreaSummary summary, SeriesView of, int[][] placesOfArea, String[] keys, double[] weights) implements SeriesView {

    @Override
    public LocalText titles() {
        return LocalText.of(summary.name());
    }

    @Override
    public String quantity() {
        return of.quantity();
    }

    @Override
    public String unit() {
        return summary.statistic().keepsUnit() ? of.unit() : "";
    }

    @Override
    public TimeAxis axis() {
        return of.axis();
    }

    @Override
    public void read(int interval, double[] into) {
        double[] moment = new double[of.places()];
        of.read(interval, moment);
        for (int a = 0; a < keys.length; a++) {
            into[a] = Summaries.of(summary.statistic(), moment, placesOfArea[a], weights);
        }
    }
}
