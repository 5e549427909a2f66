package org.kvarter.ui.assist;

import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.kvarter.assist.AssistException;
import org.kvarter.series.store.StoreException;
import org.kvarter.tables.TableException;
import org.kvarter.task.Job;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;

/** What the assistant reads in the background, one thing at a time: only the last of several requests counts. JavaFX thread. */
final class AssistWork {

    private static final Texts TEXTS = Texts.in(AssistModel.class);

    final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Double.NaN);
    final ReadOnlyStringWrapper work = new ReadOnlyStringWrapper(this, "work", "");
    final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final Tasks tasks;
    private Job<?> running;
    private int asked;

    AssistWork(Tasks tasks) {
        this.tasks = tasks;
    }

    /** What is read. */
    interface Reading<T> {
        T read(Progress progress) throws AssistException, TableException, StoreException;
    }

    /** Stops what is being read. */
    void stop() {
        asked++;
        if (running != null) {
            running.cancel().run();
            running = null;
        }
        progress.set(Double.NaN);
        work.set("");
    }

    /** Reads something in place of what is being read. @param what key of the sentence that says so */
    <T> void run(String what, Reading<T> reading, Consumer<T> then) {
        stop();
        work.set(TEXTS.get("work." + what));
        int mine = ++asked;
        problem.set("");
        progress.set(-1);
        Job<T> job = Tasks.submit(tasks.io(), p -> {
            try {
                return reading.read(p);
            } catch (AssistException | TableException | StoreException e) {
                throw new CompletionException(e);
            }
        }, (fraction, message) -> tasks.fx().execute(() -> {
            if (mine == asked) {
                progress.set(Double.isNaN(fraction) ? -1 : fraction);
            }
        }));
        running = job;
        job.result().whenComplete((value, failure) -> tasks.fx().execute(() -> {
            if (mine != asked) {
                return;
            }
            running = null;
            progress.set(Double.NaN);
            work.set("");
            if (failure == null) {
                then.accept(value);
            } else {
                problem.set(AssistModel.sentence(failure));
            }
        }));
    }
}
