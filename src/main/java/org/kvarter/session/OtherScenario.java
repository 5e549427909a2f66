package org.kvarter.session;

import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.ScenarioView;

/** The scenario the shown one is held against, while the two are shown in one of some ways. JavaFX thread only. */
public final class OtherScenario {

    private final Session session;
    private final Set<Pair.Mode> modes;
    private final ReadOnlyObjectWrapper<ScenarioView> view = new ReadOnlyObjectWrapper<>(this, "view");

    /** @param modes the ways; none for all of them */
    public OtherScenario(Session session, Pair.Mode... modes) {
        this.session = session;
        this.modes = modes.length == 0 ? Set.of(Pair.Mode.values()) : Set.of(modes);
        session.viewProperty().addListener((o, was, is) -> follow());
        follow();
    }

    private void follow() {
        Pair pair = session.scenarios().compared();
        view.set(pair == null || !modes.contains(pair.mode()) ? null : session.scenarioEngine().view(session.scenarios(), pair.with()));
    }

    /** The other scenario; {@code null} inside while there is none. */
    public ReadOnlyObjectProperty<ScenarioView> viewProperty() {
        return view.getReadOnlyProperty();
    }
}
