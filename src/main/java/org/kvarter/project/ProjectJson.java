package org.kvarter.project;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.overlay.ValueSource;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;

/** The document's form on disk: indented JSON with stable order, made for reading and for version control. */
final class ProjectJson {

    private static final String FORMAT = "kvarter-project";
    /** What has titles that may be written per language. */
    private static final List<String> TITLED = List.of("layers", "overlays", "series");
    private static final Texts TEXTS = Texts.in(ProjectJson.class);

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).maxDocumentLength(64L << 20).build()).build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .addMixIn(ValueSource.class, ValueSourceForm.class)
            .addMixIn(Measure.class, MeasureForm.class)
            .addMixIn(Figure.class, FigureForm.class)
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .build();

    private ProjectJson() {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ValueSource.Attribute.class, name = "attribute"),
        @JsonSubTypes.Type(value = ValueSource.Service.class, name = "service"),
        @JsonSubTypes.Type(value = ValueSource.Volume.class, name = "volume"),
        @JsonSubTypes.Type(value = ValueSource.Series.class, name = "series")})
    private interface ValueSourceForm {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Measure.ChangeAttribute.class, name = "attribute"),
        @JsonSubTypes.Type(value = Measure.ChangeSeries.class, name = "series"),
        @JsonSubTypes.Type(value = Measure.ShowLayer.class, name = "layer"),
        @JsonSubTypes.Type(value = Measure.Demolish.class, name = "demolish")})
    private interface MeasureForm {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Figure.OfSeries.class, name = "series"),
        @JsonSubTypes.Type(value = Figure.OfAttribute.class, name = "attribute"),
        @JsonSubTypes.Type(value = Figure.Matched.class, name = "matched"),
        @JsonSubTypes.Type(value = Figure.OfMovement.class, name = "movement"),
        @JsonSubTypes.Type(value = Figure.Computed.class, name = "computed")})
    private interface FigureForm {
    }

    /** A title that is written per language, as by hand, is taken in the display language's. */
    private static void chooseTitle(JsonNode entry) {
        if (entry.path("title").isObject()) {
            Map<String, String> languages = new HashMap<>();
            entry.path("title").properties().stream().filter(p -> p.getValue().isTextual())
                    .forEach(p -> languages.put(p.getKey(), p.getValue().asText()));
            ((ObjectNode) entry).put("title", new LocalText(languages).shown());
        }
    }

    static byte[] write(ProjectDocument document) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        root.setAll((ObjectNode) MAPPER.valueToTree(document.withStory(null)));
        root.remove("problems");
        if (document.scenarios().equals(ScenarioBook.EMPTY)) {
            root.remove("scenarios");
        }
        if (document.story().steps().isEmpty() && document.story().words().isEmpty()) {
            root.remove("story");
        } else {
            root.set("story", StoryJson.write(document.story()));
        }
        try {
            return MAPPER.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a project document is always writable", e);
        }
    }

    /** Reads a document; {@code file} names it in what a person is told. */
    static ProjectDocument read(byte[] bytes, String file) throws ProjectException {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root == null || !root.isObject() || !FORMAT.equals(root.path("format").asText())) {
                throw new ProjectException(TEXTS.get("project.notAProject", file));
            }
            int version = root.path("version").asInt(0);
            if (version > ProjectDocument.VERSION) {
                throw new ProjectException(TEXTS.get("project.newer", file, version, ProjectDocument.VERSION));
            }
            if (version < 1) {
                throw new ProjectException(TEXTS.get("project.noVersion", file));
            }
            JsonNode story = ((ObjectNode) root).remove("story");
            ((ObjectNode) root).remove("problems");
            TITLED.forEach(list -> root.path(list).forEach(ProjectJson::chooseTitle));
            List<String> problems = Repair.mend((ObjectNode) root, MAPPER);
            ProjectDocument document = MAPPER.treeToValue(root, ProjectDocument.class).withProblems(problems);
            return story == null ? document : document.withStory(StoryJson.read(story));
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getLineNr());
            throw new ProjectException(TEXTS.get("project.damaged", file, where), e);
        } catch (IOException | RuntimeException e) {
            throw new ProjectException(TEXTS.get("project.damaged", file, "?"), e);
        }
    }
}
