package org.kvarter.scenario;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Layer;

/**
 * Asks whether what a key figure makes of an attribute may be told. A scenario that changes some of the features tells of them by what the figure
 * differs from the one without it, and a share above a threshold of those above it; so these are asked for too. Used by one thread.
 *
 * @param sums   whom to ask
 * @param view   the scenario, with everything
 * @param layer  whose attribute it is
 * @param column the attribute under the scenario
 */
record AttributeSums(HourlySums sums, ScenarioView view, Layer layer, AttributeColumn column) {

    private static final int MOST_PARTS = 16;

    /** Why it may not be told; empty where it may. */
    Optional<String> withheld(Figure.OfAttribute of, BitSet rows) {
        Discretion discretion = sums.discretion();
        if (discretion == Discretion.NONE) {
            return Optional.empty();
        }
        String data = layer.id() + "/" + of.attribute();
        Optional<String> asked = sums.onFilter(layer, of.area());
        if (asked.isPresent() || of.aggregate() == Figure.Aggregate.COUNT) {
            return asked.or(() -> discretion.onCount(data));
        }
        if (discretion.onOther(data).isEmpty()) {
            return Optional.empty();
        }
        boolean ofOne = of.aggregate() == Figure.Aggregate.MAXIMUM || of.aggregate() == Figure.Aggregate.MINIMUM;
        Optional<String> why = discretion.onSum(data, layer, rows, ofOne);
        if (why.isEmpty() && of.aggregate() == Figure.Aggregate.SHARE_ABOVE) {
            why = onShare(data, rows, of.threshold());
        }
        return why.isPresent() || !isChanged(of.attribute()) ? why : onParts(data, rows);
    }

    /** The features above a threshold, and those that are not, must be enough too; of none it would be known that all lie below. */
    private Optional<String> onShare(String data, BitSet rows, double threshold) {
        BitSet above = new BitSet();
        BitSet present = new BitSet();
        rows.stream().filter(r -> !column.isMissing(r)).forEach(r -> {
            present.set(r);
            above.set(r, column.number(r) > threshold);
        });
        return above.isEmpty() || above.equals(present) ? sums.discretion().onOther(data) : sums.discretion().onSum(data, layer, above, false);
    }

    private boolean isChanged(String attribute) {
        Layer before = sums.base().district().layer(layer.id()).orElse(layer);
        return before.features().attributes().column(attribute).orElse(null) != column;
    }

    /** Each part of the features that some measures change, and each that several do, must be enough. */
    private Optional<String> onParts(String data, BitSet rows) {
        List<BitSet> parts = new ArrayList<>(List.of(rows));
        for (Measure measure : view.measures()) {
            if (isAbout(measure)) {
                BitSet changed = sums.areas().rows(layer, measure.area());
                for (BitSet part : List.copyOf(parts)) {
                    BitSet both = (BitSet) part.clone();
                    both.and(changed);
                    if (!both.isEmpty() && !parts.contains(both)) {
                        parts.add(both);
                    }
                }
                if (parts.size() > MOST_PARTS || measure instanceof Measure.ChangeSeries c && !c.given().isEmpty()) {
                    return sums.discretion().onOther(data);
                }
            }
        }
        if (view.measures().stream().noneMatch(this::isAbout)) { // sums over areas of another layer whose features are changed
            return sums.discretion().onOther(data);
        }
        return parts.stream().skip(1).flatMap(p -> sums.discretion().onSum(data, layer, p, false).stream()).findFirst();
    }

    private boolean isAbout(Measure measure) {
        boolean changes = measure instanceof Measure.ChangeAttribute || measure instanceof Measure.ChangeSeries;
        return changes && (measure.area().layerId().isEmpty() || measure.area().layerId().equals(layer.id()));
    }
}
