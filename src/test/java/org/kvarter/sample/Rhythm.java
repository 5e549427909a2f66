package org.kvarter.sample;

import org.kvarter.sample.Draft.Function;
import org.kvarter.sample.Draft.Part;

/**
 * How the windows of a house follow each other. Metres.
 *
 * @param storey    usual height of a storey
 * @param plinth    height of the lowest floor above the ground
 * @param spacing   from window to window
 * @param width     of a window
 * @param height    of a window
 * @param sill      height of a window above its floor
 * @param margin    least distance of the first window's bay from the corner
 * @param door      material of the house's door
 * @param shops     whether the ground floor shows shops to the street
 * @param balconies whether a stack of balconies hangs on it
 * @param hoist     whether loading doors stand above each other, as on a warehouse
 */
record Rhythm(double storey, double plinth, double spacing, double width, double height, double sill, double margin, String door,
        boolean shops, boolean balconies, boolean hoist) {

    static Rhythm of(Draft d, Part part) {
        Function f = d.function();
        boolean shops = f == Function.MIXED || f == Function.OFFICE || f == Function.HOTEL || f == Function.RETAIL;
        if (d.name().startsWith("Magasin") || d.year() == 1881) {
            return new Rhythm(3.1, 0.6, 3.0, 1.25, 1.5, 0.95, 0.6, "door-green", false, false, true);
        }
        if (f == Function.CHURCH) {
            return new Rhythm(9, 1.5, 4.6, 1.2, 5.0, 1.6, 0.4, "door-oak", false, false, false);
        }
        if (f == Function.RETAIL) {
            return new Rhythm(4.6, 0.5, 4.2, 2.6, 2.6, 0.9, 0.6, "door-oak", false, false, false);
        }
        if (f == Function.SCHOOL) {
            return new Rhythm(3.9, 0.6, 3.5, 2.1, 2.0, 1.0, 0.6, "door-oak", false, false, false);
        }
        if (f == Function.VILLA || f == Function.ROW_HOUSE || f == Function.ANCILLARY) {
            return new Rhythm(2.75, 0.5, 3.2, 1.25, 1.25, 0.95, 0.2, "door-green", false, false, false);
        }
        if (d.storeys() >= 12) {
            return new Rhythm(3.15, 1.2, 3.5, 2.5, 1.65, 0.75, 0.2, "door-oak", true, false, false);
        }
        if (d.year() >= 2000) {
            return new Rhythm(3.05, 0.9, 3.7, 1.75, 1.95, 0.5, 0.4, "door-oak", shops, true, false);
        }
        if (d.year() >= 1944) {
            return new Rhythm(2.9, 0.9, 3.9, 1.9, 1.35, 0.9, 0.4, "door-oak", false, true, false);
        }
        if (d.year() >= 1918 && d.storeys() < 5) {
            return new Rhythm(3.05, 0.9, 3.1, 1.4, 1.45, 0.9, 0.5, "door-oak", shops, false, false);
        }
        return new Rhythm(3.35, 0.9, 2.75, 1.2, 1.95, 0.75, 0.5, "door-oak", shops, false, false);
    }
}
