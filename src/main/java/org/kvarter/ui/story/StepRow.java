package org.kvarter.ui.story;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.workshop.Step;

/** One step in the panel: its picture, number and title, and its editor while it is open. A click flies there, dragging moves it. */
final class StepRow extends VBox {

    private static final Texts TEXTS = Texts.in(StepRow.class);
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final double WIDTH = 96;
    private static final double HEIGHT = 54;

    /** What a row asks of the list around it while it is dragged. */
    interface Dragging {
        /** Place in the story before which a drop at {@code sceneY} would put the row; shows it. */
        int over(double sceneY);

        /** The drag is over. */
        void end();
    }

    private final StoryModel model;
    private final Dragging dragging;
    private final ImageView picture = new ImageView();
    private final Label number = new Label();
    private final Label title = new Label();
    private final Label caption = new Label();
    private final Button go;
    private final Button more;
    private Step step;
    private StepEditor editor;

    StepRow(StoryModel model, Dragging dragging, Step step) {
        this.model = model;
        this.dragging = dragging;
        this.step = step;
        getStyleClass().add("story-step");
        picture.setFitWidth(WIDTH);
        picture.setFitHeight(HEIGHT);
        Rectangle round = new Rectangle(WIDTH, HEIGHT);
        round.setArcWidth(10);
        round.setArcHeight(10);
        number.getStyleClass().add("story-number");
        StackPane frame = new StackPane(Icons.of(Feather.IMAGE), picture, number);
        StackPane.setAlignment(number, Pos.TOP_LEFT);
        frame.setClip(round);
        frame.getStyleClass().add("viewpoint-picture");
        frame.setMinSize(WIDTH, HEIGHT);
        frame.setMaxSize(WIDTH, HEIGHT);
        title.getStyleClass().add("story-title");
        title.setWrapText(true);
        title.setMaxHeight(36);
        caption.getStyleClass().add("caption");
        VBox words = new VBox(2, title, caption);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setPrefWidth(1);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox face = new HBox(10, frame, words);
        face.setAlignment(Pos.CENTER_LEFT);
        go = new Button(null, face);
        go.getStyleClass().addAll("flat", "story-go");
        go.setMaxWidth(Double.MAX_VALUE);
        go.setPrefWidth(1);
        face.prefWidthProperty().bind(go.widthProperty().subtract(8));
        go.setOnAction(e -> model.go(this.step));
        HBox.setHgrow(go, Priority.ALWAYS);
        more = Buttons.icon(Feather.MORE_VERTICAL, TEXTS.get("more"), this::showMenu);
        HBox head = new HBox(go, more);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        drag();
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    String id() {
        return step.id();
    }

    void update(Step now, int index, String when, boolean open) {
        step = now;
        number.setText(Integer.toString(index + 1));
        title.setText(model.title(now));
        caption.setText(when);
        caption.setVisible(!when.isEmpty());
        caption.setManaged(!when.isEmpty());
        model.pictures().glance(now);
        picture.setImage(model.pictures().of(now).orElse(null));
        go.setAccessibleText(TEXTS.get("go", index + 1, model.title(now)));
        pseudoClassStateChanged(OPEN, open);
        if (open && editor == null) {
            editor = new StepEditor(model, now);
            getChildren().add(editor);
        } else if (!open && editor != null) {
            getChildren().remove(editor);
            editor = null;
        }
        if (editor != null) {
            editor.update(now, model.missing(now));
        }
    }

    private void showMenu() {
        List<String> ids = model.ids();
        int at = ids.indexOf(step.id());
        MenuItem up = item(Feather.ARROW_UP, "earlier", () -> model.move(step, at - 1));
        MenuItem down = item(Feather.ARROW_DOWN, "later", () -> model.move(step, at + 1));
        up.setDisable(at == 0);
        down.setDisable(at == ids.size() - 1);
        new ContextMenu(item(Feather.CAMERA, "update", () -> model.update(step)), item(Feather.COPY, "duplicate", () -> model.duplicate(step)),
                new SeparatorMenuItem(), up, down, new SeparatorMenuItem(), item(Feather.TRASH_2, "delete", () -> model.delete(step)))
                .show(more, Side.BOTTOM, 0, 0);
    }

    private static MenuItem item(Feather icon, String key, Runnable run) {
        MenuItem item = new MenuItem(TEXTS.get(key), Icons.of(icon));
        item.setOnAction(e -> run.run());
        return item;
    }

    private void onKey(KeyEvent event) {
        if (!(event.getTarget() instanceof Button)) {
            return;
        }
        int at = model.ids().indexOf(step.id());
        if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            model.move(step, Math.max(0, at + (event.getCode() == KeyCode.UP ? -1 : 1)));
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.delete(step);
            event.consume();
        }
    }

    private void drag() {
        go.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> {
            if (getPseudoClassStates().contains(DRAGGED) || Math.abs(e.getY() - go.getHeight() / 2) > go.getHeight() / 2) {
                pseudoClassStateChanged(DRAGGED, true);
                setCursor(Cursor.CLOSED_HAND);
                dragging.over(e.getSceneY());
            }
        });
        go.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> {
            if (getPseudoClassStates().contains(DRAGGED)) {
                pseudoClassStateChanged(DRAGGED, false);
                setCursor(Cursor.DEFAULT);
                int from = model.ids().indexOf(step.id());
                int to = dragging.over(e.getSceneY());
                dragging.end();
                model.move(step, to > from ? to - 1 : to);
                e.consume();
                go.disarm();
            }
        });
    }
}
