package org.kvarter.assist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.TimeAxis;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * What a whole table holds by a recipe, before any of it is imported. Immutable.
 */
public final class Survey {

    private static final Texts TEXTS = Texts.in(Survey.class);
    private static final int MOST_PLACES = 2_000_000;

    /**
     * A quantity that was found.
     *
     * @param quantity   what is measured
     * @param unit       of its values; those of other units of the same kind are converted to it
     * @param cumulative whether it is read off counting meters
     * @param places     number of places that have values
     * @param axis       its times; empty where rows have no times or they follow no regular step
     * @param values     number of values
     */
    public record Quantity(String quantity, String unit, boolean cumulative, int places, Optional<TimeAxis> axis, long values) {
    }

    private final long rows;
    private final List<String> places;
    private final List<Quantity> quantities;
    private final List<Optional<Rhythm>> rhythms;
    private final List<BitSet> placesOfSlots;
    private final List<String> allPlaces;
    private final Instant first;
    private final Instant last;
    private final Map<String, double[]> coordinates;
    private final TimeReader.Learned learned;
    private final List<Diagnostic> diagnostics;

    private Survey(Builder b, List<Diagnostic> diagnostics) {
        this.rows = b.reader.rows();
        this.places = b.placesWithValues();
        this.quantities = b.quantities();
        this.rhythms = List.copyOf(b.rhythms);
        this.placesOfSlots = b.reader.slots().stream().map(Slot::places).toList();
        this.allPlaces = b.reader.places();
        this.first = b.first == Long.MAX_VALUE ? null : Instant.ofEpochSecond(b.first);
        this.last = b.last == Long.MIN_VALUE ? null : Instant.ofEpochSecond(b.last);
        this.coordinates = Map.copyOf(b.reader.coordinates());
        this.learned = b.learned;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Reads a whole table by a recipe.
     *
     * @throws AssistException                          where the table cannot be read, or the recipe does not fit it
     * @throws org.kvarter.task.WorkCancelledException when cancelled
     */
    public static Survey of(ImportRecipe recipe, TableSource source, Progress progress) throws AssistException {
        Set<String> there = source.columns().stream().map(TableColumn::name).collect(Collectors.toSet());
        List<String> gone = recipe.columns().stream().filter(c -> c.role() != ColumnRole.IGNORE).map(ColumnUse::column).filter(c -> !there.contains(c)).toList();
        if (!gone.isEmpty()) {
            throw new AssistException(TEXTS.get("survey.gone", source.file().getFileName(), String.join(", ", gone)));
        }
        try {
            Builder builder = new Builder(recipe, source, TimeReader.Learned.NOTHING);
            builder.read(progress);
            // what was learned of daylight saving changes what was read before it: once more, knowing it
            for (int again = 0; again < 2 && builder.reader.times() != null && builder.reader.times().learned().isPresent(); again++) {
                builder = new Builder(recipe, source, builder.reader.times().learned().get());
                builder.read(progress);
            }
            return builder.finish();
        } catch (TableException e) {
            throw new AssistException(e.getMessage(), e);
        } catch (java.io.UncheckedIOException e) {
            throw new AssistException(TableFormats.unreadable(source.file(), e).getMessage(), e);
        }
    }

    /** Number of rows. */
    public long rows() {
        return rows;
    }

    /** Keys of the places that have values, in the order of their appearance. */
    public List<String> places() {
        return places;
    }

    public List<Quantity> quantities() {
        return quantities;
    }

    /** The earliest time, as the table states it; empty where rows have none. */
    public Optional<Instant> first() {
        return Optional.ofNullable(first);
    }

    /** The latest time, as the table states it. */
    public Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    /** Coordinates of places in the order east (or longitude), north, as the table has them. */
    public Map<String, double[]> coordinates() {
        return coordinates;
    }

    /** What is odd, and what was made of it. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    TimeReader.Learned learned() {
        return learned;
    }

    /** The rhythm of a slot, by its number. */
    Optional<Rhythm> rhythm(int slot) {
        return slot < rhythms.size() ? rhythms.get(slot) : Optional.empty();
    }

    /** Numbers of the places that have values of a slot. */
    BitSet placesOf(int slot) {
        return placesOfSlots.get(slot);
    }

    /** Keys of places by the numbers that a reader gives them. */
    List<String> allPlaces() {
        return allPlaces;
    }

    private static final class Builder implements RowReader.Sink {
        private final ImportRecipe recipe;
        private final TableSource source;
        private final TimeReader.Learned learned;
        private final RowReader reader;
        private final List<TimeBag> bags = new ArrayList<>();
        private final List<long[]> counts = new ArrayList<>();
        private final List<Optional<Rhythm>> rhythms = new ArrayList<>();
        private final List<long[]> timesOf = new ArrayList<>();
        private final BitSet rowPlaces = new BitSet();
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Builder(ImportRecipe recipe, TableSource source, TimeReader.Learned learned) {
            this.recipe = recipe;
            this.source = source;
            this.learned = learned;
            this.reader = new RowReader(recipe, source, learned);
        }

        void read(Progress progress) throws TableException, AssistException {
            reader.read(this, progress);
            for (Slot slot : reader.slots()) {
                TimeBag bag = bags.get(slot.index());
                if (bag.isTooLarge()) {
                    throw new AssistException(TEXTS.get("survey.tooManyTimes", name(), TimeBag.MOST));
                }
                long[] times = recipe.hasTimes() ? bag.sorted() : new long[0];
                timesOf.add(times);
                rhythms.add(Rhythm.of(times, ZoneId.of(recipe.time().zone()), recipe.time().label()));
            }
        }

        private String name() {
            return String.valueOf(source.file().getFileName());
        }

        @Override
        public void row(TableRow row, int place, long time) {
            rowPlaces.set(place);
            if (time != TimeReader.NONE) {
                first = Math.min(first, time);
                last = Math.max(last, time);
            }
            if (place > MOST_PLACES) {
                throw new java.io.UncheckedIOException(new java.io.IOException(TEXTS.get("survey.tooManyPlaces", MOST_PLACES)));
            }
        }

        @Override
        public void value(Slot slot, int place, long time, double value, long line) {
            while (bags.size() <= slot.index()) {
                bags.add(new TimeBag());
                counts.add(new long[1]);
            }
            counts.get(slot.index())[0]++;
            if (time != TimeReader.NONE) {
                bags.get(slot.index()).add(time);
                first = Math.min(first, time);
                last = Math.max(last, time);
            }
        }

        List<String> placesWithValues() {
            List<String> all = reader.places();
            BitSet with = new BitSet();
            reader.slots().forEach(s -> with.or(s.places()));
            if (!recipe.hasTimes()) {
                with.or(rowPlaces);
            }
            return with.stream().filter(i -> i < all.size()).mapToObj(all::get).toList();
        }

        List<Quantity> quantities() {
            List<Quantity> found = new ArrayList<>();
            for (Slot slot : reader.slots()) {
                found.add(new Quantity(slot.quantity(), slot.unit(), slot.cumulative(), slot.places().cardinality(),
                        rhythms.get(slot.index()).map(Rhythm::axis), counts.get(slot.index())[0]));
            }
            return found;
        }

        Survey finish() throws AssistException {
            List<Diagnostic> said = new ArrayList<>();
            if (reader.rows() == 0) {
                throw new AssistException(TEXTS.get("survey.noRows", name()));
            }
            boolean nothing = reader.slots().isEmpty() && (recipe.hasTimes() || recipe.of(ColumnRole.ATTRIBUTE).isEmpty());
            if (nothing) {
                throw new AssistException(reader.unreadableTimes.count() > 0
                        ? TEXTS.get("survey.noTimes", name(), reader.unreadableTimes.first()) : TEXTS.get("survey.noValues", name()));
            }
            for (Slot slot : reader.slots()) {
                rhythm(slot, said);
            }
            standardTime(said);
            count(said, reader.unreadableTimes, Severity.WARNING, "survey.unreadableTimes");
            count(said, reader.unreadableCells, Severity.WARNING, "survey.unreadableCells");
            count(said, reader.disorder, Severity.INFO, "survey.disorder");
            count(said, reader.ragged, Severity.WARNING, "survey.ragged");
            count(said, reader.placeless, Severity.WARNING, "survey.placeless");
            count(said, reader.flagged, Severity.INFO, "survey.flagged");
            count(said, reader.strangeUnits, Severity.WARNING, "survey.strangeUnits");
            return new Survey(this, said);
        }

        private void rhythm(Slot slot, List<Diagnostic> said) {
            Optional<Rhythm> rhythm = rhythms.get(slot.index());
            if (!recipe.hasTimes()) {
                return;
            }
            if (rhythm.isEmpty()) {
                say(said, Severity.ERROR, slot.quantity(), timesOf.get(slot.index()).length < 2 ? "survey.oneTime" : "survey.irregular", name(), QuantityNames.shown(slot.quantity()));
                return;
            }
            Rhythm found = rhythm.get();
            long[] times = timesOf.get(slot.index());
            BitSet seen = new BitSet();
            long off = 0;
            long firstOff = 0;
            for (long time : times) {
                int index = found.index(time);
                if (index >= 0) {
                    seen.set(index, index + found.span(time));
                }
                if (!found.isOnGrid(time)) {
                    firstOff = off++ == 0 ? time : firstOff;
                }
            }
            TimeAxis axis = found.axis();
            int gaps = axis.count() - Math.min(axis.count(), seen.cardinality());
            if (gaps > 0) {
                say(said, Severity.WARNING, slot.quantity(), "survey.gaps", name(), gaps, axis.count(), shown(axis.at(seen.nextClearBit(0)), axis.zone()));
            }
            if (off > 0) {
                say(said, Severity.WARNING, slot.quantity(), "survey.offGrid", name(), off, duration(axis.step()), shown(Instant.ofEpochSecond(firstOff), axis.zone()));
            }
            if (found.kind() == Rhythm.Kind.MONTHS || found.kind() == Rhythm.Kind.YEARS) {
                String kind = found.kind() == Rhythm.Kind.MONTHS ? "survey.months" : "survey.years";
                say(said, Severity.INFO, slot.quantity(), Additive.overTime(slot.unit()) ? kind : kind + "Each", name(), QuantityNames.shown(slot.quantity()));
            }
        }

        private void standardTime(List<Diagnostic> said) {
            LocalDateTime skipped = learned.skipped();
            if (learned.standardTime() && skipped != null) {
                say(said, Severity.INFO, "", "survey.standardTime", name(), skipped.toString().replace('T', ' '), recipe.time().zone());
            }
            if (learned.lateEdge()) {
                say(said, Severity.INFO, "", "survey.lateEdge", name());
            }
        }

        private void count(List<Diagnostic> said, Oddity oddity, Severity severity, String key) {
            if (oddity.count() > 0) {
                say(said, severity, "", key, name(), oddity.count(), oddity.first());
            }
        }

        private void say(List<Diagnostic> said, Severity severity, String object, String key, Object... arguments) {
            said.add(new Diagnostic(severity, name(), object, TEXTS.get(key, arguments)));
        }
    }

    static String shown(Instant time, ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(time.atZone(zone));
    }

    static String duration(Duration step) {
        long seconds = step.getSeconds();
        return seconds % 86_400 == 0 ? TEXTS.get("step.days", seconds / 86_400) : seconds % 3600 == 0 ? TEXTS.get("step.hours", seconds / 3600)
                : seconds % 60 == 0 ? TEXTS.get("step.minutes", seconds / 60) : TEXTS.get("step.seconds", seconds);
    }
}
