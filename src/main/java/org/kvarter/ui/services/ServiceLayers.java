package org.kvarter.ui.services;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.project.ProjectSource;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.layer.LayerFetcher;
import org.kvarter.remote.layer.LayerSource;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.feeds.ServiceDesk;
import org.kvarter.ui.loading.LoadingModel;

/** The layers of the project that came from services: how old they are, and fetching them again. JavaFX thread only. */
public final class ServiceLayers {

    private static final Texts TEXTS = Texts.in(ServiceModel.class);

    private final Workspace workspace;
    private final ServiceDesk desk;
    private final LoadingModel loading;
    private final Set<String> running = new HashSet<>();
    private final Map<String, String> failures = new HashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");

    public ServiceLayers(Workspace workspace, ServiceDesk desk, LoadingModel loading) {
        this.workspace = workspace;
        this.desk = desk;
        this.loading = loading;
    }

    /** Counts whatever changes in how they are doing. */
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Where a source comes from; empty where it comes from no service, or brings nothing any more. */
    public static Optional<LayerSource> of(ProjectSource source) {
        boolean there = source.layers().stream().anyMatch(l -> !source.removed().contains(l));
        return there ? LayerSource.of(source.settings()) : Optional.empty();
    }

    /** Whether it is being fetched. */
    public boolean isRunning(ProjectSource source) {
        return running.contains(source.file());
    }

    /** Why it could not be fetched again; empty where it could. */
    public Optional<String> failure(ProjectSource source) {
        return Optional.ofNullable(failures.get(source.file()));
    }

    /** How old it is, in words. */
    public static String age(ProjectSource source, Instant now) {
        return LayerSource.fetched(source.settings()).map(at -> age(at, now)).orElse("");
    }

    /** How long ago something was fetched, in words. */
    public static String age(Instant fetched, Instant now) {
        Duration age = Duration.between(fetched, now);
        return age.toMinutes() < 1 ? TEXTS.get("age.now") : age.toMinutes() < 120 ? TEXTS.get("age.minutes", age.toMinutes())
                : age.toHours() < 48 ? TEXTS.get("age.hours", age.toHours()) : TEXTS.get("age.days", age.toDays());
    }

    /** Fetches a layer again, in place of its file; where that fails, what is there stays. */
    public void refresh(ProjectSource source) {
        Optional<LayerSource> from = LayerSource.of(source.settings());
        if (from.isEmpty() || running.contains(source.file())) {
            return;
        }
        if (!isOurs(Path.of(source.file()))) {
            failures.put(source.file(), TEXTS.get("elsewhere"));
            changes.set(changes.get() + 1);
            return;
        }
        running.add(source.file());
        failures.remove(source.file());
        changes.set(changes.get() + 1);
        Path file = Path.of(source.file());
        workspace.tasks().io().execute(() -> {
            LayerFetcher.Fetched fetched = null;
            String why = "";
            try {
                fetched = desk.layers().refresh(from.get(), file, Progress.NONE);
            } catch (FeedException e) {
                why = e.getMessage();
            } catch (RuntimeException e) {
                org.slf4j.LoggerFactory.getLogger(ServiceLayers.class).error("A layer could not be fetched again", e);
                why = TEXTS.get("failed");
            }
            LayerFetcher.Fetched done = fetched;
            String told = why;
            workspace.tasks().fx().execute(() -> take(source, from.get(), done, told));
        });
    }

    /** A project from elsewhere may name any file of this machine as one that came from a service: only its own and ours are written over. */
    private boolean isOurs(Path file) {
        Path project = workspace.session().projectFileProperty().get();
        Path beside = project == null ? null : project.toAbsolutePath().normalize().getParent();
        return desk.layers().keeps(file) || beside != null && file.toAbsolutePath().normalize().startsWith(beside);
    }

    private void take(ProjectSource source, LayerSource from, LayerFetcher.Fetched fetched, String why) {
        running.remove(source.file());
        if (fetched == null) {
            failures.put(source.file(), why);
            workspace.notices().error(from.title() + ": " + why);
        } else {
            ReadOptions options = source.options();
            loading.readAs(new ImportRequest(fetched.file(), new ReadOptions(options.lod(), options.bbox(), from.settings(options.settings(), fetched.at())),
                    source.crs().isEmpty() ? Optional.empty() : Optional.of(source.crs()), Optional.empty()));
        }
        changes.set(changes.get() + 1);
    }
}
