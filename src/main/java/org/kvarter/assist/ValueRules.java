package org.kvarter.assist;

import java.util.Objects;

/**
 * How numbers become values.
 *
 * @param conversion between power and energy, a stated choice
 * @param rollover   number at which counting meters begin again at 0; 0 to find it from the readings' digits
 */
public record ValueRules(Conversion conversion, double rollover) {

    /** As they stand. */
    public static final ValueRules PLAIN = new ValueRules(Conversion.NONE, 0);

    /** What becomes of power and energy. */
    public enum Conversion {
        /** Both stay what they are. */
        NONE,
        /** A mean power becomes the energy of its interval: kW × hours = kWh. */
        POWER_TO_ENERGY,
        /** The energy of an interval becomes its mean power. */
        ENERGY_TO_POWER
    }

    public ValueRules {
        conversion = Objects.requireNonNullElse(conversion, Conversion.NONE);
        if (!(rollover >= 0)) {
            throw new IllegalArgumentException("a roll-over is not negative");
        }
    }

    public ValueRules withConversion(Conversion other) {
        return new ValueRules(other, rollover);
    }

    public ValueRules withRollover(double other) {
        return new ValueRules(conversion, other);
    }
}
