package org.kvarter.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.project.ProjectStore;
import org.kvarter.scene.DistrictView;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.session.Session;
import org.kvarter.session.loading.DistrictLoader;
import org.kvarter.task.Tasks;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.filter.FilterModel;
import org.kvarter.ui.overlays.Painted;
import org.kvarter.ui.settings.Settings;

/** A house and a park, shown while they are read: solids grow tile by tile, flat layers come whole. */
class GrowingDistrictTest {

    @TempDir
    Path folder;

    private Tasks tasks;
    private Session session;
    private DistrictView view;
    private DistrictLoader loader;

    @Test
    void whatGrewIsShownWholeWithShadowsOnTheGround() throws Exception {
        Files.writeString(folder.resolve("houses.geojson"), feature("\"building\":\"yes\",\"height\":12",
                "[153000,6579000],[153020,6579000],[153020,6579020],[153000,6579020],[153000,6579000]"));
        Files.writeString(folder.resolve("park.geojson"), feature("\"leisure\":\"park\"",
                "[152900,6578900],[153120,6578900],[153120,6579120],[152900,6579120],[152900,6578900]"));
        Path project = Files.writeString(folder.resolve("kvarter.json"), """
                {"format":"kvarter-project","version":1,"name":"Two","sources":[{"file":"houses.geojson"},{"file":"park.geojson"}]}""");
        tasks = Tasks.start(Platform::runLater);
        try {
            start();
            on(this::make);
            on(() -> loader.open(project)).thenCompose(x -> x).get(60, TimeUnit.SECONDS);
            assertThat(session.district().layers()).hasSize(2);
            on(() -> {
                view.camera().jumpTo(org.kvarter.scene.camera.CameraPose.lookingAt(view.worldBounds().centreEast(), view.worldBounds().centreNorth(), 0, 220,
                        0, Math.toRadians(-89)));
                return view;
            });
            Picture picture = on(() -> view.snapshot(300, 300)).thenCompose(x -> x).get(60, TimeUnit.SECONDS);
            int darkest = 255;
            int lit = 0;
            for (int argb : picture.argb()) {
                if (Argb.green(argb) > Argb.red(argb) + 5) {
                    darkest = Math.min(darkest, Argb.green(argb));
                    lit = Math.max(lit, Argb.green(argb));
                }
            }
            assertThat(darkest).as("grass in the house's shadow").isLessThan(lit - 40);
        } finally {
            on(() -> {
                view.getScene().setRoot(new Group());
                return view;
            });
            tasks.close();
        }
    }

    private Object make() {
        session = new Session();
        view = new DistrictView(tasks);
        SceneBinding binding = new SceneBinding(Workspace.of(session, tasks, new Settings()), view, new SunModel(session),
                new FilterModel(session, tasks).resultProperty(), new SimpleObjectProperty<>(Painted.NOTHING));
        loader = new DistrictLoader(session, tasks, ImportPipeline.over(ImportPipeline.discover(), tasks), new ProjectStore(folder.resolve("unpacked")));
        loader.addGrowth(binding);
        return new Scene(view, 300, 300);
    }

    private static String feature(String properties, String ring) {
        return """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3011"}},"features":[
                {"type":"Feature","id":"1","properties":{%s},"geometry":{"type":"Polygon","coordinates":[[%s]]}}]}""".formatted(properties, ring);
    }

    private static void start() {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException alreadyRunning) {
            // another test class has started it
        }
    }

    private static <T> CompletableFuture<T> on(java.util.concurrent.Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}
