package org.kvarter.scene.snapshot;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

/** Lays flat things, such as a legend or names, over a finished picture. Stateless; JavaFX thread only. */
public final class Overprint {

    /** Height of a picture over which things have the size they have on the screen, pixels. */
    private static final double USUAL = 1_080;

    private Overprint() {
    }

    /** How much larger things are drawn over a picture than on the screen, so that they stay readable in print. */
    public static double scale(Picture picture) {
        return Math.max(0.5, Math.min(picture.height() / USUAL, picture.width() / USUAL));
    }

    /**
     * Draws a node into the picture, whose colours change in place.
     *
     * @param node laid out in a scene of the picture's size divided by {@link #scale}, with nothing behind it
     */
    public static void lay(Node node, Picture picture) {
        double scale = scale(picture);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(new Scale(scale, scale));
        for (PictureParts.Part part : PictureParts.of(picture.width(), picture.height())) {
            parameters.setViewport(new Rectangle2D(part.left(), part.top(), part.width(), part.height()));
            WritableImage image = node.snapshot(parameters, new WritableImage(part.width(), part.height()));
            int[] pixels = new int[part.width() * part.height()];
            image.getPixelReader().getPixels(0, 0, part.width(), part.height(), PixelFormat.getIntArgbPreInstance(), pixels, 0, part.width());
            PictureParts.over(pixels, part, picture.argb(), picture.width());
        }
    }
}
