package org.kvarter.app.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Group;
import org.kvarter.cli.CommandException;
import org.kvarter.importing.pipeline.PlaceQuestion;
import org.kvarter.importing.pipeline.FileFailure;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.project.ProjectException;
import org.kvarter.project.ProjectStore;
import org.kvarter.session.loading.DistrictLoader;
import org.kvarter.session.loading.LoadOutcome;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;

/**
 * A {@link Twin} driven from a thread that is not JavaFX's: each method hands over and waits. The toolkit must run.
 */
final class Studio implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;
    /** Looks in a row that must find all settled. */
    private static final int CALM = 4;
    private static final Texts TEXTS = Texts.in(Studio.class);

    private final Tasks tasks;
    private final ProjectStore store;
    private final Twin twin;

    /**
     * @param fx       the JavaFX thread
     * @param unpacked where packages are unpacked to
     * @param width    of the scene, pixels
     * @param height   of the scene, pixels
     */
    Studio(Executor fx, Path unpacked, int width, int height) {
        tasks = Tasks.start(fx);
        store = new ProjectStore(unpacked);
        CompletableFuture<Twin> made = new CompletableFuture<>();
        fx.execute(() -> complete(made, () -> Twin.of(tasks, store, width, height)));
        twin = made.join();
    }

    /** What loading answers, on the JavaFX thread. */
    private interface Work<T> {
        T run() throws Exception;
    }

    private static <T> void complete(CompletableFuture<T> result, Work<T> work) {
        try {
            result.complete(work.run());
        } catch (Exception | Error e) {
            result.completeExceptionally(e);
        }
    }

    /** Asks the twin something on the JavaFX thread. */
    <T> T ask(Function<Twin, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        tasks.fx().execute(() -> complete(answer, () -> question.apply(twin)));
        return answer.join();
    }

    /** Tells the twin something on the JavaFX thread. */
    void tell(Consumer<Twin> message) {
        ask(t -> {
            message.accept(t);
            return null;
        });
    }

    /**
     * Opens a project, or puts data files in.
     *
     * @throws CommandException where there is nothing to see: the sentence of the first file that was refused
     */
    LoadOutcome load(List<Path> files, Optional<String> crs) throws CommandException {
        return finish(begin(files, crs));
    }

    private CompletableFuture<LoadOutcome> begin(List<Path> files, Optional<String> crs) {
        boolean isProject = files.size() == 1 && ProjectStore.isProject(files.get(0));
        List<ImportRequest> requests = files.stream().map(ImportRequest::of).map(r -> crs.map(r::withCrs).orElse(r)).toList();
        return ask(t -> isProject ? t.loader().open(files.get(0)) : t.loader().add(requests));
    }

    private static LoadOutcome finish(CompletableFuture<LoadOutcome> load) throws CommandException {
        LoadOutcome outcome;
        try {
            outcome = load.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProjectException refused) {
                throw new CommandException(refused.getMessage());
            }
            throw e;
        }
        if (DistrictLoader.layersOf(outcome).isEmpty()) {
            String reason = outcome.failures().stream().map(FileFailure::message).findFirst()
                    .or(() -> outcome.questions().stream().map(PlaceQuestion::message).findFirst()).orElse(TEXTS.get("nothing"));
            throw new CommandException(reason);
        }
        return outcome;
    }

    /** Waits until all colours, tiles, light and ground that were asked for are there. */
    void settle() throws CommandException {
        settle(t -> t.view().isSettled());
    }

    void settle(Predicate<Twin> isThere) throws CommandException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int calm = 0;
        while (calm < CALM) {
            passThrough();
            calm = ask(isThere::test) ? calm + 1 : 0;
            if (System.nanoTime() > end) {
                throw new CommandException(TEXTS.get("notSettled", PATIENCE_SECONDS));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /**
     * Milliseconds from asking for a file to the first full frame of its home view: all tiles and the ground are there, light and sharpness may still get
     * better, and a project's series may still be on their way. Returns when all is loaded.
     */
    double timedLoad(List<Path> files) throws CommandException {
        long begin = System.nanoTime();
        CompletableFuture<LoadOutcome> load = begin(files, Optional.empty());
        CompletableFuture<Long> shown = new CompletableFuture<>();
        tell(t -> new FirstFrame(t, load, shown).start());
        try {
            double milliseconds = (shown.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - begin) / 1e6;
            finish(load);
            return milliseconds;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new CommandException(TEXTS.get("notSettled", PATIENCE_SECONDS));
        }
    }

    /** What was asked of the style thread before is then done and delivered. */
    private void passThrough() {
        try {
            tasks.style().submit(() -> { }).get();
            ask(t -> t);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        tell(t -> t.scene().setRoot(new Group())); // no frame asks for work any more
        store.forgetUnpacked();
        tasks.close();
    }
}
