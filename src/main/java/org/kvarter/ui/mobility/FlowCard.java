package org.kvarter.ui.mobility;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.model.FlowLayer;
import org.kvarter.session.Session;

/**
 * What is counted in a layer of flows at the clock's time.
 *
 * @param layer   the flows
 * @param now     sum of all features in the clock's step, NaN where nothing was counted
 * @param visible whether it is shown
 */
record FlowCard(FlowLayer layer, double now, boolean visible) {

    static List<FlowCard> of(Session session) {
        List<FlowCard> cards = new ArrayList<>();
        session.district().layers().stream().filter(FlowLayer.class::isInstance).map(FlowLayer.class::cast).forEach(layer -> {
            double[] values = new double[layer.features().size()];
            session.viewProperty().get().flows(layer).read(session.clock().window().start(), session.clock().window().end(), values);
            double sum = Double.NaN;
            for (double v : values) {
                sum = v == v ? (sum == sum ? sum : 0) + v : sum;
            }
            cards.add(new FlowCard(layer, sum, session.style(layer.id()).visible()));
        });
        return cards;
    }
}
