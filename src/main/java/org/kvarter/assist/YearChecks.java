package org.kvarter.assist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.assist.Check.Kind;
import org.kvarter.assist.Check.Light;
import org.kvarter.model.AttributeColumn;
import org.kvarter.series.store.ValueFacts;
import org.kvarter.tables.Quantities;
import org.kvarter.tables.Unit;
import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;

/** Whether what a year adds up to is plausible, per building and per square metre of floor. Stateless. */
final class YearChecks {

    private static final Texts TEXTS = Texts.in(Checks.class);
    /** A year may lack some weeks and still be compared. */
    private static final double WHOLE_YEAR = 300;

    private YearChecks() {
    }

    /** Sums of a year per building and per square metre of floor, of a series by feature. */
    static void of(SeriesFacts facts, JoinResult join, Twin twin, List<AttributeColumn> imported, List<Check> checks) {
        Unit unit = Units.parse(facts.unit()).orElse(null);
        boolean summable = unit != null && (unit.dimension() == Dimension.ENERGY || unit.dimension() == Dimension.POWER || unit.dimension() == Dimension.VOLUME);
        if (!summable || Bands.total(facts.quantity()).isEmpty() || join.rule().kind() == JoinRule.Kind.DISTRICT) {
            return;
        }
        double days = facts.days();
        if (days < WHOLE_YEAR) {
            checks.add(new Check(Kind.TOTAL, Light.GREEN, facts.quantity(), TEXTS.get("check.total.short", Math.round(days)), List.of()));
            return;
        }
        double[] sums = yearly(facts, unit, days);
        bandOfTotals(facts, sums, unit, checks);
        TwinLayer layer = twin.layer(join.rule().layerId()).orElse(null);
        Optional<AttributeColumn> areas = FloorAreas.find(imported, layer);
        if (layer == null || areas.isEmpty()) {
            checks.add(new Check(Kind.INTENSITY, Light.GREEN, facts.quantity(), TEXTS.get("check.intensity.noArea"), List.of()));
            return;
        }
        intensities(facts, sums, layer, areas.get(), checks);
    }

    /** kWh or m³ in 365 days, what is missing filled by the mean; NaN where more than half is missing. */
    private static double[] yearly(SeriesFacts facts, Unit unit, double days) {
        double[] sums = new double[facts.places().size()];
        double hours = facts.step().getSeconds() / 3600.0;
        for (int p = 0; p < sums.length; p++) {
            ValueFacts place = facts.places().get(p);
            double perInterval = place.present() == 0 ? Double.NaN : place.sum() / place.present() * unit.factor() * (unit.dimension() == Dimension.POWER ? hours : 1);
            sums[p] = 2 * place.present() < facts.intervals() ? Double.NaN : perInterval * facts.intervals() * 365 / days;
        }
        return sums;
    }

    private static void bandOfTotals(SeriesFacts facts, double[] sums, Unit unit, List<Check> checks) {
        Bands.Band band = Bands.total(facts.quantity()).orElseThrow();
        double[] logs = Arrays.stream(sums).map(s -> s > 0 ? Math.log10(s) : Double.NaN).toArray();
        Spread spread = Spread.of(logs);
        List<Checks.Concern> odd = new ArrayList<>();
        for (int p = 0; p < sums.length; p++) {
            boolean outside = !Double.isNaN(sums[p]) && sums[p] != 0 && !band.holds(Math.abs(sums[p]));
            // a thousand times its neighbours is another unit rather than another building
            boolean thousandfold = sums.length > 8 && Math.abs(logs[p] - spread.median()) > 2.4 && Math.abs(spread.z(logs[p])) > 5;
            Checks.add(odd, facts.places().get(p).place(), outside || thousandfold ? Math.abs(logs[p] - spread.median()) + 1e-9 : 0);
        }
        String base = unit.dimension() == Dimension.VOLUME ? "m³" : "kWh";
        double sum = Arrays.stream(sums).filter(Double::isFinite).sum();
        List<String> places = Checks.places(odd);
        checks.add(new Check(Kind.TOTAL, odd.isEmpty() ? Light.GREEN : 2 * odd.size() > sums.length ? Light.RED : Light.YELLOW, facts.quantity(),
                odd.isEmpty() ? TEXTS.get("check.total.none", Figures.of(sum, base)) : TEXTS.get("check.total", Figures.of(sum, base), odd.size(), places.get(0)), places));
    }

    private static void intensities(SeriesFacts facts, double[] sums, TwinLayer layer, AttributeColumn areas, List<Check> checks) {
        Bands.Band band = Bands.intensity(facts.quantity()).orElseThrow();
        Map<String, Integer> rows = new HashMap<>();
        for (int row : layer.wholes()) {
            rows.put(layer.features().ids()[row], row);
        }
        List<String> places = facts.places().stream().map(ValueFacts::place).toList();
        double[] intensities = new double[sums.length];
        for (int p = 0; p < sums.length; p++) {
            Integer row = rows.get(places.get(p));
            double area = row == null ? Double.NaN : areas.number(row);
            intensities[p] = area > 0 ? sums[p] / area : Double.NaN;
        }
        if (Arrays.stream(intensities).allMatch(Double::isNaN)) {
            checks.add(new Check(Kind.INTENSITY, Light.GREEN, facts.quantity(), TEXTS.get("check.intensity.noArea"), List.of()));
            return;
        }
        checks.add(IntensityCheck.of(facts.quantity(), band, intensities, places, facts.quantity().equals(Quantities.WATER) ? "m³/m²" : "kWh/m²"));
    }
}
