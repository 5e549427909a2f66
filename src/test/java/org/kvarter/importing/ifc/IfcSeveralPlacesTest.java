package org.kvarter.importing.ifc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.place.PlaceCandidate;
import org.kvarter.geo.place.Statement;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.importing.pipeline.PlaceQuestion;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.task.Progress;

/** Files that say several things of their place: each is a candidate of the doctor, and choosing one puts the model there. */
class IfcSeveralPlacesTest {

    /**
     * 59° 20′ N, 18° E. In SWEREF 99 18 00 that is on its meridian, 150,000 east, and north the arc from the equator on GRS 80, by the series
     * 111132.954 φ − 16038.509 sin 2φ + 16.833 sin 4φ − 0.022 sin 6φ (φ in degrees in the first term).
     */
    private static final String STOCKHOLM = "(59,20,0,0),(18,0,0,0),0.";
    private static final double SITE_NORTH = 6_579_801.9;
    private static final double NORTH = 6_579_810;

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    /** A district of four blocks around 150,000 east and {@link #NORTH}. */
    private District district() throws Exception {
        StringBuilder blocks = new StringBuilder("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3011\"}},"
                + "\"features\":[");
        for (int i = 0; i < 4; i++) {
            double e = 149_800 + 300 * (i & 1);
            double n = NORTH - 250 + 300 * (i >> 1);
            blocks.append(String.format(Locale.ROOT, "%s{\"type\":\"Feature\",\"properties\":{\"building\":\"yes\",\"height\":12},\"geometry\":{\"type\":\"Polygon\","
                    + "\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}", i == 0 ? "" : ",", e, n, e + 100, n, e + 100, n + 100, e, n + 100, e, n));
        }
        Path file = Files.writeString(folder.resolve("blocks.geojson"), blocks + "]}");
        return run(District.EMPTY, ImportRequest.of(file)).district();
    }

    private static ImportResult run(District district, ImportRequest request) {
        return new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(), Runnable::run).run(List.of(request), district, ImportListener.NONE, Progress.NONE);
    }

    private Path model(String origin, String... conversions) throws Exception {
        IfcDraft draft = IfcDraft.at(origin, "");
        draft.wall(draft.box(10, 1, 3));
        for (String numbers : conversions) {
            String target = draft.add("IFCPROJECTEDCRS('EPSG:3011',$,$,$,$,$," + draft.add("IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)") + ")");
            draft.add("IFCMAPCONVERSION(" + draft.context() + "," + target + "," + numbers + ")");
        }
        return draft.write(folder.resolve("house.ifc"));
    }

    private static double[] standsAt(ImportResult result) {
        assertThat(result.failures()).isEmpty();
        assertThat(result.questions()).isEmpty();
        Bounds b = result.layers().stream().filter(l -> l.layer().id().endsWith("elements")).findFirst().orElseThrow().layer().bounds();
        return new double[] {b.minEast() + result.district().frame().originEast(), b.minNorth() + result.district().frame().originNorth()};
    }

    private static PlaceCandidate by(List<PlaceCandidate> all, String word) {
        return all.stream().filter(c -> c.statement().map(Statement::settings).equals(Optional.of(Map.of("georeference", word)))
                && c.followsStatement() && c.adjustment().isNone()).findFirst().orElseThrow(() -> new AssertionError(word + " not among " + all));
    }

    @Test
    void aMapConversionFarAwayIsDoubtedWhereTheSiteLiesInTheDistrict() throws Exception {
        District district = district();
        // a hundred kilometres too far east
        ImportResult first = run(district, ImportRequest.of(model(STOCKHOLM, "250000.,6579810.,0.,1.,0.,$")));

        PlaceQuestion question = first.questions().get(0);
        PlaceCandidate best = question.candidates().get(0);
        assertThat(best.title()).startsWith("By latitude and longitude of #");
        assertThat(best.reason()).contains("open district");
        assertThat(question.clear()).contains(best);
        assertThat(question.candidates()).anyMatch(c -> c.stated() && c.title().startsWith("By the map conversion #"));
        ImportRequest answered = question.answer(best);
        assertThat(answered.options().settings()).containsEntry("georeference", "site");
        assertThat(answered.crs()).isEmpty();
        double[] at = standsAt(run(district, answered));
        assertThat(at[0]).isCloseTo(150_000, within(0.1));
        assertThat(at[1]).isCloseTo(SITE_NORTH, within(0.3));
    }

    @Test
    void aMapConversionInTheDistrictIsNotAskedAbout() throws Exception {
        double[] at = standsAt(run(district(), ImportRequest.of(model(STOCKHOLM, "150050.,6579810.,0.,1.,0.,$"))));

        assertThat(at).containsExactly(new double[] {150_050, 6_579_810}, within(0.01));
    }

    /** Every statement, asked for at any time, puts the model where the file says it; asking again offers them all again. */
    @Test
    void eachStatementCanBeChosenAndChosenAgain() throws Exception {
        District district = district();
        ImportRequest request = ImportRequest.of(model(STOCKHOLM, "150050.,6579810.,0.,1.,0.,$", "150200.,6580000.,0.,1.,0.,$"));
        Map<String, double[]> truth = Map.of("map", new double[] {150_050, 6_579_810}, "map2", new double[] {150_200, 6_580_000},
                "site", new double[] {150_000, SITE_NORTH});
        for (String before : List.of("map", "site", "map2")) {
            for (String word : truth.keySet()) {
                ImportRequest asked = asking(request);
                PlaceCandidate candidate = by(run(district, asked).questions().get(0).candidates(), word);
                Bounds box = candidate.box().orElseThrow();
                request = PlaceQuestion.answer(request, candidate);
                double[] at = standsAt(run(district, request));
                assertThat(at).as(word).containsExactly(truth.get(word), within(word.equals("site") ? 0.3 : 0.01));
                assertThat(box.minEast() + district.frame().originEast()).as("shown on the map").isCloseTo(at[0], within(0.05));
            }
            request = PlaceQuestion.answer(request, by(run(district, asking(request)).questions().get(0).candidates(), before));
        }
    }

    /** A model whose coordinates are those of the map already, and a map conversion on top that adds them once more. */
    @Test
    void coordinatesOfAMapUnderAMapConversionAreACandidate() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        draft.element("IFCWALL", "wall", draft.place(150_000, NORTH, 0), draft.box(10, 1, 3));
        String target = draft.add("IFCPROJECTEDCRS('EPSG:3011',$,$,$,$,$," + draft.add("IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)") + ")");
        draft.add("IFCMAPCONVERSION(" + draft.context() + "," + target + ",150000.,6579810.,0.,1.,0.,$)");
        District district = district();

        PlaceQuestion question = run(district, ImportRequest.of(draft.write(folder.resolve("twice.ifc")))).questions().get(0);

        assertThat(question.candidates().get(0).title()).startsWith("By the model's own coordinates");
        assertThat(standsAt(run(district, question.answer(question.candidates().get(0))))).containsExactly(new double[] {150_000, NORTH}, within(0.01));
    }

    /** A person points at a place of the map: the candidate's own box is that of the model as it will be read then, around its origin. */
    @Test
    void metresOfItsOwnAreThoseOfTheModelNotOfTheMap() throws Exception {
        District district = district();
        PlaceQuestion question = run(district, ImportRequest.of(model(STOCKHOLM, "250000.,6579810.,0.,1.,0.,$"))).questions().get(0);
        PlaceCandidate local = question.candidates().stream().filter(c -> c.system().isEmpty()).findFirst().orElseThrow();

        Bounds own = local.statement().orElseThrow().through(question.evidence()).extent();
        ImportRequest answered = question.answer(local);
        Map<String, String> anchored = new java.util.HashMap<>(answered.options().settings());
        anchored.put("anchor", "150060,6579820,0");

        assertThat(new double[] {own.minEast(), own.minNorth(), own.maxEast(), own.maxNorth()}).containsExactly(new double[] {0, 0, 10, 1}, within(1e-3));
        assertThat(standsAt(run(district, answered.withOptions(new ReadOptions(Optional.empty(), Optional.empty(), anchored)))))
                .containsExactly(new double[] {150_060, 6_579_820}, within(0.01));
        List<PlaceCandidate> again = run(district, asking(answered)).questions().get(0).candidates();
        assertThat(standsAt(run(district, PlaceQuestion.answer(answered, by(again, "site"))))[1]).isCloseTo(SITE_NORTH, within(0.3));
    }

    @Test
    void aWishTheFileDoesNotHaveIsTold() throws Exception {
        ImportRequest request = ImportRequest.of(model(STOCKHOLM, "150050.,6579810.,0.,1.,0.,$"));
        ImportResult result = run(district(), request.withOptions(new ReadOptions(Optional.empty(), Optional.empty(), Map.of("georeference", "map3"))));

        assertThat(standsAt(result)[0]).isCloseTo(150_050, within(0.01));
        assertThat(result.diagnostics()).anyMatch(d -> d.message().contains("\"map3\"") && d.message().contains("map, site"));
    }

    private static ImportRequest asking(ImportRequest request) {
        Map<String, String> settings = new java.util.HashMap<>(request.options().settings());
        settings.put(ImportRequest.ASK, "yes");
        return request.withOptions(new ReadOptions(Optional.empty(), Optional.empty(), settings));
    }
}
