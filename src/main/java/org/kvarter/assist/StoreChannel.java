package org.kvarter.assist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.ReadingSorter;
import org.kvarter.series.store.SeriesWriter;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.ValueFacts;
import org.kvarter.series.store.ValueLimits;
import org.kvarter.series.store.WrittenFacts;
import org.kvarter.tables.Unit;
import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;

/**
 * One quantity of a table on its way into a store: takes values, then says what they are like, then becomes a series. What has to be brought together by
 * place first, readings of meters and several places of one feature, is reckoned from all values of a place; of all else only what the engine counts is seen.
 * One thread.
 */
final class StoreChannel implements AutoCloseable {

    private static final Texts TEXTS = Texts.in(StoreChannel.class);

    private final ImportRecipe recipe;
    private final String file;
    private final int slot;
    private final Survey.Quantity quantity;
    private final Rhythm rhythm;
    private final PlaceKeys keys;
    private final double factor;
    private final NewSeries series;
    private final SeriesWriter writer;
    private final ReadingSorter sorter;
    private final ValueLimits limits;
    private final ValueFacts[] byPlace;
    private final Map<String, ValueFacts> byName = new HashMap<>();
    private final MeterChecks meters;
    private int first = Integer.MAX_VALUE;
    private int last = -1;
    private long doubles;
    private int intervals;
    // of the name whose places are being put together
    private final double[] totals;
    private final int[] present;
    private final Quality[] qualities;
    private String name;

    private StoreChannel(ImportRecipe recipe, String file, int slot, Survey.Quantity quantity, Rhythm rhythm, PlaceKeys keys, double factor, NewSeries series, SeriesWriter writer, ReadingSorter sorter) {
        this.recipe = recipe;
        this.file = file;
        this.slot = slot;
        this.quantity = quantity;
        this.rhythm = rhythm;
        this.keys = keys;
        this.factor = factor;
        this.series = series;
        this.limits = SeriesFacts.limits(series.quantity(), series.unit());
        this.byPlace = new ValueFacts[keys.places().length];
        this.meters = new MeterChecks(quantity.quantity());
        this.writer = writer;
        this.sorter = sorter;
        int count = sorter == null ? 0 : rhythm.axis().count();
        this.totals = new double[count];
        this.present = new int[count];
        this.qualities = new Quality[count];
    }

    static StoreChannel open(ImportRecipe recipe, Survey survey, int slot, String file, PlaceKeys keys, StoreImport.Target target) throws StoreException {
        Survey.Quantity quantity = survey.quantities().get(slot);
        Rhythm rhythm = survey.rhythm(slot).orElseThrow();
        TimeAxis axis = rhythm.axis();
        Unit unit = Units.parse(quantity.unit()).orElse(null);
        double hours = axis.step().getSeconds() / 3600.0;
        boolean toEnergy = recipe.values().conversion() == ValueRules.Conversion.POWER_TO_ENERGY && unit != null && unit.dimension() == Dimension.POWER;
        boolean toPower = recipe.values().conversion() == ValueRules.Conversion.ENERGY_TO_POWER && unit != null && unit.dimension() == Dimension.ENERGY;
        double factor = toEnergy ? unit.factor() * hours : toPower ? unit.factor() / hours : 1;
        NewSeries series = new NewSeries(SeriesNames.id(recipe, survey, slot), SeriesNames.title(recipe, survey, slot), quantity.quantity(),
                toEnergy ? "kWh" : toPower ? "kW" : quantity.unit(), axis.zone(), Optional.of(axis.step()), Quality.MEASURED,
                recipe.source().isEmpty() ? file : recipe.source());
        SeriesWriter writer = target.begin(series);
        try {
            return new StoreChannel(recipe, file, slot, quantity, rhythm, keys, factor, series, writer, quantity.cumulative() || keys.areShared() ? target.sorter() : null);
        } catch (StoreException e) {
            writer.close();
            throw e;
        }
    }

    void value(int place, long time, double value, Quality quality) throws StoreException {
        int index = rhythm.index(time);
        int span = rhythm.span(time);
        double each = span > 1 && Additive.overTime(quantity.unit()) && !quantity.cumulative() ? value / span : value;
        for (int i = index; i < index + span; i++) {
            if (sorter == null) {
                writer.value(keys.names()[place], rhythm.axis().at(i), each * factor, quality);
            } else {
                sorter.put(keys.ranks()[place], i, each, quality);
            }
        }
    }

    /** Brings together what was taken and finds out what it is like; nothing is taken afterwards. */
    void settle() throws StoreException {
        if (sorter == null) {
            WrittenFacts written = writer.facts(limits);
            Map<String, Integer> places = new HashMap<>();
            for (int place = 0; place < byPlace.length; place++) {
                places.put(keys.names()[place], place);
            }
            for (ValueFacts facts : written.places()) {
                byPlace[places.get(facts.place())] = facts.of(keys.places()[places.get(facts.place())]);
                byName.put(facts.place(), facts);
            }
            doubles = written.doubles();
            intervals = (int) (Duration.between(written.first(), written.last()).toMillis() / rhythm.axis().step().toMillis()) + 1;
            return;
        }
        int[] places = keys.placesByRank();
        sorter.each(rhythm.axis().count(), quantity.cumulative() ? ReadingSorter.Doubles.LAST : ReadingSorter.Doubles.MEAN, (rank, values, of) -> {
            int place = places[rank];
            if (!keys.names()[place].equals(name)) {
                write();
                name = keys.names()[place];
            }
            double[] own = quantity.cumulative() ? differences(values, place) : values;
            look(own, place);
            add(own, of);
        });
        write();
        doubles = sorter.doubles();
        intervals = Math.max(0, last - first + 1);
    }

    private double[] differences(double[] readings, int place) {
        MeterDifferences d = MeterDifferences.of(readings, recipe.time().label() == TimeRules.Label.END, recipe.values().rollover());
        meters.add(d, keys.places()[place]);
        return d.values();
    }

    private void look(double[] values, int place) {
        float[] kept = new float[values.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (float) ((float) values[i] * factor);
            if (!Float.isNaN(kept[i])) {
                first = Math.min(first, i);
                last = Math.max(last, i);
            }
        }
        byPlace[place] = TraceFacts.of(keys.places()[place], kept, limits);
    }

    private void add(double[] values, Quality[] of) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                totals[i] += (float) values[i];
                present[i]++;
                Quality quality = of[i] == Quality.MISSING ? Quality.MODELLED : of[i];
                qualities[i] = qualities[i] == null || qualities[i].compareTo(quality) < 0 ? quality : qualities[i];
            }
        }
    }

    /** Writes what was put together of a name. */
    private void write() throws StoreException {
        boolean adds = Additive.overPlaces(quantity.unit());
        double sum = 0;
        int count = 0;
        for (int i = 0; i < totals.length; i++) {
            if (present[i] > 0) {
                double value = (adds ? totals[i] : totals[i] / present[i]) * factor;
                writer.value(name, rhythm.axis().at(i), value, qualities[i]);
                sum += (float) value;
                count++;
            }
        }
        if (name != null) {
            byName.put(name, new ValueFacts(name, count, Double.NaN, Double.NaN, sum, 0, 0, 0));
        }
        Arrays.fill(totals, 0);
        Arrays.fill(present, 0);
        Arrays.fill(qualities, null);
    }

    /** What the values of each place are like, once they are settled. */
    SeriesFacts byPlace() {
        return new SeriesFacts(series.quantity(), series.unit(), rhythm.axis().step(), intervals, Arrays.stream(byPlace).filter(Objects::nonNull).toList());
    }

    /** The same by what the places are called in the store: features, where they found theirs. */
    SeriesFacts byName() {
        List<ValueFacts> named = Arrays.stream(keys.names()).distinct().map(byName::get).filter(Objects::nonNull).toList();
        return byPlace().with(named);
    }

    /** Number of its quantity in the survey. */
    int slot() {
        return slot;
    }

    void tellOfMeters(List<Check> checks) {
        meters.tell(checks);
    }

    /** What a person should know before the series is made. */
    List<Diagnostic> said() {
        List<Diagnostic> said = new ArrayList<>();
        if (doubles > 0) {
            said.add(new Diagnostic(Severity.WARNING, file, quantity.quantity(), TEXTS.get(quantity.cumulative() ? "store.doubles.last" : "store.doubles.mean", file, doubles)));
        }
        if (!series.unit().equals(quantity.unit())) {
            said.add(new Diagnostic(Severity.INFO, file, "", TEXTS.get("run.converted", quantity.unit(), series.unit(), Survey.duration(rhythm.axis().step()))));
        }
        return said;
    }

    /** Makes the series under a title; nothing is seen of it before. */
    LoadReport finish(LocalText title) throws StoreException {
        writer.call(title);
        LoadReport report = writer.finish();
        // of doubles, the outcome tells
        return doubles == 0 ? report : new LoadReport(report.series(), report.rows(), List.of());
    }

    @Override
    public void close() {
        writer.close();
        if (sorter != null) {
            sorter.close();
        }
    }
}
