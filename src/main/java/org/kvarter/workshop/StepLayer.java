package org.kvarter.workshop;

import java.util.Optional;
import org.kvarter.model.StoreyView;

/**
 * How a layer shows in a step.
 *
 * @param visible whether it shows
 * @param opacity 0 … 1
 * @param most    of flows, how many of the largest show; 0 for as many as suit, {@value #AS_IT_IS} for as many as before
 * @param storeys of building models, what of them shows; empty for as much as before
 */
public record StepLayer(boolean visible, double opacity, int most, Optional<StoreyView> storeys) {

    /** The step says nothing of how many show. */
    public static final int AS_IT_IS = -1;

    /** A layer of which all shows. */
    public StepLayer(boolean visible, double opacity) {
        this(visible, opacity, AS_IT_IS, Optional.empty());
    }
}
