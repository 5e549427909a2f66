package org.kvarter.session;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.scenario.BaseData;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.scenario.ScenarioView;

/** Keeps the view of the shown scenario in step with layers, series and scenarios. JavaFX thread only. */
final class ActiveScenario {

    private final Session session;
    private final ReadOnlyObjectWrapper<ScenarioView> view = new ReadOnlyObjectWrapper<>(this, "view");
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
            engine = vault.guard() == Guard.NONE ? new ScenarioEngine(shown)
                    : new ScenarioEngine(shown, new BaseData(vault.whole(), vault.allSeries(), session.seriesSources()), vault.guard());
        }
        view.set(engine.view(session.scenarios(), session.scenarios().active()));
    }

    ReadOnlyObjectProperty<ScenarioView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    ScenarioEngine engine() {
        return engine;
    }
}
