package org.kvarter.remote.map;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.FeedMapping;
import org.kvarter.text.Texts;

/** The records of a page. */
final class Records {

    private static final Texts TEXTS = Texts.in(Records.class);
    private static final int NAMED_KEYS = 12;

    /**
     * One record.
     *
     * @param key  its key in an object of records, else empty
     * @param node what it holds
     */
    record Entry(String key, JsonNode node) {
    }

    private Records() {
    }

    /**
     * The records of a page as a mapping describes them.
     *
     * @throws FeedException where nothing of that form is there: the sentence names the pointer and the keys found
     */
    static List<Entry> of(JsonNode page, FeedMapping mapping) throws FeedException {
        JsonNode holder = page.at(pointer(mapping.records()));
        boolean fits = switch (mapping.layout()) {
            case LIST -> holder.isArray();
            case MAP, ONE, COLUMNS -> holder.isObject();
        };
        if (!fits) {
            throw FeedException.lasting(holder.isMissingNode() || holder.isNull() ? missing(page, mapping.records())
                    : TEXTS.get("records." + mapping.layout(), shown(mapping.records()), kind(holder)));
        }
        List<Entry> entries = new ArrayList<>();
        switch (mapping.layout()) {
            case LIST -> holder.forEach(node -> entries.add(new Entry("", node)));
            case MAP -> {
                for (Iterator<Map.Entry<String, JsonNode>> i = holder.fields(); i.hasNext();) {
                    Map.Entry<String, JsonNode> field = i.next();
                    entries.add(new Entry(field.getKey(), field.getValue()));
                }
            }
            case ONE -> entries.add(new Entry("", holder));
            case COLUMNS -> columns(holder, entries);
        }
        return entries;
    }

    private static void columns(JsonNode holder, List<Entry> entries) {
        int length = 0;
        for (JsonNode column : holder) {
            length = column.isArray() ? Math.max(length, column.size()) : length;
        }
        for (int i = 0; i < length; i++) {
            ObjectNode record = FeedJson.MAPPER.createObjectNode();
            for (Iterator<Map.Entry<String, JsonNode>> f = holder.fields(); f.hasNext();) {
                Map.Entry<String, JsonNode> field = f.next();
                if (field.getValue().isArray() && i < field.getValue().size()) {
                    record.set(field.getKey(), field.getValue().get(i));
                }
            }
            entries.add(new Entry("", record));
        }
    }

    /** A pointer that was checked when it was written; what is none points at nothing. */
    static JsonPointer pointer(String text) throws FeedException {
        try {
            return JsonPointer.compile(text);
        } catch (IllegalArgumentException e) {
            throw FeedException.lasting(TEXTS.get("pointer.form", text));
        }
    }

    /** Says where a pointer ends and what is there instead. */
    static String missing(JsonNode from, String pointer) {
        JsonNode at = from;
        String way = "";
        for (String step : pointer.substring(Math.min(1, pointer.length())).split("/")) {
            JsonNode next = at.at("/" + step);
            if (next.isMissingNode()) {
                break;
            }
            at = next;
            way += "/" + step;
        }
        return TEXTS.get("pointer.missing", shown(pointer), way.isEmpty() ? TEXTS.get("top") : way, found(at));
    }

    /** The keys of an object, or what else it is. */
    static String found(JsonNode node) {
        if (!node.isObject()) {
            return kind(node);
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(n -> {
            if (names.size() < NAMED_KEYS) {
                names.add(n);
            }
        });
        return names.isEmpty() ? TEXTS.get("found.empty") : String.join(", ", names) + (node.size() > NAMED_KEYS ? " …" : "");
    }

    static String kind(JsonNode node) {
        return node.isArray() ? TEXTS.get("found.list", node.size()) : node.isObject() ? TEXTS.get("found.object")
                : node.isNull() || node.isMissingNode() ? TEXTS.get("found.nothing") : TEXTS.get("found.value");
    }

    static String shown(String pointer) {
        return pointer.isEmpty() ? TEXTS.get("top") : pointer;
    }
}
