package org.kvarter.overlay;

import java.util.List;

/**
 * The ramps on offer, all readable for deuteranopes and on a dim projector.
 *
 * <p>Cividis after Nuñez, Anderton and Renslow (2018), classes after Okabe and Ito (2008) without black.
 */
public final class Ramps {

    /** Sequential, for energy: pale sand to deep plum. */
    public static final Ramp ENERGY = new Ramp("energy", Ramp.Kind.SEQUENTIAL,
            new int[] {0xFFFDE8C7, 0xFFF8BF80, 0xFFE8855C, 0xFFC24A59, 0xFF78265A});

    /** Sequential and cool, for mobility and water. */
    public static final Ramp CIVIDIS = new Ramp("cividis", Ramp.Kind.SEQUENTIAL,
            new int[] {0xFF00224E, 0xFF2A3F6D, 0xFF575D6D, 0xFF7C7B78, 0xFFA59C74, 0xFFD2C060, 0xFFFEE838});

    /** Around zero or another middle. */
    public static final Ramp DIVERGING = new Ramp("diverging", Ramp.Kind.DIVERGING,
            new int[] {0xFF2B6CB0, 0xFF8FB1CF, 0xFFF2F2EE, 0xFFDDA583, 0xFFC2571A});

    /** For kinds without an order. */
    public static final Ramp OKABE_ITO = new Ramp("okabe-ito", Ramp.Kind.CATEGORICAL,
            new int[] {0xFFE69F00, 0xFF56B4E9, 0xFF009E73, 0xFFF0E442, 0xFF0072B2, 0xFFD55E00, 0xFFCC79A7});

    private static final List<Ramp> ALL = List.of(ENERGY, CIVIDIS, DIVERGING, OKABE_ITO);

    private Ramps() {
    }

    /** All ramps, in the order of offer. */
    public static List<Ramp> all() {
        return ALL;
    }

    /** The ramp of that id; the energy ramp for an unknown one, as from a newer project. */
    public static Ramp byId(String id) {
        return ALL.stream().filter(r -> r.id().equals(id)).findFirst().orElse(ENERGY);
    }
}
