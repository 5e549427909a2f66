package org.kvarter.ui.overlays;

import org.kvarter.model.LayerKind;
import org.kvarter.overlay.Sure;
import org.kvarter.scenario.Origin;
import org.kvarter.text.Texts;

/** How values that are measured, modelled or assumed are drawn on features of a kind, and what the legend says of it. Stateless. */
final class Sureness {

    private static final Texts TEXTS = Texts.in(Sureness.class);
    /** Share of the colour on walls where values are modelled: pale, and still more colour than card. */
    private static final double MODELLED = 0.4;

    private Sureness() {
    }

    /** What is drawn, in words of its own for buildings and for areas, whose walls or insides say it. */
    static Sure of(Origin origin, LayerKind kind) {
        if (origin == Origin.UNSTATED) {
            return Sure.UNSTATED;
        }
        Sure.Drawn drawn = kind == LayerKind.BUILDINGS ? Sure.Drawn.WALLS : kind == LayerKind.AREAS || kind == LayerKind.PLOTS ? Sure.Drawn.HATCH : Sure.Drawn.NOTHING;
        return new Sure(TEXTS.get("sure." + drawn + "." + origin), drawn, origin == Origin.MODELLED ? MODELLED : origin == Origin.ASSUMED ? 0 : 1);
    }
}
