package org.kvarter.sample;

import org.locationtech.jts.geom.Geometry;

/**
 * A finished building of the district.
 *
 * @param id          identifier, the key of the energy series
 * @param draft       its design
 * @param address     street and number
 * @param apartments  dwellings, 0 where nobody lives
 * @param grossArea   floor area over all storeys, square metres
 * @param energyClass A to G
 * @param heating     heating system
 * @param owner       owner
 * @param association housing association, or empty
 * @param plot        its land
 */
record Building(String id, Draft draft, String address, int apartments, double grossArea, String energyClass, String heating,
        String owner, String association, Geometry plot) {
}
