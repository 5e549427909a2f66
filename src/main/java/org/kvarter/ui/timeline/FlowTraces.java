package org.kvarter.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.kvarter.mobility.CountedFlows;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Layer;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.text.Texts;

/**
 * Lines of the chart of what is counted: those of the sites that are selected, else the sum of each class of traffic that is shown.
 *
 * @param shown    layers that are shown
 * @param selected features that are selected
 * @param view     scenario under which they are counted
 */
record FlowTraces(List<Layer> shown, Set<FeatureKey> selected, ScenarioView view) {

    private static final Texts TEXTS = Texts.in(FlowTraces.class);
    private static final int MOST = 4;

    /** Whether a site is selected: the chart is then about it. */
    boolean isAboutSites() {
        return shown.stream().anyMatch(l -> l instanceof FlowLayer f && f.flows() instanceof CountedFlows
                && selected.stream().anyMatch(k -> k.layerId().equals(l.id())));
    }

    List<Trace> traces() {
        List<Trace> traces = new ArrayList<>();
        boolean sites = isAboutSites();
        for (Layer layer : shown) {
            if (layer instanceof FlowLayer flow && view.flows(flow) instanceof CountedFlows counted) {
                if (sites) {
                    selected.stream().filter(k -> k.layerId().equals(flow.id())).mapToInt(FeatureKey::row).sorted()
                            .forEach(row -> traces.add(of(flow, counted, name(flow, row), row)));
                } else {
                    int[] all = IntStream.range(0, flow.features().size()).toArray();
                    traces.add(of(flow, counted, TEXTS.get("counts.all", all.length), all));
                }
            }
        }
        return traces.size() > MOST ? List.copyOf(traces.subList(0, MOST)) : traces;
    }

    /** Where and which way: the site's name rather than its id. */
    private static String name(FlowLayer flow, int row) {
        Object name = flow.features().attributes().value("name", row);
        Object direction = flow.features().attributes().value("direction", row);
        return name == null ? flow.features().ids()[row] : name + (direction == null ? "" : " " + direction);
    }

    private static Trace of(FlowLayer flow, CountedFlows counted, String what, int... rows) {
        return new Trace(TEXTS.get("counts", flow.title(), what), counted.unit(), counted.axis(), counted.sum(rows), rows.length);
    }
}
