package org.kvarter.analysis.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kvarter.analysis.unit.Unit;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.SeriesView;

/**
 * Functions that make one number of a feature's series: {@code total} (powers become energies, over all intervals), {@code average},
 * {@code peak} and {@code lowest} (energies become powers).
 */
final class SeriesFunctions {

    /** Names, in the order they are proposed. */
    static final List<String> NAMES = List.of("total", "average", "peak", "lowest");

    private static final Unit HOUR = Unit.parse("h");
    private static final Unit ENERGY = Unit.parse("kWh");
    private static final Unit POWER = Unit.parse("kW");

    private SeriesFunctions() {
    }

    /** The function of a name over a series; empty where a total of its unit means nothing, as of a temperature. */
    static Optional<Node> of(String name, Inputs.Joined joined, int at) {
        SeriesView series = joined.series();
        Unit unit = Unit.parse(series.unit());
        double hours = series.axis().step().toMillis() / 3_600_000.0;
        boolean total = name.equals("total");
        boolean average = name.equals("average");
        if (total && (unit.powers().containsKey("°C") || unit.powers().containsKey("%") || unit.powers().containsKey("K"))) {
            return Optional.empty();
        }
        Unit.Product inTime = total && unit.fits(POWER) ? unit.times(HOUR) : !total && !average && unit.fits(ENERGY) ? unit.per(HOUR) : new Unit.Product(unit, 1);
        double factor = inTime.factor() * (inTime.unit().equals(unit) ? 1 : total ? hours : 1 / hours);
        double[] byPlace = byPlace(name, series);
        return Optional.of(Node.number(inTime.unit(), at, row -> {
            int place = joined.placeOfFeature()[row];
            return place < 0 ? Double.NaN : factor * byPlace[place];
        }));
    }

    private static double[] byPlace(String name, SeriesView series) {
        int all = series.axis().count();
        return switch (name) {
            case "total" -> SeriesValues.over(series, 0, all, Aggregation.SUM);
            case "average" -> SeriesValues.over(series, 0, all, Aggregation.MEAN);
            case "peak" -> SeriesValues.over(series, 0, all, Aggregation.MAXIMUM);
            default -> lowest(series);
        };
    }

    private static double[] lowest(SeriesView series) {
        double[] least = new double[series.places()];
        Arrays.fill(least, Double.NaN);
        double[] moment = new double[series.places()];
        for (int i = 0; i < series.axis().count(); i++) {
            series.read(i, moment);
            for (int p = 0; p < least.length; p++) {
                least[p] = Double.isNaN(moment[p]) || moment[p] > least[p] ? least[p] : moment[p];
            }
        }
        return least;
    }
}
