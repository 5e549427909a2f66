package org.kvarter.remote.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ArrayList;
import org.kvarter.remote.FeedJson;

/** Any XML as objects of its elements: repeated ones become lists, attributes members, plain elements their text. Stateless. */
final class XmlJson {

    private XmlJson() {
    }

    static JsonNode of(XmlElement element) {
        if (element.children().isEmpty() && element.attributes().isEmpty()) {
            return TextNode.valueOf(element.text());
        }
        ObjectNode object = FeedJson.MAPPER.createObjectNode();
        element.attributes().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(a -> object.put(a.getKey(), a.getValue()));
        Map<String, List<XmlElement>> byName = new LinkedHashMap<>();
        element.children().forEach(c -> byName.computeIfAbsent(c.name(), n -> new ArrayList<>()).add(c));
        byName.forEach((name, all) -> {
            if (all.size() == 1) {
                object.set(name, of(all.get(0)));
            } else {
                ArrayNode list = object.putArray(name);
                all.forEach(c -> list.add(of(c)));
            }
        });
        if (!element.text().isEmpty()) {
            object.put("value", element.text());
        }
        return object;
    }
}
