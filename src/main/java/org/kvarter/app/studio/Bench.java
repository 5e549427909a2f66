package org.kvarter.app.studio;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.kvarter.cli.BenchReport;
import org.kvarter.cli.CommandException;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.Bounds;
import org.kvarter.model.MovingLayer;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.TimeSpan;
import org.kvarter.scene.DistrictView;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.session.loading.SessionDocument;

/** Measures one file in a real window of 1280 × 720: load, a turn around it, the same turn while recolouring, picks. */
public final class Bench {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int PICKS = 1_000;
    private static final double PITCH = Math.toRadians(-30);

    private final Studio studio;
    private final int frames;

    private Bench(Studio studio, int frames) {
        this.studio = studio;
        this.frames = frames;
    }

    /** Measures. Not for the JavaFX thread. */
    public static BenchReport run(List<Path> files, int frames, Executor fx, Path unpacked) throws CommandException {
        try (Studio studio = new Studio(fx, unpacked, WIDTH, HEIGHT)) {
            HeapWatch heap = HeapWatch.start();
            Stage stage = studio.ask(t -> {
                Stage s = new Stage();
                s.setScene(t.scene());
                s.show();
                return s;
            });
            double before = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
            double load = studio.timedLoad(files);
            double sinceStart = before + load;
            studio.settle();
            studio.tell(t -> SessionDocument.clear(t.session()));
            studio.settle();
            double warm = studio.timedLoad(files);
            studio.settle();
            Bench bench = new Bench(studio, frames);
            long features = studio.ask(t -> t.session().district().layers().stream().mapToLong(l -> l.features().size()).sum());
            long triangles = studio.ask(t -> t.session().meshes().values().stream().mapToLong(LayerMesh::triangleCount).sum());
            double turning = bench.turn(false, new ArrayList<>());
            List<Double> recolours = new ArrayList<>();
            double recolouring = bench.turn(true, recolours);
            double split = bench.split();
            double pick = bench.pickMicroseconds();
            Moving moving = bench.moving();
            studio.tell(t -> stage.close());
            double[] sorted = recolours.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return new BenchReport(features, triangles, load, sinceStart, warm, turning, recolouring,
                    sorted.length == 0 ? 0 : sorted[sorted.length / 2], pick, heap.peak(),
                    moving.count(), moving.framesPerSecond(), split);
        }
    }

    /** Frames per second of the same turn in two views side by side. */
    private double split() throws CommandException {
        DistrictView second = studio.ask(Twin::split);
        studio.settle(t -> t.view().isSettled() && second.isSettled());
        double framesPerSecond = turn(false, new ArrayList<>(), Optional.of(second));
        studio.tell(Twin::alone);
        studio.settle();
        return framesPerSecond;
    }

    private double turn(boolean recolour, List<Double> recolourMilliseconds) {
        return turn(recolour, recolourMilliseconds, Optional.empty());
    }

    /** Frames per second of one turn around the district. @param second goes in step */
    private double turn(boolean recolour, List<Double> recolourMilliseconds, Optional<DistrictView> second) {
        CompletableFuture<Double> done = new CompletableFuture<>();
        studio.tell(t -> {
            Bounds box = t.view().worldBounds();
            List<SolidLayer> solids = t.session().district().layers().stream().filter(SolidLayer.class::isInstance)
                    .map(SolidLayer.class::cast).toList();
            new AnimationTimer() {
                private int frame = -3;
                private long begin;

                @Override
                public void handle(long now) {
                    if (frame == 0) {
                        begin = System.nanoTime();
                    }
                    if (frame == frames) {
                        stop();
                        done.complete(frames / ((System.nanoTime() - begin) / 1e9));
                        return;
                    }
                    double yaw = 2 * Math.PI * frame / frames;
                    CameraPose pose = CameraPose.lookingAt(box.centreEast(), box.centreNorth(), box.minUp(), box.radius() * 1.6, yaw, PITCH);
                    t.view().camera().jumpTo(pose);
                    second.ifPresent(s -> s.camera().jumpTo(pose));
                    if (recolour) {
                        long start = System.nanoTime();
                        for (SolidLayer layer : solids) {
                            int[] argb = new int[layer.features().size()];
                            Arrays.fill(argb, 0xFF000000 | frame * 0x030507);
                            t.view().setFeatureColours(layer.id(), argb);
                        }
                        recolourMilliseconds.add((System.nanoTime() - start) / 1e6);
                    }
                    frame++;
                }
            }.start();
        });
        double framesPerSecond = done.join();
        if (recolour) {
            studio.tell(t -> t.session().district().layers().forEach(l -> t.view().setFeatureColours(l.id(), null)));
        }
        return framesPerSecond;
    }

    private record Moving(int count, double framesPerSecond) {
    }

    /** Frames per second while what moves does so, a second of model time per frame, from the middle of its time on. */
    private Moving moving() {
        Optional<MovingLayer> layer = studio.ask(t -> t.session().district().layers().stream().filter(MovingLayer.class::isInstance)
                .map(MovingLayer.class::cast).findFirst());
        Optional<TimeSpan> span = layer.flatMap(l -> l.movement().span());
        if (span.isEmpty()) {
            return new Moving(0, 0);
        }
        Instant middle = span.get().start().plus(Duration.between(span.get().start(), span.get().end()).dividedBy(2));
        CompletableFuture<Moving> done = new CompletableFuture<>();
        studio.tell(t -> {
            t.view().camera().jumpTo(t.view().camera().homePose());
            new AnimationTimer() {
                private int frame = -3;
                private long begin;

                @Override
                public void handle(long now) {
                    if (frame == 0) {
                        begin = System.nanoTime();
                    }
                    if (frame == frames) {
                        stop();
                        done.complete(new Moving(t.view().underWay(), frames / ((System.nanoTime() - begin) / 1e9)));
                        return;
                    }
                    t.session().clock().timeProperty().set(middle.plusSeconds(frame));
                    frame++;
                }
            }.start();
        });
        return done.join();
    }

    private double pickMicroseconds() {
        return studio.ask(t -> {
            long begin = System.nanoTime();
            for (int i = 0; i < PICKS; i++) {
                t.view().pick(WIDTH * (0.05 + 0.9 * (i % 40) / 39.0), HEIGHT * (0.3 + 0.65 * (i / 40) / 24.0));
            }
            return (System.nanoTime() - begin) / 1e3 / PICKS;
        });
    }
}
