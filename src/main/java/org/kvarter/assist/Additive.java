package org.kvarter.assist;

import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;

/** Which values add up over places, and which over time. Stateless. */
final class Additive {

    private Additive() {
    }

    /** Whether the values of several places make up that of their building: energies, powers, volumes, money; not temperatures. */
    static boolean overPlaces(String unit) {
        return Units.dimension(unit).map(d -> switch (d) {
            case ENERGY, POWER, VOLUME, FLOW, MASS, MONEY, COUNT, AREA -> true;
            default -> false;
        }).orElse(false);
    }

    /** Whether the values of several intervals make up that of a longer one: energies, volumes, money; not powers. */
    static boolean overTime(String unit) {
        return Units.dimension(unit).map(d -> switch (d) {
            case ENERGY, VOLUME, MASS, MONEY, IRRADIATION, INTENSITY -> true;
            default -> false;
        }).orElse(false);
    }

    static boolean isEnergy(String unit) {
        return Units.dimension(unit).filter(d -> d == Dimension.ENERGY).isPresent();
    }
}
