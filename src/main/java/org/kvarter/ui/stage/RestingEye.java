package org.kvarter.ui.stage;

import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.kvarter.scene.camera.CameraControl;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.session.loading.DistrictLoader;

/** Tells once the camera has stood still for a moment, and again when what was being loaded is there. JavaFX thread only. */
public final class RestingEye {

    private static final Duration STILL = Duration.seconds(0.8);

    private RestingEye() {
    }

    /** @param listener gets the eye as local east, north, up and the focal length in pixels */
    public static void watch(CameraControl camera, DistrictLoader loader, BiConsumer<double[], Double> listener) {
        PauseTransition still = new PauseTransition(STILL);
        still.setOnFinished(e -> {
            CameraPose pose = camera.pose();
            listener.accept(new double[] {pose.east(), pose.north(), pose.up()}, camera.projection().focal());
        });
        camera.poseProperty().addListener((o, was, is) -> still.playFromStart());
        loader.stateProperty().addListener((o, was, is) -> {
            if (!is.running()) {
                still.playFromStart();
            }
        });
    }
}
