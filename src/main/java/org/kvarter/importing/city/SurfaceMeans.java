package org.kvarter.importing.city;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Brings the attributes of semantic surfaces to the features of a layer, under the surface's type: {@code RoofSurface.slope}. A number is
 * the mean over the area of the feature's surfaces that have it, a direction in degrees the mean direction, and of texts each different
 * one is kept. Polygons come feature by feature. Not thread-safe.
 */
public final class SurfaceMeans {

    private static final int TEXTS = 20;
    private static final Pattern DIRECTION = Pattern.compile("azimuth|azimut|direction|aspect|orientation|orientierung|bearing|richtung|riktning");

    private static final class Column {
        private double area;
        private double sum;
        private double sine;
        private double cosine;
        private boolean number = true;
        private boolean integer = true;
        private boolean degrees = true;
        private String unit = "";
        private final Set<String> texts = new LinkedHashSet<>();

        void add(Object value, String newUnit, double weight) {
            unit = unit.isEmpty() ? newUnit : unit;
            if (texts.size() < TEXTS) {
                texts.add(String.valueOf(value));
            }
            if (!(value instanceof Number n)) {
                number = false;
                return;
            }
            double v = n.doubleValue();
            integer &= value instanceof Long;
            degrees &= v >= 0 && v <= 360;
            area += weight;
            sum += v * weight;
            sine += Math.sin(Math.toRadians(v)) * weight;
            cosine += Math.cos(Math.toRadians(v)) * weight;
        }

        Object value(boolean direction) {
            if (!number) {
                return String.join("; ", texts);
            }
            if (texts.size() == 1) {
                return integer ? (Object) Long.valueOf(texts.iterator().next()) : (Object) (sum / area);
            }
            return direction && degrees ? (Math.toDegrees(Math.atan2(sine, cosine)) + 360) % 360 : sum / area;
        }
    }

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Set<String> names = new TreeSet<>();
    private int feature = -1;

    /** Names of all columns so far. */
    public Set<String> names() {
        return names;
    }

    /** Notes a polygon of a surface with attributes. */
    public void add(AttributeTarget layer, int row, SurfaceFacts facts, double area) {
        if (row != feature) {
            flush(layer);
            feature = row;
        }
        AttributeRow attributes = facts.attributes();
        for (int i = 0; i < attributes.names.size(); i++) {
            if (attributes.values.get(i) != null) {
                columns.computeIfAbsent(facts.type() + "." + attributes.names.get(i), n -> new Column())
                        .add(attributes.values.get(i), attributes.units.get(i), area);
            }
        }
    }

    /** Hands the feature at hand to its layer. */
    public void flush(AttributeTarget layer) {
        columns.forEach((name, column) -> {
            boolean direction = DIRECTION.matcher(name.toLowerCase(Locale.ROOT)).find();
            if (layer.attribute(feature, name, column.value(direction), column.unit)) {
                names.add(name);
            }
        });
        columns.clear();
        feature = -1;
    }
}
