package org.kvarter.remote.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Counts the chargers of OCPI locations (OCPI 2.2, 8.3.1), which tell the state of each alone: as {@code evsesAvailable} and {@code evsesAll}. */
final class OcpiCounts {

    private OcpiCounts() {
    }

    static void add(JsonNode page) {
        if (!page.has("status_code") || !page.path("data").isArray()) {
            return;
        }
        for (JsonNode location : page.path("data")) {
            if (location instanceof ObjectNode node && location.path("evses").isArray()) {
                int free = 0;
                int all = 0;
                for (JsonNode evse : location.path("evses")) {
                    String status = evse.path("status").asText();
                    free += status.equals("AVAILABLE") ? 1 : 0;
                    all += status.equals("REMOVED") ? 0 : 1;
                }
                node.put("evsesAvailable", free).put("evsesAll", all);
            }
        }
    }
}
