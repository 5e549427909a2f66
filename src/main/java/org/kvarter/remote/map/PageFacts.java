package org.kvarter.remote.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.remote.FeedMapping;

/** What a page says once for all records of a course of time: where it is, and in which units, as Open-Meteo and PVGIS do. Stateless. */
final class PageFacts {

    private static final int DEEPEST = 3;
    private static final List<List<String>> PLACES = List.of(List.of("latitude", "longitude"), List.of("lat", "lon"), List.of("lat", "lng"));

    private PageFacts() {
    }

    /** The mapping with what the page adds to it. */
    static FeedMapping added(FeedMapping m, JsonNode page) {
        if (m.layout() == FeedMapping.Layout.ONE || m.time().isEmpty() || m.hasPlace() || !m.id().isEmpty()) {
            return m;
        }
        List<String> place = place(page, "", 0).orElse(List.of("", ""));
        String unitAt = m.unitAt().isEmpty() && m.unit().isEmpty() ? unit(page, m) : m.unitAt();
        return new FeedMapping(m.records(), m.layout(), m.id(), m.name(), m.time(), m.zone(), m.value(), unitAt, m.unit(), place.get(0), place.get(1),
                m.geometry(), m.quantity());
    }

    private static Optional<List<String>> place(JsonNode node, String way, int depth) {
        for (List<String> names : PLACES) {
            if (node.path(names.get(0)).isNumber() && node.path(names.get(1)).isNumber()) {
                return Optional.of(names.stream().map(n -> "#" + way + "/" + n).toList());
            }
        }
        for (Iterator<Map.Entry<String, JsonNode>> i = node.fields(); i.hasNext() && depth < DEEPEST;) {
            Map.Entry<String, JsonNode> child = i.next();
            if (child.getValue().isObject()) {
                Optional<List<String>> there = place(child.getValue(), way + "/" + FeedProposer.escaped(child.getKey()), depth + 1);
                if (there.isPresent()) {
                    return there;
                }
            }
        }
        return Optional.empty();
    }

    /** {@code /hourly_units/temperature_2m} beside {@code /hourly/temperature_2m}. */
    private static String unit(JsonNode page, FeedMapping m) {
        String pointer = m.records() + "_units" + m.value();
        return !m.records().isEmpty() && !m.value().isEmpty() && page.at(pointer).isTextual() ? "#" + pointer : "";
    }
}
