package org.kvarter.scene.ground;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Hatching over areas whose values are less sure, on lines that all areas share, so that neighbours go on in each other. Stateless. */
final class DataHatch {

    private static final double LEAST_APART = 5;
    private static final double TEXELS_APART = 9;
    private static final int MOST = 4_000;

    private DataHatch() {
    }

    /**
     * Hatches a shape.
     *
     * @param pen   of the ground, in metres
     * @param texel size of a pixel of the ground, metres
     * @param argb  of the lines
     * @param once  one way only, or across too
     */
    static void fill(Graphics2D pen, Shape shape, double texel, int argb, boolean once) {
        double apart = Math.max(LEAST_APART, TEXELS_APART * texel);
        Rectangle2D box = shape.getBounds2D();
        double side = box.getWidth() + box.getHeight();
        if (side / apart > MOST) {
            return;
        }
        Graphics2D lines = (Graphics2D) pen.create();
        lines.clip(shape);
        lines.setColor(new Color(argb, true));
        lines.setStroke(new BasicStroke((float) (0.13 * apart)));
        for (double at = Math.floor((box.getMinX() + box.getMinY()) / apart) * apart; at <= box.getMaxX() + box.getMaxY(); at += apart) {
            lines.draw(new Line2D.Double(at - box.getMinY(), box.getMinY(), at - box.getMaxY(), box.getMaxY()));
        }
        for (double at = Math.floor((box.getMinX() - box.getMaxY()) / apart) * apart; !once && at <= box.getMaxX() - box.getMinY(); at += apart) {
            lines.draw(new Line2D.Double(at + box.getMinY(), box.getMinY(), at + box.getMaxY(), box.getMaxY()));
        }
        lines.dispose();
    }
}
