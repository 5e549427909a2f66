package org.kvarter.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kvarter.mobility.Activity;
import org.kvarter.mobility.Mode;
import org.kvarter.mobility.Timetable;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.model.Movement;
import org.kvarter.model.MovingLayer;

/** What moves in each layer, hour by hour of its typical day, counted once. Thread-safe. */
final class MovementHours {

    private static final int MOST_HOURS = 24 * 31;

    private record Counted(Activity activity, int hours) {
    }

    private final District district;
    private final Map<String, Counted> counted = new ConcurrentHashMap<>();

    MovementHours(District district) {
        this.district = district;
    }

    /** The day whose hours count; empty where there is none, as of recorded trips. */
    Optional<LocalDate> day(String layerId) {
        return movement(layerId).filter(Timetable.class::isInstance).flatMap(m -> ((Timetable) m).typicalWeekday());
    }

    /** One value per hour; empty where nothing moves in such a layer. */
    Optional<double[]> of(Figure.OfMovement of) {
        return movement(of.layerId()).filter(m -> m.span().isPresent()).map(m -> {
            Counted layer = counted.computeIfAbsent(of.layerId(), id -> count(m, day(id)));
            Map<Mode, double[]> byMode = of.what() == Figure.OfMovement.What.ARRIVALS ? layer.activity().arrivals() : layer.activity().vehicles();
            return of.mode() == null ? Activity.sum(byMode, layer.hours()) : byMode.getOrDefault(of.mode(), new double[layer.hours()]);
        });
    }

    private static Counted count(Movement movement, Optional<LocalDate> day) {
        Instant start = day.map(d -> d.atStartOfDay(movement.zone()).toInstant()).orElse(movement.span().orElseThrow().start());
        Instant end = day.map(d -> d.plusDays(1).atStartOfDay(movement.zone()).toInstant()).orElse(movement.span().orElseThrow().end());
        int hours = (int) Math.max(1, Math.min(MOST_HOURS, (Duration.between(start, end).toSeconds() + 3599) / 3600));
        return new Counted(Activity.of(movement, start, hours), hours);
    }

    private Optional<Movement> movement(String layerId) {
        return district.layer(layerId).filter(MovingLayer.class::isInstance).map((Layer l) -> ((MovingLayer) l).movement());
    }
}
