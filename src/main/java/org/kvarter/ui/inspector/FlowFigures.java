package org.kvarter.ui.inspector;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.mobility.CountedFlows;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Layer;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/** What passes a site at the clock's time, on its day, and in its busiest hour. */
final class FlowFigures {

    private static final Texts TEXTS = Texts.in(FlowFigures.class);

    private final Session session;

    FlowFigures(Session session) {
        this.session = session;
    }

    static boolean isFlow(Layer layer) {
        return layer instanceof FlowLayer;
    }

    Optional<PropertyGroup> of(Layer layer, int row) {
        return layer instanceof FlowLayer flow ? Optional.of(group(flow, row)) : Optional.empty();
    }

    private PropertyGroup group(FlowLayer flow, int row) {
        List<Property> lines = new ArrayList<>();
        String unit = flow.flows().unit();
        if (!(flow.flows() instanceof CountedFlows counted)) {
            lines.add(line(TEXTS.get("flow.all"), read(flow, row, Instant.EPOCH, Instant.EPOCH.plusSeconds(3600)), unit));
        } else {
            var window = session.clock().window();
            lines.add(line(TEXTS.get("flow.now." + session.clock().stepProperty().get().name()), read(flow, row, window.start(), window.end()), unit));
            ZonedDateTime midnight = session.clock().time().atZone(counted.zone()).toLocalDate().atStartOfDay(counted.zone());
            double day = read(flow, row, midnight.toInstant(), midnight.plusDays(1).toInstant());
            lines.add(line(TEXTS.get("flow.day"), day, unit));
            if (day == day && counted.step().compareTo(Duration.ofHours(1)) <= 0) {
                lines.add(busiest(flow, row, midnight, unit));
            }
        }
        if (flow.courses()[row] == null) {
            lines.add(new Property(TEXTS.get("flow.place"), TEXTS.get("flow.unplaced")));
        }
        return new PropertyGroup(TEXTS.get("flow"), lines);
    }

    private static Property busiest(FlowLayer flow, int row, ZonedDateTime midnight, String unit) {
        double best = -1;
        ZonedDateTime when = midnight;
        for (ZonedDateTime at = midnight; at.isBefore(midnight.plusDays(1)); at = at.plusHours(1)) {
            double value = read(flow, row, at.toInstant(), at.plusHours(1).toInstant());
            if (value > best) {
                best = value;
                when = at;
            }
        }
        String hour = DateTimeFormatter.ofPattern("HH:mm", Locale.getDefault(Locale.Category.FORMAT)).format(when);
        return line(TEXTS.get("flow.busiest", hour), best < 0 ? Double.NaN : best, unit);
    }

    private static Property line(String name, double value, String unit) {
        return value == value ? new Property(name, Numbers.with(Numbers.whole(Math.round(value)), unit), "", Double.toString(value))
                : new Property(name, TEXTS.get("flow.nothing"));
    }

    private static double read(FlowLayer flow, int row, Instant start, Instant end) {
        double[] values = new double[flow.features().size()];
        flow.flows().read(start, end, values);
        return values[row];
    }
}
