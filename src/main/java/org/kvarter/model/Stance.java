package org.kvarter.model;

import java.util.Objects;

/**
 * How a layer of models takes its place among what stands there already.
 *
 * @param below    what becomes of buildings of other layers under it
 * @param ground   what becomes of the ground under it
 * @param variants name of the place it shares with other layers of which one is shown; empty where it stands alone
 */
public record Stance(Below below, Ground ground, String variants) {

    /** Buildings of other layers whose footprint lies largely under the model. */
    public enum Below {
        /** They stay. */
        KEPT,
        /** They are not shown. */
        HIDDEN
    }

    /** The terrain inside of the model's footprint. */
    public enum Ground {
        /** As it is. */
        KEPT,
        /** Taken to the model's foot, with sloping edges. */
        LEVELLED,
        /** Dug out down to the model's foot, with steep edges, as for a basement. */
        DUG
    }

    /** It changes nothing around it. */
    public static final Stance NONE = new Stance(Below.KEPT, Ground.KEPT, "");

    public Stance {
        Objects.requireNonNull(below, "below");
        Objects.requireNonNull(ground, "ground");
        Objects.requireNonNull(variants, "variants");
    }

    public Stance withBelow(Below other) {
        return new Stance(other, ground, variants);
    }

    public Stance withGround(Ground other) {
        return new Stance(below, other, variants);
    }

    public Stance withVariants(String other) {
        return new Stance(below, ground, other);
    }

    /** Whether it is a variant of something. */
    public boolean isVariant() {
        return !variants.isEmpty();
    }
}
