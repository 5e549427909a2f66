package org.kvarter.scene.ground;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.kvarter.mesh.light.LightModel;
import org.kvarter.mesh.light.ShadowMask;
import org.kvarter.model.Bounds;
import org.kvarter.scene.palette.Exposure;
import org.kvarter.mesh.tree.Tree;
import org.kvarter.task.Progress;

/**
 * Light on a square of ground: the slope to the sun, cast shadows of solids and trees, and the dim strip at the foot of walls.
 */
final class GroundShade {

    private static final float[] EXPOSURE = {Exposure.RED, Exposure.GREEN, Exposure.BLUE};
    private static final int SLOPES = 128;
    private static final double FOOT_REACH = 3.2;
    private static final int FOOT_DEPTH = 60;
    private static final double LOWEST_SUN = Math.toRadians(4);

    private final GroundPlan plan;
    private final Canvas canvas;
    private final double[] sun;
    private final LightModel light;

    GroundShade(GroundPlan plan, Canvas canvas) {
        this.plan = plan;
        this.canvas = canvas;
        this.sun = plan.sun().direction();
        this.light = plan.light();
    }

    /** Shade per texel, 0 … 255: cast shadows, and at least a little at the foot of walls and under trees. */
    byte[] cast() {
        int size = canvas.size();
        byte[] cast = ShadowMask.cast(plan.casters(), canvas.area(), size, sun, plan.relief().visibleTerrain(), plan.shown(),
                Progress.NONE).coverage();
        if (cast.length != size * size) {
            cast = stretched(cast, size);
        }
        HillShade.deepen(cast, plan.relief(), canvas, sun);
        byte[] trees = trees();
        byte[] foot = foot();
        for (int i = 0; i < cast.length; i++) {
            int shade = Math.max(cast[i] & 255, trees[i] & 255);
            int dim = FOOT_DEPTH * (foot[i] & 255) / 255;
            cast[i] = (byte) Math.min(255, shade + dim * (255 - shade / 2) / 255);
        }
        return cast;
    }

    /** Of an area that is not square the mask has fewer rows or columns than the texture. */
    private byte[] stretched(byte[] mask, int size) {
        Bounds a = canvas.area();
        double cell = Math.max(a.width(), a.depth()) / size;
        int width = Math.max(1, (int) Math.ceil(a.width() / cell - 1e-6));
        int height = mask.length / width;
        byte[] all = new byte[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                all[y * size + x] = mask[Math.min(height - 1, y * height / size) * width + Math.min(width - 1, x * width / size)];
            }
        }
        return all;
    }

    private byte[] trees() {
        BufferedImage image = new BufferedImage(canvas.size(), canvas.size(), BufferedImage.TYPE_BYTE_GRAY);
        if (sun[2] > 0 && !plan.trees().all().isEmpty()) {
            double flat = Math.hypot(sun[0], sun[1]);
            double rise = Math.max(sun[2], flat * Math.tan(LOWEST_SUN));
            Graphics2D pen = canvas.pen(image);
            pen.setColor(new Color(215, 215, 215));
            for (Tree tree : plan.trees().near(canvas.envelope(plan.trees().tallest() * flat / rise + 10))) {
                if (!plan.isShown(tree)) {
                    continue;
                }
                double drop = tree.crownMiddle();
                double along = flat / rise * drop;
                double length = Math.hypot(tree.crown() / 2, tree.crownHeight() / 2 * flat / rise);
                AffineTransform at = AffineTransform.getTranslateInstance(tree.east() - sun[0] / Math.max(flat, 1e-9) * along,
                        tree.north() - sun[1] / Math.max(flat, 1e-9) * along);
                at.rotate(Math.atan2(sun[1], sun[0]));
                pen.fill(at.createTransformedShape(new Ellipse2D.Double(-length, -tree.crown() / 2, 2 * length, tree.crown())));
            }
            pen.dispose();
        }
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /** How near a wall is, blurred: a quarter of the texture's resolution is enough. */
    private byte[] foot() {
        int size = canvas.size();
        int coarse = Math.max(64, Math.min(size, (int) (canvas.area().width() / 0.6)));
        Bounds a = canvas.area();
        double air = 3 * FOOT_REACH;
        Bounds wide = new Bounds(a.minEast() - air, a.minNorth() - air, 0, a.maxEast() + air, a.maxNorth() + air, 0);
        ShadowMask mask = ShadowMask.cast(plan.casters(), wide, coarse, new double[] {0, 0, 1}, plan.relief().visibleTerrain(),
                plan.shown(), Progress.NONE);
        byte[] soft = mask.coverage();
        int radius = Math.max(1, (int) Math.round(FOOT_REACH / mask.metresPerPixel() / 2));
        for (int pass = 0; pass < 2; pass++) {
            soft = Blur.box(soft, mask.width(), mask.height(), radius);
        }
        byte[] foot = new byte[size * size];
        for (int y = 0; y < size; y++) {
            double fy = (mask.north() - canvas.north(y)) / mask.metresPerPixel() - 0.5;
            for (int x = 0; x < size; x++) {
                double fx = (canvas.east(x) - mask.west()) / mask.metresPerPixel() - 0.5;
                foot[y * size + x] = (byte) Blur.bilinear(soft, mask.width(), mask.height(), fx, fy);
            }
        }
        return foot;
    }

    /**
     * Multiplies colours by the light on them and their shade; alpha stays and colours stay premultiplied.
     *
     * @param slopes whether the light follows the slope of the land; else it is that of a level plane
     */
    void apply(int[] pixels, byte[] cast, boolean slopes) {
        int size = canvas.size();
        float[][] shades = shades(light);
        float[] level = level(plan);
        boolean flat = !slopes || plan.relief().land() == null;
        float[][] factors = flat ? null : slopeFactors();
        float r = level[0];
        float g = level[1];
        float b = level[2];
        float step = (SLOPES - 1f) / (size - 1);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int i = y * size + x;
                int argb = pixels[i];
                int alpha = argb >>> 24;
                if (alpha == 0) {
                    continue;
                }
                if (factors != null) {
                    r = (float) Blur.smooth(factors[0], SLOPES, x * step, y * step);
                    g = (float) Blur.smooth(factors[1], SLOPES, x * step, y * step);
                    b = (float) Blur.smooth(factors[2], SLOPES, x * step, y * step);
                }
                int shade = cast[i] & 255;
                pixels[i] = alpha << 24 | channel(argb >> 16 & 255, r * shades[0][shade], alpha) << 16
                        | channel(argb >> 8 & 255, g * shades[1][shade], alpha) << 8
                        | channel(argb & 255, b * shades[2][shade], alpha);
            }
        }
    }

    private static int channel(int value, float light, int alpha) {
        return Math.min(alpha, (int) (value * light + 0.5f));
    }

    /** A colour of open level ground as {@link #apply} makes it, to the last bit. */
    static int open(GroundPlan plan, int argb) {
        float[] level = level(plan);
        float[][] shades = shades(plan.light());
        return 0xFF000000 | channel(argb >> 16 & 255, level[0] * shades[0][0], 255) << 16
                | channel(argb >> 8 & 255, level[1] * shades[1][0], 255) << 8 | channel(argb & 255, level[2] * shades[2][0], 255);
    }

    private static float[] level(GroundPlan plan) {
        int level = plan.light().lit(0xFF808080, (float) Math.max(0, plan.sun().direction()[2]), 1);
        return new float[] {(level >> 16 & 255) / 128f, (level >> 8 & 255) / 128f, (level & 255) / 128f};
    }

    /** Factor of each channel by shade. */
    private static float[][] shades(LightModel light) {
        float[][] shades = new float[3][256];
        for (int shade = 0; shade < 256; shade++) {
            int argb = light.shaded(0xFFFFFFFF, shade);
            for (int k = 0; k < 3; k++) {
                shades[k][shade] = (argb >> 16 - 8 * k & 255) / 255f * EXPOSURE[k];
            }
        }
        return shades;
    }

    /** Factors of the three channels on a grid of slopes of the land. */
    private float[][] slopeFactors() {
        float[][] factors = new float[3][SLOPES * SLOPES];
        Bounds a = canvas.area();
        Relief relief = plan.relief();
        double cell = relief.land() == null ? 1 : relief.land().cell();
        double stepE = Math.max(cell, a.width() / SLOPES);
        double stepN = Math.max(cell, a.depth() / SLOPES);
        for (int y = 0; y < SLOPES; y++) {
            double n = a.maxNorth() - y * a.depth() / (SLOPES - 1);
            for (int x = 0; x < SLOPES; x++) {
                double e = a.minEast() + x * a.width() / (SLOPES - 1);
                double slopeE = (relief.landAt(e + stepE, n) - relief.landAt(e - stepE, n)) / (2 * stepE);
                double slopeN = (relief.landAt(e, n + stepN) - relief.landAt(e, n - stepN)) / (2 * stepN);
                double length = Math.sqrt(slopeE * slopeE + slopeN * slopeN + 1);
                double cosine = Math.max(0, (-slopeE * sun[0] - slopeN * sun[1] + sun[2]) / length);
                int lit = light.lit(0xFF808080, (float) (sun[2] > 0 ? cosine : 0), (float) (0.5 + 0.5 / length));
                for (int k = 0; k < 3; k++) {
                    factors[k][y * SLOPES + x] = (lit >> 16 - 8 * k & 255) / 128f;
                }
            }
        }
        return factors;
    }
}
