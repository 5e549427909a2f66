package org.kvarter.ui.layers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.kvarter.model.Appearance;
import org.kvarter.geo.GroundFit;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.StoreyView;
import org.kvarter.model.Stance;
import org.kvarter.remote.FeedSource;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.session.SetProperty;
import org.kvarter.session.standing.Variants;
import org.kvarter.session.live.FeedChanges;
import org.kvarter.text.Texts;

/** The layers as a list from the top of the drawing order down, and everything that can be done to them; each step can be undone. */
public final class LayersModel {

    private static final Texts TEXTS = Texts.in(LayersModel.class);

    private final Session session;
    private final Variants variants;

    public LayersModel(Session session) {
        this.session = session;
        this.variants = new Variants(session);
    }

    /** The layers, the one drawn last first. */
    public List<Layer> layers() {
        List<Layer> topFirst = new ArrayList<>(session.district().layers());
        Collections.reverse(topFirst);
        return topFirst;
    }

    /** How a layer is shown. */
    public LayerStyle style(String id) {
        return session.style(id);
    }

    /** Shows or hides a layer. */
    public void setVisible(Layer layer, boolean visible) {
        if (visible && style(layer.id()).stance().isVariant()) {
            variants.show(layer);
            return;
        }
        restyle(layer, visible ? "show" : "hide", "visible", s -> s.withVisible(visible));
    }

    /** Shows one layer alone, or all where it is alone already. */
    public void showOnly(Layer layer) {
        boolean alone = session.district().layers().stream().allMatch(l -> style(l.id()).visible() == l.id().equals(layer.id()));
        List<Change> changes = new ArrayList<>();
        for (Layer other : session.district().layers()) {
            LayerStyle before = style(other.id());
            changes.add(put(other.id(), "", "", before, before.withVisible(alone ? variants.isFirst(other) : other.id().equals(layer.id()))));
        }
        session.undo().perform(Change.of(TEXTS.get("undo.only", layer.title()), () -> changes.forEach(Change::apply),
                () -> changes.forEach(Change::revert)));
    }

    /** Sets the opacity, 0 … 1. */
    public void setOpacity(Layer layer, double opacity) {
        restyle(layer, "opacity", "opacity", s -> s.withOpacity(Math.max(0, Math.min(1, opacity))));
    }

    /** Gives a layer one colour, or its kind's own look back. */
    public void setColor(Layer layer, OptionalInt argb) {
        restyle(layer, "color", "color", s -> s.withArgb(argb));
    }

    /** Sets the width of lines in metres; NaN for the kind's own. */
    public void setLineWidth(Layer layer, double metres) {
        restyle(layer, "width", "width", s -> s.withLineWidth(metres));
    }

    /** Sets how many of the largest flows are shown; 0 for as many as suit. */
    public void setMost(Layer layer, int most) {
        restyle(layer, "most", "most", s -> s.withMost(most));
    }

    /** Chooses what the surfaces of solids show. */
    public void setAppearance(Layer layer, Appearance appearance) {
        restyle(layer, "appearance", "appearance", s -> s.withAppearance(appearance));
    }

    /** Chooses which storeys and kinds of elements of a building are shown, and how far they are pulled apart. */
    public void setStoreys(Layer layer, StoreyView view) {
        restyle(layer, "storeys", "storeys", s -> s.withStoreys(view));
    }

    /** Shows one storey alone, or all where it is alone already. @param all names of all storeys */
    public void showOnlyStorey(Layer layer, List<String> all, String name) {
        StoreyView before = style(layer.id()).storeys();
        Set<String> others = new HashSet<>(all);
        others.remove(name);
        setStoreys(layer, before.withHiddenStoreys(before.hiddenStoreys().equals(others) ? Set.of() : others));
    }

    /** Chooses what becomes of buildings of other layers under a model. */
    public void setBelow(Layer layer, Stance.Below below) {
        restyle(layer, "below", "below", s -> s.withStance(s.stance().withBelow(below)));
    }

    /** Chooses what becomes of the ground under a model. */
    public void setGround(Layer layer, Stance.Ground ground) {
        restyle(layer, "ground", "ground", s -> s.withStance(s.stance().withGround(ground)));
    }

    /** The rule by which a layer's heights were brought to the terrain. */
    public GroundFit.Rule heights(Layer layer) {
        return session.sources().stream().filter(s -> s.layers().contains(layer.id())).findFirst().flatMap(s -> s.options().setting(GroundFit.SETTING))
                .map(GroundFit.Rule::of).orElse(GroundFit.Rule.FIT);
    }

    /** Whether there is ground that heights can be brought to. */
    public boolean hasTerrain() {
        return session.district().terrain().isPresent();
    }

    /** Models that share a place. */
    public Variants variants() {
        return variants;
    }

    /** Chooses the attribute that labels features; empty for none. */
    public void setLabelAttribute(Layer layer, String attribute) {
        restyle(layer, "label", "label", s -> s.withLabelAttribute(attribute));
    }

    private void restyle(Layer layer, String key, String target, UnaryOperator<LayerStyle> change) {
        LayerStyle before = style(layer.id());
        LayerStyle after = change.apply(before);
        if (!before.equals(after)) {
            session.undo().perform(put(layer.id(), TEXTS.get("undo." + key, layer.title()), target + ":" + layer.id(), before, after));
        }
    }

    private SetProperty<LayerStyle> put(String id, String title, String target, LayerStyle before, LayerStyle after) {
        return new SetProperty<>(title, target, before, after, style -> session.styles().put(id, style));
    }

    /**
     * Moves a layer in the list.
     *
     * @param to its index from the top after the move; taken to the nearest end where there is none
     */
    public void move(Layer layer, int to) {
        List<Layer> before = session.district().layers();
        List<Layer> after = new ArrayList<>(before);
        after.removeIf(l -> l.id().equals(layer.id()));
        after.add(Math.max(0, Math.min(after.size(), after.size() - to)), layer);
        List<String> orderBefore = before.stream().map(Layer::id).toList();
        List<String> orderAfter = after.stream().map(Layer::id).toList();
        if (!orderBefore.equals(orderAfter)) {
            session.undo().perform(Change.of(TEXTS.get("undo.move", layer.title()), () -> order(orderAfter), () -> order(orderBefore)));
        }
    }

    /** Orders the layers; one that came meanwhile stays on top. */
    private void order(List<String> ids) {
        List<Layer> ordered = new ArrayList<>(session.district().layers());
        ordered.sort(java.util.Comparator.comparingInt(l -> {
            int at = ids.indexOf(l.id());
            return at < 0 ? Integer.MAX_VALUE : at;
        }));
        session.districtProperty().set(session.district().withLayers(ordered));
    }

    /** Takes a layer out of the district. */
    public void remove(Layer layer) {
        Optional<FeedSource> feed = session.feeds().stream().filter(f -> f.target().isPoints() && f.seriesId().equals(layer.id())).findFirst();
        if (feed.isPresent()) {
            FeedChanges.remove(session, feed.get());
            return;
        }
        session.undo().perform(new RemoveLayer(session, layer));
    }

    /** Remarks of a layer that a person should see: those that are more than information. */
    public static long troubles(Layer layer) {
        return layer.diagnostics().stream().filter(d -> d.severity() != org.kvarter.model.Severity.INFO).count();
    }
}
