package org.kvarter.scene.move;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Group;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.MovingLayer;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.Projection;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.scene.pick.Pick;

/** All layers of moving things. Writes nothing while neither time nor camera nor looks change. JavaFX thread only. */
public final class MoversScene {

    private static final double REACH_PIXELS = 9;

    private final Group opaque;
    private final Group translucent;
    private final Map<String, Movers> movers = new HashMap<>();
    private final Map<String, LayerStyle> styles = new HashMap<>();
    private Theme theme = Theme.LIGHT;
    private KeptRegion section;
    private double time = Double.NaN;
    private Projection shownFrom;
    private boolean timeStale = true;
    private boolean stale = true;
    private boolean moving;
    private int turn;
    /** Frames until all bodies are where they belong. */
    private int unwritten;

    public MoversScene(Group opaque, Group translucent) {
        this.opaque = opaque;
        this.translucent = translucent;
    }

    /** All moving layers, in place of those before. */
    public void setLayers(List<MovingLayer> layers) {
        for (Movers there : new ArrayList<>(movers.values())) {
            if (layers.stream().noneMatch(l -> l == there.layer())) {
                there.leave(opaque, translucent);
                movers.remove(there.layer().id());
            }
        }
        for (MovingLayer layer : layers) {
            movers.computeIfAbsent(layer.id(), id -> {
                Movers made = new Movers(layer, opaque, translucent);
                made.setTheme(theme);
                made.setSection(section);
                made.setStyle(styles.getOrDefault(id, LayerStyle.DEFAULT));
                return made;
            });
        }
        timeStale = true;
    }

    /** Model time, seconds since 1970. */
    public void setTime(double epochSeconds) {
        timeStale |= epochSeconds != time;
        time = epochSeconds;
    }

    public void setStyle(String layerId, LayerStyle style) {
        if (!style.equals(styles.put(layerId, style))) {
            change(layerId, m -> m.setStyle(style));
            timeStale = true;
        }
    }

    /** Thematic colours by feature row, 0 for no change; {@code null} takes them away. */
    public void setFeatureColours(String layerId, int[] argb) {
        change(layerId, m -> m.setFeatureColours(argb));
    }

    /** {@link org.kvarter.scene.FeatureState} ordinals by row; {@code null} for all normal. */
    public void setFeatureStates(String layerId, byte[] states) {
        change(layerId, m -> m.setFeatureStates(states));
    }

    /** Marks features as selected, or as hovered. */
    public void mark(Map<String, BitSet> rows, boolean selection) {
        movers.forEach((id, m) -> m.mark(rows.getOrDefault(id, new BitSet()), selection));
        stale = true;
    }

    public void setTheme(Theme now) {
        theme = now;
        movers.values().forEach(m -> m.setTheme(now));
        stale = true;
    }

    /** What moves outside of a region is not seen; {@code null} for none. */
    public void setSection(KeptRegion kept) {
        section = kept;
        movers.values().forEach(m -> m.setSection(kept));
        stale = true;
    }

    private void change(String layerId, Consumer<Movers> change) {
        Movers there = movers.get(layerId);
        if (there != null) {
            change.accept(there);
            stale = true;
        }
    }

    /** The ground or what stands on it has changed: heights are looked up again. */
    public void groundChanged() {
        stale = true;
    }

    /** One frame. */
    public void frame(Projection eye, Movers.Ground ground) {
        moving = false;
        if (movers.isEmpty() || Double.isNaN(time)) {
            return;
        }
        if (timeStale) {
            movers.values().forEach(m -> m.sample(time));
        }
        if (timeStale || stale || !eye.equals(shownFrom)) {
            unwritten = Integer.MAX_VALUE;
            shownFrom = eye;
        }
        if (unwritten > 0) {
            turn++;
            int more = movers.values().stream().mapToInt(m -> m.show(eye, ground, turn)).max().orElse(0);
            unwritten = Math.min(unwritten - 1, more);
        }
        moving = timeStale && size() > 0;
        timeStale = false;
        stale = false;
    }

    /** Whether anything moved in the last frame. */
    public boolean isMoving() {
        return moving;
    }

    /** Whether all is where it belongs. */
    public boolean isSettled() {
        return movers.isEmpty() || Double.isNaN(time) || unwritten == 0 && !timeStale && !stale;
    }

    /** How many things are under way in all layers that are shown. */
    public int size() {
        return movers.values().stream().mapToInt(Movers::size).sum();
    }

    /** The moving thing at a pixel; {@code null} for none. */
    public Pick pick(Projection eye, double x, double y) {
        for (Movers m : movers.values()) {
            int at = m.nearest(eye, x, y, REACH_PIXELS);
            if (at >= 0) {
                float east = m.points().east(at, 0);
                float north = m.points().north(at, 0);
                double distance = Math.hypot(Math.hypot(east - eye.pose().east(), north - eye.pose().north()), m.height(at) - eye.pose().up());
                return new Pick(new FeatureKey(m.layer().id(), m.points().row(at)), -1, east, north, m.height(at), distance);
            }
        }
        return null;
    }
}
