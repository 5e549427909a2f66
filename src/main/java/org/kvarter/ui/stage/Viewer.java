package org.kvarter.ui.stage;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Viewpoint;
import org.kvarter.scene.label.Handles;
import org.kvarter.scene.label.Pulls;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.ui.picture.Lens;

/** What the panels ask of the 3D view. JavaFX thread only. */
public interface Viewer {

    /** The view itself. */
    Node node();

    /** Lets the camera fly until the box fills the view; nothing for an empty box. */
    void flyTo(Bounds local);

    /** Flies to what encloses all of {@code keys}. */
    void flyTo(Collection<FeatureKey> keys);

    /** Lets the camera fly to a saved camera. */
    void flyTo(Viewpoint viewpoint);

    /** Puts the camera where a saved one is, at once. */
    void jumpTo(Viewpoint viewpoint);

    /** The camera now, under a name. */
    Viewpoint viewpoint(String name);

    /** Flies to where the whole district is seen. */
    void home();

    /** Turns north up. */
    void north();

    /** Looks straight down. */
    void top();

    /** Comes closer ({@code > 0}) or goes away, in steps. */
    void zoom(int steps);

    /** Whether the camera walks at eye level. */
    BooleanProperty walkingProperty();

    /** Direction of view, degrees clockwise from north. */
    ObservableDoubleValue yawProperty();

    /** The tool the pointer holds. */
    ObjectProperty<Tool> toolProperty();

    /** Draws names and what is measured into a picture taken from where the camera stands now. */
    void addLabels(Picture picture);

    /**
     * A picture of what the camera sees, without panels and labels, once everything is there.
     *
     * @param width  pixels, up to 20,000
     * @param height pixels, up to 20,000
     */
    CompletableFuture<Picture> picture(int width, int height);

    /**
     * A small picture from a saved camera of what is there now, without moving the camera; comes when the twin stands.
     *
     * @param width  pixels, up to 1,000
     * @param height pixels, up to 1,000
     */
    CompletableFuture<Picture> glance(Viewpoint viewpoint, int width, int height);

    /** Whether the camera rests where a saved one is. */
    boolean isAt(Viewpoint viewpoint);

    /**
     * Shows handles around a model; {@code null} for none.
     *
     * @param changed told while they are dragged, and once more with {@code true} when they are let go
     */
    void setHandles(Handles shown, BiConsumer<Handles, Boolean> changed);

    /** Shows handles that are pulled along lines; {@link Pulls#NONE} takes them away. */
    void setPulls(Pulls shown, Pulls.Puller puller);

    /** What the middle of the picture shows: east, north, up in local metres. */
    double[] middle();

    /** Lets the person click a place of the twin once, told in local metres east, north, up; another tool ends it. */
    void pickPlace(Consumer<double[]> then);

    /** The camera as it stands, for what is drawn over a picture. */
    Lens lens();

    /** What the pointer does in the twin. */
    enum Tool {
        SELECT, MEASURE, SECTION, PICK_PLACE
    }

}
