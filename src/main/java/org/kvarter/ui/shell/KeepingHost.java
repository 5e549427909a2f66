package org.kvarter.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.kvarter.model.Layer;
import org.kvarter.session.loading.DistrictLoader;
import org.kvarter.session.loading.LoadOutcome;
import org.kvarter.ui.layers.LayersModel;
import org.kvarter.ui.loading.FileChoices;
import org.kvarter.ui.loading.LoadingModel;
import org.kvarter.ui.mobility.UnmetTimes;
import org.kvarter.ui.present.Presenting;
import org.kvarter.ui.project.ProjectModel;
import org.kvarter.ui.stage.Viewer;
import org.kvarter.ui.story.StoryModel;

/** What loading files and keeping projects ask the window for, and tell it. On the JavaFX thread. */
final class KeepingHost implements LoadingModel.Host, ProjectModel.Host {

    private final FileQuestions files;
    private final Models models;
    private final Viewer viewer;
    private final Dialogs dialogs;
    private final StoryModel story;
    private final Presenting presenting;
    private final UnmetTimes unmet;

    KeepingHost(FileQuestions files, Models models, Viewer viewer, Dialogs dialogs, StoryModel story, Presenting presenting) {
        this.files = files;
        this.models = models;
        this.viewer = viewer;
        this.dialogs = dialogs;
        this.story = story;
        this.presenting = presenting;
        this.unmet = new UnmetTimes(models.workspace(), models.mobility(), () -> models.window().timelineProperty().set(true));
    }

    @Override
    public void ask(List<FileChoices> choices) {
        dialogs.askAbout(choices);
    }

    @Override
    public void loaded(LoadOutcome outcome, boolean first) {
        unmet.tell(DistrictLoader.layersOf(outcome));
        if (first) {
            viewer.home();
            models.window().leftProperty().set(LeftPanel.LAYERS);
        }
    }

    @Override
    public void zoomTo(Layer layer) {
        viewer.flyTo(layer.bounds());
    }

    @Override
    public void remove(Layer layer) {
        new LayersModel(models.session()).remove(layer);
    }

    @Override
    public void showReport() {
        dialogs.report("");
    }

    @Override
    public CompletableFuture<ProjectModel.Unsaved> askUnsaved() {
        return dialogs.askUnsaved();
    }

    @Override
    public CompletableFuture<Boolean> askPersonal(List<String> told) {
        return dialogs.askPersonal(told);
    }

    @Override
    public Optional<Path> chooseFile(String proposedName) {
        return files.chooseProjectFile(proposedName);
    }

    @Override
    public void opened() {
        if (presenting.runningProperty().get()) {
            presenting.model().back();
        }
        models.window().timelineProperty().set(!models.session().series().isEmpty());
        story.tellProblems();
    }
}
