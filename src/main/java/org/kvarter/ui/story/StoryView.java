package org.kvarter.ui.story;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.action.UiAction;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Live;
import org.kvarter.workshop.Step;

/** The story panel: the steps in order, a button that keeps the present view as another one, and the way to present and hand out. */
public final class StoryView extends VBox implements StepRow.Dragging {

    private static final Texts TEXTS = Texts.in(StoryView.class);

    private final Session session;
    private final StoryModel model;
    private final VBox list = new VBox(2);
    private final Region line = new Region();
    private final Label empty = new Label(TEXTS.get("empty"));
    private final HBox foot;

    /** @param actions what stands below the list: presenting first */
    public StoryView(Session session, StoryModel model, UiAction keep, List<UiAction> actions) {
        this.session = session;
        this.model = model;
        getStyleClass().add("story");
        empty.getStyleClass().add("panel-hint");
        empty.setWrapText(true);
        line.getStyleClass().add("story-drop");
        line.setManaged(false);
        line.setVisible(false);
        Button add = Buttons.labelled(keep.icon(), keep.title(), keep::fire);
        add.setId("story-keep");
        add.setMaxWidth(Double.MAX_VALUE);
        Buttons.named(add, keep.title(), keep.tooltip());
        foot = new HBox(8);
        for (UiAction action : actions) {
            Button button = foot.getChildren().isEmpty() ? Buttons.primary(action.icon(), action.title(), action::fire)
                    : Buttons.labelled(action.icon(), action.title(), action::fire);
            Buttons.named(button, action.title(), action.tooltip());
            button.setId("story-" + action.id());
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            foot.getChildren().add(button);
        }
        getChildren().setAll(empty, list, add, foot);
        Live.refresh(this, this::show, session.storyProperty(), model.currentProperty(), session.storyPictures(), model.pictures().glances(), session.overlays(), session.scenariosProperty(),
                session.districtProperty(), session.clock().zoneProperty());
    }

    private void show() {
        List<Step> steps = session.story().steps();
        shown(empty, steps.isEmpty());
        shown(list, !steps.isEmpty());
        shown(foot, !steps.isEmpty() && !foot.getChildren().isEmpty());
        List<String> ids = model.ids();
        list.getChildren().removeIf(n -> !(n instanceof StepRow row) || !ids.contains(row.id()));
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            StepRow row = row(step);
            row.update(step, i, when(step), step.id().equals(model.currentProperty().get()));
            if (i >= list.getChildren().size() || list.getChildren().get(i) != row) {
                list.getChildren().remove(row);
                list.getChildren().add(i, row);
            }
        }
        list.getChildren().add(line);
    }

    private static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private StepRow row(Step step) {
        return rows().stream().filter(r -> r.id().equals(step.id())).findFirst().orElseGet(() -> new StepRow(model, this, step));
    }

    private List<StepRow> rows() {
        return list.getChildren().stream().filter(StepRow.class::isInstance).map(StepRow.class::cast).toList();
    }

    private String when(Step step) {
        return step.time().map(t -> Moments.when(t, session.clock().zoneProperty().get())).orElse("");
    }

    @Override
    public int over(double sceneY) {
        double y = list.sceneToLocal(0, sceneY).getY();
        List<StepRow> rows = rows();
        int index = (int) rows.stream().filter(r -> y > r.getBoundsInParent().getCenterY()).count();
        Optional<StepRow> above = index == 0 ? Optional.empty() : Optional.of(rows.get(index - 1));
        double at = above.map(r -> r.getBoundsInParent().getMaxY()).orElse(0.0);
        line.resizeRelocate(4, at, list.getWidth() - 8, 2);
        line.setVisible(true);
        return index;
    }

    @Override
    public void end() {
        line.setVisible(false);
    }
}
