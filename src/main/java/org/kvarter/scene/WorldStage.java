package org.kvarter.scene;

import javafx.geometry.Rectangle2D;
import javafx.scene.AmbientLight;
import javafx.scene.Group;
import javafx.scene.PerspectiveCamera;
import javafx.scene.SceneAntialiasing;
import javafx.scene.SnapshotParameters;
import javafx.scene.SubScene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Affine;
import org.kvarter.scene.camera.CameraControl;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.snapshot.PictureParts;

/**
 * The JavaFX side of the 3D picture: a SubScene whose camera never moves, and the world that is turned before it, so that meshes are
 * used in local metres (east, north, up) as they are. JavaFX thread only.
 *
 * <p>One transform does it all: local to camera axes (right, down, ahead). A snapshot may shear it to take the picture in tiles.
 */
final class WorldStage {

    private final Group ground = new Group();
    private final Group opaque = new Group();
    private final Group translucent = new Group();
    private final Group markers = new Group();
    private final Group rims = new Group();
    private final Affine localToCamera = new Affine();
    /** Solids before the ground they hide: what is hidden when it is drawn costs no texture. */
    private final Group world = new Group(opaque, rims, ground, markers, translucent);
    private final Group root = new Group(world, new AmbientLight(Color.WHITE));
    private final PerspectiveCamera camera = new PerspectiveCamera(true);
    private Look shown;
    private final SubScene smooth;
    private final SubScene quick;
    private final Group picture;
    private final Pace pace = new Pace();

    WorldStage() {
        world.getTransforms().add(localToCamera);
        world.setMouseTransparent(true);
        camera.setVerticalFieldOfView(true);
        camera.setFieldOfView(Math.toDegrees(CameraControl.FIELD_OF_VIEW));
        smooth = subScene(root, SceneAntialiasing.BALANCED);
        quick = subScene(new Group(), SceneAntialiasing.DISABLED);
        smooth.setCamera(camera);
        quick.setVisible(false);
        picture = new Group(quick, smooth);
        picture.setManaged(false);
    }

    private static SubScene subScene(Group root, SceneAntialiasing antialiasing) {
        SubScene subScene = new SubScene(root, 16, 9, true, antialiasing);
        subScene.setFill(Color.TRANSPARENT);
        return subScene;
    }

    /** What to show. */
    Group picture() {
        return picture;
    }

    void resize(double width, double height) {
        for (SubScene subScene : new SubScene[] {smooth, quick}) {
            subScene.setWidth(width);
            subScene.setHeight(height);
        }
    }

    /** Whether the camera moves and frames are slow. */
    boolean isTurning() {
        return pace.isTurning();
    }

    /** One frame: leaves edges rough while the camera or anything else moves and frames are slow, and smooths them when all rests. */
    void pace(CameraPose pose, boolean alive, double seconds) {
        setSmooth(!pace.isHurried(pose, alive, seconds));
    }

    private void setSmooth(boolean wanted) {
        if (wanted == smooth.isVisible()) {
            return;
        }
        SubScene from = wanted ? quick : smooth;
        SubScene to = wanted ? smooth : quick;
        from.setCamera(null);
        from.setRoot(new Group());
        from.setVisible(false);
        to.setRoot(root);
        to.setCamera(camera);
        to.setVisible(true);
    }

    /** Terrain, water and trees. */
    Group ground() {
        return ground;
    }

    Group opaque() {
        return opaque;
    }

    /** Pins over everything that is opaque. */
    Group markers() {
        return markers;
    }

    /** Edges of what stands out. */
    Group rims() {
        return rims;
    }

    Group translucent() {
        return translucent;
    }

    /** Nearest and furthest distance shown, metres: as tight as the view allows, so that nothing flickers. */
    void setClip(double near, double far) {
        if (Math.abs(near - camera.getNearClip()) > 0.05 * near) {
            camera.setNearClip(near);
        }
        if (Math.abs(far - camera.getFarClip()) > 0.05 * far) {
            camera.setFarClip(far);
        }
    }

    /** Shows the whole picture of a pose. */
    void look(CameraPose pose) {
        look(pose, 0, 0);
        camera.setFieldOfView(Math.toDegrees(CameraControl.FIELD_OF_VIEW));
    }

    /**
     * Shows a part of a picture of its own vertical field of view.
     *
     * @param part   the whole picture
     * @param left   of the part, pixels of the whole picture
     * @param top    of the part
     * @param width  of the part
     * @param height of the part
     */
    void lookAtPart(Projection part, double left, double top, double width, double height) {
        double shearX = (left + width / 2 - part.width() / 2) / part.focal();
        double shearY = (top + height / 2 - part.height() / 2) / part.focal();
        look(part.pose(), shearX, shearY);
        camera.setFieldOfView(Math.toDegrees(2 * Math.atan(height / 2 / part.focal())));
    }

    /** A picture of a part of a projection, transparent where there is nothing; what is on the screen stays as it was. */
    WritableImage picture(Projection whole, PictureParts.Part part) {
        setSmooth(true);
        double width = smooth.getWidth();
        double height = smooth.getHeight();
        smooth.setWidth(part.width());
        smooth.setHeight(part.height());
        lookAtPart(whole, part.left(), part.top(), part.width(), part.height());
        try {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(Color.TRANSPARENT);
            parameters.setViewport(new Rectangle2D(0, 0, part.width(), part.height()));
            return smooth.snapshot(parameters, new WritableImage(part.width(), part.height()));
        } finally {
            smooth.setWidth(width);
            smooth.setHeight(height);
            look(whole.pose());
        }
    }

    private record Look(CameraPose pose, double shearX, double shearY) {
    }

    /** A transform that is set anew makes JavaFX draw again even where it is the same: an idle twin must cost nothing. */
    private void look(CameraPose pose, double shearX, double shearY) {
        Look wanted = new Look(pose, shearX, shearY);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        double[] r = pose.right();
        double[] t = pose.top();
        double[] f = pose.forward();
        double x = -(r[0] * pose.east() + r[1] * pose.north() + r[2] * pose.up());
        double y = t[0] * pose.east() + t[1] * pose.north() + t[2] * pose.up();
        double z = -(f[0] * pose.east() + f[1] * pose.north() + f[2] * pose.up());
        localToCamera.setToTransform(
                r[0] - shearX * f[0], r[1] - shearX * f[1], r[2] - shearX * f[2], x - shearX * z,
                -t[0] - shearY * f[0], -t[1] - shearY * f[1], -t[2] - shearY * f[2], y - shearY * z,
                f[0], f[1], f[2], z);
    }
}
