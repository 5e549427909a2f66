package org.kvarter.geo;

import java.util.Optional;

/**
 * In which order a GML document writes its coordinates. By the letter, an EPSG code as URN or URL has the authority's order and a plain
 * {@code EPSG:n} has east first; surveys do not keep to it, so that the area of use is asked first.
 *
 * @param system     the system stated
 * @param extent     min east, min north, max east, max north of its area of use; empty where not known
 * @param byAuthority whether it is spelled as URN or URL
 */
record AxisOrder(CoordinateSystem system, double[] extent, boolean byAuthority) {

    /** Share of the area of use by which a place may lie outside it. */
    private static final double MARGIN = 0.2;

    static AxisOrder of(CoordinateSystem system, Optional<KnownSystems.Row> row, String stated) {
        String text = stated.strip().toLowerCase(java.util.Locale.ROOT);
        boolean urn = text.startsWith("urn:") || text.startsWith("http");
        return new AxisOrder(system, row.map(KnownSystems.Row::extent).orElse(new double[0]), urn && !text.contains("crs84"));
    }

    /** Whether the first of two coordinates is north or latitude. */
    boolean northFirst(double first, double second) {
        if (system.geographic()) {
            boolean first90 = Math.abs(first) <= 90;
            boolean second90 = Math.abs(second) <= 90;
            return first90 != second90 ? first90 : byAuthority && system.northFirst();
        }
        boolean east = lies(first, second);
        boolean north = lies(second, first);
        if (extent.length == 4 && east != north) {
            return north;
        }
        // Of a small system around a town both orders may lie in it: surveys then write east first whatever they call it.
        return extent.length == 0 && byAuthority && system.northFirst() && first > second;
    }

    private boolean lies(double east, double north) {
        if (extent.length != 4) {
            return false;
        }
        double w = MARGIN * (extent[2] - extent[0]);
        double h = MARGIN * (extent[3] - extent[1]);
        return east >= extent[0] - w && east <= extent[2] + w && north >= extent[1] - h && north <= extent[3] + h;
    }
}
