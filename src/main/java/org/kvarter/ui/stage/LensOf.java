package org.kvarter.ui.stage;

import java.util.OptionalDouble;
import org.kvarter.scene.DistrictView;
import org.kvarter.scene.camera.CameraControl;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.pick.Pick;
import org.kvarter.ui.picture.Lens;

/** The camera of a view, for what is drawn over a picture of it. Stateless; JavaFX thread. */
public final class LensOf {

    private LensOf() {
    }

    /** As it stands now. */
    public static Lens view(DistrictView view) {
        CameraPose pose = view.camera().pose();
        Pick middle = view.pick(view.getWidth() / 2, view.getHeight() / 2);
        OptionalDouble distance = OptionalDouble.empty();
        if (middle != null) {
            double[] p = middle.place();
            distance = OptionalDouble.of(Math.hypot(Math.hypot(p[0] - pose.east(), p[1] - pose.north()), p[2] - pose.up()));
        }
        return new Lens(Math.toDegrees(pose.yaw()), Math.toDegrees(pose.pitch()), CameraControl.FIELD_OF_VIEW, distance);
    }
}
