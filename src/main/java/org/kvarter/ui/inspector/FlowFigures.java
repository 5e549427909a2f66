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
import org.kvarter.model.Flows;
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
        return layer instanceof FlowLayer flow ? Optional.of(group(flow, row)) : zone(layer, row);
    }

    /** What goes from and to a zone, for each layer of trips between zones of its layer. */
    private Optional<PropertyGroup> zone(Layer layer, int row) {
        List<Property> lines = new ArrayList<>();
        var window = session.clock().window();
        for (Layer other : session.district().layers()) {
            if (other instanceof FlowLayer flow && flow.ends() != null && flow.ends().layerId().equals(layer.id())) {
                double[] values = new double[flow.features().size()];
                session.viewProperty().get().flows(flow).read(window.start(), window.end(), values);
                lines.add(line(TEXTS.get("flow.from", flow.title()), sum(values, flow.ends().from(), row), flow.flows().unit()));
                lines.add(line(TEXTS.get("flow.to", flow.title()), sum(values, flow.ends().to(), row), flow.flows().unit()));
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new PropertyGroup(TEXTS.get("flow"), lines));
    }

    private static double sum(double[] values, int[] ends, int row) {
        double sum = Double.NaN;
        for (int i = 0; i < values.length; i++) {
            if (ends[i] == row && values[i] == values[i]) {
                sum = (sum == sum ? sum : 0) + values[i];
            }
        }
        return sum;
    }

    private PropertyGroup group(FlowLayer flow, int row) {
        List<Property> lines = new ArrayList<>();
        Flows flows = session.viewProperty().get().flows(flow);
        String unit = flows.unit();
        if (!(flows instanceof CountedFlows counted)) {
            lines.add(line(TEXTS.get("flow.all"), read(flows, flow, row, Instant.EPOCH, Instant.EPOCH.plusSeconds(3600)), unit));
        } else {
            var window = session.clock().window();
            lines.add(line(TEXTS.get("flow.now." + session.clock().stepProperty().get().name()), read(counted, flow, row, window.start(), window.end()), unit));
            ZonedDateTime midnight = session.clock().time().atZone(counted.zone()).toLocalDate().atStartOfDay(counted.zone());
            double day = read(counted, flow, row, midnight.toInstant(), midnight.plusDays(1).toInstant());
            lines.add(line(TEXTS.get("flow.day"), day, unit));
            if (day == day && counted.step().compareTo(Duration.ofHours(1)) <= 0) {
                lines.add(busiest(counted, flow, row, midnight, unit));
            }
        }
        if (flow.courses()[row] == null) {
            lines.add(new Property(TEXTS.get("flow.place"), TEXTS.get("flow.unplaced")));
        } else if (flow.courses()[row].atSite()) {
            lines.add(new Property(TEXTS.get("flow.place"), TEXTS.get("flow.atSite")));
        }
        return new PropertyGroup(TEXTS.get("flow"), lines);
    }

    private static Property busiest(Flows flows, FlowLayer flow, int row, ZonedDateTime midnight, String unit) {
        double best = -1;
        ZonedDateTime when = midnight;
        for (ZonedDateTime at = midnight; at.isBefore(midnight.plusDays(1)); at = at.plusHours(1)) {
            double value = read(flows, flow, row, at.toInstant(), at.plusHours(1).toInstant());
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

    private static double read(Flows flows, FlowLayer flow, int row, Instant start, Instant end) {
        double[] values = new double[flow.features().size()];
        flows.read(start, end, values);
        return values[row];
    }
}
