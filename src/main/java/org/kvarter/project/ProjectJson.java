package org.kvarter.project;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
import java.util.List;
import java.util.Optional;
import org.kvarter.analysis.DataBook;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.text.LocalText;
import org.kvarter.study.StudyBook;
import org.kvarter.text.Texts;

/** The document's form on disk: indented JSON with stable order, made for reading and for version control. */
final class ProjectJson {

    /** What a project says of itself first. */
    static final String FORMAT = "kvarter-project";
    private static final String DRAFT_OF = "draftOf";
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
            .addMixIn(ProjectDocument.class, DocumentForm.class)
            .addMixIn(ProjectLayer.class, TitledForm.class)
            .addMixIn(OverlaySpec.class, TitledForm.class)
            .addMixIn(SeriesSource.class, SeriesForm.class)
            .addModule(LocalTextForm.module())
            .addModule(SectionJson.module())
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

    /** Settings of studies have a form of their own. */
    @JsonIgnoreProperties("studies")
    private interface DocumentForm {
    }

    /** What has titles by language keeps them as its {@code title}. */
    private interface TitledForm {
        @JsonProperty("title")
        LocalText titles();
    }

    static byte[] write(ProjectDocument document) {
        return bytes(tree(document));
    }

    /** A document that is not saved. @param origin its own file */
    static byte[] writeDraft(ProjectDocument document, Optional<String> origin) {
        ObjectNode root = tree(document);
        origin.ifPresent(file -> root.put(DRAFT_OF, file));
        return bytes(root);
    }

    /** The file of which {@code draft} is one; empty where it has none. */
    static Optional<String> draftOf(byte[] draft) throws IOException {
        return Optional.of(MAPPER.readTree(draft).path(DRAFT_OF)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static ObjectNode tree(ProjectDocument document) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        root.setAll((ObjectNode) MAPPER.valueToTree(document.withStory(null)));
        root.remove("problems");
        if (!document.studies().equals(StudyBook.EMPTY)) {
            root.set("studies", StudyJson.write(document.studies()));
        }
        if (document.dataBook().equals(DataBook.EMPTY)) {
            root.remove("dataBook");
        }
        if (document.scenarios().equals(ScenarioBook.EMPTY)) {
            root.remove("scenarios");
        }
        if (document.story().steps().isEmpty() && document.story().words().isEmpty()) {
            root.remove("story");
        } else {
            root.set("story", StoryJson.write(document.story()));
        }
        return root;
    }

    private static byte[] bytes(ObjectNode root) {
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
            JsonNode studies = ((ObjectNode) root).remove("studies");
            List<String> problems = Repair.mend((ObjectNode) root, MAPPER);
            StudyBook book = studies == null ? StudyBook.EMPTY : StudyJson.read(studies, problems);
            ProjectDocument document = MAPPER.treeToValue(root, ProjectDocument.class).withStudies(book).withProblems(problems);
            return story == null ? document : document.withStory(StoryJson.read(story));
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getLineNr());
            throw new ProjectException(TEXTS.get("project.damaged", file, where), e);
        } catch (IOException | RuntimeException e) {
            throw new ProjectException(TEXTS.get("project.damaged", file, "?"), e);
        }
    }
}
