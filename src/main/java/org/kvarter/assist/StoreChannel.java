package org.kvarter.assist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.kvarter.tables.Unit;
import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;
import org.kvarter.text.Figures;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;

/** One quantity of a table on its way into a store. One thread. */
final class StoreChannel implements AutoCloseable {

    private static final Texts TEXTS = Texts.in(StoreChannel.class);

    private final ImportRecipe recipe;
    private final String file;
    private final Survey.Quantity quantity;
    private final Rhythm rhythm;
    private final PlaceKeys keys;
    private final double factor;
    private final SeriesWriter writer;
    private final ReadingSorter sorter;
    // of the name whose places are being put together
    private final double[] totals;
    private final int[] present;
    private final Quality[] qualities;
    private String name;

    private StoreChannel(ImportRecipe recipe, String file, Survey.Quantity quantity, Rhythm rhythm, PlaceKeys keys, double factor, SeriesWriter writer, ReadingSorter sorter) {
        this.recipe = recipe;
        this.file = file;
        this.quantity = quantity;
        this.rhythm = rhythm;
        this.keys = keys;
        this.factor = factor;
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
        NewSeries series = new NewSeries(SeriesNames.id(recipe, survey, slot), LocalText.of(SeriesNames.title(recipe, survey, slot)), quantity.quantity(),
                toEnergy ? "kWh" : toPower ? "kW" : quantity.unit(), axis.zone(), Optional.of(axis.step()), Quality.MEASURED,
                recipe.source().isEmpty() ? file : recipe.source());
        SeriesWriter writer = target.begin(series);
        try {
            return new StoreChannel(recipe, file, quantity, rhythm, keys, factor, writer, quantity.cumulative() || keys.areShared() ? target.sorter() : null);
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

    LoadReport finish(List<Check> checks) throws StoreException {
        if (sorter != null) {
            MeterChecks meters = new MeterChecks(quantity.quantity());
            int[] places = keys.placesByRank();
            sorter.each(rhythm.axis().count(), (rank, values, of) -> {
                String next = keys.names()[places[rank]];
                if (!next.equals(name)) {
                    write();
                    name = next;
                }
                add(quantity.cumulative() ? differences(values, places[rank], meters) : values, of);
            });
            write();
            meters.tell(checks);
        }
        LoadReport report = writer.finish();
        if (sorter == null || sorter.doubles() == 0) {
            return report;
        }
        List<Diagnostic> said = new ArrayList<>(report.diagnostics());
        said.add(new Diagnostic(Severity.WARNING, file, quantity.quantity(), TEXTS.get("store.doubles", file, Figures.of(sorter.doubles()))));
        return new LoadReport(report.series(), report.rows(), said);
    }

    private double[] differences(double[] readings, int place, MeterChecks meters) {
        MeterDifferences d = MeterDifferences.of(readings, recipe.time().label() == TimeRules.Label.END, recipe.values().rollover());
        meters.add(d, keys.places()[place]);
        return d.values();
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
        boolean sum = Additive.overPlaces(quantity.unit());
        for (int i = 0; i < totals.length; i++) {
            if (present[i] > 0) {
                writer.value(name, rhythm.axis().at(i), (sum ? totals[i] : totals[i] / present[i]) * factor, qualities[i]);
            }
        }
        Arrays.fill(totals, 0);
        Arrays.fill(present, 0);
        Arrays.fill(qualities, null);
    }

    @Override
    public void close() {
        writer.close();
        if (sorter != null) {
            sorter.close();
        }
    }
}
