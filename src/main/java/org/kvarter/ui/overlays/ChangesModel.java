package org.kvarter.ui.overlays;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kvarter.model.Layer;
import org.kvarter.model.SolidLayer;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.session.OtherScenario;
import org.kvarter.session.Session;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;

/**
 * Finds the buildings that stand out: those the shown scenario changes, or while it is shown beside another, those in which the two
 * differ. Found off the window's thread.
 */
public final class ChangesModel {

    private static final Texts TEXTS = Texts.in(ChangesModel.class);

    private final Session session;
    private final OtherScenario other;
    private final LatestWins<Changes> finding;
    private final ReadOnlyObjectWrapper<Changes> changes = new ReadOnlyObjectWrapper<>(this, "changes", Changes.NONE);

    public ChangesModel(Session session, Tasks tasks) {
        this.session = session;
        this.other = new OtherScenario(session);
        finding = new LatestWins<>(tasks.style(), tasks.fx());
        session.viewProperty().addListener((o, was, is) -> find());
        other.viewProperty().addListener((o, was, is) -> find());
        session.styles().addListener((javafx.beans.InvalidationListener) o -> find());
        find();
    }

    /** What stands out now. */
    public ReadOnlyObjectProperty<Changes> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Says anew what stands out, in another language. */
    void languageChanged() {
        find();
    }

    private void find() {
        ScenarioView now = session.viewProperty().get();
        ScenarioView then = other.viewProperty().get();
        if (now == null || then == null && now.scenarioId().isEmpty()) {
            finding.request(() -> Changes.NONE, this::set);
            return;
        }
        ScenarioView from = then == null ? session.scenarioEngine().view(session.scenarios(), "") : then;
        List<SolidLayer> layers = session.district().layers().stream().filter(SolidLayer.class::isInstance).map(SolidLayer.class::cast).toList();
        Map<String, Boolean> styled = new HashMap<>();
        layers.forEach(l -> styled.put(l.id(), session.style(l.id()).visible()));
        String key = then == null ? "changes.one" : "changes.two";
        finding.request(() -> between(now, from, layers, styled, TEXTS.get(key)), this::set);
    }

    private void set(Changes found) {
        if (!found.equals(changes.get())) {
            changes.set(found);
        }
    }

    private static Changes between(ScenarioView now, ScenarioView then, List<SolidLayer> layers, Map<String, Boolean> styled, String label) {
        Map<String, BitSet> rows = new HashMap<>();
        int count = 0;
        for (Layer layer : layers) {
            boolean stands = now.shown(layer.id()).orElse(styled.get(layer.id()));
            boolean stood = then.shown(layer.id()).orElse(styled.get(layer.id()));
            BitSet changed = new BitSet();
            if (stands != stood) {
                changed.set(0, layer.features().size());
            } else if (stands) {
                changed = now.changed(layer, then);
            }
            if (!changed.isEmpty()) {
                rows.put(layer.id(), changed);
                count += tops(changed, layer.features().parents());
            }
        }
        return rows.isEmpty() ? Changes.NONE : new Changes(rows, count, label);
    }

    private static int tops(BitSet rows, int[] parents) {
        return (int) rows.stream().filter(row -> parents[row] < 0 || !rows.get(parents[row])).count();
    }
}
