package org.kvarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.Severity;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectLayer;
import org.kvarter.project.ProjectSource;
import org.kvarter.project.ProjectStore;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.BaseData;
import org.kvarter.scenario.KpiValue;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.CsvSeriesReader;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.session.Session;
import org.kvarter.session.story.Staging;
import org.kvarter.task.Progress;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.StoryForm;

/** The sample's project file opens as the program opens any project: everything it names is there, and nothing is complained of. */
class SampleProjectTest {
    @TempDir
    static Path unpacked;

    private static ProjectDocument project;
    private static ImportResult read;

    @BeforeAll
    static void open() throws Exception {
        project = new ProjectStore(unpacked).open(Path.of("datasets/kvarter.json"), Progress.NONE).document();
        List<ImportRequest> requests = project.sources().stream().map(SampleProjectTest::request).toList();
        read = new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(), Runnable::run)
                .run(requests, new District("", project.frame(), List.of()), ImportListener.NONE, Progress.NONE);
    }

    private static ImportRequest request(ProjectSource source) {
        return new ImportRequest(Path.of(source.file()), source.options(), Optional.of(source.crs()).filter(c -> !c.isEmpty()), Optional.empty());
    }

    @Test
    void holdsSevenViewpointsAndThreeOverlaysOfDistinctNames() {
        assertThat(project.viewpoints()).hasSize(7).extracting("name").doesNotHaveDuplicates();
        assertThat(project.overlays()).hasSize(3).extracting(OverlaySpec::id).doesNotHaveDuplicates();
    }

    @Test
    void tellsAStoryOfEightStepsInTwoLanguagesThatNamesOnlyWhatIsThere() {
        StoryForm.Understood told = StoryForm.of(project.story());
        assertThat(told.problems()).isEmpty();
        assertThat(told.story().steps()).hasSize(8);
        Session session = new Session();
        session.districtProperty().set(new District("", project.frame(), read.layers().stream().map(l -> l.layer()).toList()));
        session.viewpoints().setAll(project.viewpoints());
        session.overlays().setAll(project.overlays());
        session.scenariosProperty().set(project.scenarios());
        Set<String> names = texts();
        assertThat(told.story().words()).as("everything a person wrote of the scenarios is there in Swedish").containsKeys(names.toArray(String[]::new));
        project.scenarios().kpis().forEach(k -> names.add(k.unit()));
        project.viewpoints().forEach(v -> names.add(v.name()));
        project.overlays().forEach(o -> names.add(o.title()));
        project.series().forEach(s -> names.add(s.title()));
        project.layers().forEach(l -> names.add(l.titles().in(java.util.Locale.ENGLISH)));
        assertThat(names).as("words are of things there are").containsAll(told.story().words().keySet());
        for (Step step : told.story().steps()) {
            assertThat(Staging.missing(session, step)).isEmpty();
            assertThat(Staging.camera(session, step)).isPresent();
            assertThat(List.of(step.title(), step.text(), step.notes())).allSatisfy(w -> assertThat(w.byLanguage()).containsOnlyKeys("en", "sv"));
            for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("sv"))) {
                assertThat(step.text().in(language).split("\\s+")).as("short enough to be read from the back").hasSizeLessThan(31);
            }
        }
    }

    /** All names and sentences of scenarios, assumptions, key figures and notes. */
    private Set<String> texts() {
        Set<String> texts = project.scenarios().kpis().stream().map(k -> k.title()).collect(Collectors.toSet());
        project.scenarios().notes().forEach(n -> texts.add(n.note()));
        project.scenarios().scenarios().forEach(s -> {
            texts.addAll(List.of(s.name(), s.description()));
            s.assumptions().forEach(a -> texts.addAll(List.of(a.name(), a.source())));
            s.measures().stream().filter(Measure.ChangeSeries.class::isInstance).map(m -> ((Measure.ChangeSeries) m).title())
                    .filter(t -> !t.isEmpty()).forEach(texts::add);
        });
        return texts;
    }

    @Test
    void everyFileIsReadWithoutWarning() {
        assertThat(read.failures()).isEmpty();
        assertThat(read.questions()).isEmpty();
        assertThat(read.diagnostics()).filteredOn(d -> d.severity() != Severity.INFO).extracting(Diagnostic::message).isEmpty();
    }

    @Test
    void everyLayerItNamesIsThere() {
        Set<String> layers = read.layers().stream().map(l -> l.layer().id()).collect(Collectors.toSet());
        assertThat(layers).containsExactlyInAnyOrderElementsOf(project.layers().stream().map(ProjectLayer::id).toList());
        assertThat(kind("lindhamn-building")).isEqualTo(LayerKind.BUILDINGS);
        assertThat(kind("lindhamn-water")).isEqualTo(LayerKind.WATER);
        assertThat(kind("lindhamn-green")).isEqualTo(LayerKind.GREEN);
        assertThat(kind("lindhamn-trees")).isEqualTo(LayerKind.TREES);
        assertThat(kind("lindhamn-tram")).isEqualTo(LayerKind.RAIL);
        assertThat(kind("lindhamn-street-areas")).isEqualTo(LayerKind.STREETS);
    }

    @Test
    void ofTheTimberHousesVariantsOneIsShownAndRoomsAreHidden() {
        List<ProjectLayer> variants = project.layers().stream().filter(l -> l.style().stance().isVariant()).toList();
        assertThat(variants).extracting(ProjectLayer::id).containsExactly("lindhamn-timber-house-a-elements", "lindhamn-timber-house-b-elements");
        assertThat(variants).extracting(l -> l.style().stance().variants()).containsOnly("Timber house");
        assertThat(variants).extracting(ProjectLayer::visible).containsExactly(true, false);
        assertThat(project.layers()).filteredOn(l -> l.id().endsWith("-spaces")).hasSize(2).noneMatch(ProjectLayer::visible);
        assertThat(kind("lindhamn-timber-house-a-elements")).isEqualTo(LayerKind.BUILDING_ELEMENTS);
        assertThat(kind("lindhamn-timber-house-a-spaces")).isEqualTo(LayerKind.SPACES);
    }

    private static LayerKind kind(String id) {
        return read.layers().stream().map(l -> l.layer()).filter(l -> l.id().equals(id)).map(Layer::kind).findFirst().orElseThrow();
    }

    @Test
    void overlaysFindTheirAttributesAndSeries() {
        Layer buildings = read.layers().stream().map(l -> l.layer()).filter(l -> l.id().equals("lindhamn-building")).findFirst().orElseThrow();
        Set<String> series = project.series().stream().map(SeriesSource::seriesId).collect(Collectors.toSet());
        for (OverlaySpec overlay : project.overlays()) {
            assertThat(overlay.layerId()).isEqualTo(buildings.id());
            if (overlay.values() instanceof ValueSource.Attribute a) {
                assertThat(buildings.features().attributes().names()).contains(a.attribute());
            } else if (overlay.values() instanceof ValueSource.Series s) {
                assertThat(series).contains(s.seriesId());
            }
            if (!overlay.perAttribute().isEmpty()) {
                assertThat(buildings.features().attributes().names()).contains(overlay.perAttribute());
            }
        }
        assertThat(project.series()).allSatisfy(s -> assertThat(Files.exists(Path.of(s.file()))).isTrue());
    }

    /** What the scenarios promise, against sums over the tables themselves. */
    @Test
    void scenariosAnswerWithTheSumsOfTheirTables() throws Exception {
        Map<String, SeriesView> tables = new HashMap<>();
        Map<String, SeriesSource> sources = new HashMap<>();
        for (SeriesSource s : project.series()) {
            CsvFormat format = ((SeriesOrigin.CsvFile) s.origin()).format();
            tables.put(s.seriesId(), CsvSeriesReader.read(Path.of(s.file()), format, s.seriesId(), s.title(), s.quantity(), Progress.NONE).table());
            sources.put(s.seriesId(), s);
        }
        ScenarioEngine engine = new ScenarioEngine(new BaseData(read.district(), tables, sources));
        ScenarioBook book = project.scenarios();
        for (String id : List.of("", "solar", "quay")) {
            assertThat(engine.view(book, id).problems()).isEmpty();
            assertThat(engine.kpis(book, id)).extracting(KpiValue::problem).containsOnly("");
        }
        double electricity = sum(tables.get("electricity-2025"));
        double solar = 0.5 * sum(tables.get("solar-2025"));
        double battery = sum(tables.get("battery-2025"));
        assertThat(value(engine, book, "", "grid")).isCloseTo(electricity, Percentage.withPercentage(0.01));
        assertThat(value(engine, book, "solar", "solar")).isCloseTo(solar, Percentage.withPercentage(0.01));
        assertThat(value(engine, book, "solar", "grid") - value(engine, book, "solar", "given"))
                .isCloseTo(electricity - solar + battery, Percentage.withPercentage(0.01));
        assertThat(value(engine, book, "solar", "peak")).isLessThan(0.97 * value(engine, book, "", "peak"));
        assertThat(value(engine, book, "quay", "quayCars")).isCloseTo(0.3 * value(engine, book, "", "quayCars"), Percentage.withPercentage(0.01));
        assertThat(value(engine, book, "", "quayCars")).as("counts of the quay agree with what its streets say of a day").isBetween(5000.0, 6400.0);
        assertThat(value(engine, book, "quay", "carsBehind")).isGreaterThan(1.1 * value(engine, book, "", "carsBehind"));
        assertThat(value(engine, book, "", "service")).isBetween(3.0, 40.0);
    }

    private static double value(ScenarioEngine engine, ScenarioBook book, String scenario, String kpi) {
        return engine.kpis(book, scenario).stream().filter(k -> k.kpi().id().equals(kpi)).findFirst().orElseThrow().value();
    }

    private static double sum(SeriesView table) {
        double sum = 0;
        for (float v : ((SeriesTable) table).values()) {
            sum += v;
        }
        return sum;
    }
}
