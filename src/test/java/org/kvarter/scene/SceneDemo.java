package org.kvarter.scene;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.application.Platform;
import org.kvarter.model.LayerKind;
import org.kvarter.scene.label.Label;
import org.kvarter.scene.label.MeasureLine;
import org.kvarter.task.Tasks;

/** Renders made-up houses into a PNG, for looking at: {@code SceneDemo out.png}. */
final class SceneDemo {

    private SceneDemo() {
    }

    public static void main(String[] args) throws Exception {
        FxStage.start();
        try (Tasks tasks = Tasks.start(Platform::runLater)) {
            DistrictView view = FxStage.on(() -> new DistrictView(tasks));
            FxStage window = new FxStage();
            window.show(view, 1600, 900);
            FxStage.run(() -> {
                Random random = new Random(3);
                for (int block = 0; block < 36; block++) {
                    double west = block % 6 * 110 - 330;
                    double south = block / 6 * 90 - 270;
                    Blocks houses = new Blocks();
                    for (int k = 0; k < 4; k++) {
                        double h = 9 + random.nextInt(6) * 3;
                        if (random.nextInt(4) > 0) {
                            houses.gable(west + k * 22, south, 20, 13, h, h + 5);
                        } else {
                            houses.box(west + k * 22, south, 20, 14, h + 6);
                        }
                        houses.gable(west + k * 22, south + 50, 20, 13, h, h + 5);
                    }
                    view.attach("b" + block % 2, LayerKind.BUILDINGS, houses.tile());
                }
                view.camera().jumpTo(view.camera().homePose());
                List<Label> labels = new ArrayList<>();
                for (int k = 0; k < 30; k++) {
                    labels.add(new Label(null, "Kvarter " + (k + 1), k % 6 * 110 - 300, k / 6 * 90 - 260, 24,
                            k == 8 ? Label.Rank.SELECTED : k == 9 ? Label.Rank.PINNED : Label.Rank.IMPORTANT, k));
                }
                view.over().setLabels(labels);
                view.over().setMeasureLine(new MeasureLine(List.of(new double[] {-330, -280, 0}, new double[] {-100, -290, 0},
                        new double[] {-100, -290, 40}), List.of("230 m", "40 m")));
            });
            FxStage.await(view::isSettled);
            FxStage.save(window.picture(), new File(args[0]));
            window.close();
        }
        Platform.exit();
    }
}
