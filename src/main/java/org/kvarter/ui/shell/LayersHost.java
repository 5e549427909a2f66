package org.kvarter.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.kvarter.geo.GroundFit;
import org.kvarter.model.Layer;
import org.kvarter.ui.bench.AboutForm;
import org.kvarter.ui.layers.LayersView;
import org.kvarter.ui.sheet.Sheet;
import org.kvarter.ui.stage.Viewer;

/** What the panel of layers asks the window for. On the JavaFX thread. */
final class LayersHost implements LayersView.Host {

    private final Models models;
    private final Viewer viewer;
    private final Dialogs dialogs;
    private final Consumer<Sheet> shower;

    /** @param shower opens a sheet over the window */
    LayersHost(Models models, Viewer viewer, Dialogs dialogs, Consumer<Sheet> shower) {
        this.models = models;
        this.viewer = viewer;
        this.dialogs = dialogs;
        this.shower = shower;
    }

    @Override
    public void zoomTo(Layer layer) {
        viewer.flyTo(layer.bounds());
    }

    @Override
    public void reload(Layer layer) {
        models.loading().reload(layer.id());
    }

    @Override
    public void readOtherwise(Layer layer) {
        models.loading().openWithChoices(List.of(Path.of(layer.source().file())));
    }

    @Override
    public void place(Layer layer) {
        models.placing().begin(layer);
        models.window().leftProperty().set(LeftPanel.PLACING);
        viewer.flyTo(layer.bounds());
    }

    @Override
    public void heights(Layer layer, GroundFit.Rule rule) {
        models.loading().heights(layer.id(), rule);
    }

    @Override
    public void placeElsewhere(Layer layer) {
        models.loading().askPlace(layer.id());
    }

    @Override
    public void about(Layer layer) {
        shower.accept(AboutForm.sheet(models.bench(), layer.id()));
    }

    @Override
    public void report(Layer layer) {
        dialogs.report(layer.id());
    }
}
