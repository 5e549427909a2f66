package org.kvarter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.model.District;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.TerrainLayer;
import org.kvarter.study.StudySite;
import org.kvarter.study.sun.GroundGrid;
import org.kvarter.study.sun.SunHours;
import org.kvarter.study.sun.SunPath;
import org.kvarter.study.sun.SunRule;
import org.kvarter.study.sun.SunStudy;
import org.kvarter.task.Progress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Studies, on one thread as one worker makes them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StudyBenchmarks {

    /** Method and what the table calls it. */
    static final String[][] LABELS = {
        {"sunHoursOfSample", "Hours of sun on 21 March of the sample district, 120,000 places of ground, one worker"},
        {"sunHoursOfTown", "Hours of sun on 21 March of 7,677 generated buildings without ground, one worker"}};

    private static final int BUILDINGS = 7_677;

    private StudySite sample;
    private StudySite town;

    @Setup
    public void prepare() throws IOException {
        sample = site(Path.of("models/lindhamn.city.json"), Path.of("datasets/lindhamn-terrain.tif"));
        Path city = Path.of("target/bench/city-" + BUILDINGS + ".city.json");
        if (!Files.exists(city)) {
            CityGenerator.write(BUILDINGS, city);
        }
        town = site(city);
    }

    private static StudySite site(Path... files) {
        ImportPipeline pipeline = new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(), Runnable::run);
        ImportResult read = pipeline.run(List.of(files).stream().map(ImportRequest::of).toList(), District.EMPTY, ImportListener.NONE, Progress.NONE);
        List<StudySite.Solid> solids = new ArrayList<>();
        Optional<org.kvarter.model.Terrain> terrain = Optional.empty();
        for (var layer : read.layers()) {
            if (layer.layer() instanceof SolidLayer solid && layer.mesh().isPresent()) {
                solids.add(new StudySite.Solid(solid, layer.mesh().get(), new BitSet()));
            } else if (layer.layer() instanceof TerrainLayer land) {
                terrain = Optional.of(land.terrain());
            }
        }
        StudySite site = StudySite.of(solids, terrain, List.of());
        site.rays().warm();
        return site;
    }

    @Benchmark
    public SunHours sunHoursOfSample() {
        return hours(sample, GroundGrid.over(sample.bounds(), 120_000, 1));
    }

    @Benchmark
    public SunHours sunHoursOfTown() {
        return hours(town, GroundGrid.none());
    }

    private static SunHours hours(StudySite site, GroundGrid grid) {
        SunRule rule = SunRule.on(LocalDate.of(2026, 3, 21));
        return SunStudy.start(site, rule, SunPath.of(rule, ZoneId.of("Europe/Stockholm"), 59.3, 18), grid, Runnable::run, Progress.NONE).join();
    }

    /** Both once, after one to warm up, for a look without JMH. */
    public static void main(String[] arguments) throws IOException {
        StudyBenchmarks all = new StudyBenchmarks();
        all.prepare();
        for (int turn = 0; turn < 2; turn++) {
            long begin = System.nanoTime();
            SunHours sample = all.sunHoursOfSample();
            long middle = System.nanoTime();
            SunHours town = all.sunHoursOfTown();
            System.out.printf("sample %.1f s %s%ntown %.1f s %s%n", (middle - begin) / 1e9, sample.totals(), (System.nanoTime() - middle) / 1e9, town.totals());
        }
    }
}
