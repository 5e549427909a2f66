package org.kvarter.ui.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.kvarter.project.Autosave;
import org.kvarter.project.OpenedProject;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectException;
import org.kvarter.project.ProjectStore;
import org.kvarter.project.RecentProjects;
import org.kvarter.session.Session;
import org.kvarter.session.bench.Packing;
import org.kvarter.session.loading.DistrictLoader;
import org.kvarter.session.loading.SessionDocument;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.loading.LoadingModel;

/** New, open, save, and never losing what was not saved. JavaFX thread only; files are read and written elsewhere. */
public final class ProjectModel {

    private static final Texts TEXTS = Texts.in(ProjectModel.class);

    /** An answer about unsaved changes. */
    public enum Unsaved {
        SAVE, DISCARD, CANCEL
    }

    /** What the model asks of the window. */
    public interface Host {
        /** Asks what to do with unsaved changes before {@code what} happens. */
        CompletableFuture<Unsaved> askUnsaved();

        /** Asks whether a package may be written of a project with personal data. @param told what comes into it and what stays out, in sentences */
        CompletableFuture<Boolean> askPersonal(List<String> told);

        /** Where to save; empty where the person does not want to. */
        Optional<Path> chooseFile(String proposedName);

        /** A project has been opened. */
        void opened();
    }

    private final Workspace workspace;
    private final Session session;
    private final DistrictLoader loader;
    private final LoadingModel loading;
    private final ProjectStore store;
    private final RecentProjects recent;
    private final Autosave autosave;
    /** What a person has agreed to for a package; asked again where it changes. */
    private final Map<Path, List<String>> agreed = new HashMap<>();
    private Host host;

    public ProjectModel(Workspace workspace, DistrictLoader loader, LoadingModel loading, ProjectStore store, RecentProjects recent,
                        Autosave autosave) {
        this.workspace = workspace;
        this.session = workspace.session();
        this.loader = loader;
        this.loading = loading;
        this.store = store;
        this.recent = recent;
        this.autosave = autosave;
        refreshRecent();
    }

    /** Whom to ask; before anything is opened. */
    public void setHost(Host host) {
        this.host = host;
    }

    private void refreshRecent() {
        workspace.tasks().io().execute(() -> {
            var all = recent.all();
            workspace.tasks().fx().execute(() -> workspace.settings().recent().setAll(all));
        });
    }

    /** Runs {@code next} once nothing unsaved would be lost by it. */
    public void guard(Runnable next) {
        if (!session.isUnsaved()) {
            next.run();
            return;
        }
        host.askUnsaved().thenAccept(answer -> {
            switch (answer) {
                case SAVE -> save().thenAccept(saved -> {
                    if (saved) {
                        next.run();
                    }
                });
                case DISCARD -> next.run();
                case CANCEL -> { }
            }
        });
    }

    /** Empties the window. */
    public void newProject() {
        guard(() -> {
            SessionDocument.clear(session);
            session.markSaved();
            loading.reports().clear();
            loading.failures().clear();
        });
    }

    /** Opens a project in place of what is open; where it cannot be read, what is open stays. */
    public void open(Path file) {
        open(file, () -> { });
    }

    /**
     * Opens a project as {@link #open(Path)} does.
     *
     * @param then what waits for it, such as tables whose times are those of the project's zone; runs whether or not it could be read
     */
    public void open(Path file, Runnable then) {
        guard(() -> load(loader.open(file), file).whenComplete((outcome, failure) -> then.run()));
    }

    private CompletableFuture<?> load(CompletableFuture<org.kvarter.session.loading.LoadOutcome> opening, Path file) {
        loading.reports().clear();
        loading.failures().clear();
        return opening.whenComplete((outcome, failure) -> {
            if (failure != null) {
                loading.tell(failure);
                return;
            }
            remember(file);
            loading.take(outcome, false);
            host.opened();
        });
    }

    private void remember(Path file) {
        String title = session.district().name();
        workspace.tasks().io().execute(() -> {
            recent.opened(file, title);
            refreshRecent();
        });
    }

    /** Saves where the project lies, or asks where. */
    public CompletableFuture<Boolean> save() {
        Path file = session.projectFileProperty().get();
        return file == null ? saveAs() : save(file);
    }

    /** Asks where to save, and saves there. */
    public CompletableFuture<Boolean> saveAs() {
        String name = session.district().name().isBlank() ? TEXTS.get("newName") : session.district().name();
        return host.chooseFile(name + ".kvarter").map(this::save).orElse(CompletableFuture.completedFuture(false));
    }

    private CompletableFuture<Boolean> save(Path file) {
        ProjectDocument document = SessionDocument.of(session);
        Packing packing = Packing.of(session, document);
        List<String> told = ProjectStore.isPackage(file) ? packing.told() : List.of();
        if (told.isEmpty() || told.equals(agreed.get(file))) {
            return save(document, file, packing);
        }
        return host.askPersonal(told).thenCompose(agrees -> {
            if (!agrees) {
                return CompletableFuture.completedFuture(false);
            }
            agreed.put(file, told);
            return save(document, file, packing);
        });
    }

    private CompletableFuture<Boolean> save(ProjectDocument document, Path file, Packing packing) {
        Path before = session.projectFileProperty().get();
        CompletableFuture<Boolean> saved = new CompletableFuture<>();
        if (ProjectStore.isPackage(file)) {
            workspace.notices().info(TEXTS.get("packing", file.getFileName())); // which may take a while
        }
        workspace.tasks().io().execute(() -> {
            ProjectException failure = write(document, file, packing);
            workspace.tasks().fx().execute(() -> {
                if (failure == null) {
                    session.projectFileProperty().set(file);
                    session.markSaved();
                    remember(file);
                    List<Path> outside = file.equals(before) ? List.of() : store.outside(document, file);
                    workspace.notices().info(outside.isEmpty() ? TEXTS.get("saved", file.getFileName())
                            : TEXTS.get("saved.outside", file.getFileName(), outside.size(), outside.get(0).getFileName()));
                } else {
                    workspace.notices().error(failure.getMessage());
                }
                saved.complete(failure == null);
            });
        });
        return saved;
    }

    private ProjectException write(ProjectDocument document, Path file, Packing packing) {
        try {
            if (ProjectStore.isPackage(file)) {
                pack(file, packing);
            } else {
                store.save(document, file, Progress.NONE);
            }
            autosave.forget();
            loader.saved(document, file);
            return null;
        } catch (ProjectException e) {
            return e;
        } catch (IOException e) {
            return new ProjectException(TEXTS.get("unpackable", file.getFileName()), e);
        }
    }

    private void pack(Path file, Packing packing) throws ProjectException, IOException {
        Path folder = Files.createTempDirectory("kvarter-pack");
        try {
            store.save(packing.write(folder).document(), file, Progress.NONE);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /** What an earlier run that was killed left behind. */
    public CompletableFuture<Optional<Autosave.Draft>> leftBehind() {
        CompletableFuture<Optional<Autosave.Draft>> found = new CompletableFuture<>();
        workspace.tasks().io().execute(() -> {
            Optional<Autosave.Draft> draft = autosave.leftBehind();
            workspace.tasks().fx().execute(() -> found.complete(draft));
        });
        return found;
    }

    /** Opens what was left behind, unsaved; saving goes to the project's own file, where it had one. */
    public void recover(Autosave.Draft draft) {
        loader.open(new OpenedProject(draft.file(), draft.project())).whenComplete((outcome, failure) -> {
            if (failure != null) {
                loading.tell(failure);
                return;
            }
            session.projectFileProperty().set(draft.origin().orElse(null));
            loading.take(outcome, false);
            host.opened();
            decline(draft);
            session.undo().perform(org.kvarter.session.Change.of(TEXTS.get("undo.recover"), () -> { }, () -> { }));
        });
    }

    /** Forgets what was left behind. */
    public void decline(Autosave.Draft draft) {
        workspace.tasks().io().execute(() -> autosave.discard(draft));
    }

    /** At an orderly end: nothing is left behind. */
    public void end() {
        autosave.forget();
        loader.end();
        store.forgetUnpacked();
    }
}
