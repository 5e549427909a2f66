package org.kvarter.scene.sky;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

/**
 * The sky behind the 3D picture: a gradient that ends at the horizon, with the horizon's colour below it. A region of its own, since
 * a gradient as the fill of a SubScene does not clear its buffers. JavaFX thread only.
 */
public final class SkyPane extends Region {

    /** How far above the picture the horizon lies, in heights of the picture, where the far land covers all of it. */
    private static final double HIDDEN = 0.3;

    private SkyColours colours = new SkyColours(0xFFBCD4E3, 0xFFF3EFE6);
    private double horizonY = 0;

    public SkyPane() {
        setMouseTransparent(true);
        heightProperty().addListener((o, was, is) -> paint());
    }

    public SkyColours colours() {
        return colours;
    }

    public void setColours(SkyColours newColours) {
        if (!newColours.equals(colours)) {
            colours = newColours;
            paint();
        }
    }

    /** Tells at which row of pixels the horizon lies. */
    public void setHorizonY(double y) {
        if (Math.abs(y - horizonY) > 0.5) {
            horizonY = y;
            paint();
        }
    }

    /** Only what lies above the horizon gets the gradient: below it a plain colour is drawn, several times as quickly. */
    private void paint() {
        double height = Math.max(1, getHeight());
        // The far land reaches nearly to the horizon: where that lies well above the picture, nothing of the sky is left to draw.
        setVisible(horizonY > -HIDDEN * height);
        double edge = Math.max(0, Math.min(height, Math.ceil(horizonY)));
        List<BackgroundFill> fills = new ArrayList<>();
        if (edge > 0) {
            fills.add(new BackgroundFill(gradient(height), CornerRadii.EMPTY, new Insets(0, 0, height - edge, 0)));
        }
        if (edge < height) {
            fills.add(new BackgroundFill(colour(colours.horizon()), CornerRadii.EMPTY, new Insets(edge, 0, 0, 0)));
        }
        setBackground(new Background(fills.toArray(BackgroundFill[]::new)));
    }

    private LinearGradient gradient(double height) {
        SkyGradient sky = new SkyGradient(colours, horizonY, height);
        List<Stop> stops = new ArrayList<>();
        for (double[] stop : SkyGradient.STOPS) {
            stops.add(new Stop(stop[0], colour(colours.top()).interpolate(colour(colours.horizon()), stop[1])));
        }
        return new LinearGradient(0, sky.topY(), 0, horizonY, false, CycleMethod.NO_CYCLE, stops);
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }
}
