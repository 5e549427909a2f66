package org.kvarter.scene.move;

import java.util.Arrays;
import java.util.BitSet;
import javafx.scene.Group;
import javafx.scene.shape.CullFace;
import org.kvarter.mesh.section.KeptRegion;
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
    /** With more than this under way tails would hide everything. */
    private static final int MOST_TAILS = 6_000;
    /** With more than this under way, what is too far to be seen in its own size is an arrow. */
    private static final int MOST_BOXES = 4_000;
    /** Of more arrows than this each frame moves a share only. */
    private static final int MOST_AT_ONCE = 12_000;
    private static final float PIXELS_WIDE = 4.5f;
    private static final float PIXELS_LONG = 9;
    /** Beyond this many pixels of its own size it grows no more with distance. */
    private static final float TAIL_SHARE = 0.62f;
    private static final float LIFT = 0.25f;
    /** Clear; 0 would mean no colour yet. */
    private static final int UNSEEN = 1;

    /** Height of the ground under a place, metres. */
    public interface Ground {
        double at(double east, double north);
    }

    private final MovingLayer layer;
    private final MovingPoints withTails = new MovingPoints(EARLIER, TAIL_SECONDS / EARLIER);
    private final MovingPoints without = new MovingPoints(0, 1);
    private final SlotMesh boxes = BodyShape.BOX.mesh();
    private final SlotMesh arrows = BodyShape.ARROW.mesh();
    private final SlotMesh tails = tailMesh();
    private MovingPoints points = withTails;
    private float[] heights = new float[0];
    private int[] boxColours = new int[0];
    private int[] arrowColours = new int[0];
    private int[] tailColours = new int[0];
    private LayerStyle style = LayerStyle.DEFAULT;
    private int[] featureColours;
    private byte[] states;
    private BitSet selected = new BitSet();
    private BitSet hovered = new BitSet();
    private Theme theme = Theme.LIGHT;
    private KeptRegion section;

    Movers(MovingLayer layer, Group opaque, Group translucent) {
        this.layer = layer;
        opaque.getChildren().addAll(boxes.view(), arrows.view());
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
        opaque.getChildren().removeAll(boxes.view(), arrows.view());
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

    void setSection(KeptRegion kept) {
        section = kept;
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
        Arrays.fill(boxColours, 0);
        Arrays.fill(arrowColours, 0);
        Arrays.fill(tailColours, 0);
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

    /**
     * Writes corners for an eye. Of very many bodies each frame writes a share, so that frames stay short; the next ones write the others.
     *
     * @param turn counts frames
     * @return how many more frames it takes until all are where they belong
     */
    int show(Projection eye, Ground ground, int turn) {
        int count = style.visible() && style.opacity() > 0 ? Math.min(points.size(), arrows.most()) : 0;
        int tailed = points == withTails && count <= MOST_TAILS ? count : 0;
        tails.reserve(tailed);
        tailColours = room(tailColours, tailed);
        heights = heights.length < count ? new float[count * 2] : heights;
        int shares = count <= MOST_AT_ONCE ? 1 : count <= 10 * MOST_AT_ONCE ? 2 : 3;
        Writer writer = new Writer(eye, ground, tailed, count <= MOST_BOXES);
        writer.write(count);
        boxes.show(writer.boxed, c -> true);
        arrows.show(writer.pointed, c -> c % shares == turn % shares);
        tails.show(tailed, c -> true);
        return shares - 1;
    }

    private static int[] room(int[] colours, int count) {
        return colours.length < count ? Arrays.copyOf(colours, 2 * count) : colours;
    }

    /** One pass over all that moves. */
    private final class Writer {
        private final Ground ground;
        private final int tailed;
        private final boolean allBoxes;
        private final double[] ahead;
        private final double focal;
        private final double eyeEast;
        private final double eyeNorth;
        private final double eyeUp;
        private int boxed;
        private int pointed;

        Writer(Projection eye, Ground ground, int tailed, boolean allBoxes) {
            this.ground = ground;
            this.tailed = tailed;
            this.allBoxes = allBoxes;
            ahead = eye.pose().forward();
            focal = eye.focal();
            eyeEast = eye.pose().east();
            eyeNorth = eye.pose().north();
            eyeUp = eye.pose().up();
        }

        void write(int count) {
            // room for all first: a body may be a box in one frame and an arrow in the next
            boxes.reserve(Math.min(count, MOST_BOXES));
            boxColours = room(boxColours, Math.min(count, MOST_BOXES));
            arrows.reserve(allBoxes ? 0 : count);
            arrowColours = room(arrowColours, allBoxes ? 0 : count);
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
                int colour = isKept(east, north, up) ? colour(row) : UNSEEN;
                if (allBoxes || own > PIXELS_LONG * pixel && boxed < MOST_BOXES) {
                    BodyShape.box(boxes.points(), boxed, east, north, up, points.headingEast(i), points.headingNorth(i), length, width, height);
                    paintBox(boxed++, colour);
                } else {
                    BodyShape.arrow(arrows.points(), pointed, east, north, up, points.headingEast(i), points.headingNorth(i), length, width,
                            (float) (eyeEast - east), (float) (eyeNorth - north), (float) (eyeUp - up));
                    paintArrow(pointed++, colour);
                }
                if (i < tailed) {
                    tail(i, width * TAIL_SHARE, up + Math.min(0.5f * height, 1.2f));
                    paintTail(i, colour);
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

    private boolean isKept(double east, double north, double up) {
        return section == null || section.keeps(east, north, up);
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

    private int light(int argb) {
        return Argb.mix(argb | 0xFF000000, 0xFFFFFFFF, theme == Theme.LIGHT ? 0.18 : 0.08);
    }

    private void paintBox(int slot, int argb) {
        if (boxColours[slot] != argb) {
            boxColours[slot] = argb;
            double alpha = Argb.alpha(argb) / 255.0;
            boxes.colour(slot, new int[] {faded(light(argb), alpha), faded(Argb.mix(argb | 0xFF000000, 0xFF101418, 0.12), alpha),
                faded(Argb.mix(argb | 0xFF000000, 0xFF101418, 0.3), alpha)});
        }
    }

    private void paintArrow(int slot, int argb) {
        if (arrowColours[slot] != argb) {
            arrowColours[slot] = argb;
            arrows.colour(slot, new int[] {faded(light(argb), Argb.alpha(argb) / 255.0)});
        }
    }

    private void paintTail(int slot, int argb) {
        if (tailColours[slot] != argb) {
            tailColours[slot] = argb;
            int[] fading = new int[EARLIER + 1];
            for (int k = 0; k < EARLIER; k++) {
                double share = 1 - (double) k / EARLIER;
                fading[k] = faded(argb, Argb.alpha(argb) / 255.0 * 0.72 * share * share);
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
            float up = heights.length > i ? heights[i] : -1;
            double[] at = eye.toScreen(points.east(i, 0), points.north(i, 0), up + 1);
            double off = Math.hypot(at[0] - x, at[1] - y);
            if (at[2] > 0 && off < least && isKept(points.east(i, 0), points.north(i, 0), up)) {
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
