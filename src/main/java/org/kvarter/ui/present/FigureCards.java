package org.kvarter.ui.present;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kvarter.scenario.Comparison;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.session.Session;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.kvarter.ui.scenario.Quantity;
import org.kvarter.ui.story.StepFigures;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.Story;

/** The key figures of a step for a room: at most four cards with a large number each, and its change against what it is compared with. */
final class FigureCards extends HBox {

    private final Session session;
    private final LatestWins<Optional<StepFigures>> reckoning;

    FigureCards(Session session, Tasks tasks) {
        super(24);
        this.session = session;
        this.reckoning = new LatestWins<>(tasks.work(), tasks.fx());
        setFillHeight(true);
    }

    /** Shows the figures of a step once they are reckoned; until then none. */
    void show(Step step) {
        getChildren().clear();
        ScenarioEngine engine = session.scenarioEngine();
        ScenarioBook book = session.scenarios();
        Story story = session.story();
        reckoning.request(() -> StepFigures.of(step, story, engine, book), this::show);
    }

    private void show(Optional<StepFigures> figures) {
        getChildren().setAll(figures.stream().flatMap(f -> f.compared().stream().map(c -> card(f, c))).toList());
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    private static Node card(StepFigures figures, Comparison figure) {
        Quantity quantity = Quantity.of(figure.second(), figure.kpi().unit());
        Label title = styled(figure.kpi().title(), "audience-figure-title");
        title.setWrapText(true);
        title.setMinWidth(0);
        HBox value = new HBox(10, styled(quantity.number(), "audience-figure"), styled(quantity.unit(), "audience-figure-unit"));
        value.setAlignment(Pos.BASELINE_LEFT);
        VBox card = new VBox(title, value);
        String change = figures.change(figure);
        if (!change.isEmpty()) {
            card.getChildren().add(styled(change, "audience-figure-change"));
        }
        card.getStyleClass().addAll("floating-card", "audience-figure-card");
        card.setAlignment(Pos.TOP_LEFT);
        return card;
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
