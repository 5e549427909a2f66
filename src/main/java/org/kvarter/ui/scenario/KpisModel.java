package org.kvarter.ui.scenario;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kvarter.scenario.Comparison;
import org.kvarter.scenario.KpiValue;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.session.Session;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;

/** The key figures of the shown scenario beside those of today, reckoned off the window's thread; the latest assumption wins. */
public final class KpisModel {

    private final Session session;
    private final LatestWins<List<Card>> reckoning;
    private final LatestWins<List<Comparison>> comparing;
    private final ReadOnlyObjectWrapper<List<Comparison>> pair = new ReadOnlyObjectWrapper<>(this, "pair", List.of());
    private final ReadOnlyObjectWrapper<List<Card>> cards = new ReadOnlyObjectWrapper<>(this, "cards", List.of());

    /**
     * A key figure as its card shows it.
     *
     * @param compared   today first, the shown scenario second
     * @param problem    why there is no answer, one sentence; empty where there is one
     * @param isScenario whether a scenario is shown rather than today
     */
    public record Card(Comparison compared, String problem, boolean isScenario) {
    }

    public KpisModel(Session session, Tasks tasks) {
        this.session = session;
        reckoning = new LatestWins<>(tasks.work(), tasks.fx());
        comparing = new LatestWins<>(tasks.work(), tasks.fx());
        session.viewProperty().addListener((o, was, is) -> reckon());
        reckon();
    }

    /** One card per key figure, in their order. */
    public ReadOnlyObjectProperty<List<Card>> cardsProperty() {
        return cards.getReadOnlyProperty();
    }

    /** Key figures of the scenario compared with, first, and of the shown one, second; empty while it is shown alone. */
    public ReadOnlyObjectProperty<List<Comparison>> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    private void reckon() {
        ScenarioBook book = session.scenarios();
        ScenarioEngine engine = session.scenarioEngine();
        comparing.request(() -> book.compared() == null ? List.of() : engine.compare(book, book.compared().with(), book.active()), pair::set);
        if (book.kpis().isEmpty()) {
            reckoning.request(List::of, cards::set);
            return;
        }
        reckoning.request(() -> cards(engine, book), cards::set);
    }

    private static List<Card> cards(ScenarioEngine engine, ScenarioBook book) {
        List<Comparison> compared = engine.compare(book, "", book.active());
        List<KpiValue> values = engine.kpis(book, book.active());
        return java.util.stream.IntStream.range(0, values.size())
                .mapToObj(i -> new Card(compared.get(i), values.get(i).problem(), !book.active().isEmpty())).toList();
    }
}
