package org.kvarter.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kvarter.study.StudyBook;
import org.kvarter.study.StudyBook.AreasAsked;
import org.kvarter.study.StudyBook.Place;
import org.kvarter.study.StudyBook.SunAsked;
import org.kvarter.study.StudyBook.ViewAsked;
import org.kvarter.study.sun.SunRule;
import org.kvarter.text.Texts;

/** What was set in studies as JSON: what was never set is not written, what cannot be understood is told and stays as it would be. Stateless. */
final class StudyJson {

    private static final Texts TEXTS = Texts.in(StudyJson.class);

    private StudyJson() {
    }

    static ObjectNode write(StudyBook book) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (!book.sun().equals(SunAsked.DEFAULT)) {
            SunAsked asked = book.sun();
            ObjectNode sun = node.putObject("sun");
            asked.rule().ifPresent(r -> sun.putObject("rule").put("text", r.text()).put("day", r.day().toString()).put("from", r.from().toString())
                    .put("to", r.to().toString()).put("hours", r.hours()).put("facadeShare", r.facadeShare()).put("leastDegrees", r.leastDegrees()));
            sun.put("stepMinutes", asked.stepMinutes()).put("ground", asked.ground()).put("trees", asked.trees());
        }
        if (!book.view().equals(ViewAsked.DEFAULT)) {
            ObjectNode view = node.putObject("view");
            book.view().place().ifPresent(p -> view.putObject("place").put("east", p.east()).put("north", p.north()).put("height", p.height()));
            view.put("eyeHeight", book.view().height()).put("yawDegrees", book.view().yaw()).put("widthDegrees", book.view().width());
        }
        if (!book.areas().equals(AreasAsked.DEFAULT)) {
            node.putObject("floorAreas").put("storeyHeight", book.areas().storeyHeight()).put("plots", book.areas().plots());
        }
        return node;
    }

    /** @param problems takes a sentence about what was left out */
    static StudyBook read(JsonNode node, List<String> problems) {
        return new StudyBook(part(node, "sun", StudyJson::sun, SunAsked.DEFAULT, problems), part(node, "view", StudyJson::view, ViewAsked.DEFAULT, problems),
                part(node, "floorAreas", StudyJson::areas, AreasAsked.DEFAULT, problems));
    }

    private static <T> T part(JsonNode node, String field, Function<JsonNode, T> reader, T otherwise, List<String> problems) {
        JsonNode part = node.path(field);
        if (part.isMissingNode() || part.isNull()) {
            return otherwise;
        }
        try {
            return reader.apply(part);
        } catch (RuntimeException e) {
            problems.add(TEXTS.get("repair.field", "studies." + field, ""));
            return otherwise;
        }
    }

    private static SunAsked sun(JsonNode node) {
        JsonNode rule = node.path("rule");
        return new SunAsked(rule.isObject() ? Optional.of(rule(rule)) : Optional.empty(), node.path("stepMinutes").asInt(SunAsked.DEFAULT.stepMinutes()),
                node.path("ground").asBoolean(true), node.path("trees").asBoolean(true));
    }

    private static SunRule rule(JsonNode node) {
        SunRule usual = SunRule.on(LocalDate.parse(node.path("day").asText()));
        return new SunRule(node.path("text").asText(""), usual.day(), LocalTime.parse(node.path("from").asText("00:00")),
                LocalTime.parse(node.path("to").asText("00:00")), node.path("hours").asDouble(usual.hours()),
                node.path("facadeShare").asDouble(usual.facadeShare()), node.path("leastDegrees").asDouble(usual.leastDegrees()));
    }

    private static ViewAsked view(JsonNode node) {
        JsonNode at = node.path("place");
        ViewAsked usual = ViewAsked.DEFAULT;
        Optional<Place> place = at.isObject() ? Optional.of(new Place(number(at, "east"), number(at, "north"), number(at, "height"))) : Optional.empty();
        return new ViewAsked(place, node.path("eyeHeight").asDouble(usual.height()), node.path("yawDegrees").asDouble(usual.yaw()),
                node.path("widthDegrees").asDouble(usual.width()));
    }

    private static double number(JsonNode node, String field) {
        return node.path(field).asDouble(Double.NaN);
    }

    private static AreasAsked areas(JsonNode node) {
        return new AreasAsked(node.path("storeyHeight").asDouble(AreasAsked.DEFAULT.storeyHeight()), node.path("plots").asText(""));
    }
}
