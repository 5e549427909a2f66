package org.kvarter.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.text.LocalText;

class StoryTest {

    static Step step(String id) {
        return new Step(id, LocalText.of(id), LocalText.EMPTY, LocalText.EMPTY, "", Optional.empty(), Map.of(), Optional.empty(),
                Optional.empty(), List.of(), List.of());
    }

    private static Story story(String ids) {
        return new Story(Arrays.stream(ids.split("")).map(StoryTest::step).toList());
    }

    private static String ids(Story story) {
        return story.steps().stream().map(Step::id).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({"abcd,a,2,bcad", "abcd,d,0,dabc", "abcd,b,1,abcd", "abcd,b,9,acdb", "abcd,c,-3,cabd", "abcd,x,0,abcd"})
    void aStepMoves(String before, String id, int to, String after) {
        assertThat(ids(story(before).moved(id, to))).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"abc,a,axbc", "abc,c,abcx", "abc,z,abc"})
    void aCopyFollowsItsOriginal(String before, String id, String after) {
        Story copied = story(before).duplicated(id, "x");
        assertThat(ids(copied)).isEqualTo(after);
        copied.step("x").ifPresent(x -> assertThat(x.title()).isEqualTo(LocalText.of(id)));
    }

    @Test
    void updatingFromTheViewKeepsTheWordsAndASpanThatHoldsTheMoment() {
        var day = new StepTime.Span(java.time.Instant.parse("2025-01-16T00:00:00Z"), java.time.Instant.parse("2025-01-17T00:00:00Z"), 20);
        Step told = step("a").withTime(Optional.of(StepTime.at(day.from(), "HOUR", true).withSpan(Optional.of(day))));
        Step sameDay = step("b").withTime(Optional.of(StepTime.at(day.from().plusSeconds(3600), "HOUR", false)));
        Step later = step("c").withTime(Optional.of(StepTime.at(day.to().plusSeconds(1), "HOUR", false)));
        assertThat(told.showing(sameDay).title()).isEqualTo(LocalText.of("a"));
        assertThat(told.showing(sameDay).time().orElseThrow().span()).contains(day);
        assertThat(told.showing(later).time().orElseThrow().span()).isEmpty();
    }
}
