package org.kvarter.ui.loading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kvarter.geo.GroundFit;
import org.kvarter.geo.place.HandPlacement;
import org.kvarter.importing.Importer;
import org.kvarter.importing.pipeline.FileFailure;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportedLayer;
import org.kvarter.importing.pipeline.LayerReport;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Layer;
import org.kvarter.model.Severity;
import org.kvarter.session.loading.DistrictLoader;
import org.kvarter.session.loading.LoadOutcome;
import org.kvarter.session.loading.LoadState;
import org.kvarter.task.OutOfHeapException;
import org.kvarter.task.Tasks;
import org.kvarter.task.WorkCancelledException;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.notice.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings data files in: looks at them, reads at once what needs no answer, asks about the rest, and keeps what was read and what was
 * not. JavaFX thread only.
 */
public final class LoadingModel {

    private static final Logger LOG = LoggerFactory.getLogger(LoadingModel.class);
    private static final Texts TEXTS = Texts.in(LoadingModel.class);

    /** What the model asks of the window. */
    public interface Host {
        /** Shows the choices of files before they are read; answers through {@link LoadingModel#read}. */
        void ask(List<FileChoices> files);

        /** Layers have come in. */
        void loaded(LoadOutcome outcome, boolean first);

        /** Takes the camera to a layer. */
        void zoomTo(Layer layer);

        /** Takes a layer out. */
        void remove(Layer layer);

        /** Shows what was read. */
        void showReport();
    }

    private final Workspace workspace;
    private final DistrictLoader loader;
    private final Previewer previewer;
    private final ObservableList<LayerReport> reports = FXCollections.observableArrayList();
    private final ObservableList<FileFailure> failures = FXCollections.observableArrayList();
    private Host host;
    private Consumer<List<Layer>> whenRead = layers -> { };

    public LoadingModel(Workspace workspace, DistrictLoader loader, List<Importer> importers) {
        this.workspace = workspace;
        this.loader = loader;
        this.previewer = new Previewer(importers);
    }

    /** Whom to ask; before anything is opened. */
    public void setHost(Host host) {
        this.host = host;
    }

    /** File name endings by format, for the open dialog. */
    public Map<String, List<String>> extensions() {
        Map<String, List<String>> endings = new LinkedHashMap<>();
        previewer.importers().forEach(i -> endings.put(i.format(), i.extensions()));
        return endings;
    }

    /** How far the present load is. */
    public ReadOnlyObjectProperty<LoadState> stateProperty() {
        return loader.stateProperty();
    }

    /** Stops the present load; what was open stays. */
    public void cancel() {
        loader.cancel();
    }

    /** What became of each layer that was read, newest last. */
    public ObservableList<LayerReport> reports() {
        return reports;
    }

    /** Files of which nothing was taken. */
    public ObservableList<FileFailure> failures() {
        return failures;
    }

    /** Reads data files: at once where nothing needs an answer. */
    public void open(List<Path> files) {
        open(files, layers -> { });
    }

    /** Reads data files. @param then gets the layers of the next load that brings any, unless other files are opened before */
    public void open(List<Path> files, Consumer<List<Layer>> then) {
        whenRead = then;
        preview(files).thenAccept(choices -> {
            if (choices.stream().anyMatch(FileChoices::needsAnswer)) {
                host.ask(choices);
            } else {
                read(choices);
            }
        });
    }

    /** Shows the choices of files although nothing needs an answer. */
    public void openWithChoices(List<Path> files) {
        preview(files).thenAccept(host::ask);
    }

    private CompletableFuture<List<FileChoices>> preview(List<Path> files) {
        CompletableFuture<List<FileChoices>> shown = new CompletableFuture<>();
        Tasks.submit(workspace.tasks().io(), progress -> files.stream().map(f -> previewer.look(f, progress)).toList(), (f, m) -> { })
                .result().whenComplete((choices, failure) -> workspace.tasks().fx().execute(() -> {
                    if (failure == null) {
                        shown.complete(choices);
                    } else {
                        tell(failure);
                    }
                }));
        return shown;
    }

    /** Reads files as was chosen. */
    public void read(List<FileChoices> files) {
        add(files.stream().map(FileChoices::request).toList());
    }

    /** Reads a file as was chosen elsewhere. */
    public void readAs(ImportRequest request) {
        add(List.of(request), () -> { });
    }

    /** The same, and what comes after it, whether it went well or not. */
    public void readAs(ImportRequest request, Runnable then) {
        add(List.of(request), then);
    }

    /** What flows were matched to is told, whether it went well or not. */
    private void tellFlows(LoadOutcome outcome) {
        List<String> said = DistrictLoader.layersOf(outcome).stream().filter(FlowLayer.class::isInstance)
                .flatMap(l -> l.diagnostics().stream().filter(d -> d.object().isEmpty() && d.severity() == Severity.INFO).limit(1))
                .map(Diagnostic::message).toList();
        if (!said.isEmpty()) {
            workspace.notices().show(new Notice(Severity.INFO, String.join(" ", said), TEXTS.get("report.show"), host::showReport));
        }
    }

    private void add(List<ImportRequest> requests) {
        add(requests, () -> { });
    }

    private void add(List<ImportRequest> requests, Runnable then) {
        boolean first = workspace.session().district().layers().isEmpty();
        loader.add(requests).whenComplete((outcome, failure) -> {
            if (failure == null) {
                take(outcome, first);
                tellFlows(outcome);
            } else {
                tell(failure);
            }
            then.run();
        });
    }

    /** Reads the file of a layer again. */
    public void reload(String layerId) {
        loader.reload(layerId).whenComplete((outcome, failure) -> {
            if (failure == null) {
                take(outcome, false);
            } else {
                tell(failure);
            }
        });
    }

    /** Asks where the file of a layer belongs, although it has a place. */
    public void askPlace(String layerId) {
        loader.whereElse(layerId).whenComplete((questions, failure) -> {
            if (failure != null) {
                tell(failure);
            } else if (!questions.isEmpty()) {
                host.ask(questions.stream().map(FileChoices::again).toList());
            }
        });
    }

    /** Puts the model of a layer somewhere else; {@code null} for where it stands by itself. Completes when it stands there. */
    public CompletableFuture<Boolean> place(String layerId, HandPlacement placement) {
        return taken(loader.place(layerId, placement));
    }

    /** Brings the heights of a layer's model to the terrain by a rule. */
    public CompletableFuture<Boolean> heights(String layerId, GroundFit.Rule rule) {
        return taken(loader.heights(layerId, rule));
    }

    private CompletableFuture<Boolean> taken(CompletableFuture<LoadOutcome> loading) {
        return loading.handle((outcome, failure) -> {
            if (failure == null) {
                take(outcome, false);
            } else {
                tell(failure);
            }
            return failure == null && !DistrictLoader.layersOf(outcome).isEmpty();
        });
    }

    /** Keeps and tells what came of a load, here or of a project. */
    public void take(LoadOutcome outcome, boolean first) {
        List<ImportedLayer> layers = outcome.imported().map(r -> r.layers()).orElse(List.of());
        for (ImportedLayer layer : layers) {
            reports.removeIf(r -> r.layerId().equals(layer.report().layerId()));
            reports.add(layer.report());
        }
        outcome.failures().forEach(this::fail);
        if (!layers.isEmpty()) {
            host.loaded(outcome, first);
            Consumer<List<Layer>> then = whenRead;
            whenRead = read -> { };
            then.accept(layers.stream().map(ImportedLayer::layer).toList());
        }
        tell(outcome, layers);
        if (!first) {
            tellFar(layers.stream().map(ImportedLayer::layer).toList());
        }
        if (!outcome.questions().isEmpty()) {
            loader.examine(outcome.questions()).thenAccept(questions -> host.ask(questions.stream().map(FileChoices::of).toList()));
        }
    }

    private void tellFar(List<Layer> added) {
        District district = workspace.session().district();
        FarAway.find(district, added).ifPresent(far -> workspace.notices().show(Notice.of(Severity.WARNING, FarAway.sentence(district, added, far),
                new Notice.Way(TEXTS.get("far.zoom"), () -> host.zoomTo(far)), new Notice.Way(TEXTS.get("far.remove"), () -> host.remove(far)))));
    }

    private void fail(FileFailure failure) {
        failures.removeIf(f -> f.file().equals(failure.file()));
        failures.add(failure);
        workspace.notices().error(failure.message());
    }

    private void tell(LoadOutcome outcome, List<ImportedLayer> layers) {
        List<Diagnostic> troubles = new ArrayList<>(outcome.diagnostics());
        troubles.removeIf(d -> d.severity() == Severity.INFO);
        if (!troubles.isEmpty() && !layers.isEmpty()) {
            workspace.notices().show(new Notice(Severity.WARNING, TEXTS.get("read.troubles", troubles.size()), TEXTS.get("report.show"),
                    host::showReport));
        } else if (!troubles.isEmpty() && outcome.failures().isEmpty()) {
            workspace.notices().warn(troubles.get(0).message());
        }
    }

    /** Tells a person why something failed; nothing where they cancelled it. */
    public void tell(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof WorkCancelledException) {
            workspace.notices().info(TEXTS.get("cancelled"));
        } else if (cause instanceof OutOfHeapException) {
            workspace.notices().error(TEXTS.get("outOfMemory", OutOfHeapException.heapMegabytes()));
        } else if (cause instanceof org.kvarter.project.ProjectException || cause instanceof org.kvarter.importing.ImportException
                || cause instanceof org.kvarter.series.SeriesException) {
            workspace.notices().error(cause.getMessage());
        } else {
            LOG.error("Loading failed", cause);
            workspace.notices().error(TEXTS.get("failed"));
        }
    }
}
