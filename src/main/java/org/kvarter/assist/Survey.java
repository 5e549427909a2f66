package org.kvarter.assist;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvarter.model.Diagnostic;
import org.kvarter.series.TimeAxis;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * What a whole table holds by a recipe, before any of it is imported. Immutable.
 */
public final class Survey {

    private static final Texts TEXTS = Texts.in(Survey.class);

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

    /** What was found. */
    Survey(SurveyReading b, List<Diagnostic> diagnostics) {
        this.rows = b.reader().rows();
        this.places = b.placesWithValues();
        this.quantities = b.quantities();
        this.rhythms = List.copyOf(b.rhythms());
        this.placesOfSlots = b.reader().slots().stream().map(Slot::places).toList();
        this.allPlaces = b.reader().places();
        this.first = b.first() == Long.MAX_VALUE ? null : Instant.ofEpochSecond(b.first());
        this.last = b.last() == Long.MIN_VALUE ? null : Instant.ofEpochSecond(b.last());
        this.coordinates = Map.copyOf(b.reader().coordinates());
        this.learned = b.learned();
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
            SurveyReading reading = new SurveyReading(recipe, source, TimeReader.Learned.NOTHING);
            reading.read(progress);
            // what was learned of daylight saving changes what was read before it: once more, knowing it
            for (int again = 0; again < 2 && reading.reader().times() != null && reading.reader().times().learned().isPresent(); again++) {
                reading = new SurveyReading(recipe, source, reading.reader().times().learned().get());
                reading.read(progress);
            }
            return reading.finish();
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

    static String shown(Instant time, ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(time.atZone(zone));
    }

    static String duration(Duration step) {
        long seconds = step.getSeconds();
        return seconds % 86_400 == 0 ? TEXTS.get("step.days", seconds / 86_400) : seconds % 3600 == 0 ? TEXTS.get("step.hours", seconds / 3600)
                : seconds % 60 == 0 ? TEXTS.get("step.minutes", seconds / 60) : TEXTS.get("step.seconds", seconds);
    }
}
