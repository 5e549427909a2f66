package org.kvarter.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Section;
import org.kvarter.model.Viewpoint;
import org.kvarter.study.StudyBook;
import org.kvarter.study.sun.SunRule;

/** What was set in studies, and what viewpoints cut away, on disk. */
class StudyJsonTest {

    private static final StudyBook BOOK = new StudyBook(
            new StudyBook.SunAsked(Optional.of(new SunRule("Solklart", LocalDate.of(2026, 3, 21), LocalTime.of(9, 0), LocalTime.of(17, 30), 5, 0.25, 4)), 2, false, false),
            new StudyBook.ViewAsked(Optional.of(new StudyBook.Place(153_010.5, 6_579_020.25, 3)), 1.2, 270, 75), new StudyBook.AreasAsked(3.4, "plots"));

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static ProjectDocument document() {
        LocalFrame frame = new LocalFrame("EPSG:3011", 153_000, 6_579_000, 0);
        return new ProjectDocument(1, "Here", frame, List.of(), List.of(), List.of(
                new Viewpoint("Whole", 1, 2, 3, 4, -5),
                new Viewpoint("Plan", 1, 2, 3, 4, -5, new Section.Plane(153_001, 6_579_001, 12.5, 90, true, true)),
                new Viewpoint("Box", 1, 2, 3, 4, -5, new Section.Box(153_001, 6_579_001, 2, 20, 30, 12, 15))), List.of(), "", List.of(), null, "", "FADE", List.of());
    }

    @Test
    void everythingThatWasSetComesBack() throws Exception {
        ProjectDocument kept = document().withStudies(BOOK);
        ProjectDocument read = ProjectJson.read(ProjectJson.write(kept), "x.kvarter");
        assertThat(read.studies()).isEqualTo(BOOK);
        assertThat(read.viewpoints()).isEqualTo(kept.viewpoints());
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void whatWasNeverSetIsNotWritten() throws Exception {
        String text = new String(ProjectJson.write(document()), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("studies");
        assertThat(text.split("\"section\"", -1)).hasSize(3);
        String old = text.replaceAll("(?s),\\s*\"section\" : \\{[^}]*\\}", "");
        assertThat(ProjectJson.read(old.getBytes(StandardCharsets.UTF_8), "old.kvarter").viewpoints()).extracting(Viewpoint::section).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"hours\" : 5.0 | \"hours\" : -5 | studies.sun",
        "\"day\" : \"2026-03-21\" | \"day\" : \"in spring\" | studies.sun",
        "\"eyeHeight\" : 1.2 | \"eyeHeight\" : 9999 | studies.view",
        "\"storeyHeight\" : 3.4 | \"storeyHeight\" : 0 | studies.floorAreas",
        "\"tall\" : 12.0 | \"tall\" : 0 | section",
        "\"kind\" : \"plane\" | \"kind\" : \"ball\" | section"})
    void whatCannotBeIsToldAndTheRestOpens(String good, String bad, String named) throws Exception {
        String text = new String(ProjectJson.write(document().withStudies(BOOK)), StandardCharsets.UTF_8);
        assertThat(text).contains(good);
        ProjectDocument read = ProjectJson.read(text.replace(good, bad).getBytes(StandardCharsets.UTF_8), "x.kvarter");
        assertThat(read.problems()).singleElement().asString().contains(named);
        assertThat(read.viewpoints()).hasSize(3);
        assertThat(List.of(read.studies().sun().equals(BOOK.sun()), read.studies().view().equals(BOOK.view()), read.studies().areas().equals(BOOK.areas())))
                .filteredOn(same -> !same).hasSize(named.startsWith("studies") ? 1 : 0);
    }
}
