package org.kvarter.scene;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.label.HandlePane;
import org.kvarter.scene.label.Handles;
import org.kvarter.scene.label.Label;
import org.kvarter.scene.label.LabelPane;
import org.kvarter.scene.label.MapFurniture;
import org.kvarter.scene.label.MeasureLine;
import org.kvarter.scene.label.MeasurePane;
import org.kvarter.scene.label.OutlinePane;
import org.kvarter.scene.label.PullPane;
import org.kvarter.scene.label.Pulls;
import org.kvarter.scene.snapshot.Overprint;
import org.kvarter.scene.snapshot.Picture;

/**
 * What is drawn over the picture and lies on no surface: names, outlines, what is measured, handles to pull, the scale bar. All of it
 * follows the camera frame by frame. JavaFX thread only; places are local metres.
 */
public final class OverPicture {

    /** Beside the tools that a window keeps along the right edge, pixels. */
    private static final double FURNITURE_RIGHT = 84;
    private static final double FURNITURE_FOOT = 16;

    private final SceneCore core;
    private final Runnable layout;
    private final LabelPane labels = new LabelPane();
    private final MeasurePane measure = new MeasurePane();
    private final OutlinePane outline = new OutlinePane();
    private final HandlePane handles = new HandlePane();
    private final PullPane pulls = new PullPane();
    private final MapFurniture furniture;
    private double furnitureLift;

    /** @param layout asks for {@link #layout} to be called */
    OverPicture(SceneCore core, Runnable layout) {
        this.core = core;
        this.layout = layout;
        furniture = new MapFurniture(core.camera());
    }

    /** All panes, lowest first. */
    List<Node> nodes() {
        return List.of(outline, labels, measure, handles, pulls, furniture);
    }

    /** Keeps the clicks to itself that end a pull. */
    void listenTo(Node node) {
        node.addEventFilter(MouseEvent.MOUSE_CLICKED, e -> {
            if (handles.takesClick() | pulls.takesClick()) {
                e.consume();
            }
        });
    }

    void setTheme(Theme theme) {
        labels.setTheme(theme);
        outline.setTheme(theme);
        handles.setTheme(theme);
        pulls.setTheme(theme);
        furniture.setTheme(theme);
    }

    /** Names over things, in place of those before: selected and pinned ones first, important ones where there is room. */
    public void setLabels(List<Label> newLabels) {
        labels.setLabels(newLabels);
    }

    /**
     * Shows handles around a model; {@code null} for none.
     *
     * @param changed told while they are dragged, and once more with {@code true} when they are let go
     */
    public void setHandles(Handles shown, BiConsumer<Handles, Boolean> changed) {
        handles.show(shown, changed);
    }

    /** Shows handles that are pulled along lines; {@link Pulls#NONE} takes them away. */
    public void setPulls(Pulls shown, Pulls.Puller puller) {
        pulls.show(shown, puller);
    }

    /** What is measured; {@link MeasureLine#NONE} takes it away. */
    public void setMeasureLine(MeasureLine line) {
        measure.setLine(line);
    }

    /** The rim of what lies flat on the ground under the pointer, as {@link OutlinePane#setOutline}. */
    void setOutline(List<List<double[]>> lines) {
        outline.setOutline(lines);
    }

    /** Whether the scale bar shows, by the lower right corner. */
    public BooleanProperty mapFurnitureVisibleProperty() {
        return furniture.visibleProperty();
    }

    /** Lifts the scale bar over what a window lays along the lower edge, pixels. */
    public void setMapFurnitureLift(double pixels) {
        furnitureLift = pixels;
        layout.run();
    }

    /** Draws the names and what is measured into a picture that the camera took from where it stands now. */
    void printOn(Picture picture) {
        double scale = Overprint.scale(picture);
        double w = picture.width() / scale;
        double h = picture.height() / scale;
        Projection shown = core.camera().projection();
        Projection whole = new Projection(shown.pose(), w, h, shown.fieldOfView());
        LabelPane names = labels.copy();
        MeasurePane lines = measure.copy();
        place(names, whole);
        lines.frame(whole);
        Scene page = new Scene(new Group(lines, names), w, h, Color.TRANSPARENT);
        page.getRoot().applyCss();
        page.getRoot().layout();
        Overprint.lay(page.getRoot(), picture);
    }

    /** One frame. */
    void frame(Projection shown) {
        place(labels, shown);
        outline.frame(shown, place -> core.picker().isOpen(shown.pose(), place));
        measure.frame(shown);
        handles.frame(shown);
        pulls.frame(shown);
        furniture.frame(shown);
    }

    private void place(LabelPane names, Projection shown) {
        names.frame(shown, label -> core.picker().isSeen(shown.pose(), label.east(), label.north(), label.up()), label -> top(label, shown));
    }

    /** A pin is as high as it must be to be of one size on the screen: its name stands over it. */
    private double top(Label label, Projection projection) {
        return core.markers().top(label.feature(), projection).orElse(label.up());
    }

    void layout(double width, double height) {
        for (Region pane : new Region[] {outline, handles, pulls, labels, measure}) {
            pane.resizeRelocate(0, 0, width, height);
        }
        furniture.autosize();
        furniture.relocate(width - furniture.getWidth() - FURNITURE_RIGHT, height - furniture.getHeight() - FURNITURE_FOOT - furnitureLift);
    }
}
