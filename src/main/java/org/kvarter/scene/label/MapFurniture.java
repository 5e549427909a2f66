package org.kvarter.scene.label;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.CameraControl;
import org.kvarter.scene.camera.CameraMoves;
import org.kvarter.scene.camera.Projection;
import org.kvarter.text.Texts;

/** Compass and scale bar in one row, for a corner of the view; a click on the compass turns north up. JavaFX thread only. */
public final class MapFurniture extends HBox {

    private static final double LONGEST = 120;
    private static final Texts TEXTS = Texts.in(MapFurniture.class);

    private final CameraControl camera;
    private final StackPane compass = new StackPane();
    private final Line bar = new Line(0, 0, 80, 0);
    private final Text length = new Text();
    private final Circle disc = new Circle(16);
    private double shownLength = -1;
    private double shownPixels = -1;
    private Projection measured;

    public MapFurniture(CameraControl camera) {
        super(12);
        this.camera = camera;
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        Polygon north = new Polygon(0, -11, 4.2, 1, -4.2, 1);
        north.setFill(Color.rgb(11, 122, 117));
        Polygon south = new Polygon(0, 11, 4.2, -1, -4.2, -1);
        south.setFill(Color.rgb(140, 144, 148));
        StackPane needle = new StackPane(new Group(south, north));
        compass.getChildren().addAll(disc, needle);
        compass.setCursor(Cursor.HAND);
        compass.setAccessibleText(TEXTS.get("compass.turnNorth"));
        compass.managedProperty().bind(compass.visibleProperty());
        compass.setVisible(false);
        compass.setOnMouseClicked(e -> {
            camera.north();
            e.consume();
        });
        camera.poseProperty().addListener((o, was, is) -> needle.setRotate(-Math.toDegrees(is.yaw())));
        VBox scale = new VBox(2, length, bar);
        scale.setMouseTransparent(true);
        scale.setAlignment(Pos.BOTTOM_RIGHT);
        length.setFont(Font.font("Inter", 11));
        bar.setStrokeWidth(2);
        getChildren().addAll(compass, scale);
        setTheme(Theme.LIGHT);
    }

    /** Whether the compass shows beside the scale bar; off at first, for windows that have one of their own. */
    public BooleanProperty compassVisibleProperty() {
        return compass.visibleProperty();
    }

    public void setTheme(Theme theme) {
        boolean light = theme == Theme.LIGHT;
        disc.setFill(light ? Color.rgb(255, 255, 255, 0.88) : Color.rgb(32, 36, 41, 0.88));
        length.setFill(light ? Color.rgb(60, 64, 68) : Color.rgb(220, 224, 228));
        bar.setStroke(light ? Color.rgb(60, 64, 68) : Color.rgb(220, 224, 228));
    }

    /** One frame: the bar measures at the middle of the picture. */
    public void frame(Projection projection) {
        if (isVisible() && !projection.equals(measured)) {
            measured = projection;
            double perPixel = projection.metresPerPixel(Math.max(1, CameraMoves.distance(projection.pose(), camera.pivot())));
            double metres = ScaleSteps.roundLength(perPixel * LONGEST);
            double pixels = Math.round(metres / perPixel);
            if (metres != shownLength || Math.abs(pixels - shownPixels) > 1) {
                shownLength = metres;
                shownPixels = pixels;
                bar.setEndX(pixels);
                length.setText(metres >= 1000 ? TEXTS.get("scale.kilometres", metres / 1000) : TEXTS.get("scale.metres", metres));
                if (getParent() != null) {
                    getParent().requestLayout();
                }
            }
        }
    }
}
