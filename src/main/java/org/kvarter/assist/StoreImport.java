package org.kvarter.assist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.SeriesWriter;
import org.kvarter.series.store.StoreException;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.tables.Unit;
import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;
import org.kvarter.task.Progress;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;

/**
 * Runs a recipe into a store, value by value: for tables that do not fit into memory. Readings of counting meters, and several meters of one
 * building, need all values at once and are refused. Stateless; blocks, cancellable.
 */
public final class StoreImport {

    private static final Texts TEXTS = Texts.in(StoreImport.class);

    private StoreImport() {
    }

    /** Begins series in a store. */
    public interface Writers {

        /** Begins a series; nothing is seen of it before it is finished. */
        SeriesWriter begin(NewSeries series) throws StoreException;
    }

    /**
     * Puts the series of a table into a store, keyed by feature ids where places found their feature.
     *
     * @return what was stored, one report per quantity
     * @throws AssistException where the table cannot be read, or its values cannot be taken one by one
     * @throws StoreException  where the store does not take them
     */
    public static List<LoadReport> into(ImportRecipe recipe, TableSource source, Survey survey, JoinResult join, Twin twin, Writers writers, Progress progress)
            throws AssistException, StoreException {
        String name = String.valueOf(source.file().getFileName());
        if (survey.quantities().stream().anyMatch(Survey.Quantity::cumulative)) {
            throw new AssistException(TEXTS.get("store.cumulative", name));
        }
        if (join.shared() > 0 && survey.quantities().stream().anyMatch(q -> Additive.overPlaces(q.unit()))) {
            throw new AssistException(TEXTS.get("store.shared", name, join.shared()));
        }
        List<Channel> channels = new ArrayList<>();
        try {
            for (int slot = 0; slot < survey.quantities().size(); slot++) {
                channels.add(channel(recipe, survey, slot, name, writers));
            }
            Reading reading = new Reading(recipe, source, survey, join, twin, channels);
            new RowReader(recipe, source, survey.learned()).read(reading, progress);
            if (reading.failed != null) {
                throw reading.failed;
            }
            List<LoadReport> reports = new ArrayList<>();
            for (Channel channel : channels) {
                if (channel.writer != null) {
                    reports.add(channel.writer.finish());
                }
            }
            if (reports.isEmpty()) {
                throw new AssistException(TEXTS.get("run.nothing", name));
            }
            return reports;
        } catch (TableException e) {
            throw new AssistException(e.getMessage(), e);
        } finally {
            channels.stream().filter(c -> c.writer != null).forEach(c -> c.writer.close());
        }
    }

    /** A quantity on its way into the store. */
    private record Channel(SeriesWriter writer, Rhythm rhythm, TimeAxis axis, double factor, boolean sums) {
    }

    private static Channel channel(ImportRecipe recipe, Survey survey, int slot, String name, Writers writers) throws StoreException {
        Optional<Rhythm> rhythm = survey.rhythm(slot);
        if (rhythm.isEmpty()) {
            return new Channel(null, null, null, 1, false);
        }
        Survey.Quantity quantity = survey.quantities().get(slot);
        TimeAxis axis = rhythm.get().axis();
        Unit unit = Units.parse(quantity.unit()).orElse(null);
        double hours = axis.step().getSeconds() / 3600.0;
        boolean toEnergy = recipe.values().conversion() == ValueRules.Conversion.POWER_TO_ENERGY && unit != null && unit.dimension() == Dimension.POWER;
        boolean toPower = recipe.values().conversion() == ValueRules.Conversion.ENERGY_TO_POWER && unit != null && unit.dimension() == Dimension.ENERGY;
        double factor = toEnergy ? unit.factor() * hours : toPower ? unit.factor() / hours : 1;
        boolean alone = survey.quantities().size() == 1;
        NewSeries series = new NewSeries(alone ? recipe.id() : recipe.id() + "-" + Recognition.id(quantity.quantity()),
                LocalText.of(alone ? recipe.name() : recipe.name() + " – " + quantity.quantity()), quantity.quantity(), toEnergy ? "kWh" : toPower ? "kW" : quantity.unit(),
                axis.zone(), Optional.of(axis.step()), Quality.MEASURED, recipe.source().isEmpty() ? name : recipe.source());
        return new Channel(writers.begin(series), rhythm.get(), axis, factor, Additive.overTime(quantity.unit()));
    }

    private static final class Reading implements RowReader.Sink {
        private final int quality;
        private final String[] keys;
        private final List<Channel> channels;
        private Quality ofRow = Quality.MEASURED;
        private StoreException failed;

        Reading(ImportRecipe recipe, TableSource source, Survey survey, JoinResult join, Twin twin, List<Channel> channels) {
            this.channels = channels;
            this.quality = TimeReader.index(recipe, source, ColumnRole.QUALITY);
            TwinLayer layer = twin.layer(join.rule().layerId()).orElse(null);
            this.keys = survey.allPlaces().stream().map(place -> {
                Integer row = layer == null ? null : join.rowOfPlace().get(place);
                return row == null ? place : layer.features().ids()[row];
            }).toArray(String[]::new);
        }

        @Override
        public void row(TableRow row, int place, long time) {
            ofRow = quality < 0 ? Quality.MEASURED : QualityWords.of(row.text(quality));
        }

        @Override
        public void value(Slot slot, int place, long time, double value, long line) {
            Channel channel = channels.get(slot.index());
            if (failed != null || channel.writer == null) {
                return;
            }
            int index = channel.rhythm.index(time);
            int span = channel.rhythm.span(time);
            double each = (channel.sums && span > 1 ? value / span : value) * channel.factor;
            try {
                for (int i = 0; i < span; i++) {
                    Instant start = channel.axis.at(index + i);
                    channel.writer.value(keys[place], start, each, ofRow);
                }
            } catch (StoreException e) {
                failed = e;
            }
        }
    }
}
