package org.kvarter.assist;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.TimeAxis;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** Reads a whole table for a {@link Survey}: which places, quantities and times there are, and what is odd about them. One use, one thread. */
final class SurveyReading implements RowReader.Sink {

    private static final Texts TEXTS = Texts.in(Survey.class);
    private static final int MOST_PLACES = 2_000_000;

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

    SurveyReading(ImportRecipe recipe, TableSource source, TimeReader.Learned learned) {
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

    List<Survey.Quantity> quantities() {
        List<Survey.Quantity> found = new ArrayList<>();
        for (Slot slot : reader.slots()) {
            found.add(new Survey.Quantity(slot.quantity(), slot.unit(), slot.cumulative(), slot.places().cardinality(),
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
            say(said, Severity.WARNING, slot.quantity(), "survey.gaps", name(), gaps, axis.count(), Survey.shown(axis.at(seen.nextClearBit(0)), axis.zone()));
        }
        if (off > 0) {
            say(said, Severity.WARNING, slot.quantity(), "survey.offGrid", name(), off, Survey.duration(axis.step()), Survey.shown(Instant.ofEpochSecond(firstOff), axis.zone()));
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

    RowReader reader() {
        return reader;
    }

    List<Optional<Rhythm>> rhythms() {
        return rhythms;
    }

    /** Epoch seconds of the earliest time; {@code Long.MAX_VALUE} where there is none. */
    long first() {
        return first;
    }

    /** Epoch seconds of the latest time; {@code Long.MIN_VALUE} where there is none. */
    long last() {
        return last;
    }

    TimeReader.Learned learned() {
        return learned;
    }
}
