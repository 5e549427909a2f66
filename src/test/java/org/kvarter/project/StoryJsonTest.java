package org.kvarter.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.Section;
import org.kvarter.model.Viewpoint;
import org.kvarter.text.LocalText;

class StoryJsonTest {

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static ProjectStory read(String story) throws Exception {
        String file = "{\"format\":\"kvarter-project\",\"version\":1,\"name\":\"Hamnen\",\"story\":" + story.replace('\'', '"') + "}";
        ProjectDocument document = ProjectJson.read(file.getBytes(StandardCharsets.UTF_8), "kvarter.json");
        assertThat(document.name()).isEqualTo("Hamnen");
        return document.story();
    }

    private static ProjectStep only(ProjectStory story) {
        assertThat(story.steps()).hasSize(1);
        return story.steps().get(0);
    }

    @Test
    void aWholeStepIsReadAsItWasWritten() throws Exception {
        LocalText title = new LocalText(Map.of("en", "The quay", "sv", "Kajen"));
        ProjectStep step = new ProjectStep("s1", title, LocalText.of("Text"), LocalText.EMPTY, "Along the quay", new Viewpoint("", 1, 2.5, 3, 270, -10),
                List.of(new ProjectStep.Layer("trees", false, 0.4, -1, null),
                        new ProjectStep.Layer("journeys", true, 1, 25, null),
                        new ProjectStep.Layer("house", true, 1, -1, new KeptStoreys(List.of("Roof"), List.of("IfcSlab"), 3))), "heat",
                new ProjectStep.Time("2025-01-16T17:00:00Z", "2025-01-16T00:00:00Z", "2025-01-17T00:00:00Z", 20, "HOUR", "clock", true),
                List.of("base", "quay"), List.of("peak"), LocalText.of("Peak"),
                List.of(new ProjectPin("stops", "T1")), new Section.Box(1, 2, 3, 4, 5, 6, 7));
        ProjectStory story = new ProjectStory(List.of(step), Map.of("s1", "aGVq"), Map.of("Peak", new LocalText(Map.of("sv", "Topp"))), List.of());
        byte[] file = ProjectJson.write(ProjectDocument.EMPTY.withStory(story));
        assertThat(ProjectJson.read(file, "kvarter.json").story()).isEqualTo(story);
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("\"sv\" : \"Kajen\"", "\"text\" : \"Text\"").doesNotContain("notes");
    }

    @Test
    void aPlaneIsReadAsItWasWritten() throws Exception {
        ProjectStep step = only(read("{'steps':[{'section':{'kind':'plane','east':1,'north':2,'height':3,'directionDegrees':40,'flipped':true}}]}"));
        assertThat(step.section()).isEqualTo(new Section.Plane(1, 2, 3, 40, false, true));
        ProjectStory story = new ProjectStory(List.of(step), Map.of(), Map.of(), List.of());
        assertThat(ProjectJson.read(ProjectJson.write(ProjectDocument.EMPTY.withStory(story)), "kvarter.json").story()).isEqualTo(story);
    }

    @Test
    void aProjectWithoutAStorySaysNothingOfOne() {
        assertThat(new String(ProjectJson.write(ProjectDocument.EMPTY), StandardCharsets.UTF_8)).doesNotContain("story");
    }

    @Test
    void anEmptyStepIsAStep() throws Exception {
        ProjectStory story = read("{'steps':[{}]}");
        assertThat(story.problems()).isEmpty();
        ProjectStep step = only(story);
        assertThat(step.id()).isEqualTo("step-1");
        assertThat(step.overlay()).isNull();
        assertThat(step.time()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"'camera':'north'|camera", "'camera':{'east':1}|camera", "'overlay':7|overlay", "'layers':[3]|layers",
            "'scenarios':[{}]|scenarios", "'text':[1]|text", "'time':{'at':5}|at", "'section':{'kind':'plane'}|section", "'section':{'kind':'ball'}|section",
            "'camera':{'east':1,'north':2,'height':3,'yawDegrees':4,'pitchDegrees':-120}|camera"})
    void anOddPartIsToldAndTheRestOfTheStepStays(String part, String named) throws Exception {
        ProjectStory story = read("{'steps':[{'title':'Kept'," + part + "}]}");
        assertThat(only(story).title()).isEqualTo(LocalText.of("Kept"));
        assertThat(story.problems()).singleElement().asString().startsWith("Step 1 ").contains(" " + named + " ");
    }

    @Test
    void whatIsNoStepIsLeftOut() throws Exception {
        ProjectStory story = read("{'steps':['first',{'title':'Second'}]}");
        assertThat(only(story).title()).isEqualTo(LocalText.of("Second"));
        assertThat(story.problems()).containsExactly("Step 1 of the story is not readable and was left out.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"null", "'once upon a time'", "{}", "[]", "{'steps':null}"})
    void aStoryThatIsNoneIsEmpty(String story) throws Exception {
        assertThat(read(story).steps()).isEmpty();
    }

    @Test
    void stepsOfOneIdAreToldApart() throws Exception {
        assertThat(read("[{'id':'a'},{'id':'a'},{'id':'step-2'}]").steps()).extracting(ProjectStep::id).doesNotHaveDuplicates().startsWith("a");
    }

    @Test
    void aPlainTimeIsAMoment() throws Exception {
        assertThat(only(read("[{'time':'2025-01-16T18:00:00+01:00'}]")).time().at()).isEqualTo("2025-01-16T18:00:00+01:00");
    }
}
