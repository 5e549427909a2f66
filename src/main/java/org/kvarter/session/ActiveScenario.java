package org.kvarter.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.Derivations;
import org.kvarter.analysis.Reckoning;
import org.kvarter.analysis.area.Memberships;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.scenario.BaseData;
import org.kvarter.scenario.Derivation;
import org.kvarter.scenario.Discretion;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.scenario.ScenarioView;

/** Keeps the view of the shown scenario in step with layers, series and scenarios. JavaFX thread only. */
final class ActiveScenario {

    private final Session session;
    private final ReadOnlyObjectWrapper<ScenarioView> view = new ReadOnlyObjectWrapper<>(this, "view");
    private final Memberships memberships = new Memberships();
    private ScenarioEngine engine;

    ActiveScenario(Session session) {
        this.session = session;
        InvalidationListener baseChanged = o -> changed(true);
        session.districtProperty().addListener((o, was, is) -> changed(true));
        session.series().addListener(baseChanged);
        session.seriesSources().addListener(baseChanged);
        session.scenariosProperty().addListener((o, was, is) -> changed(false));
        changed(true);
    }

    /** Another rule of what may be told. */
    void dataChanged() {
        changed(true);
    }

    private void changed(boolean base) {
        if (base) {
            BaseData shown = new BaseData(session.district(), session.series(), session.seriesSources());
            Vault vault = session.vault();
            BaseData whole = vault.guard() == Guard.NONE ? shown : new BaseData(vault.whole(), vault.allSeries(), session.seriesSources());
            engine = new ScenarioEngine(shown, whole, vault.guard() == Guard.NONE ? Discretion.NONE : vault.guard(), derivation(shown, vault.guard()),
                    derivation(whole, Guard.NONE));
        }
        view.set(engine.view(session.scenarios(), session.scenarios().active()));
    }

    private Derivation derivation(BaseData base, Guard guard) {
        DataBook book = session.dataBook();
        Map<String, Optional<Reckoning.Target>> targets = new HashMap<>();
        base.series().keySet().forEach(id -> targets.put(id, session.seriesTarget(id).map(t -> new Reckoning.Target(t.layerId(), t.keyAttribute()))));
        return book.columns().isEmpty() && book.summaries().isEmpty() ? Derivation.NONE : new Derivations(book, base.district(), Map.copyOf(session.meshes()), base.series(),
                id -> targets.getOrDefault(id, Optional.empty()), guard, memberships);
    }

    ReadOnlyObjectProperty<ScenarioView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    ScenarioEngine engine() {
        return engine;
    }
}
