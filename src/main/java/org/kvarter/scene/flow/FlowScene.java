package org.kvarter.scene.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Group;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Flows;
import org.kvarter.model.LayerStyle;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.pick.Pick;
import org.locationtech.jts.geom.Coordinate;

/**
 * All layers of flows. Ribbons of several layers on one section of a street lie beside each other, from its middle outwards. Writes nothing
 * while neither time nor camera nor looks change. JavaFX thread only.
 */
public final class FlowScene {

    private static final double GAP = 0.5;
    private static final double BESIDE_PIXELS = 6;
    /** Where a pixel covers more than this, metres, ribbons grow with distance, up to {@link #LARGEST} times. */
    private static final double FINE_PIXEL = 0.45;
    private static final double LARGEST = 2.6;
    /** Windows that differ by less than this share of their length show the same. */
    private static final double SAME = 0.002;

    /** The ground under a place. */
    public interface Ground {

        /** Its height, metres. */
        double at(double east, double north);

        /** Whether a section leaves it there. */
        default boolean isThere(double east, double north) {
            return true;
        }
    }

    private record CutGround(Ground whole, KeptRegion section) implements Ground {
        @Override
        public double at(double east, double north) {
            return whole.at(east, north);
        }

        @Override
        public boolean isThere(double east, double north) {
            return section.keeps(east, north, at(east, north));
        }
    }

    private final Group group;
    private final Map<String, LayerStyle> styles = new HashMap<>();
    private final List<FlowDrawing> drawings = new ArrayList<>();
    private Theme theme = Theme.LIGHT;
    private Instant start;
    private Instant end;
    private KeptRegion section;
    private double larger = 1;
    private boolean unread = true;
    private boolean recoloured = true;
    private boolean unwritten = true;
    private boolean unstood = true;
    private boolean resting = true;

    public FlowScene(Group group) {
        this.group = group;
    }

    /** All layers of flows, bottom first, in place of those before. */
    public void setLayers(List<FlowLayer> layers) {
        Map<FlowLayer, FlowDrawing> kept = new HashMap<>();
        for (FlowDrawing drawing : drawings) {
            if (layers.stream().anyMatch(l -> l == drawing.layer())) {
                kept.put(drawing.layer(), drawing);
            } else {
                drawing.leave(group);
            }
        }
        drawings.clear();
        for (FlowLayer layer : layers) {
            FlowDrawing drawing = kept.containsKey(layer) ? kept.get(layer) : new FlowDrawing(layer, group);
            drawing.look().style = styles.getOrDefault(layer.id(), LayerStyle.DEFAULT);
            drawings.add(drawing);
        }
        unread = true;
        unstood = true;
    }

    /** The span of time that is shown. */
    public void setWindow(Instant from, Instant to) {
        double length = Math.max(1, Duration.between(from, to).toMillis());
        if (start == null || Math.abs(Duration.between(start, from).toMillis()) > SAME * length
                || Math.abs(Duration.between(end, to).toMillis()) > SAME * length) {
            start = from;
            end = to;
            unread = true;
        }
    }

    /** How much goes where in a layer, as under a scenario. */
    public void setFlows(String layerId, Flows flows) {
        change(layerId, d -> d.setFlows(flows));
    }

    public void setStyle(String layerId, LayerStyle style) {
        if (!style.equals(styles.put(layerId, style))) {
            change(layerId, d -> d.look().style = style);
        }
    }

    /** Thematic colours by feature row, 0 for no change; {@code null} takes them away. */
    public void setFeatureColours(String layerId, int[] argb) {
        change(layerId, d -> d.look().colours = argb);
    }

    /** {@link org.kvarter.scene.FeatureState} ordinals by row; {@code null} for all normal. */
    public void setFeatureStates(String layerId, byte[] states) {
        change(layerId, d -> d.look().states = states);
    }

    /** The selected rows of all layers: own flows and zones. */
    public void select(Map<String, BitSet> rows) {
        drawings.forEach(d -> {
            d.look().selected = rows.getOrDefault(d.layer().id(), new BitSet());
            d.setZones(rows);
        });
        unread |= !drawings.isEmpty();
    }

    /** The hovered rows of all layers. */
    public void hover(Map<String, BitSet> rows) {
        drawings.forEach(d -> d.look().hovered = rows.getOrDefault(d.layer().id(), new BitSet()));
        recoloured |= !drawings.isEmpty();
    }

    public void setTheme(Theme now) {
        theme = now;
        recoloured = true;
    }

    private void change(String layerId, Consumer<FlowDrawing> change) {
        drawings.stream().filter(d -> d.layer().id().equals(layerId)).forEach(d -> {
            change.accept(d);
            unread = true;
        });
    }

    /** Only what stands on ground that a region keeps; {@code null} for all. */
    public void setSection(KeptRegion kept) {
        section = kept;
        unstood = true;
    }

    /** The ground has another shape: heights are looked up again. */
    public void groundChanged() {
        unstood = true;
    }

    /** Whether widths are where they belong. */
    public boolean isSettled() {
        return drawings.isEmpty() || !unread && resting && !unstood;
    }

    /** One frame. */
    public void frame(Projection eye, double seconds, Ground ground) {
        if (drawings.isEmpty() || start == null) {
            return;
        }
        if (unstood) {
            unstood = false;
            unwritten = true;
            Ground left = section == null ? ground : new CutGround(ground, section);
            drawings.forEach(d -> d.stand(left));
        }
        if (unread) {
            unread = false;
            read();
        }
        double size = size(eye);
        if (Math.abs(size - larger) > 0.04 * larger) {
            larger = size;
            unwritten = true;
        }
        if (!resting || unwritten) {
            boolean all = true;
            for (FlowDrawing drawing : drawings) {
                all &= drawing.ease(Math.min(0.1, seconds));
            }
            resting = all;
            write();
        }
        if (recoloured) {
            recoloured = false;
            drawings.forEach(d -> d.colour(theme));
            drawings.forEach(FlowDrawing::show);
        }
    }

    /** What passes now, on a common scale for all that is shown in one form. */
    private void read() {
        Duration length = Duration.between(start, end);
        for (FlowLayer.Form form : FlowLayer.Form.values()) {
            List<FlowDrawing> shown = drawings.stream().filter(d -> d.layer().form() == form && d.isShown()).toList();
            double most = shown.stream().mapToDouble(d -> d.layer().flows().most(length)).max().orElse(1);
            shown.forEach(d -> {
                d.read(start, end);
                d.want(most);
            });
        }
        resting = false;
        recoloured = true;
        unwritten = true;
    }

    /** How much larger than their own size flows are drawn, so that they stay readable from afar. */
    private double size(Projection eye) {
        double depth = Double.POSITIVE_INFINITY;
        for (FlowDrawing drawing : drawings) {
            for (int i = 0; i < drawing.size(); i++) {
                Coordinate c = drawing.course(i).line().getCoordinateN(0);
                double[] at = eye.toScreen(c.x, c.y, 0);
                boolean inside = at[2] > 0 && at[0] > 0 && at[0] < eye.width() && at[1] > 0 && at[1] < eye.height();
                depth = inside ? Math.min(depth, at[2]) : depth;
            }
        }
        double pixel = Double.isInfinite(depth) ? FINE_PIXEL : eye.metresPerPixel(depth) * Math.max(1, eye.height() / 1080);
        return Math.max(1, Math.min(LARGEST, pixel / FINE_PIXEL));
    }

    private void write() {
        unwritten = false;
        Map<Coordinate, Double> taken = new HashMap<>();
        for (FlowDrawing drawing : drawings) {
            for (int i = 0; i < drawing.size(); i++) {
                double width = drawing.width(i, larger);
                Coordinate section = drawing.course(i).line().getCoordinateN(0);
                double inner = GAP * larger + (drawing.course(i).directed() ? taken.getOrDefault(section, 0.0) : 0);
                drawing.write(i, inner, width);
                if (drawing.course(i).directed() && width > 0 && drawing.layer().form() == FlowLayer.Form.RIBBON) {
                    taken.put(section, inner + width);
                }
            }
            drawing.show();
        }
    }

    /**
     * The flow at a pixel.
     *
     * @param behind what else is there; {@code null} for the sky
     */
    public Optional<Pick> pick(Projection eye, double x, double y, Pick behind) {
        Pick best = null;
        double reach = behind == null ? Double.POSITIVE_INFINITY : behind.distance();
        double least = Double.POSITIVE_INFINITY;
        for (FlowDrawing drawing : drawings) {
            for (int i = 0; i < drawing.size(); i++) {
                double width = drawing.width(i, larger);
                Near near = width <= 0 ? null : near(eye, x, y, drawing.shape(i).middle());
                if (near != null && drawing.shape(i).isThere(near.east(), near.north()) && near.pixels() < Math.max(BESIDE_PIXELS, 0.5 * width / eye.metresPerPixel(near.depth()) + 2)
                        && near.pixels() < least && near.distance() - 12 <= reach) {
                    least = near.pixels();
                    best = new Pick(new FeatureKey(drawing.layer().id(), drawing.row(i)), -1, near.east(), near.north(), near.up(), near.distance());
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private record Near(double pixels, double depth, double east, double north, double up, double distance) {
    }

    private static Near near(Projection eye, double x, double y, double[] middle) {
        Near best = null;
        double[] before = null;
        for (int k = 0; 3 * k < middle.length; k++) {
            double[] at = eye.toScreen(middle[3 * k], middle[3 * k + 1], middle[3 * k + 2]);
            if (before != null && before[2] > 0 && at[2] > 0) {
                double ex = at[0] - before[0];
                double ey = at[1] - before[1];
                double t = Math.max(0, Math.min(1, ((x - before[0]) * ex + (y - before[1]) * ey) / Math.max(1e-9, ex * ex + ey * ey)));
                double off = Math.hypot(before[0] + t * ex - x, before[1] + t * ey - y);
                if (best == null || off < best.pixels()) {
                    double[] place = new double[3];
                    for (int c = 0; c < 3; c++) {
                        place[c] = middle[3 * (k - 1) + c] + t * (middle[3 * k + c] - middle[3 * (k - 1) + c]);
                    }
                    var pose = eye.pose();
                    double distance = Math.hypot(Math.hypot(place[0] - pose.east(), place[1] - pose.north()), place[2] - pose.up());
                    best = new Near(off, before[2] + t * (at[2] - before[2]), place[0], place[1], place[2], distance);
                }
            }
            before = at;
        }
        return best;
    }
}
