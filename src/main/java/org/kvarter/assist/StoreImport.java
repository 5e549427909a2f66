package org.kvarter.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.ReadingSorter;
import org.kvarter.series.store.SeriesWriter;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.duck.DuckStore;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Runs a recipe into a store, value by value: for tables that do not fit into memory. What needs all values of a place at once, the differences of
 * counting meters and the sum of several places of one feature, is brought together by the store first and reckoned place by place, by the rules
 * of {@link ImportRun}. Stateless; blocks, cancellable.
 */
public final class StoreImport {

    private static final Texts TEXTS = Texts.in(StoreImport.class);

    private StoreImport() {
    }

    /** Where series go. */
    public interface Target {

        /** Begins a series; nothing is seen of it before it is finished. */
        SeriesWriter begin(NewSeries series) throws StoreException;

        /** Brings values together by place. */
        ReadingSorter sorter() throws StoreException;

        /** A file of DuckDB. */
        static Target of(DuckStore store) {
            return new Target() {
                @Override
                public SeriesWriter begin(NewSeries series) throws StoreException {
                    return store.writer(series);
                }

                @Override
                public ReadingSorter sorter() throws StoreException {
                    return store.sorter();
                }
            };
        }
    }

    /**
     * What was stored.
     *
     * @param reports one per quantity
     * @param checks  of places and of readings of meters
     */
    public record Stored(List<LoadReport> reports, List<Check> checks) {

        public Stored {
            reports = List.copyOf(reports);
            checks = List.copyOf(checks);
        }
    }

    /** Whether the series of a table are too large for this program's memory, and belong into a store. */
    public static boolean isNeeded(Survey survey) {
        return !SeriesRead.fits(survey);
    }

    /** What a table gives that goes into a store: what is known of it before its values are. */
    public static ImportOutcome announced(ImportRecipe recipe, TableSource source, Survey survey, JoinResult join) throws AssistException {
        Optional<String> obstacle = recipe.obstacle();
        if (obstacle.isPresent()) {
            throw new AssistException(TEXTS.get(obstacle.get(), recipe.name()));
        }
        List<Check> checks = new ArrayList<>();
        Checks.join(join, checks);
        return new ImportOutcome(recipe.withShape(SourceShape.of(source, survey)), List.of(), List.of(), join, survey, survey.diagnostics(), checks);
    }

    /**
     * Puts the series of a table into a store, keyed by feature ids where places found their feature.
     *
     * @throws AssistException where the table cannot be read
     * @throws StoreException  where the store does not take them
     */
    public static Stored into(ImportRecipe recipe, TableSource source, Survey survey, JoinResult join, Twin twin, Target target, Progress progress)
            throws AssistException, StoreException {
        String name = String.valueOf(source.file().getFileName());
        List<Check> checks = new ArrayList<>();
        Checks.join(join, checks);
        List<StoreChannel> channels = new ArrayList<>();
        try {
            PlaceKeys keys = PlaceKeys.of(survey, join, twin);
            for (int slot = 0; slot < survey.quantities().size(); slot++) {
                channels.add(survey.rhythm(slot).isEmpty() ? null : StoreChannel.open(recipe, survey, slot, name, keys, target));
            }
            Reading reading = new Reading(recipe, source, channels);
            new RowReader(recipe, source, survey.learned()).read(reading, progress);
            if (reading.failed != null) {
                throw reading.failed;
            }
            List<LoadReport> reports = new ArrayList<>();
            for (StoreChannel channel : channels) {
                if (channel != null) {
                    reports.add(channel.finish(checks));
                }
            }
            if (reports.isEmpty()) {
                throw new AssistException(TEXTS.get("run.nothing", name));
            }
            return new Stored(reports, checks);
        } catch (TableException e) {
            throw new AssistException(e.getMessage(), e);
        } finally {
            channels.stream().filter(Objects::nonNull).forEach(StoreChannel::close);
        }
    }

    private static final class Reading implements RowReader.Sink {
        private final int quality;
        private final List<StoreChannel> channels;
        private Quality ofRow = Quality.MEASURED;
        private StoreException failed;

        Reading(ImportRecipe recipe, TableSource source, List<StoreChannel> channels) {
            this.channels = channels;
            this.quality = TimeReader.index(recipe, source, ColumnRole.QUALITY);
        }

        @Override
        public void row(TableRow row, int place, long time) {
            ofRow = quality < 0 ? Quality.MEASURED : QualityWords.of(row.text(quality));
        }

        @Override
        public void value(Slot slot, int place, long time, double value, long line) {
            StoreChannel channel = slot.index() < channels.size() ? channels.get(slot.index()) : null;
            if (failed != null || channel == null) {
                return;
            }
            try {
                channel.value(place, time, value, ofRow);
            } catch (StoreException e) {
                failed = e;
            }
        }
    }
}
