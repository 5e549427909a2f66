package org.kvarter.ui.scenario;

import java.util.Comparator;
import java.util.List;
import org.kvarter.series.SeriesView;
import org.kvarter.session.Session;

/** The series a person can choose: those of the project, then counts and flows. Stateless. */
final class SeriesChoice {

    private SeriesChoice() {
    }

    static List<SeriesView> of(Session session) {
        return session.scenarioEngine().base().series().values().stream().sorted(Comparator
                .comparing((SeriesView t) -> !session.series().containsKey(t.id())).thenComparing(SeriesView::title)).toList();
    }
}
