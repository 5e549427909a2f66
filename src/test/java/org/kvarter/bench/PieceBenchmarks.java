package org.kvarter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.overlay.OverlayPainter;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;
import org.kvarter.task.Progress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Small pieces, each on input of a city of 10,000 buildings, in a warm virtual machine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class PieceBenchmarks {

    /** Method and what the table calls it. */
    static final String[][] LABELS = {
        {"importCity", "Probe, read, place and mesh 10,000 buildings, one worker beside the reader"},
        {"importTerrain", "Terrain of the sample district (600 × 500 posts) from GeoTIFF"},
        {"oneHourOfTenThousand", "One hour of a series over 10,000 buildings to colours"},
        {"oneMonthOfTenThousand", "One month of hours over 10,000 buildings summed to colours"},
        {"thousandRays", "1,000 rays into 10,000 buildings"}};

    private static final int BUILDINGS = 10_000;

    private final ImportPipeline pipeline =
            new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(), Runnable::run);
    private Path city;
    private OverlayPainter painter;
    private TimeAxis axis;
    private final RayIndex rays = new RayIndex();
    private int turn;

    @Setup
    public void prepare() throws IOException {
        city = Path.of("target/bench/city-" + BUILDINGS + ".city.json");
        if (!Files.exists(city)) {
            CityGenerator.write(BUILDINGS, city);
        }
        axis = new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofHours(1), 8_760, ZoneOffset.UTC);
        String[] ids = new String[BUILDINGS];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "B" + i;
        }
        float[] values = new float[BUILDINGS * axis.count()];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(1_000) / 10f;
        }
        FeatureTable features = FeatureTable.flat(ids, "Building", AttributeTable.empty(BUILDINGS));
        SeriesTable table = new SeriesTable("s", "S", "electricity", "kWh", axis, ids, values);
        OverlaySpec spec = new OverlaySpec("o", "O", "l", new ValueSource.Series("s", Aggregation.SUM), "", "kWh", ScaleSpec.DEFAULT);
        painter = OverlayPainter.ofSeries(spec, features, table, SeriesJoin.by("", ids, features));
        importCity().layers().forEach(l -> l.mesh().ifPresent(m -> rays.add(l.layer().id(), m.tiles())));
        rays.warm();
    }

    @Benchmark
    public ImportResult importCity() {
        return pipeline.run(List.of(ImportRequest.of(city)), District.EMPTY, ImportListener.NONE, Progress.NONE);
    }

    @Benchmark
    public ImportResult importTerrain() {
        return pipeline.run(List.of(ImportRequest.of(Path.of("datasets/lindhamn-terrain.tif"))), District.EMPTY, ImportListener.NONE,
                Progress.NONE);
    }

    @Benchmark
    public int[] oneHourOfTenThousand() {
        int hour = turn++ % (axis.count() - 1);
        return painter.colours(new TimeWindow(axis.at(hour), axis.at(hour + 1)));
    }

    @Benchmark
    public int[] oneMonthOfTenThousand() {
        int hour = turn++ % (axis.count() - 720);
        return painter.colours(new TimeWindow(axis.at(hour), axis.at(hour + 720)));
    }

    @Benchmark
    public int thousandRays() {
        int hits = 0;
        for (int i = 0; i < 1_000; i++) {
            double[] origin = {-1_000 + 2 * i, -2_000, 600};
            double[] direction = {0, Math.cos(0.4), -Math.sin(0.4)};
            hits += rays.nearest(origin, direction, 10_000, (layer, tile, part) -> true).isPresent() ? 1 : 0;
        }
        return hits;
    }
}
