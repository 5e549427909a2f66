package org.kvarter.scene.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Group;
import org.kvarter.model.Course;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Flows;
import org.kvarter.scene.FeatureState;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.Argb;

/** One layer of flows on the screen: widths that follow the clock, colours, and which of them are shown. JavaFX thread only. */
final class FlowDrawing {

    /** Arcs at once, unless a person wants more: beyond, a picture is a knot. */
    static final int MOST_ARCS = 40;
    private static final int ARCS_KEPT = 2_000;
    private static final double WIDEST_RIBBON = 9;
    private static final double WIDEST_ARC = 16;
    private static final double THINNEST = 0.5;
    /** Seconds in which a width comes two thirds nearer to where it belongs. */
    private static final double EASE = 0.14;

    private final FlowLayer layer;
    private final int[] rows;
    private final List<FlowShape> shapes = new ArrayList<>();
    private final FlowMesh mesh;
    private final double[] values;
    private final double[] wanted;
    private final double[] shown;
    private final FlowLook look = new FlowLook();
    private Flows flows;
    private BitSet zones = new BitSet();
    private boolean begun;

    FlowDrawing(FlowLayer layer, Group group) {
        this.layer = layer;
        this.rows = kept(layer);
        this.flows = layer.flows();
        for (int row : rows) {
            Course course = layer.courses()[row];
            shapes.add(layer.form() == FlowLayer.Form.ARC ? new ArcShape(course.line())
                    : new RibbonShape(course.line(), course.directed(), layer.side() == FlowLayer.Side.LEFT ? -1 : 1));
        }
        mesh = new FlowMesh(shapes);
        values = new double[layer.features().size()];
        wanted = new double[rows.length];
        shown = new double[rows.length];
        group.getChildren().add(mesh.view());
    }

    /** Rows with a course; of very many arcs, the largest over all time. */
    private static int[] kept(FlowLayer layer) {
        int[] placed = IntStream.range(0, layer.courses().length).filter(r -> layer.courses()[r] != null).toArray();
        if (layer.form() != FlowLayer.Form.ARC || placed.length <= ARCS_KEPT) {
            return placed;
        }
        double[] all = new double[layer.features().size()];
        Instant start = layer.flows().span().map(s -> s.start()).orElse(Instant.EPOCH);
        layer.flows().read(start, layer.flows().span().map(s -> s.end()).orElse(start.plusSeconds(3600)), all);
        return Arrays.stream(placed).boxed().sorted(Comparator.comparingDouble(r -> -(all[r] == all[r] ? all[r] : 0))).limit(ARCS_KEPT)
                .mapToInt(Integer::intValue).sorted().toArray();
    }

    FlowLayer layer() {
        return layer;
    }

    FlowLook look() {
        return look;
    }

    void leave(Group group) {
        group.getChildren().remove(mesh.view());
    }

    boolean isShown() {
        return look.style.visible() && look.style.opacity() > 0 && rows.length > 0;
    }

    void setZones(Map<String, BitSet> selection) {
        zones = layer.ends() == null ? new BitSet() : selection.getOrDefault(layer.ends().layerId(), new BitSet());
    }

    void stand(FlowScene.Ground ground) {
        shapes.forEach(s -> s.stand(ground));
    }

    /** How much goes where, as under a scenario; widths stay on the scale of the layer's own. */
    void setFlows(Flows now) {
        flows = now;
    }

    void read(Instant start, Instant end) {
        flows.read(start, end, values);
    }

    /** Which widths are wanted: as a share of the widest, 0 for what is not shown, a little for what has no data. */
    void want(double full) {
        int most = look.style.most() > 0 ? look.style.most() : layer.form() == FlowLayer.Form.ARC ? MOST_ARCS : Integer.MAX_VALUE;
        double least = least(most);
        for (int i = 0; i < rows.length; i++) {
            double value = values[rows[i]];
            boolean hidden = look.state(rows[i]) == FeatureState.HIDDEN || !isOwn(rows[i]) || value == value && value < least
                    || layer.form() == FlowLayer.Form.ARC && !(value > 0);
            wanted[i] = hidden ? 0 : value == value ? Math.max(1e-3, Math.min(1.25, value / full)) : 1e-3;
        }
    }

    /** Value of the last of the {@code most} largest that may be shown. */
    private double least(int most) {
        if (most >= rows.length) {
            return 0;
        }
        double[] sorted = Arrays.stream(rows).filter(this::isOwn).mapToDouble(r -> values[r]).filter(v -> v > 0).sorted().toArray();
        return sorted.length <= most ? 0 : sorted[sorted.length - most];
    }

    /** Whether a row begins or ends in a selected zone, where there is one. */
    private boolean isOwn(int row) {
        return zones.isEmpty() || layer.ends().from()[row] >= 0 && zones.get(layer.ends().from()[row])
                || layer.ends().to()[row] >= 0 && zones.get(layer.ends().to()[row]);
    }

    /** Comes nearer to the widths wanted; answers whether it is there. */
    boolean ease(double seconds) {
        double share = begun ? 1 - Math.exp(-seconds / EASE) : 1;
        begun = true;
        boolean there = true;
        for (int i = 0; i < rows.length; i++) {
            double off = wanted[i] - shown[i];
            if (Math.abs(off) < 0.004) {
                shown[i] = wanted[i];
            } else {
                shown[i] += share * off;
                there &= share == 1;
            }
        }
        return there;
    }

    /** Goes to the widths wanted at once. */
    void jump() {
        System.arraycopy(wanted, 0, shown, 0, wanted.length);
    }

    double width(int shape, double larger) {
        double widest = Double.isNaN(look.style.lineWidth()) ? layer.form() == FlowLayer.Form.ARC ? WIDEST_ARC : WIDEST_RIBBON : look.style.lineWidth();
        return shown[shape] <= 0 ? 0 : Math.max(THINNEST, shown[shape] * widest) * larger;
    }

    Course course(int shape) {
        return layer.courses()[rows[shape]];
    }

    int size() {
        return isShown() ? rows.length : 0;
    }

    int row(int shape) {
        return rows[shape];
    }

    FlowShape shape(int shape) {
        return shapes.get(shape);
    }

    void write(int shape, double inner, double width) {
        shapes.get(shape).write(mesh.points(), mesh.firstPoint(shape), inner, width);
    }

    void show() {
        mesh.view().setVisible(isShown());
        mesh.show();
    }

    void colour(Theme theme) {
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            boolean noData = values[row] != values[row];
            int own = look.colour(row, layer.argb(), noData, theme);
            own = look.hovered.get(row) || look.selected.get(row) ? Argb.mix(own, theme == Theme.LIGHT ? 0xFF101418 : 0xFFFFFFFF, 0.22) : own;
            mesh.colour(i, layer.form() == FlowLayer.Form.ARC ? arc(own, look.share(row, false), theme) : ribbon(own, look.share(row, false), theme));
        }
    }

    private static int[] ribbon(int own, double share, Theme theme) {
        return new int[] {FlowLook.on(theme, own, share), FlowLook.on(theme, Argb.mix(own, 0xFFFFFFFF, 0.55), share)};
    }

    /** Light where it begins, full where it ends. */
    private static int[] arc(int own, double share, Theme theme) {
        int[] texels = new int[8];
        for (int tone = 0; tone < 4; tone++) {
            int here = Argb.mix(own, 0xFFFFFFFF, (theme == Theme.LIGHT ? 0.36 : 0.3) * (3 - tone) / 3);
            texels[2 * tone] = FlowLook.on(theme, here, share);
            texels[2 * tone + 1] = FlowLook.on(theme, Argb.mix(here, 0xFF101418, theme == Theme.LIGHT ? 0.22 : 0.12), share);
        }
        return texels;
    }
}
