package org.kvarter.analysis.privacy;

import java.util.Arrays;
import java.util.BitSet;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.SeriesView;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.Quality;
import org.kvarter.text.LocalText;

/**
 * A series of which some places are withheld: they are missing, whichever way one asks. Nothing is copied. Thread-safe as the series is.
 *
 * @param whole    the series with everything
 * @param withheld places that are missing; not to be changed
 */
public record WithheldSeries(SeriesView whole, BitSet withheld) implements SeriesView {

    @Override
    public String id() {
        return whole.id();
    }

    @Override
    public LocalText titles() {
        return whole.titles();
    }

    @Override
    public String quantity() {
        return whole.quantity();
    }

    @Override
    public String unit() {
        return whole.unit();
    }

    @Override
    public TimeAxis axis() {
        return whole.axis();
    }

    @Override
    public String[] keys() {
        return whole.keys();
    }

    @Override
    public void read(int interval, double[] into) {
        whole.read(interval, into);
        mask(into);
    }

    @Override
    public double[] over(int first, int end, Aggregation aggregation) {
        return mask(whole.over(first, end, aggregation).clone());
    }

    @Override
    public double[] sumOf(int[] places) {
        return whole.sumOf(Arrays.stream(places).filter(p -> !withheld.get(p)).toArray());
    }

    @Override
    public Quality[] qualityOf(int[] places) {
        return whole.qualityOf(Arrays.stream(places).filter(p -> !withheld.get(p)).toArray());
    }

    private double[] mask(double[] values) {
        int places = places();
        withheld.stream().filter(p -> p < places).forEach(p -> values[p] = Double.NaN);
        return values;
    }
}
