package org.kvarter.ui.assist;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Segments;

/** The pages of the assistant under the row of their names, with what is being read and what keeps it from going on below. */
public final class AssistView extends VBox {

    private static final Texts TEXTS = Texts.in(AssistView.class);

    public AssistView(AssistModel model) {
        super(8);
        getStyleClass().add("assist");
        setPrefHeight(640);
        Segments<AssistModel.Page> steps = new Segments<>(java.util.List.of(AssistModel.Page.values()), p -> TEXTS.get("page." + p.name()),
                p -> "assist-" + p.name(), model.pageProperty(), model::show);
        HBox head = new HBox(steps);
        head.setAlignment(Pos.CENTER_LEFT);
        Map<AssistModel.Page, Supplier<Node>> pages = new EnumMap<>(Map.of(AssistModel.Page.TABLE, () -> new TablePage(model),
                AssistModel.Page.PLACES, () -> new PlacesPage(model), AssistModel.Page.CHECKS, () -> new ChecksPage(model)));
        StackPane content = new StackPane();
        VBox.setVgrow(content, Priority.ALWAYS);
        Live.value(this, model.pageProperty(), page -> content.getChildren().setAll(pages.get(page).get()));
        ProgressBar progress = new ProgressBar();
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("small");
        Live.value(this, model.progressProperty(), fraction -> {
            progress.setVisible(!Double.isNaN(fraction.doubleValue()));
            progress.setProgress(fraction.doubleValue() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : fraction.doubleValue());
        });
        Label problem = new Label();
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.getStyleClass().add("filter-error");
        problem.setId("assist-problem");
        Live.value(this, model.problemProperty(), sentence -> {
            problem.setText(sentence);
            problem.setVisible(!sentence.isEmpty());
            problem.setManaged(!sentence.isEmpty());
        });
        Label work = new Label();
        work.getStyleClass().add("caption");
        Live.value(this, model.workProperty(), work::setText);
        getChildren().setAll(head, content, problem, work, progress);
    }
}
