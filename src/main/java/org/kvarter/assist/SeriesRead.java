package org.kvarter.assist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.QualityWords;
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
 * The series of a table, by place.
 *
 * @param tables      one per quantity
 * @param diagnostics what a person should know
 * @param checks      of readings of meters
 */
record SeriesRead(List<SeriesTable> tables, List<Diagnostic> diagnostics, List<Check> checks) {

    static final SeriesRead NONE = new SeriesRead(List.of(), List.of(), List.of());

    /** Values that a table in memory may have; {@code -Dkvarter.table.values} says otherwise. */
    private static final long MOST_VALUES = 300_000_000L;
    private static final Texts TEXTS = Texts.in(SeriesRead.class);

    static SeriesRead of(ImportRecipe recipe, TableSource source, Survey survey, Progress progress) throws AssistException {
        return new Reading(recipe, source, survey).read(progress);
    }

    /** Whether the series of a table fit into this program's memory. */
    static boolean fits(Survey survey) {
        long bytes = 0;
        for (int slot = 0; slot < survey.quantities().size(); slot++) {
            if (survey.rhythm(slot).isPresent()) {
                Survey.Quantity quantity = survey.quantities().get(slot);
                long count = survey.rhythm(slot).get().axis().count();
                bytes += ValueGrid.bytes(count, quantity.places(), quantity.cumulative(), true);
                if (count * quantity.places() > Long.getLong("kvarter.table.values", MOST_VALUES)) {
                    return false;
                }
            }
        }
        return bytes <= Runtime.getRuntime().maxMemory() * 3 / 4;
    }

    /** One reading. */
    private static final class Reading implements RowReader.Sink {
        private final ImportRecipe recipe;
        private final TableSource source;
        private final Survey survey;
        private final String name;
        private final ValueGrid[] grids;
        private final Rhythm[] rhythms;
        // rows of one time follow each other: their interval is found once
        private final long[] lastTimes;
        private final int[] lastIndices;
        private final int[] lastSpans;
        private final int qualityColumn;
        private Quality ofRow = Quality.MEASURED;
        private final List<Diagnostic> said = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();

        Reading(ImportRecipe recipe, TableSource source, Survey survey) throws AssistException {
            this.recipe = recipe;
            this.source = source;
            this.survey = survey;
            this.name = String.valueOf(source.file().getFileName());
            this.qualityColumn = TimeReader.index(recipe, source, ColumnRole.QUALITY);
            this.grids = new ValueGrid[survey.quantities().size()];
            this.rhythms = new Rhythm[grids.length];
            this.lastTimes = new long[grids.length];
            this.lastIndices = new int[grids.length];
            this.lastSpans = new int[grids.length];
            Arrays.fill(lastTimes, TimeReader.NONE);
            if (!fits(survey)) {
                Survey.Quantity most = survey.quantities().stream().max(java.util.Comparator.comparingLong(Survey.Quantity::values)).orElseThrow();
                throw new AssistException(TEXTS.get("run.tooLarge", name, most.axis().map(TimeAxis::count).orElse(0), most.places()));
            }
            for (int slot = 0; slot < grids.length; slot++) {
                if (survey.rhythm(slot).isEmpty()) {
                    continue;
                }
                Survey.Quantity quantity = survey.quantities().get(slot);
                rhythms[slot] = survey.rhythm(slot).get();
                int count = rhythms[slot].axis().count();
                grids[slot] = new ValueGrid(count, survey.placesOf(slot), quantity.cumulative(), qualityColumn >= 0);
            }
        }

        @Override
        public void row(TableRow row, int place, long time) {
            ofRow = qualityColumn < 0 ? Quality.MEASURED : QualityWords.of(row.text(qualityColumn));
        }

        @Override
        public void value(Slot slot, int place, long time, double value, long line) {
            if (slot.index() >= grids.length || grids[slot.index()] == null) {
                return;
            }
            Rhythm rhythm = rhythms[slot.index()];
            ValueGrid grid = grids[slot.index()];
            if (time != lastTimes[slot.index()]) {
                lastTimes[slot.index()] = time;
                lastIndices[slot.index()] = rhythm.index(time);
                lastSpans[slot.index()] = rhythm.span(time);
            }
            int index = lastIndices[slot.index()];
            int span = lastSpans[slot.index()];
            double each = span > 1 && Additive.overTime(slot.unit()) && !slot.cumulative() ? value / span : value;
            boolean taken = false;
            for (int i = 0; i < span; i++) {
                taken |= grid.set(index + i, place, each, ofRow);
            }
            if (taken) {
                grid.duplicate(TEXTS.get("run.duplicate", survey.allPlaces().get(place), Survey.shown(Instant.ofEpochSecond(time), rhythm.axis().zone()), line));
            }
        }

        SeriesRead read(Progress progress) throws AssistException {
            try {
                new RowReader(recipe, source, survey.learned()).read(this, progress);
            } catch (TableException e) {
                throw new AssistException(e.getMessage(), e);
            }
            List<SeriesTable> tables = new ArrayList<>();
            for (int slot = 0; slot < grids.length; slot++) {
                if (grids[slot] != null) {
                    tables.add(table(slot));
                    grids[slot] = null;
                }
            }
            if (tables.isEmpty()) {
                throw new AssistException(TEXTS.get("run.nothing", name));
            }
            return new SeriesRead(tables, said, checks);
        }

        private SeriesTable table(int slot) {
            Survey.Quantity quantity = survey.quantities().get(slot);
            ValueGrid grid = grids[slot];
            TimeAxis axis = survey.rhythm(slot).orElseThrow().axis();
            if (grid.duplicates() > 0) {
                said.add(new Diagnostic(Severity.WARNING, name, quantity.quantity(), TEXTS.get(quantity.cumulative() ? "run.duplicates.last" : "run.duplicates.mean", name, grid.duplicates(), grid.firstDuplicate())));
            }
            String[] keys = keys(survey.placesOf(slot));
            byte[] qualities = quantity.cumulative() ? new byte[grid.count() * grid.places()] : grid.qualities();
            float[] values = quantity.cumulative() ? differences(grid, quantity, keys, qualities) : grid.values();
            if (quantity.cumulative()) {
                TimeAxis whole = axis;
                axis = withoutEdges(whole, values, keys.length);
                int from = (int) (Duration.between(whole.start(), axis.start()).toMillis() / whole.step().toMillis());
                int end = from + axis.count();
                values = axis.count() == whole.count() ? values : Arrays.copyOfRange(values, from * keys.length, end * keys.length);
                qualities = axis.count() == whole.count() ? qualities : Arrays.copyOfRange(qualities, from * keys.length, end * keys.length);
            }
            String unit = convert(values, quantity.unit(), axis.step());
            String id = SeriesNames.id(recipe, survey, slot);
            LocalText title = SeriesNames.title(recipe, survey, slot);
            return new SeriesTable(id, title, quantity.quantity(), unit, axis, keys, values, told(qualities));
        }

        /** Qualities where there is another one than measured. */
        private static byte[] told(byte[] qualities) {
            for (byte quality : qualities) {
                if (quality != 0) {
                    return qualities;
                }
            }
            return new byte[0];
        }

        private String[] keys(BitSet places) {
            return places.stream().mapToObj(survey.allPlaces()::get).toArray(String[]::new);
        }

        /** An interval at an edge in which no meter has a difference is none: the last reading ended before it, or the first one ended it. */
        private static TimeAxis withoutEdges(TimeAxis axis, float[] values, int places) {
            int first = 0;
            int end = axis.count();
            while (first + 1 < end && isEmpty(values, first, places)) {
                first++;
            }
            while (first + 1 < end && isEmpty(values, end - 1, places)) {
                end--;
            }
            return end - first == axis.count() ? axis : new TimeAxis(axis.at(first), axis.step(), end - first, axis.zone());
        }

        private static boolean isEmpty(float[] values, int interval, int places) {
            for (int p = 0; p < places; p++) {
                if (!Float.isNaN(values[interval * places + p])) {
                    return false;
                }
            }
            return true;
        }

        private float[] differences(ValueGrid grid, Survey.Quantity quantity, String[] keys, byte[] qualities) {
            float[] values = new float[grid.count() * grid.places()];
            MeterChecks told = new MeterChecks(quantity.quantity());
            for (int p = 0; p < grid.places(); p++) {
                double[] readings = grid.readings(p);
                MeterDifferences d = MeterDifferences.of(readings, recipe.time().label() == TimeRules.Label.END, recipe.values().rollover());
                for (int i = 0; i < grid.count(); i++) {
                    int at = i * grid.places() + p;
                    values[at] = (float) d.values()[i];
                    // what is spread over a gap was never read
                    boolean read = !Double.isNaN(readings[i]);
                    qualities[at] = (byte) (Float.isNaN(values[at]) ? Quality.MEASURED : !read ? Quality.MODELLED : grid.qualities().length == 0 ? Quality.MEASURED
                            : Quality.of(grid.qualities()[at])).ordinal();
                }
                told.add(d, keys[p]);
            }
            told.tell(checks);
            return values;
        }

        /** Converts between power and energy where the recipe says so, in place; the unit afterwards. */
        private String convert(float[] values, String unit, Duration step) {
            Unit from = Units.parse(unit).orElse(null);
            ValueRules.Conversion conversion = recipe.values().conversion();
            boolean toEnergy = conversion == ValueRules.Conversion.POWER_TO_ENERGY && from != null && from.dimension() == Dimension.POWER;
            boolean toPower = conversion == ValueRules.Conversion.ENERGY_TO_POWER && from != null && from.dimension() == Dimension.ENERGY;
            if (!toEnergy && !toPower) {
                return unit;
            }
            double hours = step.getSeconds() / 3600.0;
            double factor = from.factor() * (toEnergy ? hours : 1 / hours);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (values[i] * factor);
            }
            String to = toEnergy ? "kWh" : "kW";
            said.add(new Diagnostic(Severity.INFO, name, "", TEXTS.get("run.converted", unit, to, Survey.duration(step))));
            return to;
        }
    }
}
