package org.kvarter.importing.vector;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kvarter.importing.AttributePreview;

/** What a sample of features tells of one attribute. Filled by one thread, then read only. */
final class AttributeFacts {

    private static final int KEPT_VALUES = 60;
    private static final int KEPT_TEXT = 80;
    private static final int EXAMPLES = 5;
    private static final Pattern MEASURE =
            Pattern.compile("\\s*([-+]?\\d+(?:[.,]\\d+)?)\\s*(m|meters?|metres?|ft|feet|foot|'|’)?\\s*", Pattern.CASE_INSENSITIVE);
    private static final double FOOT = 0.3048;

    private final String name;
    private final AttributePreview.Type type;
    private final Map<String, Integer> values = new LinkedHashMap<>();
    private final Set<Object> distinct = new HashSet<>();
    private int rows;
    private int present;
    private int numbers;
    private int whole;
    private int storeys;
    private int heights;
    private boolean unique = true;
    private double minimum = Double.NaN;
    private double maximum = Double.NaN;

    AttributeFacts(String name, Class<?> type) {
        this.name = name;
        this.type = type == Boolean.class ? AttributePreview.Type.BOOLEAN
                : java.util.Date.class.isAssignableFrom(type) ? AttributePreview.Type.DATE
                : type == Double.class || type == Float.class || type == java.math.BigDecimal.class ? AttributePreview.Type.NUMBER
                : Number.class.isAssignableFrom(type) ? AttributePreview.Type.INTEGER : AttributePreview.Type.TEXT;
    }

    void add(Object value) {
        rows++;
        if (value == null || value instanceof String s && s.isBlank()) {
            return;
        }
        present++;
        unique = unique && distinct.add(value);
        String text = value.toString();
        String kept = text.length() > KEPT_TEXT ? text.substring(0, KEPT_TEXT) : text;
        if (values.size() < KEPT_VALUES || values.containsKey(kept)) {
            values.merge(kept, 1, Integer::sum);
        }
        OptionalDouble number = metres(value);
        if (number.isPresent()) {
            double v = number.getAsDouble();
            numbers++;
            whole += v == Math.rint(v) ? 1 : 0;
            storeys += v >= 1 && v <= HeightProposal.MAX_STOREYS ? 1 : 0;
            heights += v >= HeightProposal.MIN_HEIGHT && v <= HeightProposal.MAX_HEIGHT ? 1 : 0;
            minimum = Double.isNaN(minimum) ? v : Math.min(minimum, v);
            maximum = Double.isNaN(maximum) ? v : Math.max(maximum, v);
        }
    }

    /** The number a value stands for: a number, or text such as {@code 12}, {@code 12.5 m}, {@code 40 ft}, the last in metres. */
    static OptionalDouble metres(Object value) {
        if (value instanceof Number number) {
            double v = number.doubleValue();
            return Double.isFinite(v) ? OptionalDouble.of(v) : OptionalDouble.empty();
        }
        if (!(value instanceof String text) || text.length() > KEPT_TEXT) {
            return OptionalDouble.empty();
        }
        Matcher matcher = MEASURE.matcher(text);
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(matcher.group(1).replace(',', '.'));
        String unit = matcher.group(2) == null ? "m" : matcher.group(2).toLowerCase(java.util.Locale.ROOT);
        return OptionalDouble.of(unit.startsWith("m") ? number : number * FOOT);
    }

    String name() {
        return name;
    }

    AttributePreview.Type type() {
        return type;
    }

    double presentShare() {
        return rows == 0 ? 0 : (double) present / rows;
    }

    /** Share of the present values that are numbers. */
    double numberShare() {
        return present == 0 ? 0 : (double) numbers / present;
    }

    /** Share of the present values that could be heights of buildings in metres. */
    double heightShare() {
        return present == 0 ? 0 : (double) heights / present;
    }

    /** Share of the present values that could be numbers of storeys. */
    double storeyShare() {
        return present == 0 ? 0 : (double) Math.min(storeys, whole) / present;
    }

    /** Whether every feature of the sample has a value of its own. */
    boolean identifies() {
        return rows > 0 && present == rows && unique;
    }

    double minimum() {
        return minimum;
    }

    double maximum() {
        return maximum;
    }

    /** How often each of the first distinct values occurs. */
    Map<String, Integer> values() {
        return values;
    }

    int rows() {
        return rows;
    }

    AttributePreview preview() {
        List<String> examples = values.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(EXAMPLES).map(Map.Entry::getKey).collect(Collectors.toList());
        return new AttributePreview(name, type, rows, present, minimum, maximum, examples);
    }
}
