package org.kvarter.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.project.KeptStoreys;
import org.kvarter.project.ProjectPin;
import org.kvarter.project.ProjectStep;
import org.kvarter.project.ProjectStory;
import org.kvarter.text.LocalText;

class StoryFormTest {

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static ProjectStory kept(ProjectStep.Time time, List<String> scenarios) {
        return new ProjectStory(List.of(new ProjectStep("a", LocalText.of("A"), LocalText.EMPTY, LocalText.EMPTY, "", null,
                List.of(new ProjectStep.Layer("journeys", true, 0.5, 25, null), new ProjectStep.Layer("trees", true, 0.5, -1, null),
                        new ProjectStep.Layer("house", true, 1, -1, new KeptStoreys(List.of(), List.of(), 0)),
                        new ProjectStep.Layer("school", true, 1, -1, new KeptStoreys(List.of("Roof"), List.of("IfcSlab"), 2.5))), null, time,
                scenarios, List.of(), LocalText.of("Legend"),
                List.of(new ProjectPin("stops", "T1")))), Map.of("a", "x", "gone", "y"), Map.of(), List.of());
    }

    @Test
    void whatIsUnderstoodIsWrittenTheSame() {
        ProjectStory kept = kept(new ProjectStep.Time("2025-01-16T17:00:00Z", "2025-01-16T00:00:00Z", "2025-01-17T00:00:00Z", 12, "DAY", "clock", true),
                List.of("base", "quay"));
        StoryForm.Understood told = StoryForm.of(kept);
        assertThat(told.problems()).isEmpty();
        ProjectStory written = StoryForm.toProject(told.story(), told.pictures());
        assertThat(written.steps()).isEqualTo(kept.steps());
        assertThat(written.pictures()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-16T18:00:00+01:00, '', '', 2025-01-16T17:00:00Z, false, 0",
        "Thursday, '', '', , false, 1",
        "'', 2025-01-16T00:00:00Z, 2025-01-17T00:00:00Z, 2025-01-16T00:00:00Z, true, 0",
        "2025-01-16T12:00:00Z, 2025-01-17T00:00:00Z, 2025-01-16T00:00:00Z, 2025-01-16T12:00:00Z, false, 1",
        "2025-01-16T12:00:00Z, 2025-01-16T00:00:00Z, '', 2025-01-16T12:00:00Z, false, 1"})
    void aTimeIsTakenAsFarAsItIsOne(String at, String from, String to, String moment, boolean span, int problems) {
        StoryForm.Understood told = StoryForm.of(kept(new ProjectStep.Time(at, from, to, 20, "HOUR", "studio", false), List.of()));
        var time = told.story().steps().get(0).time();
        assertThat(time.map(StepTime::at).orElse(null)).isEqualTo(moment == null ? null : Instant.parse(moment));
        assertThat(time.flatMap(StepTime::span).isPresent()).isEqualTo(span);
        assertThat(told.problems()).hasSize(problems).allMatch(p -> p.startsWith("Step 1 "));
    }

    @Test
    void moreThanTwoScenariosAreToldAndTwoShow() {
        StoryForm.Understood told = StoryForm.of(kept(null, List.of("a", "b", "c")));
        assertThat(told.story().steps().get(0).scenarios()).containsExactly("a", "b");
        assertThat(told.problems()).hasSize(1);
    }

    @Test
    void aSpanPlaysInItsSeconds() {
        var day = new StepTime.Span(Instant.parse("2025-01-16T00:00:00Z"), Instant.parse("2025-01-17T00:00:00Z"), 24);
        assertThat(day.perSecond()).hasHours(1);
    }
}
