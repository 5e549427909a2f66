package org.kvarter.importing.citygml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.ReadOptions;

/** What coordinates of each reference system of the document mean, decided when the first of them is seen. Not thread-safe. */
final class Systems {

    /** Length of a degree of latitude, metres. */
    private static final double METRES_PER_DEGREE = 111_320;

    /**
     * @param northFirst whether the first coordinate is north or latitude
     * @param geographic whether they are degrees
     */
    record Order(boolean northFirst, boolean geographic) {

        /** Metres per unit of east and north, roughly. */
        double metres() {
            return geographic ? METRES_PER_DEGREE : 1;
        }
    }

    private final CoordinateSystems known;
    private final Optional<String> axes;
    private final Map<String, Order> orders = new HashMap<>();

    Systems(CoordinateSystems known, ReadOptions options) {
        this.known = known;
        this.axes = options.setting("axes");
    }

    /** The order of {@code system}, of which one place is {@code first, second}. */
    Order of(String system, double first, double second) {
        Order order = orders.get(system);
        if (order == null) {
            boolean north = axes.map("ne"::equalsIgnoreCase).orElseGet(() -> !system.isEmpty() && known.northFirst(system, first, second));
            boolean geographic = Math.abs(first) <= 360 && Math.abs(second) <= 360
                    && known.find(system).map(CoordinateSystem::geographic).orElse(false);
            order = new Order(north, geographic);
            orders.put(system, order);
        }
        return order;
    }

    /** Whether any system had north first. */
    boolean turned() {
        return orders.values().stream().anyMatch(Order::northFirst);
    }
}
