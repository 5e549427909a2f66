package org.kvarter.importing.ifc.place;

/**
 * Where a model lies in its own coordinates, metres.
 *
 * @param centre of its things' places
 * @param site   origin of its site
 */
public record ModelExtent(double[] centre, double[] site) {

    /** From the origin to the model, across. */
    double distance() {
        return Math.hypot(centre[0], centre[1]);
    }

    double distanceFromSite() {
        return Math.hypot(centre[0] - site[0], centre[1] - site[1]);
    }
}
