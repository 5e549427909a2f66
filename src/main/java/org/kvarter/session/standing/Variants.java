package org.kvarter.session.standing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerStyle;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;

/** Models that share a place, of which one is shown. Every step can be undone. JavaFX thread only. */
public final class Variants {

    private static final Texts TEXTS = Texts.in(Variants.class);

    private final Session session;

    public Variants(Session session) {
        this.session = session;
    }

    /** The layers of a place in the district's order. */
    public List<Layer> of(String place) {
        return session.district().layers().stream().filter(l -> !place.isEmpty() && session.style(l.id()).stance().variants().equals(place)).toList();
    }

    /** The places that layers share, in the district's order. */
    public List<String> places() {
        return session.district().layers().stream().map(l -> session.style(l.id()).stance().variants()).filter(p -> !p.isEmpty()).distinct().toList();
    }

    /** What people tell a layer by: its title, with its file where others are called the same. */
    public String name(Layer layer) {
        boolean alone = session.district().layers().stream().filter(l -> l.title().equals(layer.title())).count() < 2;
        return alone || layer.source().file().isEmpty() ? layer.title() : layer.title() + " (" + Path.of(layer.source().file()).getFileName() + ")";
    }

    /** Makes a layer a variant of another: the other stays shown, it is hidden. */
    public void join(Layer layer, Layer other) {
        String shared = session.style(other.id()).stance().variants();
        String place = shared.isEmpty() ? free(name(other)) : shared;
        Map<String, LayerStyle> after = new LinkedHashMap<>();
        LayerStyle of = session.style(other.id());
        after.put(other.id(), of.withStance(of.stance().withVariants(place)));
        LayerStyle own = session.style(layer.id());
        boolean shown = of(place).stream().anyMatch(l -> session.style(l.id()).visible()) || of.visible();
        // what happens to the place happens whichever variant stands there
        after.put(layer.id(), own.withStance(of.stance().withVariants(place)).withVisible(!shown));
        perform(TEXTS.get("undo.join", name(layer), name(other)), after);
    }

    private String free(String wanted) {
        String name = wanted;
        for (int i = 2; places().contains(name); i++) {
            name = wanted + " " + i;
        }
        return name;
    }

    /** Lets a layer stand alone again; a place of one is none. */
    public void leave(Layer layer) {
        String place = session.style(layer.id()).stance().variants();
        List<Layer> others = of(place).stream().filter(l -> !l.id().equals(layer.id())).toList();
        Map<String, LayerStyle> after = new LinkedHashMap<>();
        List<Layer> leaving = new ArrayList<>(List.of(layer));
        if (others.size() == 1) {
            leaving.addAll(others);
        }
        leaving.forEach(l -> {
            LayerStyle style = session.style(l.id());
            after.put(l.id(), style.withStance(style.stance().withVariants("")).withVisible(true));
        });
        perform(TEXTS.get("undo.leave", layer.title()), after);
    }

    /** Shows a layer and hides the other variants of its place. */
    public void show(Layer layer) {
        Map<String, LayerStyle> after = new LinkedHashMap<>();
        of(session.style(layer.id()).stance().variants())
                .forEach(l -> after.put(l.id(), session.style(l.id()).withVisible(l.id().equals(layer.id()))));
        perform(TEXTS.get("undo.show", name(layer)), after);
    }

    /** Whether a layer is the first variant of its place, or of none: shown where all is. */
    public boolean isFirst(Layer layer) {
        String place = session.style(layer.id()).stance().variants();
        return place.isEmpty() || of(place).get(0).id().equals(layer.id());
    }

    /** The variant that is shown at a place; the last of several. */
    public Optional<Layer> shown(String place) {
        return of(place).stream().filter(l -> session.style(l.id()).visible()).reduce((a, b) -> b);
    }

    /** Shows the next variant of a place, of the selected feature's if it has any, else of the first place; answers it. */
    public Optional<Layer> next() {
        List<String> places = places();
        String chosen = session.selection().stream().map(k -> session.style(k.layerId()).stance().variants()).filter(places::contains).findFirst()
                .orElse(places.isEmpty() ? "" : places.get(0));
        List<Layer> all = of(chosen);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int at = shown(chosen).map(s -> all.stream().map(Layer::id).toList().indexOf(s.id())).orElse(-1);
        Layer next = all.get((at + 1) % all.size());
        show(next);
        return Optional.of(next);
    }

    /** Shows two variants of a place in the two halves of the view: as scenarios, so that cameras, key figures and the line between them follow. */
    public void compare(Layer left, Layer right) {
        ScenarioBook before = session.scenarios();
        Scenario one = scenario(left);
        Scenario other = scenario(right);
        ScenarioBook after = before.with(one).with(other).withActive(one.id()).withCompared(new Pair(other.id(), Pair.Mode.SPLIT));
        session.undo().perform(Change.of(TEXTS.get("undo.compare", name(left), name(right)), () -> session.scenariosProperty().set(after),
                () -> session.scenariosProperty().set(before)));
    }

    private Scenario scenario(Layer variant) {
        List<Measure> measures = new ArrayList<>();
        of(session.style(variant.id()).stance().variants()).forEach(l -> measures.add(new Measure.ShowLayer(l.id(), l.id().equals(variant.id()))));
        return Scenario.empty("variant-" + variant.id(), TEXTS.get("variant", name(variant))).withMeasures(measures);
    }

    private void perform(String title, Map<String, LayerStyle> after) {
        Map<String, LayerStyle> before = new LinkedHashMap<>();
        after.keySet().forEach(id -> before.put(id, session.style(id)));
        if (!before.equals(after)) {
            session.undo().perform(Change.of(title, () -> after.forEach(session.styles()::put), () -> before.forEach(session.styles()::put)));
        }
    }
}
