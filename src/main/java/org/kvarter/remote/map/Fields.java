package org.kvarter.remote.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What records hold, seen from the first of them. */
final class Fields {

    private static final int LOOKED_AT = 100;
    private static final int DEEPEST = 5;
    private static final int MOST = 200;
    private static final int SAMPLE = 32;

    private static final class Seen {
        private final Map<Field.Kind, Integer> kinds = new EnumMap<>(Field.Kind.class);
        private String sample = "";
        private int present;
        private final Set<String> values = new HashSet<>();
    }

    private Fields() {
    }

    static List<Field> of(List<Records.Entry> records) {
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (Records.Entry entry : records.subList(0, Math.min(LOOKED_AT, records.size()))) {
            walk(entry.node(), "", 0, seen);
        }
        List<Field> fields = new ArrayList<>();
        seen.forEach((pointer, s) -> fields.add(new Field(pointer, kind(s), s.sample, s.present, s.values.size())));
        return fields;
    }

    private static void walk(JsonNode node, String pointer, int depth, Map<String, Seen> seen) {
        if (node.isNull() || depth > DEEPEST) {
            return;
        }
        if (Places.isGeometry(node)) {
            note(seen, pointer, Field.Kind.GEOMETRY, node.path("type").asText());
        } else if (node.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> i = node.fields(); i.hasNext();) {
                Map.Entry<String, JsonNode> field = i.next();
                walk(field.getValue(), pointer + "/" + FeedProposer.escaped(field.getKey()), depth + 1, seen);
            }
        } else if (node.isArray()) {
            if (node.size() > 0 && node.get(0).isObject()) {
                walk(node.get(0), pointer + "/0", depth + 1, seen);
            }
        } else if (!pointer.isEmpty()) {
            Field.Kind kind = node.isBoolean() ? Field.Kind.TRUTH : Times.isTime(node) ? Field.Kind.TIME : isNumber(node) ? Field.Kind.NUMBER
                    : Field.Kind.TEXT;
            note(seen, pointer, kind, node.asText());
        }
    }

    /** What most of the values are; a number that looks like a time only now and then is a number. */
    private static Field.Kind kind(Seen seen) {
        int numbers = seen.kinds.getOrDefault(Field.Kind.NUMBER, 0);
        int times = seen.kinds.getOrDefault(Field.Kind.TIME, 0);
        if (numbers > 0 && 2 * (numbers + times) > seen.present) {
            return Field.Kind.NUMBER;
        }
        return seen.kinds.entrySet().stream().filter(e -> 2 * e.getValue() > seen.present).map(Map.Entry::getKey).findFirst().orElse(Field.Kind.TEXT);
    }

    private static boolean isNumber(JsonNode node) {
        return node.isNumber() || node.isTextual() && node.asText().matches("-?\\d+([.,]\\d+)?([eE]-?\\d+)?");
    }

    private static void note(Map<String, Seen> seen, String pointer, Field.Kind kind, String text) {
        if (seen.size() >= MOST && !seen.containsKey(pointer)) {
            return;
        }
        Seen field = seen.computeIfAbsent(pointer, p -> new Seen());
        field.kinds.merge(kind, 1, Integer::sum);
        if (field.present++ == 0) {
            field.sample = text.length() > SAMPLE ? text.substring(0, SAMPLE - 1) + "…" : text;
        }
        field.values.add(text);
    }
}
