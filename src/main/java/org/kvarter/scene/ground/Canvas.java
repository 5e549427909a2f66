package org.kvarter.scene.ground;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.kvarter.model.Bounds;
import org.locationtech.jts.geom.Envelope;

/**
 * A square of ground as a picture in the making: Java2D in local metres, north up. Not thread-safe.
 */
final class Canvas {

    private final Bounds area;
    private final int size;
    private final double texelEast;
    private final double texelNorth;
    private final BufferedImage image;

    /** @param area what the picture covers, its border included; @param size texels across and down */
    Canvas(Bounds area, int size) {
        this.area = area;
        this.size = size;
        texelEast = area.width() / size;
        texelNorth = area.depth() / size;
        image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
    }

    Bounds area() {
        return area;
    }

    int size() {
        return size;
    }

    /** Metres per texel, the finer way. */
    double texel() {
        return Math.min(texelEast, texelNorth);
    }

    double east(int x) {
        return area.minEast() + (x + 0.5) * texelEast;
    }

    double north(int y) {
        return area.maxNorth() - (y + 0.5) * texelNorth;
    }

    BufferedImage image() {
        return image;
    }

    /** Premultiplied colours, row by row from the north. */
    int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** A pen that draws in local metres. */
    Graphics2D pen() {
        return pen(image);
    }

    /** A pen on another picture of the same area. */
    Graphics2D pen(BufferedImage on) {
        Graphics2D pen = on.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.scale(on.getWidth() / area.width(), -on.getHeight() / area.depth());
        pen.translate(-area.minEast(), -area.maxNorth());
        return pen;
    }

    /** What must be looked up to paint the area, with some metres around. */
    Envelope envelope(double around) {
        return new Envelope(area.minEast() - around, area.maxEast() + around, area.minNorth() - around, area.maxNorth() + around);
    }
}
