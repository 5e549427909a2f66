package org.kvarter.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.QualityWords;
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
 * Runs a recipe into a store, value by value: for tables that do not fit into memory. The numbers are checked as those in memory are. What needs all values of a place at once, the differences of
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
     * @param outcome what is known of it: checks and what a person should know; no series, they are in the store
     */
    public record Stored(List<LoadReport> reports, ImportOutcome outcome) {

        public Stored {
            reports = List.copyOf(reports);
        }
    }

    /** A table that was read and checked, and of which a store shows nothing yet. Holds files until it is closed. One thread at a time. */
    public static final class Staged implements AutoCloseable {
        private final List<StoreChannel> channels;
        private final ImportOutcome outcome;

        private Staged(List<StoreChannel> channels, ImportOutcome outcome) {
            this.channels = channels;
            this.outcome = outcome;
        }

        /** What it gives, with all checks; without series, which are too large to be held. */
        public ImportOutcome outcome() {
            return outcome;
        }

        /** Makes the series, once, called by the name that a recipe has now. */
        public Stored finish(ImportRecipe named) throws StoreException {
            List<LoadReport> reports = new ArrayList<>();
            for (StoreChannel channel : channels) {
                reports.add(channel.finish(SeriesNames.title(named, outcome.survey(), channel.slot())));
            }
            return new Stored(reports, outcome);
        }

        @Override
        public void close() {
            channels.forEach(StoreChannel::close);
        }
    }

    /** Whether the series of a table are too large for this program's memory, and belong into a store. */
    public static boolean isNeeded(Survey survey) {
        return !SeriesRead.fits(survey);
    }

    /** Reads a table, and puts its series into a store: {@link #read} and {@link Staged#finish}. */
    public static Stored into(ImportRecipe recipe, TableSource source, Survey survey, JoinResult join, Twin twin, Target target, Progress progress)
            throws AssistException, StoreException {
        try (Staged staged = read(recipe, source, survey, join, twin, target, progress)) {
            return staged.finish(recipe);
        }
    }

    /**
     * Reads the series of a table towards a store, keyed by feature ids where places found their feature, and checks them as {@link ImportRun} does those in
     * memory.
     *
     * @return to be closed, whether its series were made or not
     * @throws AssistException where the recipe is not complete or the table cannot be read
     * @throws StoreException  where the store does not take them
     */
    public static Staged read(ImportRecipe recipe, TableSource source, Survey survey, JoinResult join, Twin twin, Target target, Progress progress)
            throws AssistException, StoreException {
        Optional<String> obstacle = recipe.obstacle();
        if (obstacle.isPresent()) {
            throw new AssistException(TEXTS.get(obstacle.get(), recipe.name()));
        }
        String name = String.valueOf(source.file().getFileName());
        List<StoreChannel> channels = new ArrayList<>();
        boolean whole = false;
        try {
            PlaceKeys keys = PlaceKeys.of(survey, join, twin);
            List<StoreChannel> bySlot = new ArrayList<>();
            for (int slot = 0; slot < survey.quantities().size(); slot++) {
                StoreChannel channel = survey.rhythm(slot).isEmpty() ? null : StoreChannel.open(recipe, survey, slot, name, keys, target);
                bySlot.add(channel);
                if (channel != null) {
                    channels.add(channel);
                }
            }
            if (channels.isEmpty()) {
                throw new AssistException(TEXTS.get("run.nothing", name));
            }
            Reading reading = new Reading(recipe, source, bySlot);
            new RowReader(recipe, source, survey.learned()).read(reading, progress.part(0, 0.8));
            if (reading.failed != null) {
                throw reading.failed;
            }
            for (int c = 0; c < channels.size(); c++) {
                progress.report(0.8 + 0.2 * c / channels.size(), TEXTS.get("store.checking", name));
                progress.checkCancelled();
                channels.get(c).settle();
            }
            Staged staged = new Staged(channels, outcome(recipe, source, survey, join, twin, channels));
            whole = true;
            return staged;
        } catch (TableException e) {
            throw new AssistException(e.getMessage(), e);
        } finally {
            if (!whole) {
                channels.forEach(StoreChannel::close);
            }
        }
    }

    private static ImportOutcome outcome(ImportRecipe recipe, TableSource source, Survey survey, JoinResult join, Twin twin, List<StoreChannel> channels) {
        List<Diagnostic> said = new ArrayList<>(survey.diagnostics());
        channels.forEach(c -> said.addAll(c.said()));
        List<ColumnUse> beside = recipe.of(ColumnRole.ATTRIBUTE);
        if (!beside.isEmpty()) {
            said.add(new Diagnostic(Severity.WARNING, String.valueOf(source.file().getFileName()), "",
                    TEXTS.get("store.attributes", String.join(", ", beside.stream().map(ColumnUse::column).toList()))));
        }
        List<Check> checks = new ArrayList<>();
        Checks.join(join, checks);
        channels.forEach(c -> Checks.series(c.byPlace(), checks));
        channels.forEach(c -> c.tellOfMeters(checks));
        channels.forEach(c -> YearChecks.of(c.byName(), join, twin, List.of(), checks));
        return new ImportOutcome(recipe.withShape(SourceShape.of(source, survey)), List.of(), List.of(), join, survey, said, checks);
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
