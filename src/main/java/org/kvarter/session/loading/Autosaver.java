package org.kvarter.session.loading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.kvarter.project.Autosave;
import org.kvarter.project.ProjectDocument;
import org.kvarter.session.Session;
import org.kvarter.task.Tasks;

/** Writes a draft of the unsaved session every so often, and forgets it once everything is saved. */
public final class Autosaver {

    private final Session session;
    private final Tasks tasks;
    private final Autosave autosave;
    private ProjectDocument lastDraft;

    public Autosaver(Session session, Tasks tasks, Autosave autosave) {
        this.session = session;
        this.tasks = tasks;
        this.autosave = autosave;
    }

    /** Begins; the first draft comes after one {@code interval}. */
    public void start(Duration interval) {
        tasks.poll().scheduleWithFixedDelay(() -> tasks.fx().execute(this::draft), interval.toMillis(), interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Writes a draft now where the session has changed since the last one. JavaFX thread. */
    public void draft() {
        if (!session.undo().dirtyProperty().get()) {
            if (lastDraft != null) {
                lastDraft = null;
                tasks.io().execute(autosave::forget);
            }
            return;
        }
        ProjectDocument document = SessionDocument.of(session);
        if (!document.equals(lastDraft)) {
            lastDraft = document;
            Optional<Path> origin = Optional.ofNullable(session.projectFileProperty().get());
            tasks.io().execute(() -> autosave.write(document, origin));
        }
    }
}
