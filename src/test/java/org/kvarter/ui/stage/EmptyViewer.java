package org.kvarter.ui.stage;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Viewpoint;
import org.kvarter.scene.snapshot.Picture;

/** A sky without a district, for a machine without 3D and for tests of the panels; remembers where it was asked to fly. */
public final class EmptyViewer implements Viewer {

    private final Region sky = new Region();
    private final BooleanProperty walking = new SimpleBooleanProperty(this, "walking");
    private final SimpleDoubleProperty yaw = new SimpleDoubleProperty(this, "yaw");
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.SELECT);
    private Object target;

    public EmptyViewer() {
        sky.getStyleClass().add("sky");
    }

    /** What it was last asked to fly to; {@code null} for nothing yet. */
    public Object target() {
        return target;
    }

    @Override
    public Node node() {
        return sky;
    }

    @Override
    public void flyTo(Bounds local) {
        target = local;
    }

    @Override
    public void flyTo(Viewpoint viewpoint) {
        target = viewpoint;
    }

    @Override
    public void flyTo(Collection<FeatureKey> keys) {
        target = keys;
    }

    @Override
    public Viewpoint viewpoint(String name) {
        return new Viewpoint(name, 0, 0, 100, yaw.get(), -30);
    }

    @Override
    public void home() {
        target = "home";
    }

    @Override
    public void north() {
        yaw.set(0);
    }

    @Override
    public void top() {
        target = "top";
    }

    @Override
    public void zoom(int steps) {
        target = steps;
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
    public CompletableFuture<Picture> picture(int width, int height) {
        return CompletableFuture.completedFuture(new Picture(width, height, new int[width * height]));
    }

    @Override
    public void addLabels(Picture picture) {
    }

    /** White, at once. */
    @Override
    public CompletableFuture<Picture> glance(Viewpoint viewpoint, int width, int height) {
        int[] white = new int[width * height];
        java.util.Arrays.fill(white, -1);
        return CompletableFuture.completedFuture(new Picture(width, height, white));
    }

    @Override
    public boolean isAt(Viewpoint viewpoint) {
        return viewpoint.equals(target);
    }

    @Override
    public void setHandles(org.kvarter.scene.label.Handles shown, java.util.function.BiConsumer<org.kvarter.scene.label.Handles, Boolean> changed) {
        // nothing is seen here
    }

    @Override
    public void setPulls(org.kvarter.scene.label.Pulls shown, org.kvarter.scene.label.Pulls.Puller puller) {
        // nothing is drawn
    }

    @Override
    public double[] middle() {
        return new double[3];
    }

    @Override
    public void pickPlace(java.util.function.Consumer<double[]> then) {
        // nothing can be clicked here
    }

    @Override
    public org.kvarter.ui.picture.Lens lens() {
        return new org.kvarter.ui.picture.Lens(0, -30, 0.7, java.util.OptionalDouble.empty());
    }

    @Override
    public void jumpTo(org.kvarter.model.Viewpoint viewpoint) {
    }
}
