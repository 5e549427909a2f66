package org.kvarter.assist;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.store.ValueFacts;
import org.kvarter.series.store.ValueLimits;
import org.kvarter.tables.Unit;
import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;

/**
 * What {@link Checks} judge of a series: the same whether its values are in memory or in a store, which only gives these aggregates away.
 *
 * @param quantity  what is measured
 * @param unit      of one value
 * @param step      length of an interval
 * @param intervals number of intervals from the first to the last value
 * @param places    one per place, in the order of the table
 */
record SeriesFacts(String quantity, String unit, Duration step, int intervals, List<ValueFacts> places) {

    /** Robust z and interquartile ranges beyond which a single value of a skewed series is an outlier. */
    private static final double FAR_Z = 10;
    private static final double FAR_RANGES = 10;
    private static final int LEAST_FOR_SPREAD = 24;

    SeriesFacts {
        places = List.copyOf(places);
    }

    static SeriesFacts of(SeriesTable table) {
        ValueLimits limits = limits(table.quantity(), table.unit());
        return new SeriesFacts(table.quantity(), table.unit(), table.axis().step(), table.axis().count(),
                IntStream.range(0, table.places()).mapToObj(p -> TraceFacts.of(table.keys()[p], table.trace(p), limits)).toList());
    }

    /** The same values brought together otherwise: the series by feature of one by place. */
    SeriesFacts with(List<ValueFacts> others) {
        return new SeriesFacts(quantity, unit, step, intervals, others);
    }

    /** What values of a quantity are counted against, in its unit. */
    static ValueLimits limits(String quantity, String unit) {
        Optional<Bands.Band> band = band(quantity, unit);
        return new ValueLimits(band.map(Bands.Band::least).orElse(Double.NEGATIVE_INFINITY), band.map(Bands.Band::most).orElse(Double.POSITIVE_INFINITY),
                FAR_RANGES, FAR_Z, LEAST_FOR_SPREAD);
    }

    /** What single values can be, in the unit of the series; empty where nothing is known. */
    Optional<Bands.Band> band() {
        return band(quantity, unit);
    }

    private static Optional<Bands.Band> band(String quantity, String unit) {
        Unit known = Units.parse(unit).orElse(null);
        // bands of prices are in euros
        boolean otherMoney = known != null && !known.currency().isEmpty() && !known.currency().equals("€");
        return known == null || otherMoney ? Optional.empty()
                : Bands.values(quantity, known.dimension()).map(b -> new Bands.Band(fromBase(known, b.least()), fromBase(known, b.most())));
    }

    private static double fromBase(Unit unit, double value) {
        return unit.dimension() == Dimension.TEMPERATURE ? new Unit("°C", Dimension.TEMPERATURE, 1).to(unit, value) : value / unit.factor();
    }

    /** Whether a place has enough values, all the same, to say that it never changes. */
    static boolean isConstant(ValueFacts place) {
        return place.present() >= LEAST_FOR_SPREAD && place.least() == place.most();
    }

    /** Days that it covers. */
    double days() {
        return step.getSeconds() / 86_400.0 * intervals;
    }
}
