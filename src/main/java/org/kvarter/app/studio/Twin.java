package org.kvarter.app.studio;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.project.ProjectStore;
import org.kvarter.scene.DistrictView;
import org.kvarter.session.Session;
import org.kvarter.session.loading.DistrictLoader;
import org.kvarter.task.Tasks;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.filter.FilterModel;
import org.kvarter.ui.overlays.PaintingModel;
import org.kvarter.ui.settings.Settings;
import org.kvarter.ui.stage.SceneBinding;
import org.kvarter.ui.stage.SunModel;

/**
 * A session with its 3D view in a scene that no window shows. Made and used on the JavaFX thread.
 *
 * @param session  the state
 * @param loader   brings files in
 * @param sun      where the sun stands
 * @param painting colours of the overlay
 * @param view     the 3D view
 * @param root     the scene's root, with the view at its bottom
 * @param scene    what pictures are taken of
 */
record Twin(Session session, DistrictLoader loader, SunModel sun, PaintingModel painting, DistrictView view, StackPane root, Scene scene) {

    static Twin of(Tasks tasks, ProjectStore store, int width, int height) {
        Session session = new Session();
        DistrictView view = new DistrictView(tasks);
        SunModel sun = new SunModel(session);
        PaintingModel painting = new PaintingModel(session, tasks);
        new SceneBinding(Workspace.of(session, tasks, new Settings()), view, sun, new FilterModel(session, tasks).resultProperty(),
                painting.paintedProperty()).outlining(painting.changesProperty());
        ImportPipeline pipeline = ImportPipeline.proposing(ImportPipeline.discover(), tasks);
        StackPane root = new StackPane(view);
        return new Twin(session, new DistrictLoader(session, tasks, pipeline, store), sun, painting, view, root,
                new Scene(root, width, height));
    }
}
