package org.kvarter.ui.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.mesh.Solids;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.District;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.LocalFrame;
import org.kvarter.project.ProjectDocument;
import org.kvarter.session.Session;
import org.kvarter.session.loading.SessionDocument;
import org.kvarter.study.StudyBook;
import org.kvarter.study.StudySite;
import org.kvarter.study.sun.SunRule;
import org.kvarter.task.Tasks;
import org.kvarter.ui.Districts;
import org.kvarter.ui.overlays.PaintingModel;
import org.kvarter.ui.overlays.Surfaces;
import org.kvarter.ui.stage.SunModel;

/** What studies do to the session and to the colours of the twin. */
class StudyModelsTest {

    private final Session session = new Session();
    private final Tasks tasks = Districts.inline();
    private final PaintingModel painting = new PaintingModel(session, tasks);
    private final SunHoursModel sun = new SunHoursModel(session, tasks, new SunModel(session), painting);
    private final ViewModel view = new ViewModel(session, tasks, painting);
    private final FloorAreasModel areas = new FloorAreasModel(session, tasks);

    @BeforeEach
    void twoHouses() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        session.clock().zoneProperty().set(ZoneOffset.ofHours(1));
        open("EPSG:3011");
    }

    private void open(String crs) {
        StudySite.Solid solid = org.kvarter.study.Sites.solid(new Solids().box(0, 0, 0, 20, 20, 9).box(0, 60, 0, 20, 80, 9), new BitSet(), AttributeTable.empty(2));
        session.districtProperty().set(new District("Here", new LocalFrame(crs, 153_000, 6_579_000, 0), List.of(solid.layer())));
        session.meshes().put("test", solid.mesh());
    }

    @Test
    void hoursOfSunArePaintedAndGivenToBuildings() {
        sun.ruleProperty().set(SunRule.on(LocalDate.of(2026, 3, 21)));
        assertThat(sun.compute().join()).isTrue();
        assertThat(sun.isCurrent()).isTrue();
        assertThat(session.layer("test").orElseThrow().features().attributes().column(SunHoursModel.SHARE).orElseThrow().number(0)).isEqualTo(75);
        assertThat(session.layer("test").orElseThrow().features().attributes().column(SunHoursModel.MEAN).orElseThrow().unit()).isEqualTo("h");
        Surfaces shown = painting.paintedProperty().get().surfaces();
        assertThat(shown.parts().get("test")).isNotEmpty();
        assertThat(shown.ground()).isNotNull();
        assertThat(painting.paintedProperty().get().legend().orElseThrow().title()).contains("21").contains("all day");
        sun.shownProperty().set(false);
        assertThat(painting.paintedProperty().get().surfaces()).isSameAs(Surfaces.NONE);
    }

    @Test
    void anotherRuleOrAHiddenLayerMakesTheFiguresOld() {
        sun.compute().join();
        sun.ruleProperty().set(sun.ruleProperty().get().withDay(LocalDate.of(2026, 6, 21)));
        assertThat(sun.isCurrent()).isFalse();
        sun.compute().join();
        assertThat(sun.isCurrent()).isTrue();
        session.styles().put("test", LayerStyle.DEFAULT.withVisible(false));
        assertThat(sun.isCurrent()).isFalse();
        assertThat(sun.compute().join()).isFalse();
        assertThat(sun.troubleProperty().get()).contains("Show a layer of buildings");
    }

    @Test
    void layersThatAreReadAnewDropColoursByPart() {
        sun.compute().join();
        open("EPSG:3011");
        assertThat(sun.resultProperty().get()).isNull();
        assertThat(painting.paintedProperty().get().surfaces()).isSameAs(Surfaces.NONE);
    }

    @Test
    void aDistrictWithoutAPlaceAndHoursWithoutSunAreTold() {
        open("");
        assertThat(sun.compute().join()).isFalse();
        assertThat(sun.troubleProperty().get()).contains("where on earth");
        open("EPSG:3011");
        sun.ruleProperty().set(new SunRule("", LocalDate.of(2026, 12, 21), LocalTime.of(1, 0), LocalTime.of(4, 0), 1, 0.5, 0));
        assertThat(sun.compute().join()).isFalse();
        assertThat(sun.troubleProperty().get()).contains("does not count at any of these hours");
    }

    @Test
    void whatMeetsTheRuleIsToldInTwoColours() {
        sun.compute().join();
        sun.tellRule(true);
        assertThat(painting.paintedProperty().get().legend().orElseThrow().entries()).hasSize(2);
        assertThat(java.util.Arrays.stream(painting.paintedProperty().get().surfaces().parts().get("test")).filter(c -> c != 0).distinct().count()).isEqualTo(2);
    }

    @Test
    void theNumbersAreWritten(@TempDir Path folder) throws Exception {
        sun.compute().join();
        sun.writing().to(folder.resolve("sun.csv"));
        areas.compute();
        areas.writing().to(folder.resolve("areas.csv"));
        assertThat(Files.readAllLines(folder.resolve("sun.csv"))).hasSize(3);
        assertThat(Files.readAllLines(folder.resolve("areas.csv"))).hasSize(3).last().asString().contains("400.000,3.000,height by 3.000 m,1200.000");
    }

    @Test
    void floorAreasAreGivenToBuildings() {
        areas.compute();
        assertThat(session.layer("test").orElseThrow().features().attributes().column(FloorAreasModel.FLOOR).orElseThrow().number(1)).isEqualTo(1_200);
        areas.storeyHeightProperty().set(4.5);
        areas.compute();
        assertThat(session.layer("test").orElseThrow().features().attributes().column(FloorAreasModel.FLOOR).orElseThrow().number(1)).isEqualTo(800);
        areas.colour(false);
        assertThat(session.activeOverlay().orElseThrow().unit()).isEqualTo("m²");
    }

    @Test
    void theLatestStudyIsShownAndTheOneBeforeComesBack() {
        sun.compute().join();
        view.stand(new double[] {10, -40, 0});
        assertThat(painting.paintedProperty().get().legend().orElseThrow().title()).isEqualTo("Seen from there");
        view.clear();
        assertThat(painting.paintedProperty().get().legend().orElseThrow().title()).startsWith("Sun on");
    }

    @Test
    void oneLooksFromBeforeAWallAndAwayFromIt() {
        view.yawProperty().set(0);
        view.stand(new double[] {10, 0, 3});
        assertThat(view.placeProperty().get()[1]).isCloseTo(-0.5, within(1e-9));
        assertThat(view.yawProperty().get()).isEqualTo(180);
        view.yawProperty().set(0);
        view.stand(new double[] {10, -40, 0});
        assertThat(view.yawProperty().get()).isZero();
        assertThat(view.resultProperty().get().seen()).extracting(s -> s.share() > 0).containsExactly(true, false);
        assertThat(view.camera().orElseThrow().height()).isCloseTo(1.65, within(1e-9));
    }

    @Test
    void whatIsSetIsKeptAndCanBeUndone() {
        SunRule june = SunRule.on(LocalDate.of(2026, 6, 21));
        sun.ruleProperty().set(june);
        session.undo().markSaved(); // so that the next change is a step of its own
        sun.stepProperty().set(2);
        session.undo().markSaved();
        areas.storeyHeightProperty().set(4.5);
        session.undo().markSaved();
        areas.choosePlots("parcels");
        assertThat(session.studies()).isEqualTo(new StudyBook(new StudyBook.SunAsked(Optional.of(june), 2, true, true), StudyBook.ViewAsked.DEFAULT,
                new StudyBook.AreasAsked(4.5, "parcels")));
        assertThat(session.undo().dirtyProperty().get()).isTrue();
        session.undo().undo();
        assertThat(session.studies().areas().plots()).isEmpty();
        session.undo().undo();
        assertThat(areas.storeyHeightProperty().get()).isEqualTo(3);
        assertThat(session.undo().undoTitleProperty().get()).isEqualTo("change how hours of sun are counted");
        session.undo().undo();
        assertThat(sun.stepProperty().get()).isEqualTo(10);
        assertThat(sun.ruleProperty().get()).isEqualTo(june);
        session.undo().undo();
        assertThat(sun.ruleProperty().get().day()).hasMonth(java.time.Month.MARCH);
        assertThat(session.studies()).isEqualTo(StudyBook.EMPTY);
    }

    @Test
    void theViewFromAPlaceIsOneStepAndComesBackWithWhatIsSeen() {
        view.stand(new double[] {10, -40, 0}, 0);
        ViewModel.Result first = view.resultProperty().get();
        session.undo().markSaved();
        view.heightProperty().set(30);
        assertThat(view.resultProperty().get().eye().up()).isEqualTo(30);
        assertThat(view.resultProperty().get().seen()).extracting(s -> s.share() > 0).containsExactly(true, true);
        session.undo().undo();
        assertThat(view.heightProperty().get()).isEqualTo(1.65);
        assertThat(view.resultProperty().get().seen()).isEqualTo(first.seen());
        session.undo().undo();
        assertThat(view.placeProperty().get()).isNull();
        assertThat(view.resultProperty().get()).isNull();
        assertThat(painting.paintedProperty().get().surfaces()).isSameAs(Surfaces.NONE);
        session.undo().redo();
        assertThat(view.resultProperty().get().seen()).isEqualTo(first.seen());
    }

    @Test
    void aProjectThatIsOpenedStandsWhereItStood() {
        view.stand(new double[] {10, -40, 0}, 15);
        view.widthProperty().set(90);
        ProjectDocument kept = SessionDocument.of(session);
        Session other = new Session();
        ViewModel there = new ViewModel(other, tasks, new PaintingModel(other, tasks));
        other.districtProperty().set(new District("Moved", new LocalFrame("EPSG:3011", 153_010, 6_579_000, 0), List.of()));
        other.studiesProperty().set(kept.studies());
        assertThat(there.placeProperty().get()[0]).isCloseTo(view.placeProperty().get()[0] - 10, within(1e-6));
        assertThat(there.yawProperty().get()).isEqualTo(15);
        assertThat(there.widthProperty().get()).isEqualTo(90);
        assertThat(there.resultProperty().get()).isNull();
        there.begin();
        assertThat(there.resultProperty().get()).describedAs("nothing stands there yet").isNull();
        other.districtProperty().set(session.district());
        other.meshes().putAll(session.meshes());
        there.begin();
        assertThat(there.resultProperty().get().seen()).isEqualTo(view.resultProperty().get().seen());
        assertThat(other.undo().dirtyProperty().get()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8, 08:00", "8:30, 08:30", "08.30, 08:30", "24, 00:00", "24:00, 00:00", "23:59, 23:59"})
    void timesAreReadAsPeopleWriteThem(String written, LocalTime time) {
        assertThat(DayTime.read(written)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"25", "noon", "8:75", "''"})
    void whatIsNoTimeIsNone(String written) {
        assertThat(DayTime.read(written)).isNull();
    }
}
