package org.kvarter.remote.layer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kvarter.remote.FeedException;
import org.kvarter.text.Texts;

/**
 * Which features of a service are wanted, by their attributes: {@code status = 'in use' and floors >= 3}. Comparisons of an attribute with a value, all of
 * which hold; a part of CQL2 text (OGC 21-065r2) that every kind of service that filters can be asked for, and that is tried here on what comes, since a
 * service may not know it. Immutable.
 *
 * @param all the comparisons
 */
public record Conditions(List<Condition> all) {

    /** Everything is wanted. */
    public static final Conditions NONE = new Conditions(List.of());

    private static final Texts TEXTS = Texts.in(Conditions.class);
    private static final Pattern ONE = Pattern.compile("\\s*(?:\"([^\"]+)\"|([\\p{L}_][\\p{L}\\p{N}_.:/-]*))\\s*(<=|>=|<>|!=|=|<|>)\\s*(?:'((?:[^']|'')*)'|([^\\s'=<>][^\\s']*))\\s*");
    private static final Pattern AND = Pattern.compile("(?i)and\\b");

    /** How an attribute is compared. */
    public enum Comparison {
        EQUAL("=", "PropertyIsEqualTo", "eq"), OTHER("<>", "PropertyIsNotEqualTo", "ne"), LESS("<", "PropertyIsLessThan", "lt"),
        MORE(">", "PropertyIsGreaterThan", "gt"), AT_MOST("<=", "PropertyIsLessThanOrEqualTo", "le"), AT_LEAST(">=", "PropertyIsGreaterThanOrEqualTo", "ge");

        private final String sign;
        private final String element;
        private final String word;

        Comparison(String sign, String element, String word) {
            this.sign = sign;
            this.element = element;
            this.word = word;
        }
    }

    /**
     * A comparison.
     *
     * @param attribute  of the features
     * @param comparison how
     * @param value      with what
     * @param number     whether the value is a number
     */
    public record Condition(String attribute, Comparison comparison, String value, boolean number) {

        /** Whether a value of a feature meets it; a missing one never does. */
        boolean holds(JsonNode is) {
            if (is.isMissingNode() || is.isNull()) {
                return false;
            }
            int order;
            try {
                order = number ? Double.compare(Double.parseDouble(is.asText()), Double.parseDouble(value)) : is.asText().compareTo(value);
            } catch (NumberFormatException e) {
                return comparison == Comparison.OTHER;
            }
            return switch (comparison) {
                case EQUAL -> order == 0;
                case OTHER -> order != 0;
                case LESS -> order < 0;
                case MORE -> order > 0;
                case AT_MOST -> order <= 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    public Conditions {
        all = List.copyOf(all);
    }

    /**
     * What a person or a recipe wrote; nothing for a blank text.
     *
     * @throws FeedException where it cannot be understood, saying from where on
     */
    public static Conditions parse(String text) throws FeedException {
        List<Condition> all = new ArrayList<>();
        int at = 0;
        Matcher one = ONE.matcher(text);
        while (!text.isBlank()) {
            if (!one.region(at, text.length()).lookingAt()) {
                throw FeedException.lasting(TEXTS.get("conditions", text.substring(at).strip()));
            }
            String value = one.group(4) == null ? one.group(5) : one.group(4).replace("''", "'");
            boolean number = one.group(4) == null && value.matches("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
            String sign = one.group(3).equals("!=") ? "<>" : one.group(3);
            Comparison comparison = java.util.Arrays.stream(Comparison.values()).filter(c -> c.sign.equals(sign)).findFirst().orElseThrow();
            all.add(new Condition(one.group(1) == null ? one.group(2) : one.group(1), comparison, value, number));
            at = one.end();
            if (at == text.length()) {
                break;
            }
            Matcher and = AND.matcher(text).region(at, text.length());
            if (!and.lookingAt()) {
                throw FeedException.lasting(TEXTS.get("conditions", text.substring(at).strip()));
            }
            at = and.end();
        }
        return all.isEmpty() ? NONE : new Conditions(all);
    }

    /** As CQL2 text. */
    String cql() {
        return all.stream().map(c -> "\"" + c.attribute() + "\"" + c.comparison().sign + (c.number() ? c.value() : "'" + c.value().replace("'", "''") + "'"))
                .collect(Collectors.joining(" AND "));
    }

    /** As conditions of OData, for SensorThings ({@code $filter}, OGC 18-088, 9.3.3.5). */
    public String odata() {
        return all.stream().map(c -> c.attribute() + " " + c.comparison().word + " " + (c.number() ? c.value() : "'" + c.value().replace("'", "''") + "'"))
                .collect(Collectors.joining(" and "));
    }

    /**
     * As a filter of FES 2.0 (OGC 09-026r2).
     *
     * @param box an element that is asked for besides; empty for none
     */
    String fes(String box) {
        StringBuilder inner = new StringBuilder(box);
        for (Condition c : all) {
            inner.append("<fes:").append(c.comparison().element).append("><fes:ValueReference>").append(escaped(c.attribute())).append("</fes:ValueReference><fes:Literal>")
                    .append(escaped(c.value())).append("</fes:Literal></fes:").append(c.comparison().element).append('>');
        }
        boolean several = all.size() + (box.isEmpty() ? 0 : 1) > 1;
        return "<fes:Filter xmlns:fes=\"http://www.opengis.net/fes/2.0\" xmlns:gml=\"http://www.opengis.net/gml/3.2\">" + (several ? "<fes:And>" : "") + inner
                + (several ? "</fes:And>" : "") + "</fes:Filter>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Whether a feature of GeoJSON or CityJSON meets all. */
    boolean hold(JsonNode feature) {
        if (all.isEmpty()) {
            return true;
        }
        if (feature.path("CityObjects").isObject()) {
            for (JsonNode object : feature.path("CityObjects")) {
                if (meets(object.path("attributes"))) {
                    return true;
                }
            }
            return false;
        }
        return meets(feature.path("properties"));
    }

    private boolean meets(JsonNode attributes) {
        return all.stream().allMatch(c -> c.holds(attribute(attributes, c.attribute())));
    }

    /** By name, without the prefix of its namespace, whatever its case. */
    private static JsonNode attribute(JsonNode attributes, String name) {
        if (attributes.has(name)) {
            return attributes.path(name);
        }
        String bare = name.replaceFirst("^.*[:/]", "").toLowerCase(Locale.ROOT);
        for (var field : attributes.properties()) {
            if (field.getKey().toLowerCase(Locale.ROOT).equals(bare)) {
                return field.getValue();
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
}
