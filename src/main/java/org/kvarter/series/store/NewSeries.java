package org.kvarter.series.store;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.text.LocalText;

/**
 * What is said of a series before its values are put into a store.
 *
 * @param id       distinct in the store; a series of that id is replaced when the new one is whole
 * @param titles   what people call it, by language
 * @param quantity what is measured, free text
 * @param unit     unit of one value as people write it
 * @param zone     zone of times without an offset, and in which people read the series
 * @param step     length of an interval; empty to find it from the times
 * @param quality  of values whose quality is not said
 * @param source   where it comes from, free text
 */
public record NewSeries(String id, LocalText titles, String quantity, String unit, ZoneId zone, Optional<Duration> step, Quality quality,
                        String source) {

    public NewSeries {
        if (Objects.requireNonNull(id, "id").isBlank()) {
            throw new IllegalArgumentException("a series needs an id");
        }
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(quality, "quality");
        if (step.isPresent() && (step.get().isNegative() || step.get().toMillis() == 0)) {
            throw new IllegalArgumentException("a step is at least a millisecond");
        }
    }

    /** A measured series whose step shows in its times. */
    public static NewSeries of(String id, String title, String quantity, String unit, ZoneId zone) {
        return new NewSeries(id, LocalText.of(title), quantity, unit, zone, Optional.empty(), Quality.MEASURED, "");
    }

    /** The same with a step. */
    public NewSeries withStep(Duration other) {
        return new NewSeries(id, titles, quantity, unit, zone, Optional.of(other), quality, source);
    }

    /** The same under another id. */
    public NewSeries withId(String other) {
        return new NewSeries(other, titles, quantity, unit, zone, step, quality, source);
    }

    /** The same called otherwise. */
    public NewSeries withTitles(LocalText other) {
        return new NewSeries(id, other, quantity, unit, zone, step, quality, source);
    }

    /** The same from somewhere else. */
    public NewSeries withSource(String other) {
        return new NewSeries(id, titles, quantity, unit, zone, step, quality, other);
    }
}
