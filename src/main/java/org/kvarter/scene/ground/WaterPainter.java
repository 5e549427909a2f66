package org.kvarter.scene.ground;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.kvarter.model.Bounds;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.BaseColours;

/**
 * Colours still water: paler along the shore, deeper further out, without a line between, and a slow unevenness as of a breeze.
 */
final class WaterPainter {

    /** How far the paler water reaches, metres. */
    private static final double REACH = 34;
    private static final int COARSE = 128;
    private static final int BREEZE = 64;

    private final GroundPlan plan;
    private final Canvas canvas;

    WaterPainter(GroundPlan plan, Canvas canvas) {
        this.plan = plan;
        this.canvas = canvas;
    }

    void paint() {
        boolean light = plan.theme() == Theme.LIGHT;
        int base = BaseColours.water(plan.theme());
        int shore = light ? 0xFFDCEBF0 : 0xFF2F4D5A;
        int deep = Argb.mix(base, light ? 0xFF8DB6D2 : 0xFF142833, 0.7);
        double reach = Math.max(REACH, 3 * canvas.area().width() / COARSE);
        Bounds wide = widened(2 * reach);
        double cell = wide.width() / COARSE;
        int rows = Math.max(8, (int) Math.ceil(wide.depth() / cell));
        byte[] near = land(wide, COARSE, rows);
        int radius = Math.max(1, (int) Math.round(reach / cell / 3));
        for (int pass = 0; pass < 3; pass++) {
            near = Blur.box(near, COARSE, rows, radius);
        }
        float[] breeze = breeze();
        int[] pixels = canvas.pixels();
        int size = canvas.size();
        double scale = (BREEZE - 1.0) / (size - 1);
        for (int y = 0; y < size; y++) {
            double fy = (wide.maxNorth() - canvas.north(y)) / wide.depth() * rows - 0.5;
            for (int x = 0; x < size; x++) {
                double fx = (canvas.east(x) - wide.minEast()) / cell - 0.5;
                double closeness = Math.min(1, Blur.smooth(near, COARSE, rows, fx, fy) / 127);
                int colour = Argb.mix(base, deep, Blur.smooth(breeze, BREEZE, x * scale, y * scale));
                pixels[y * size + x] = closeness == 0 ? colour : Argb.mix(colour, shore, 0.85 * closeness * closeness);
            }
        }
    }

    /** How deep the colour is, 0 … 1, on a coarse grid over the picture. */
    private float[] breeze() {
        float[] breeze = new float[BREEZE * BREEZE];
        Bounds a = canvas.area();
        for (int y = 0; y < BREEZE; y++) {
            for (int x = 0; x < BREEZE; x++) {
                double e = a.minEast() + a.width() * x / (BREEZE - 1);
                double n = a.maxNorth() - a.depth() * y / (BREEZE - 1);
                double slow = Noise.at(e / 90, n / 55) * 0.5 + Noise.at(e / 31 + 40, n / 17) * 0.3 + Noise.at(e / 19, n / 6 + 9) * 0.2;
                breeze[y * BREEZE + x] = (float) Math.max(0, Math.min(1, 0.4 + 0.5 * slow));
            }
        }
        return breeze;
    }

    private Bounds widened(double by) {
        Bounds a = canvas.area();
        return new Bounds(a.minEast() - by, a.minNorth() - by, 0, a.maxEast() + by, a.maxNorth() + by, 0);
    }

    /** White where there is land; what lies beyond the edge of the known is no shore. */
    private byte[] land(Bounds wide, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(java.awt.RenderingHints.KEY_ANTIALIASING, java.awt.RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(width / wide.width(), -height / wide.depth());
        pen.translate(-wide.minEast(), -wide.maxNorth());
        Bounds d = plan.relief().domain();
        pen.setColor(Color.WHITE);
        pen.fill(new Rectangle2D.Double(d.minEast() + 3, d.minNorth() + 3, d.width() - 6, d.depth() - 6));
        pen.setColor(Color.BLACK);
        for (WaterBody water : plan.relief().waters()) {
            pen.fill(Shapes.of(water.area()));
        }
        pen.dispose();
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
