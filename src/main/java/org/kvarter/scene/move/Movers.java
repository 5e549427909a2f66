package org.kvarter.scene.move;

import java.util.Arrays;
import java.util.BitSet;
import javafx.scene.Group;
import javafx.scene.shape.CullFace;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.MovingLayer;
import org.kvarter.model.MovingPoints;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.BaseColours;

/**
 * One layer of moving things on the screen: bodies that are never smaller than a few pixels, and tails that fade over two minutes of model
 * time. JavaFX thread only.
 */
public final class Movers {

    /** Earlier places of a tail; with the present one a whole number of slots fits into a row of the palette. */
    private static final int EARLIER = 7;
    private static final double TAIL_SECONDS = 120;
    /** With more than this under way tails would hide everything, and bodies get fewer corners. */
    private static final int MOST_TAILS = 6_000;
    private static final int MOST_BOXES = 4_000;
    private static final float PIXELS_WIDE = 4.5f;
    private static final float PIXELS_LONG = 9;
    /** Beyond this many pixels of its own size it grows no more with distance. */
    private static final float TAIL_SHARE = 0.62f;
    private static final float LIFT = 0.25f;

    /** Height of the ground under a place, metres. */
    public interface Ground {
        double at(double east, double north);
    }

    private final MovingLayer layer;
    private final MovingPoints withTails = new MovingPoints(EARLIER, TAIL_SECONDS / EARLIER);
    private final MovingPoints without = new MovingPoints(0, 1);
    private final SlotMesh boxes = BodyShape.BOX.mesh();
    private final SlotMesh wedges = BodyShape.WEDGE.mesh();
    private final SlotMesh tails = tailMesh();
    private MovingPoints points = withTails;
    private float[] heights = new float[0];
    private int[] slotColours = new int[0];
    private SlotMesh bodies;
    private LayerStyle style = LayerStyle.DEFAULT;
    private int[] featureColours;
    private byte[] states;
    private BitSet selected = new BitSet();
    private BitSet hovered = new BitSet();
    private Theme theme = Theme.LIGHT;

    Movers(MovingLayer layer, Group opaque, Group translucent) {
        this.layer = layer;
        opaque.getChildren().addAll(boxes.view(), wedges.view());
        translucent.getChildren().add(tails.view());
    }

    private static SlotMesh tailMesh() {
        int[] triangles = new int[6 * EARLIER];
        int[] texels = new int[6 * EARLIER];
        for (int k = 0; k < EARLIER; k++) {
            int[] corners = {2 * k, 2 * k + 1, 2 * k + 3, 2 * k, 2 * k + 3, 2 * k + 2};
            for (int c = 0; c < 6; c++) {
                triangles[6 * k + c] = corners[c];
                texels[6 * k + c] = corners[c] / 2;
            }
        }
        return new SlotMesh(2 * (EARLIER + 1), EARLIER + 1, triangles, texels, CullFace.NONE);
    }

    MovingLayer layer() {
        return layer;
    }

    void leave(Group opaque, Group translucent) {
        opaque.getChildren().removeAll(boxes.view(), wedges.view());
        translucent.getChildren().remove(tails.view());
    }

    void setStyle(LayerStyle now) {
        style = now;
        forgetColours();
    }

    void setTheme(Theme now) {
        theme = now;
        forgetColours();
    }

    void setFeatureColours(int[] argb) {
        featureColours = argb;
        forgetColours();
    }

    void setFeatureStates(byte[] now) {
        states = now;
        forgetColours();
    }

    void mark(BitSet rows, boolean selection) {
        if (selection) {
            selected = rows;
        } else {
            hovered = rows;
        }
        forgetColours();
    }

    private void forgetColours() {
        Arrays.fill(slotColours, 0);
    }

    /** How many are under way. */
    int size() {
        return style.visible() ? points.size() : 0;
    }

    /** Takes the places at a moment. */
    void sample(double epochSeconds) {
        if (!style.visible()) {
            return;
        }
        points = points.size() > MOST_TAILS ? without : withTails;
        layer.movement().sample(epochSeconds, points);
    }

    /** Writes all corners for an eye. */
    void show(Projection eye, Ground ground) {
        int count = style.visible() && style.opacity() > 0 ? points.size() : 0;
        SlotMesh wanted = count > MOST_BOXES ? wedges : boxes;
        if (wanted != bodies) {
            if (bodies != null) {
                bodies.show(0);
            }
            bodies = wanted;
            forgetColours();
        }
        count = Math.min(count, bodies.most());
        if (bodies.reserve(count)) {
            slotColours = new int[count * 2];
        }
        int tailed = points == withTails && count <= MOST_TAILS ? count : 0;
        if (tails.reserve(tailed)) {
            forgetColours();
        }
        if (slotColours.length < count) {
            slotColours = new int[count * 2];
        }
        if (heights.length < count) {
            heights = new float[count * 2];
        }
        new Writer(eye, ground, tailed).write(count);
        bodies.show(count);
        tails.show(tailed);
    }

    /** One pass over all slots. */
    private final class Writer {
        private final Ground ground;
        private final int tailed;
        private final double[] ahead;
        private final double focal;
        private final double eyeEast;
        private final double eyeNorth;
        private final double eyeUp;
        private final BodyShape shape = bodies == wedges ? BodyShape.WEDGE : BodyShape.BOX;

        Writer(Projection eye, Ground ground, int tailed) {
            this.ground = ground;
            this.tailed = tailed;
            ahead = eye.pose().forward();
            focal = eye.focal();
            eyeEast = eye.pose().east();
            eyeNorth = eye.pose().north();
            eyeUp = eye.pose().up();
        }

        void write(int count) {
            float[] corners = bodies.points();
            for (int i = 0; i < count; i++) {
                float east = points.east(i, 0);
                float north = points.north(i, 0);
                float up = (float) ground.at(east, north) + LIFT;
                heights[i] = up;
                float pixel = pixel(east, north, up);
                int row = points.row(i);
                float own = layer.lengths()[row];
                float ownWidth = Math.max(0.7f, Math.min(2.8f, own * 0.36f));
                float length = Math.max(own, PIXELS_LONG * pixel);
                float width = Math.max(ownWidth, PIXELS_WIDE * pixel);
                float height = Math.max(Math.max(1.5f, Math.min(3.4f, own * 0.33f)), 0.6f * PIXELS_WIDE * pixel);
                shape.write(corners, i, east, north, up, points.headingEast(i), points.headingNorth(i), length, width, height);
                int colour = colour(row);
                if (colour != slotColours[i]) {
                    slotColours[i] = colour;
                    paint(i, colour);
                }
                if (i < tailed) {
                    tail(i, width * TAIL_SHARE, up + Math.min(0.5f * height, 1.2f));
                }
            }
        }

        private float pixel(float east, float north, float up) {
            double depth = (east - eyeEast) * ahead[0] + (north - eyeNorth) * ahead[1] + (up - eyeUp) * ahead[2];
            return (float) (Math.max(1, depth) / focal);
        }

        private void tail(int slot, float width, float up) {
            float[] corners = tails.points();
            int at = slot * 6 * (EARLIER + 1);
            float alongEast = points.headingEast(slot);
            float alongNorth = points.headingNorth(slot);
            for (int k = 0; k <= EARLIER; k++) {
                float east = points.east(slot, k);
                float north = points.north(slot, k);
                if (k < EARLIER) {
                    float e = east - points.east(slot, k + 1);
                    float n = north - points.north(slot, k + 1);
                    float length = (float) Math.sqrt(e * e + n * n);
                    if (length > 0.05f) {
                        alongEast = e / length;
                        alongNorth = n / length;
                    }
                }
                float half = width / 2 * (1 - 0.75f * k / EARLIER);
                corners[at] = east - half * alongNorth;
                corners[at + 1] = north + half * alongEast;
                corners[at + 2] = up;
                corners[at + 3] = east + half * alongNorth;
                corners[at + 4] = north - half * alongEast;
                corners[at + 5] = up;
                at += 6;
            }
        }
    }

    private int colour(int row) {
        int argb = featureColours != null && row < featureColours.length && featureColours[row] != 0 ? featureColours[row]
                : style.argb().orElse(layer.looks()[row] != 0 ? layer.looks()[row] : 0xFF0B7A75);
        if (selected.get(row)) {
            argb = Argb.mix(argb, BaseColours.accent(theme), 0.9);
        } else if (hovered.get(row)) {
            argb = Argb.mix(argb, BaseColours.accent(theme), 0.5);
        }
        double share = style.opacity();
        if (states != null && row < states.length) {
            share *= switch (org.kvarter.scene.FeatureState.values()[states[row]]) {
                case HIDDEN -> 0;
                case FADED -> 0.15;
                default -> 1;
            };
        }
        return Argb.withAlpha(argb | 0xFF000000, share) | 1;
    }

    private void paint(int slot, int argb) {
        int light = Argb.mix(argb | 0xFF000000, 0xFFFFFFFF, theme == Theme.LIGHT ? 0.18 : 0.08);
        double alpha = Argb.alpha(argb) / 255.0;
        bodies.colour(slot, new int[] {faded(light, alpha), faded(Argb.mix(argb | 0xFF000000, 0xFF101418, 0.12), alpha),
            faded(Argb.mix(argb | 0xFF000000, 0xFF101418, 0.3), alpha)});
        if (points == withTails && slot < tails.most()) {
            int[] fading = new int[EARLIER + 1];
            for (int k = 0; k < EARLIER; k++) {
                double share = 1 - (double) k / EARLIER;
                fading[k] = faded(argb, alpha * 0.72 * share * share);
            }
            tails.colour(slot, fading);
        }
    }

    private static int faded(int argb, double alpha) {
        return Argb.premultiplied(Argb.withAlpha(argb, alpha));
    }

    /** The one nearest a pixel, not further than {@code reach} pixels off; −1 for none. */
    int nearest(Projection eye, double x, double y, double reach) {
        int best = -1;
        double least = reach;
        for (int i = 0; i < size(); i++) {
            double[] at = eye.toScreen(points.east(i, 0), points.north(i, 0), heights.length > i ? heights[i] + 1 : 0);
            double off = Math.hypot(at[0] - x, at[1] - y);
            if (at[2] > 0 && off < least) {
                least = off;
                best = i;
            }
        }
        return best;
    }

    MovingPoints points() {
        return points;
    }

    float height(int index) {
        return heights[index];
    }
}
