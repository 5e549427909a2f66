package org.kvarter.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kvarter.assist.Check.Kind;
import org.kvarter.assist.Check.Light;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.NumberColumn;
import org.kvarter.series.SeriesTable;
import org.kvarter.tables.Quantities;
import org.kvarter.tables.Unit;
import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;

/** Whether numbers can be true, with traffic lights. Every check says something, so that a green one is seen to have been made. Stateless. */
public final class Checks {

    private static final Texts TEXTS = Texts.in(Checks.class);
    /** A year may lack some weeks and still be compared. */
    private static final double WHOLE_YEAR = 300;
    /** Robust z and interquartile ranges beyond which a single value of a skewed series is an outlier. */
    private static final double FAR_Z = 10;
    private static final double FAR_RANGES = 10;
    private static final int LEAST_FOR_SPREAD = 24;

    private Checks() {
    }

    static void join(JoinResult join, List<Check> checks) {
        if (join.rule().kind() == JoinRule.Kind.DISTRICT) {
            return;
        }
        Light light = join.rate() >= 0.95 ? Light.GREEN : join.rate() >= 0.6 ? Light.YELLOW : Light.RED;
        checks.add(new Check(Kind.JOIN, light, "", TEXTS.get("check.join", join.matched(), join.places(), join.unmatchedFeatures().size()), join.unmatchedPlaces()));
    }

    /** A place's worth of a check: how much it concerns. */
    private record Concern(String place, double weight) {
    }

    /** All checks of the values of a series by place. */
    static void series(SeriesTable table, List<Check> checks) {
        Unit unit = Units.parse(table.unit()).orElse(null);
        if (table.unit().isEmpty()) {
            checks.add(new Check(Kind.UNIT, QuantityWords.dimension(table.quantity()).isPresent() ? Light.RED : Light.YELLOW, table.quantity(),
                    TEXTS.get("check.noUnit", table.quantity()), List.of()));
        } else {
            Optional<Dimension> usual = QuantityWords.dimension(table.quantity());
            boolean odd = unit != null && usual.isPresent() && !fits(unit.dimension(), usual.get());
            checks.add(new Check(Kind.UNIT, unit == null ? Light.YELLOW : odd ? Light.RED : Light.GREEN, table.quantity(),
                    TEXTS.get(unit == null ? "check.unknownUnit" : odd ? "check.oddUnit" : "check.unit", table.quantity(), table.unit()), List.of()));
        }
        // bands of prices are in euros
        boolean otherMoney = unit != null && !unit.currency().isEmpty() && !unit.currency().equals("€");
        Optional<Bands.Band> band = unit == null || otherMoney ? Optional.empty() : Bands.values(table.quantity(), unit.dimension());
        List<Concern> outside = new ArrayList<>();
        List<Concern> far = new ArrayList<>();
        List<Concern> constant = new ArrayList<>();
        List<Concern> missing = new ArrayList<>();
        List<Concern> negative = new ArrayList<>();
        long[] counts = new long[4];
        long all = 0;
        for (int place = 0; place < table.places(); place++) {
            float[] trace = table.trace(place);
            double[] values = new double[trace.length];
            int present = 0;
            int beyond = 0;
            int below = 0;
            float first = Float.NaN;
            boolean same = true;
            for (int i = 0; i < trace.length; i++) {
                values[i] = trace[i];
                if (Float.isNaN(trace[i])) {
                    continue;
                }
                present++;
                same &= Float.isNaN(first) || trace[i] == first;
                first = Float.isNaN(first) ? trace[i] : first;
                below += trace[i] < 0 ? 1 : 0;
                beyond += band.isPresent() && !band.get().holds(base(unit, trace[i])) ? 1 : 0;
            }
            String key = table.keys()[place];
            all += present;
            counts[0] += beyond;
            counts[1] += below;
            counts[3] += trace.length - present;
            add(outside, key, beyond);
            add(negative, key, below);
            add(missing, key, (double) (trace.length - present) / trace.length);
            add(constant, key, same && present >= LEAST_FOR_SPREAD ? present : 0);
            int outliers = same || present < LEAST_FOR_SPREAD ? 0 : outliers(values);
            counts[2] += outliers;
            add(far, key, outliers);
        }
        String quantity = table.quantity();
        if (band.isPresent()) {
            told(checks, Kind.RANGE, quantity, outside, counts[0], all, 0.001, "check.range", Figures.of(fromBase(unit, band.get().least())), Figures.of(fromBase(unit, band.get().most()), table.unit()));
        }
        // the weather has its physical range; that the sun shines now and then is no outlier
        boolean metered = unit == null || unit.dimension() == Dimension.ENERGY || unit.dimension() == Dimension.POWER || unit.dimension() == Dimension.VOLUME
                || unit.dimension() == Dimension.FLOW || unit.dimension() == Dimension.COUNT;
        if (metered) {
            told(checks, Kind.OUTLIERS, quantity, far, counts[2], all, 0.05, "check.outliers");
        }
        boolean mayBeNegative = unit != null && unit.dimension() == Dimension.TEMPERATURE || quantity.equals(Quantities.PRICE);
        if (!mayBeNegative) {
            told(checks, Kind.NEGATIVE, quantity, negative, counts[1], all, 0.05, "check.negative");
        }
        double lost = all + counts[3] == 0 ? 1 : (double) counts[3] / (all + counts[3]);
        List<String> worst = places(missing.stream().filter(c -> c.weight > 0.01).toList());
        checks.add(new Check(Kind.MISSING, lost < 0.01 && worst.isEmpty() ? Light.GREEN : lost < 0.1 ? Light.YELLOW : Light.RED, quantity,
                TEXTS.get("check.missing", lost, worst.size()), worst));
        checks.add(new Check(Kind.CONSTANT, constant.isEmpty() ? Light.GREEN : Light.YELLOW, quantity,
                constant.isEmpty() ? TEXTS.get("check.constant.none") : TEXTS.get("check.constant", constant.size(), constant.get(0).place), places(constant)));
    }

    /** Energies may be given as powers and the other way round, radiation as sums. */
    private static boolean fits(Dimension dimension, Dimension usual) {
        return dimension == usual || usual == Dimension.ENERGY && (dimension == Dimension.POWER || dimension == Dimension.INTENSITY || dimension == Dimension.VOLUME)
                || usual == Dimension.IRRADIANCE && (dimension == Dimension.IRRADIATION || dimension == Dimension.INTENSITY) || usual == Dimension.VOLUME && dimension == Dimension.FLOW
                || usual == Dimension.PRICE || usual == Dimension.SHARE || dimension == Dimension.OTHER || dimension == Dimension.COUNT;
    }

    private static void add(List<Concern> concerns, String place, double weight) {
        if (weight > 0) {
            concerns.add(new Concern(place, weight));
        }
    }

    private static int outliers(double[] values) {
        Spread spread = Spread.of(values);
        int far = 0;
        for (double v : values) {
            far += Double.isFinite(v) && spread.isFar(v, FAR_RANGES) && (spread.mad() == 0 || Math.abs(spread.z(v)) > FAR_Z) ? 1 : 0;
        }
        return far;
    }

    private static void told(List<Check> checks, Kind kind, String quantity, List<Concern> concerns, long count, long all, double red, String key, Object... more) {
        List<String> places = places(concerns);
        Light light = count == 0 ? Light.GREEN : count > red * all ? Light.RED : Light.YELLOW;
        Object[] arguments = new Object[3 + more.length];
        arguments[0] = count;
        arguments[1] = places.size();
        arguments[2] = places.isEmpty() ? "" : places.get(0);
        System.arraycopy(more, 0, arguments, 3, more.length);
        checks.add(new Check(kind, light, quantity, TEXTS.get(count == 0 ? key + ".none" : key, arguments), places));
    }

    private static List<String> places(List<Concern> concerns) {
        return concerns.stream().sorted(Comparator.comparingDouble(Concern::weight).reversed()).map(Concern::place).toList();
    }

    private static double base(Unit unit, double value) {
        return unit.dimension() == Dimension.TEMPERATURE ? unit.to(new Unit("°C", Dimension.TEMPERATURE, 1), value) : value * unit.factor();
    }

    private static double fromBase(Unit unit, double value) {
        return unit.dimension() == Dimension.TEMPERATURE ? new Unit("°C", Dimension.TEMPERATURE, 1).to(unit, value) : value / unit.factor();
    }

    /** Sums of a year per building and per square metre of floor, of a series by feature. */
    static void totals(SeriesTable table, JoinResult join, Twin twin, List<AttributeColumn> imported, List<Check> checks) {
        Unit unit = Units.parse(table.unit()).orElse(null);
        boolean summable = unit != null && (unit.dimension() == Dimension.ENERGY || unit.dimension() == Dimension.POWER || unit.dimension() == Dimension.VOLUME);
        if (!summable || Bands.total(table.quantity()).isEmpty() || join.rule().kind() == JoinRule.Kind.DISTRICT) {
            return;
        }
        double days = table.axis().step().getSeconds() / 86_400.0 * table.axis().count();
        if (days < WHOLE_YEAR) {
            checks.add(new Check(Kind.TOTAL, Light.GREEN, table.quantity(), TEXTS.get("check.total.short", Math.round(days)), List.of()));
            return;
        }
        double[] sums = yearly(table, unit, days);
        bandOfTotals(table, sums, unit, checks);
        TwinLayer layer = twin.layer(join.rule().layerId()).orElse(null);
        Optional<AttributeColumn> areas = FloorAreas.find(imported, layer);
        if (layer == null || areas.isEmpty()) {
            checks.add(new Check(Kind.INTENSITY, Light.GREEN, table.quantity(), TEXTS.get("check.intensity.noArea"), List.of()));
            return;
        }
        intensities(table, sums, layer, areas.get(), checks);
    }

    /** kWh or m³ in 365 days, what is missing filled by the mean; NaN where more than half is missing. */
    private static double[] yearly(SeriesTable table, Unit unit, double days) {
        double[] sums = new double[table.places()];
        double hours = table.axis().step().getSeconds() / 3600.0;
        for (int p = 0; p < sums.length; p++) {
            double sum = 0;
            int present = 0;
            for (float v : table.trace(p)) {
                if (v == v) {
                    sum += v;
                    present++;
                }
            }
            double perInterval = present == 0 ? Double.NaN : sum / present * unit.factor() * (unit.dimension() == Dimension.POWER ? hours : 1);
            sums[p] = 2 * present < table.axis().count() ? Double.NaN : perInterval * table.axis().count() * 365 / days;
        }
        return sums;
    }

    private static void bandOfTotals(SeriesTable table, double[] sums, Unit unit, List<Check> checks) {
        Bands.Band band = Bands.total(table.quantity()).orElseThrow();
        double[] logs = java.util.Arrays.stream(sums).map(s -> s > 0 ? Math.log10(s) : Double.NaN).toArray();
        Spread spread = Spread.of(logs);
        List<Concern> odd = new ArrayList<>();
        for (int p = 0; p < sums.length; p++) {
            boolean outside = !Double.isNaN(sums[p]) && sums[p] != 0 && !band.holds(Math.abs(sums[p]));
            // a thousand times its neighbours is another unit rather than another building
            boolean thousandfold = sums.length > 8 && Math.abs(logs[p] - spread.median()) > 2.4 && Math.abs(spread.z(logs[p])) > 5;
            add(odd, table.keys()[p], outside || thousandfold ? Math.abs(logs[p] - spread.median()) + 1e-9 : 0);
        }
        String base = unit.dimension() == Dimension.VOLUME ? "m³" : "kWh";
        double sum = java.util.Arrays.stream(sums).filter(Double::isFinite).sum();
        List<String> places = places(odd);
        checks.add(new Check(Kind.TOTAL, odd.isEmpty() ? Light.GREEN : 2 * odd.size() > sums.length ? Light.RED : Light.YELLOW, table.quantity(),
                odd.isEmpty() ? TEXTS.get("check.total.none", Figures.of(sum, base)) : TEXTS.get("check.total", Figures.of(sum, base), odd.size(), places.get(0)), places));
    }

    private static void intensities(SeriesTable table, double[] sums, TwinLayer layer, AttributeColumn areas, List<Check> checks) {
        Bands.Band band = Bands.intensity(table.quantity()).orElseThrow();
        java.util.Map<String, Integer> rows = new java.util.HashMap<>();
        for (int row : layer.wholes()) {
            rows.put(layer.features().ids()[row], row);
        }
        double[] intensities = new double[sums.length];
        List<Concern> odd = new ArrayList<>();
        int known = 0;
        for (int p = 0; p < sums.length; p++) {
            Integer row = rows.get(table.keys()[p]);
            double area = row == null ? Double.NaN : areas.number(row);
            intensities[p] = area > 0 ? sums[p] / area : Double.NaN;
            if (!Double.isNaN(intensities[p])) {
                known++;
                add(odd, table.keys()[p], band.holds(intensities[p]) ? 0 : 1 + Math.abs(Math.log(Math.max(1e-9, Math.abs(intensities[p])) / Math.sqrt(Math.max(0.1, band.least()) * band.most()))));
            }
        }
        if (known == 0) {
            checks.add(new Check(Kind.INTENSITY, Light.GREEN, table.quantity(), TEXTS.get("check.intensity.noArea"), List.of()));
            return;
        }
        double median = Spread.of(intensities).median();
        String base = table.quantity().equals(Quantities.WATER) ? "m³/m²" : "kWh/m²";
        Light light = !band.holds(median) ? Light.RED : odd.size() > 0.02 * known ? Light.YELLOW : Light.GREEN;
        checks.add(new Check(Kind.INTENSITY, light, table.quantity(), TEXTS.get("check.intensity", Figures.of(median, base), Figures.of(band.least()), Figures.of(band.most(), base),
                odd.size(), known), places(odd)));
    }
}
