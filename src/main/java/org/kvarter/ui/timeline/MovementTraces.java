package org.kvarter.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kvarter.mobility.Activity;
import org.kvarter.mobility.Mode;
import org.kvarter.model.Layer;
import org.kvarter.model.Movement;
import org.kvarter.model.MovingLayer;
import org.kvarter.series.TimeAxis;
import org.kvarter.text.Texts;

/**
 * Lines of the chart of what moves in the layers that are shown: vehicles in service, by mode where there are several, and arrivals per
 * hour. Only where something moves within the clock's range.
 *
 * @param shown layers that are shown
 * @param start beginning of the clock's range
 * @param end   its exclusive end
 */
record MovementTraces(List<Layer> shown, Instant start, Instant end) {

    private static final Texts TEXTS = Texts.in(MovementTraces.class);
    private static final int MOST_HOURS = 24 * 366 * 3;
    private static final int MOST_MODES = 3;

    List<Trace> traces() {
        List<Movement> movements = shown.stream().filter(MovingLayer.class::isInstance).map(l -> ((MovingLayer) l).movement()).toList();
        int hours = (int) Math.min(MOST_HOURS, Math.max(1, Duration.between(start, end).toHours()));
        Map<Mode, double[]> vehicles = new EnumMap<>(Mode.class);
        Map<Mode, double[]> arrivals = new EnumMap<>(Mode.class);
        for (Movement movement : movements) {
            Activity activity = Activity.of(movement, start, hours);
            activity.vehicles().forEach((mode, values) -> vehicles.merge(mode, values, MovementTraces::plus));
            activity.arrivals().forEach((mode, values) -> arrivals.merge(mode, values, MovementTraces::plus));
        }
        vehicles.values().removeIf(v -> Arrays.stream(v).sum() == 0);
        if (vehicles.isEmpty()) {
            return List.of();
        }
        TimeAxis axis = new TimeAxis(start, Duration.ofHours(1), hours, movements.get(0).zone());
        List<Trace> traces = new ArrayList<>();
        if (vehicles.size() == 1 || vehicles.size() > MOST_MODES) {
            traces.add(new Trace(TEXTS.get("vehicles"), "", axis, Activity.sum(vehicles, hours), 1));
        } else {
            vehicles.forEach((mode, values) -> traces.add(new Trace(TEXTS.get("vehicles.mode", mode.title()), "", axis, values, 1)));
        }
        traces.add(new Trace(TEXTS.get("arrivals"), TEXTS.get("arrivals.unit"), axis, Activity.sum(arrivals, hours), 1));
        return traces;
    }

    private static double[] plus(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }
}
