package org.kvarter.app.studio;

import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.project.ProjectStore;
import org.kvarter.scene.DistrictView;
import org.kvarter.scene.tile.MeshPool;
import org.kvarter.session.Session;
import org.kvarter.session.loading.DistrictLoader;
import org.kvarter.task.Tasks;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.filter.FilterModel;
import org.kvarter.ui.overlays.PaintingModel;
import org.kvarter.ui.settings.Settings;
import org.kvarter.ui.stage.SceneBinding;
import org.kvarter.ui.stage.SunModel;
import org.kvarter.ui.study.SunHoursModel;

/**
 * A session with its 3D view in a scene that no window shows. Made and used on the JavaFX thread.
 *
 * @param session  the state
 * @param loader   brings files in
 * @param sun      where the sun stands
 * @param painting colours of the overlay
 * @param sunHours hours of sun
 * @param view     the 3D view
 * @param root     the scene's root, with the view at its bottom
 * @param scene    what pictures are taken of
 * @param making   makes a second view of the same triangles
 */
record Twin(Session session, DistrictLoader loader, SunModel sun, PaintingModel painting, SunHoursModel sunHours, DistrictView view, StackPane root, Scene scene,
            Supplier<DistrictView> making) {

    static Twin of(Tasks tasks, ProjectStore store, int width, int height) {
        Session session = new Session();
        MeshPool meshes = new MeshPool();
        DistrictView view = new DistrictView(tasks, meshes);
        view.over().mapFurnitureVisibleProperty().set(false); // as in the window
        SunModel sun = new SunModel(session);
        PaintingModel painting = new PaintingModel(session, tasks);
        new SceneBinding(Workspace.of(session, tasks, new Settings()), view, sun, new FilterModel(session, tasks).resultProperty(),
                painting.paintedProperty()).outlining(painting.changesProperty());
        ImportPipeline pipeline = ImportPipeline.over(ImportPipeline.discover(), tasks);
        DistrictLoader loader = new DistrictLoader(session, tasks, pipeline, store);
        loader.stateProperty().subscribe(state -> view.setReading(state.running()));
        StackPane root = new StackPane(view);
        return new Twin(session, loader, sun, painting,
                new SunHoursModel(session, tasks, sun, painting), view, root,
                new Scene(root, width, height), () -> {
            DistrictView second = new DistrictView(tasks, meshes);
            new SceneBinding(Workspace.of(session, tasks, new Settings()), second, sun, new FilterModel(session, tasks).resultProperty(),
                    painting.paintedProperty(), session.viewProperty());
            return second;
        });
    }

    /** Shows a second view of the same triangles to the right of the first. */
    DistrictView split() {
        DistrictView second = making.get();
        HBox halves = new HBox(view, second);
        for (DistrictView half : new DistrictView[] {view, second}) {
            half.setMinWidth(0);
            half.setPrefWidth(scene.getWidth() / 2);
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        root.getChildren().setAll(halves);
        return second;
    }

    /** Shows the first view alone. */
    void alone() {
        root.getChildren().setAll(view);
    }
}
