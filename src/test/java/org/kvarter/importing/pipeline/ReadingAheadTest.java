package org.kvarter.importing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceDescription;
import org.kvarter.mesh.Solids;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.task.Progress;
import org.kvarter.task.WorkCancelledException;

/** Several sources at once: the outcome is that of one after the other. */
@Timeout(30)
class ReadingAheadTest {

    @TempDir
    private Path folder;

    private final ExecutorService io = Executors.newFixedThreadPool(2);
    private final CoordinateSystems systems = new CoordinateSystems();
    private final List<Importer> importers = new ArrayList<>();
    private final List<ImportRequest> requests = new ArrayList<>();

    @AfterEach
    void close() {
        io.shutdownNow();
    }

    /** A source that is read by {@code script}; the ending tells it from the others. */
    private void source(String name, FakeImporter.Script script) throws IOException {
        String ending = name.substring(name.lastIndexOf('.'));
        importers.add(new FakeImporter(ending, script));
        requests.add(ImportRequest.of(Files.writeString(folder.resolve(name), "content")));
    }

    private ImportResult run(Executor readers, Progress progress) {
        return new ImportPipeline(importers, systems, Runnable::run, readers)
                .run(requests, District.EMPTY, ImportListener.NONE, progress);
    }

    /** A house so many metres east of the first. */
    private static void house(LayerSink sink, double east) {
        sink.source(new SourceDescription("Fake", "1.0", Optional.of("EPSG:3011"), List.of(), "", ""));
        Solids box = new Solids().box(152_300 + east, 6_580_700, 0, 152_310 + east, 6_580_710, 9);
        sink.solids(new SolidBatch("b", "b", LayerKind.BUILDINGS, HeightReference.ABSOLUTE,
                FeatureTable.flat(new String[] {"h" + (int) east}, "Building", AttributeTable.empty(1)), box.set()));
    }

    private void slowFirst(CountDownLatch othersBegan) throws IOException {
        source("same.one", (sink, o, p) -> {
            await(othersBegan);
            house(sink, 0);
        });
        for (int i = 1; i < 5; i++) {
            double east = 10_000.0 * i;
            source("same.n" + i, (sink, o, p) -> {
                othersBegan.countDown();
                p.report(0.5, "reading");
                house(sink, east);
                p.report(0.2, "never back");
            });
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).as("another source is read meanwhile").isTrue();
        } catch (InterruptedException e) {
            throw new WorkCancelledException();
        }
    }

    @Test
    void originAndOrderAndIdsAreThoseOfOneAfterTheOther() throws Exception {
        slowFirst(new CountDownLatch(0));
        ImportResult alone = run(null, Progress.NONE);
        requests.clear();
        importers.clear();
        slowFirst(new CountDownLatch(1));
        ImportResult together = run(io, Progress.NONE);

        assertThat(together.district().frame()).isEqualTo(alone.district().frame());
        assertThat(together.district().layers()).extracting(l -> l.id()).containsExactly("same-b", "same-b-2", "same-b-3", "same-b-4",
                "same-b-5");
        assertThat(together.district().layers()).extracting(l -> l.features().ids()[0])
                .containsExactly("h0", "h10000", "h20000", "h30000", "h40000");
        assertThat(together.district().layers()).extracting(l -> l.bounds())
                .isEqualTo(alone.district().layers().stream().map(l -> l.bounds()).toList());
    }

    @Test
    void progressNeverGoesBack() throws Exception {
        slowFirst(new CountDownLatch(1));
        List<Double> fractions = new ArrayList<>();
        run(io, new Progress() {
            @Override
            public void report(double fraction, String message) {
                fractions.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        assertThat(fractions).isSorted().last().isEqualTo(1.0);
        assertThat(fractions).allSatisfy(f -> assertThat(f).isBetween(0.0, 1.0));
    }

    @Test
    void cancellingEndsAllReaders() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        source("first.one", (sink, o, p) -> {
            while (true) {
                p.checkCancelled();
            }
        });
        source("second.two", (sink, o, p) -> {
            cancelled.set(true);
            try {
                while (true) {
                    p.checkCancelled();
                }
            } finally {
                ended.countDown();
            }
        });
        assertThatThrownBy(() -> run(io, new Progress() {
            @Override
            public void report(double fraction, String message) {
            }

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        })).isInstanceOf(WorkCancelledException.class);
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatFailsBesidesLosesNobodyElse() throws Exception {
        CountDownLatch failed = new CountDownLatch(2);
        source("good.one", (sink, o, p) -> {
            await(failed);
            house(sink, 0);
        });
        source("bad.two", (sink, o, p) -> {
            failed.countDown();
            throw new ImportException("bad.two is bad.");
        });
        source("huge.three", (sink, o, p) -> {
            failed.countDown();
            throw new OutOfMemoryError("Java heap space");
        });
        source("placeless.four", (sink, o, p) -> {
            sink.source(new SourceDescription("Fake", "1.0", Optional.empty(), List.of(), "", ""));
            Solids box = new Solids().box(0, 0, 0, 1, 1, 1);
            for (int i = 0; i < 100; i++) {
                sink.solids(new SolidBatch("b", "b", LayerKind.BUILDINGS, HeightReference.ABSOLUTE,
                        FeatureTable.flat(new String[] {"x"}, "Building", AttributeTable.empty(1)), box.set()));
            }
        });
        ImportResult result = run(io, Progress.NONE);

        assertThat(result.layers()).extracting(l -> l.layer().id()).containsExactly("good-b");
        assertThat(result.failures()).extracting(FileFailure::message).satisfiesExactly(
                m -> assertThat(m).isEqualTo("bad.two is bad."),
                m -> assertThat(m).contains("huge.three", "MB", "KVARTER_JAVA_OPTIONS=-Xmx"));
        assertThat(result.questions()).singleElement().satisfies(q -> assertThat(q.message()).contains("placeless.four"));
    }

    @Test
    void aThreadThatNeverComesIsNotWaitedFor() throws Exception {
        slowFirst(new CountDownLatch(0));
        assertThat(run(work -> { }, Progress.NONE).layers()).hasSize(5);
    }

    @Test
    void manyBatchesAheadWaitForThePlacing() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Integer> ahead = Collections.synchronizedList(new ArrayList<>());
        source("first.one", (sink, o, p) -> {
            long until = System.nanoTime() + Duration.ofMillis(300).toNanos();
            while (System.nanoTime() < until) {
                p.checkCancelled();
            }
            over.set(true);
            house(sink, 0);
        });
        source("second.two", (sink, o, p) -> {
            for (int i = 0; i < 50; i++) {
                if (i == 0) {
                    house(sink, 0);
                } else {
                    Solids box = new Solids().box(152_300, 6_580_700, 0, 152_310, 6_580_710, 9);
                    sink.solids(new SolidBatch("b", "b", LayerKind.BUILDINGS, HeightReference.ABSOLUTE,
                            FeatureTable.flat(new String[] {"x" + i}, "Building", AttributeTable.empty(1)), box.set()));
                }
                if (!over.get()) {
                    ahead.add(i);
                }
            }
        });
        assertThat(run(io, Progress.NONE).features()).isEqualTo(51);
        assertThat(ahead).hasSizeLessThanOrEqualTo(2);
    }
}
