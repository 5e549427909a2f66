package org.kvarter.remote.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.kvarter.remote.FeedJson;

/** A message as a record: an object's members as they are, anything else as {@code value}; beside them what the topic tells. Stateless. */
final class Message {

    private Message() {
    }

    /** The record; empty where the topic is none of the pattern's. */
    static Optional<JsonNode> record(TopicPattern pattern, String topic, byte[] payload) {
        Optional<Map<String, String>> names = pattern.match(topic);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode record = body(payload);
        names.get().forEach((name, value) -> {
            if (!record.has(name)) {
                record.put(name, value);
            }
        });
        if (!record.has("place")) {
            record.put("place", topic);
        }
        return Optional.of(record);
    }

    private static ObjectNode body(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8).strip();
        ObjectNode record = FeedJson.MAPPER.createObjectNode();
        try {
            JsonNode read = FeedJson.MAPPER.readTree(text);
            if (read instanceof ObjectNode object) {
                return object;
            }
            if (read != null && !read.isMissingNode()) {
                record.set("value", read);
                return record;
            }
        } catch (JsonProcessingException e) {
            return record.put("value", text.length() > 200 ? text.substring(0, 199) + "…" : text);
        } catch (IOException e) {
            return record;
        }
        return record;
    }
}
