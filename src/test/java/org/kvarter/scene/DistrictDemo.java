package org.kvarter.scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import org.kvarter.energy.Sun;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.importing.pipeline.ImportedLayer;
import org.kvarter.model.District;
import org.kvarter.model.ImageLayer;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.VectorLayer;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;

/**
 * Renders files into pictures, for looking at: {@code DistrictDemo out-prefix files… [-- name east north up yaw pitch [azimuth
 * elevation [dark]] …]}, angles in degrees, places in local metres. Without views, the home view.
 */
final class DistrictDemo {

    private DistrictDemo() {
    }

    public static void main(String[] args) throws Exception {
        FxStage.start();
        List<ImportRequest> files = new ArrayList<>();
        int i = 1;
        for (; i < args.length && !args[i].equals("--"); i++) {
            files.add(ImportRequest.of(Path.of(args[i])));
        }
        try (Tasks tasks = Tasks.start(Platform::runLater)) {
            CoordinateSystems systems = new CoordinateSystems();
            ImportResult result = new ImportPipeline(ImportPipeline.discover(), systems, tasks.work())
                    .run(files, District.EMPTY, ImportListener.NONE, Progress.NONE);
            result.failures().forEach(f -> say(f.toString()));
            result.questions().forEach(q -> say(q.toString()));
            for (ImportedLayer layer : result.layers()) {
                say(layer.layer().id() + " " + layer.layer().kind() + " " + layer.layer().features().size() + " " + layer.layer().bounds());
            }
            DistrictView view = FxStage.on(() -> new DistrictView(tasks));
            FxStage window = new FxStage();
            FxStage.on(() -> new javafx.scene.Scene(view, 1600, 900));
            FxStage.run(() -> fill(view, result));
            FxStage.await(() -> !view.worldBounds().isEmpty() && view.isSettled());
            if (i >= args.length) {
                shoot(view, window, args[0] + "home.png", null);
            }
            for (i++; i < args.length; i += 9) {
                String[] a = java.util.Arrays.copyOfRange(args, i, i + 9);
                double[] n = new double[9];
                for (int k = 1; k < 8; k++) {
                    n[k] = Double.parseDouble(a[k]);
                }
                FxStage.run(() -> {
                    view.setSun(new Sun(n[6], n[7]));
                    view.setTheme(a[8].equals("dark") ? Theme.DARK : Theme.LIGHT);
                });
                CameraPose pose = n[3] == 0 ? null
                        : new CameraPose(n[1], n[2], n[3], Math.toRadians(n[4]), Math.toRadians(n[5]));
                shoot(view, window, args[0] + a[0] + ".png", pose);
            }
        }
        Platform.exit();
    }

    private static void say(String text) {
        System.out.println(text);
    }

    private static void shoot(DistrictView view, FxStage window, String file, CameraPose pose) throws Exception {
        FxStage.run(() -> view.camera().jumpTo(pose == null ? view.camera().homePose() : pose));
        FxStage.pause(100);
        long start = System.nanoTime();
        FxStage.await(view::isSettled);
        say(file + " settled in " + (System.nanoTime() - start) / 1_000_000 + " ms " + FxStage.on(() -> view.camera().pose()));
        FxStage.on(() -> view.snapshot(1600, 900)).get().writePng(Path.of(file));
    }

    static void fill(DistrictView view, ImportResult result) {
        List<VectorLayer> vectors = new ArrayList<>();
        List<ImageLayer> images = new ArrayList<>();
        view.setFrame(result.district().frame());
        for (ImportedLayer imported : result.layers()) {
            Layer layer = imported.layer();
            imported.mesh().ifPresent(mesh -> mesh.tiles().forEach(tile -> view.attach(layer.id(), layer.kind(), tile)));
            if (layer instanceof SolidLayer solid) {
                view.setParents(solid.id(), solid.features().parents());
            } else if (layer instanceof VectorLayer vector) {
                vectors.add(vector);
                if (vector.title().contains("association") || vector.title().contains("stations") || vector.id().contains("association")) {
                    view.setStyle(vector.id(), LayerStyle.DEFAULT.withVisible(false));
                }
            } else if (layer instanceof ImageLayer image) {
                images.add(image);
            }
        }
        view.setTerrain(result.district().terrain().orElse(null));
        view.setVectorLayers(vectors);
        view.setImageLayers(images);
    }
}
