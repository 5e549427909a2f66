package org.kvarter.ui.stage;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Viewpoint;
import org.kvarter.scene.DistrictView;
import org.kvarter.scene.camera.CameraControl;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.label.Handles;
import org.kvarter.scene.label.Pulls;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.session.Session;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.picture.Lens;

/** The 3D view as the panels see it, with the measuring tool's drawing above it. */
public final class SceneViewer implements Viewer {

    private static final double STEP = 0.72;

    private final DistrictView view;
    private final CameraControl camera;
    private final Session session;
    private final StackPane node;
    private Node stage;
    private final BooleanProperty walking = new SimpleBooleanProperty(this, "walking");
    private final SimpleDoubleProperty yaw = new SimpleDoubleProperty(this, "yaw");
    private Consumer<double[]> picking;
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.SELECT);

    public SceneViewer(Workspace workspace, DistrictView view, Node... above) {
        this.view = view;
        this.camera = view.camera();
        this.session = workspace.session();
        view.over().mapFurnitureVisibleProperty().set(false); // the rail has a compass, and the legend and the timeline need the corner
        node = new StackPane(view);
        node.getChildren().addAll(above);
        stage = node;
        camera.poseProperty().subscribe(pose -> yaw.set(Math.toDegrees(pose.yaw())));
        camera.reducedMotionProperty().bind(workspace.settings().reducedMotionProperty());
        camera.walkingProperty().subscribe(is -> walking.set(is));
        walking.subscribe(is -> camera.setWalking(is));
    }

    @Override
    public Node node() {
        return stage;
    }

    /** The view with what is drawn over it. */
    public StackPane picture() {
        return node;
    }

    /** Shows {@code newStage}, which holds the picture, in place of the picture alone. */
    public void setStage(Node newStage) {
        stage = newStage;
    }

    @Override
    public void flyTo(Bounds local) {
        if (!local.isEmpty()) {
            view.flyToBox(local);
        }
    }

    @Override
    public void flyTo(Collection<FeatureKey> keys) {
        flyTo(FeatureBoxes.of(session, keys));
    }

    @Override
    public void flyTo(Viewpoint viewpoint) {
        LocalFrame frame = session.district().frame();
        if (frame != null) {
            camera.flyTo(CameraPose.of(viewpoint, frame));
        }
    }

    @Override
    public void jumpTo(Viewpoint viewpoint) {
        LocalFrame frame = session.district().frame();
        if (frame != null) {
            camera.jumpTo(CameraPose.of(viewpoint, frame));
        }
    }

    /** Shows what stands of a project that is being opened: from its first viewpoint, or all of it. */
    public void begin() {
        LocalFrame frame = session.district().frame();
        if (session.viewpoints().isEmpty() || frame == null) {
            camera.home();
        } else {
            Viewpoint first = session.viewpoints().get(0);
            camera.jumpTo(CameraPose.of(first, frame));
            session.sectionProperty().set(first.section());
        }
    }

    @Override
    public Viewpoint viewpoint(String name) {
        LocalFrame frame = session.district().frame();
        return camera.pose().toViewpoint(name, frame == null ? new LocalFrame("", 0, 0, 0) : frame);
    }

    @Override
    public void home() {
        view.home();
    }

    @Override
    public void north() {
        camera.north();
    }

    @Override
    public void top() {
        camera.top();
    }

    @Override
    public void zoom(int steps) {
        double[] pivot = camera.pivot();
        camera.flyTo(org.kvarter.scene.camera.CameraMoves.zoom(camera.pose(), pivot, Math.pow(STEP, steps), 2, camera.limit()));
    }

    @Override
    public BooleanProperty walkingProperty() {
        return walking;
    }

    @Override
    public ObservableDoubleValue yawProperty() {
        return yaw;
    }

    @Override
    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    @Override
    public void setHandles(Handles shown, BiConsumer<Handles, Boolean> changed) {
        view.over().setHandles(shown, changed);
    }

    @Override
    public void setPulls(Pulls shown, Pulls.Puller puller) {
        view.over().setPulls(shown, puller);
    }

    @Override
    public double[] middle() {
        return camera.pivot();
    }

    @Override
    public void pickPlace(Consumer<double[]> then) {
        tool.set(Tool.SELECT); // whoever waited for a place before gets none
        picking = then;
        tool.set(Tool.PICK_PLACE);
    }

    /** Gives a place to whoever waits for one. */
    void picked(double[] place) {
        Consumer<double[]> then = picking;
        tool.set(Tool.SELECT);
        if (then != null) {
            then.accept(place);
        }
    }

    @Override
    public CompletableFuture<Picture> picture(int width, int height) {
        return view.snapshot(width, height);
    }

    @Override
    public CompletableFuture<Picture> glance(Viewpoint viewpoint, int width, int height) {
        LocalFrame frame = session.district().frame();
        return frame == null ? new CompletableFuture<>() : view.glance(CameraPose.of(viewpoint, frame), width, height);
    }

    @Override
    public Lens lens() {
        return LensOf.view(view);
    }

    @Override
    public void addLabels(Picture picture) {
        view.addLabels(picture);
    }

    @Override
    public boolean isAt(Viewpoint viewpoint) {
        LocalFrame frame = session.district().frame();
        if (frame == null || camera.isFlying()) {
            return false;
        }
        CameraPose there = CameraPose.of(viewpoint, frame);
        CameraPose here = camera.pose();
        return Math.hypot(Math.hypot(here.east() - there.east(), here.north() - there.north()), here.up() - there.up()) < 2
                && Math.abs(Math.IEEEremainder(here.yaw() - there.yaw(), 2 * Math.PI)) < 0.02 && Math.abs(here.pitch() - there.pitch()) < 0.02;
    }
}
