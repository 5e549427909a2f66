package org.kvarter.ui.overlays;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Flows;
import org.kvarter.overlay.Legend;
import org.kvarter.overlay.OverlayPainter;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.series.TimeWindow;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;

/** Flows as an overlay, and what their widths mean. Stateless. */
final class FlowValues {

    private static final Texts TEXTS = Texts.in(FlowValues.class);
    private static final int SAMPLES = 60;
    private static final int PLAIN = 0xFF6A6F78;

    private FlowValues() {
    }

    /** Colours by how much passes; the scale holds for windows of one length. */
    static OverlayPainter painter(OverlaySpec spec, FeatureTable features, Flows flows, Duration length) {
        return OverlayPainter.ofWindows(spec, features, values(features, flows), samples(flows, length));
    }

    /** How much passes in a window. */
    static Function<TimeWindow, double[]> values(FeatureTable features, Flows flows) {
        return window -> {
            double[] read = new double[features.size()];
            flows.read(window.start(), window.end(), read);
            return read;
        };
    }

    /** Windows spread over the time of counting, none of them always at the same hour. */
    private static List<TimeWindow> samples(Flows flows, Duration length) {
        List<TimeWindow> windows = new ArrayList<>();
        Instant start = flows.span().map(s -> s.start()).orElse(Instant.EPOCH);
        Duration room = flows.span().map(s -> Duration.between(s.start(), s.end())).orElse(length);
        long count = Math.max(1, room.toMillis() / Math.max(1, length.toMillis()));
        long stride = Math.max(1, count / SAMPLES | 1);
        for (long i = 0; i < count; i += stride) {
            Instant from = start.plus(length.multipliedBy(i));
            windows.add(new TimeWindow(from, from.plus(length)));
        }
        return windows;
    }

    /**
     * What colours and widths of flows mean; empty where there are none.
     *
     * @param shown  layers that are shown, bottom first
     * @param colour colour of each
     * @param window the clock's step
     */
    static Optional<Legend> legend(List<FlowLayer> shown, Function<FlowLayer, Integer> colour, TimeWindow window) {
        List<FlowLayer> drawn = shown.stream().filter(l -> l.drawn() > 0).toList();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        Duration length = Duration.between(window.start(), window.end());
        FlowLayer.Form form = drawn.get(0).form();
        double most = drawn.stream().filter(l -> l.form() == form).mapToDouble(l -> l.flows().most(length)).max().orElse(1);
        double nice = nice(most);
        List<Legend.Entry> entries = new ArrayList<>();
        // ribbons and arcs have scales of their own: beside each other one row of widths would be wrong for either
        boolean oneScale = drawn.stream().allMatch(l -> l.form() == form);
        for (double share : oneScale ? new double[] {0.2, 0.5, 1} : new double[0]) {
            entries.add(new Legend.Entry(PLAIN, Figures.of(nice * share), -1, share * nice / most));
        }
        if (drawn.size() > 1) {
            drawn.forEach(l -> entries.add(new Legend.Entry(colour.apply(l) | 0xFF000000, l.title(), -1)));
        } else {
            entries.replaceAll(e -> new Legend.Entry(colour.apply(drawn.get(0)) | 0xFF000000, e.label(), -1, e.thickness()));
        }
        List<String> units = drawn.stream().map(l -> l.flows().unit()).distinct().toList();
        String unit = units.stream().reduce((a, b) -> TEXTS.get("flow.or", a, b)).orElse("");
        boolean steady = drawn.stream().allMatch(l -> l.flows().span().isEmpty());
        return Optional.of(new Legend(drawn.size() == 1 ? drawn.get(0).title() : TEXTS.get("flow.title"),
                !oneScale ? "" : steady ? unit : TEXTS.get("flow.unit." + step(length), unit), false, entries, 0));
    }

    private static String step(Duration length) {
        return length.toHours() <= 1 ? "hour" : length.toDays() <= 1 ? "day" : length.toDays() <= 7 ? "week" : "month";
    }

    /** The largest of 1, 2 and 5 times a power of ten that is no more than a value. */
    static double nice(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1e-9, value))));
        return value >= 5 * power ? 5 * power : value >= 2 * power ? 2 * power : power;
    }

    /** Unit of the overlay of a layer. */
    static String unit(FlowLayer layer) {
        return layer.flows().unit();
    }
}
