package org.kvarter.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kvarter.model.Section;
import org.kvarter.model.Viewpoint;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;

/**
 * The story's form on disk. Stories are written by hand too, and often half: whatever is understood is taken, the rest is told and left out.
 */
final class StoryJson {

    private static final Texts TEXTS = Texts.in(StoryJson.class);
    private static final double SECONDS = 20;

    private final List<String> problems = new ArrayList<>();
    private String step = "";

    private StoryJson() {
    }

    // Writing

    static ObjectNode write(ProjectStory story) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        var steps = root.putArray("steps");
        story.steps().forEach(s -> steps.add(write(s)));
        if (!story.words().isEmpty()) {
            ObjectNode words = root.putObject("words");
            new TreeMap<>(story.words()).forEach((name, other) -> words(words, name, other));
        }
        if (!story.pictures().isEmpty()) {
            ObjectNode pictures = root.putObject("pictures");
            new TreeMap<>(story.pictures()).forEach(pictures::put);
        }
        return root;
    }

    private static ObjectNode write(ProjectStep step) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", step.id());
        words(node, "title", step.title());
        words(node, "text", step.text());
        words(node, "notes", step.notes());
        if (!step.viewpoint().isEmpty()) {
            node.put("viewpoint", step.viewpoint());
        }
        Viewpoint camera = step.camera();
        if (camera != null) {
            node.putObject("camera").put("east", camera.east()).put("north", camera.north()).put("height", camera.height())
                    .put("yawDegrees", camera.yawDegrees()).put("pitchDegrees", camera.pitchDegrees());
        }
        if (!step.layers().isEmpty()) {
            var layers = node.putArray("layers");
            step.layers().forEach(l -> {
                ObjectNode layer = layers.addObject().put("id", l.id()).put("visible", l.visible()).put("opacity", l.opacity());
                if (l.most() >= 0) {
                    layer.put("most", l.most());
                }
                if (l.storeys() != null) {
                    ObjectNode storeys = layer.putObject("storeys").put("gap", l.storeys().gap());
                    list(storeys, "hidden", l.storeys().hidden());
                    list(storeys, "hiddenTypes", l.storeys().hiddenTypes());
                }
            });
        }
        if (step.overlay() != null) {
            node.put("overlay", step.overlay());
        }
        if (step.time() != null) {
            ProjectStep.Time time = step.time();
            ObjectNode kept = node.putObject("time").put("at", time.at());
            if (!time.from().isEmpty()) {
                kept.put("from", time.from()).put("to", time.to()).put("seconds", time.seconds());
            }
            kept.put("step", time.step()).put("sun", time.sun());
            if (time.live()) {
                kept.put("live", true);
            }
        }
        list(node, "scenarios", step.scenarios());
        list(node, "figures", step.figures());
        words(node, "legend", step.legend());
        if (step.chosen() != null) {
            var chosen = node.putArray("chosen");
            step.chosen().forEach(c -> chosen.addObject().put("layer", c.layer()).put("feature", c.feature()));
        }
        if (step.section() != null) {
            node.set("section", SectionJson.write(step.section()));
        }
        return node;
    }

    private static void list(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            var array = node.putArray(name);
            values.forEach(array::add);
        }
    }

    private static void words(ObjectNode node, String name, LocalText words) {
        if (!words.isEmpty()) {
            node.set(name, LocalTextForm.write(words));
        }
    }

    // Reading

    static ProjectStory read(JsonNode root) {
        StoryJson reader = new StoryJson();
        JsonNode array = root.isArray() ? root : root.path("steps");
        List<ProjectStep> steps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            reader.step = Integer.toString(i + 1);
            if (array.get(i).isObject()) {
                steps.add(reader.step(array.get(i), i, ids));
            } else {
                reader.problems.add(TEXTS.get("story.noStep", reader.step));
            }
        }
        Map<String, String> pictures = new TreeMap<>();
        root.path("pictures").properties().stream().filter(p -> p.getValue().isTextual() && ids.contains(p.getKey()))
                .forEach(p -> pictures.put(p.getKey(), p.getValue().asText()));
        Map<String, LocalText> words = new TreeMap<>();
        root.path("words").properties().forEach(p -> words.put(p.getKey(), reader.words(root.path("words"), p.getKey())));
        return new ProjectStory(steps, pictures, words, reader.problems);
    }

    private ProjectStep step(JsonNode node, int index, Set<String> ids) {
        String id = node.path("id").asText("");
        for (int n = index + 1; id.isBlank() || !ids.add(id); n++) {
            id = "step-" + n;
        }
        return new ProjectStep(id, words(node, "title"), words(node, "text"), words(node, "notes"), text(node, "viewpoint", ""), camera(node),
                layers(node), text(node, "overlay", null), time(node), strings(node, "scenarios"), strings(node, "figures"),
                words(node, "legend"), chosen(node), section(node));
    }

    private Section section(JsonNode node) {
        JsonNode value = node.path("section");
        try {
            return isAbsent(value) ? null : SectionJson.read(value);
        } catch (IllegalArgumentException e) {
            odd("section");
            return null;
        }
    }

    private void odd(String field) {
        problems.add(TEXTS.get("story.odd", step, field));
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private String text(JsonNode node, String field, String otherwise) {
        JsonNode value = node.path(field);
        if (value.isTextual()) {
            return value.asText();
        }
        if (!isAbsent(value)) {
            odd(field);
        }
        return otherwise;
    }

    private LocalText words(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isValueNode() && !value.isNull()) {
            return LocalText.of(value.asText());
        }
        Map<String, String> languages = new TreeMap<>();
        value.properties().stream().filter(p -> p.getValue().isTextual()).forEach(p -> languages.put(p.getKey(), p.getValue().asText()));
        if (!isAbsent(value) && !value.isObject()) {
            odd(field);
        }
        return new LocalText(languages);
    }

    private Viewpoint camera(JsonNode node) {
        JsonNode camera = node.path("camera");
        if (isAbsent(camera)) {
            return null;
        }
        double[] values = new double[5];
        String[] names = {"east", "north", "height", "yawDegrees", "pitchDegrees"};
        for (int i = 0; i < names.length; i++) {
            values[i] = camera.path(names[i]).isNumber() ? camera.path(names[i]).asDouble() : Double.NaN;
        }
        if (!java.util.Arrays.stream(values).allMatch(Double::isFinite) || Math.abs(values[4]) > 90) {
            odd("camera");
            return null;
        }
        return new Viewpoint("", values[0], values[1], values[2], values[3], values[4]);
    }

    private KeptStoreys storeys(JsonNode node) {
        return node.isObject() ? new KeptStoreys(strings(node, "hidden"), strings(node, "hiddenTypes"), node.path("gap").asDouble()) : null;
    }

    private List<ProjectStep.Layer> layers(JsonNode node) {
        List<ProjectStep.Layer> layers = new ArrayList<>();
        for (JsonNode layer : node.path("layers")) {
            double opacity = layer.path("opacity").asDouble(1);
            if (layer.path("id").isTextual()) {
                layers.add(new ProjectStep.Layer(layer.path("id").asText(), layer.path("visible").asBoolean(true),
                        Math.max(0, Math.min(1, opacity)), Math.max(-1, layer.path("most").asInt(-1)), storeys(layer.path("storeys"))));
            } else {
                odd("layers");
            }
        }
        return layers;
    }

    private List<ProjectPin> chosen(JsonNode node) {
        if (isAbsent(node.path("chosen"))) {
            return null;
        }
        List<ProjectPin> chosen = new ArrayList<>();
        for (JsonNode feature : node.path("chosen")) {
            if (feature.path("layer").isTextual() && feature.path("feature").isTextual()) {
                chosen.add(new ProjectPin(feature.path("layer").asText(), feature.path("feature").asText()));
            } else {
                odd("chosen");
            }
        }
        return chosen;
    }

    private ProjectStep.Time time(JsonNode node) {
        JsonNode time = node.path("time");
        if (isAbsent(time)) {
            return null;
        }
        if (time.isTextual()) {
            return new ProjectStep.Time(time.asText(), "", "", SECONDS, "HOUR", "studio", false);
        }
        String from = text(time, "from", "");
        return new ProjectStep.Time(text(time, "at", from), from, text(time, "to", ""), time.path("seconds").asDouble(SECONDS),
                text(time, "step", "HOUR"), text(time, "sun", "studio"), time.path("live").asBoolean(false));
    }

    private List<String> strings(JsonNode node, String field) {
        List<String> values = new ArrayList<>();
        JsonNode list = node.path(field);
        if (list.isTextual()) {
            values.add(list.asText());
        }
        list.forEach(v -> {
            if (v.isTextual()) {
                values.add(v.asText());
            } else {
                odd(field);
            }
        });
        return values;
    }
}
