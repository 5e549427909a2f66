package org.kvarter.ui.present;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.story.StoryModel;
import org.kvarter.workshop.Step;

/** What the presenter sees: notes large, the next step, clock and timer, and all steps at the foot to jump to. */
final class PresenterView extends BorderPane {

    private static final Texts TEXTS = Texts.in(PresenterView.class);

    private final PresentModel model;
    private final StoryModel story;
    private final Instant began = Instant.now();
    private final Label count = new Label();
    private final Label timer = new Label();
    private final Label time = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label notes = new Label();
    private final VBox troubles = new VBox(4);
    private final ImageView nextPicture = new ImageView();
    private final Label nextTitle = new Label();
    private final Label nextText = new Label();
    private final HBox strip = new HBox(8);
    private final ScrollPane film = new ScrollPane(strip);

    PresenterView(PresentModel model, StoryModel story, Runnable end) {
        this.model = model;
        this.story = story;
        getStyleClass().add("presenter");
        setTop(bar(end));
        setCenter(now());
        setRight(next());
        setBottom(foot());
        Live.value(this, model.stepProperty(), this::show);
        Live.refresh(this, this::showNextPicture, story.pictures().glances());
        Timeline seconds = new Timeline(new KeyFrame(javafx.util.Duration.millis(500), e -> tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((o, was, is) -> {
            if (is == null) {
                seconds.stop();
            } else {
                tick();
                seconds.play();
            }
        });
    }

    private Node bar(Runnable end) {
        count.getStyleClass().add("presenter-figure");
        timer.getStyleClass().add("presenter-figure");
        time.getStyleClass().add("presenter-figure");
        Buttons.named(timer, TEXTS.get("timer"), TEXTS.get("timer"));
        Buttons.named(time, TEXTS.get("clock"), TEXTS.get("clock"));
        Button black = Buttons.labelled(Feather.MOON, TEXTS.get("black"), () -> model.blackProperty().set(!model.blackProperty().get()));
        black.setId("present-black");
        Live.value(this, model.blackProperty(), is -> black.setText(TEXTS.get(is ? "light" : "black")));
        Button back = Buttons.labelled(Feather.CROSSHAIR, TEXTS.get("back"), model::back);
        back.setId("present-back");
        Live.value(this, model.exploringProperty(), is -> back.setDisable(!is));
        Button over = Buttons.labelled(Feather.X, TEXTS.get("end"), end);
        over.setId("present-end");
        HBox bar = new HBox(16, count, gap(), icon(Feather.WATCH, timer), icon(Feather.CLOCK, time), gap(), new HBox(8, black, back, over));
        bar.getStyleClass().add("presenter-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static Node icon(Feather icon, Node node) {
        HBox box = new HBox(8, Icons.of(icon), node);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private Node now() {
        title.getStyleClass().add("presenter-title");
        text.getStyleClass().add("presenter-text");
        notes.getStyleClass().add("presenter-notes");
        for (Label label : List.of(title, text, notes)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        VBox column = new VBox(16, title, text, notes, troubles);
        column.getStyleClass().add("presenter-now");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("panel-scroll");
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private Node next() {
        nextPicture.setFitWidth(320);
        nextPicture.setFitHeight(180);
        StackPane frame = new StackPane(nextPicture);
        frame.getStyleClass().add("viewpoint-picture");
        frame.setMinSize(320, 180);
        frame.setMaxSize(320, 180);
        Label heading = new Label(TEXTS.get("next"));
        heading.getStyleClass().add("group-title");
        nextTitle.getStyleClass().add("presenter-next-title");
        nextText.getStyleClass().add("text-muted");
        nextTitle.setWrapText(true);
        nextText.setWrapText(true);
        frame.visibleProperty().bind(nextPicture.imageProperty().isNotNull());
        frame.managedProperty().bind(frame.visibleProperty());
        VBox column = new VBox(8, heading, frame, nextTitle, nextText);
        column.getStyleClass().add("presenter-next");
        column.setPrefWidth(368);
        return column;
    }

    private Node foot() {
        Button previous = Buttons.icon(Feather.CHEVRON_LEFT, TEXTS.get("previous"), model::previous);
        Button next = Buttons.icon(Feather.CHEVRON_RIGHT, TEXTS.get("forward"), model::next);
        previous.setId("present-previous");
        next.setId("present-next");
        film.getStyleClass().addAll("panel-scroll", "presenter-film");
        film.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        film.setFitToHeight(true);
        film.setFocusTraversable(false);
        HBox.setHgrow(film, Priority.ALWAYS);
        for (int i = 0; i < model.steps().size(); i++) {
            strip.getChildren().add(frame(i));
        }
        HBox foot = new HBox(8, previous, film, next);
        foot.setAlignment(Pos.CENTER);
        foot.getStyleClass().add("presenter-foot");
        return foot;
    }

    private Node frame(int index) {
        Step step = model.steps().get(index);
        ImageView picture = new ImageView();
        Live.refresh(picture, () -> picture.setImage(story.pictures().of(step).orElse(null)), story.pictures().glances());
        story.pictures().glance(step);
        picture.setFitWidth(128);
        picture.setFitHeight(72);
        Label number = new Label(Integer.toString(index + 1));
        number.getStyleClass().add("story-number");
        StackPane.setAlignment(number, Pos.TOP_LEFT);
        StackPane frame = new StackPane(picture, number);
        frame.getStyleClass().add("viewpoint-picture");
        frame.setMinSize(128, 72);
        Button button = new Button(null, frame);
        button.getStyleClass().addAll("flat", "presenter-frame");
        button.setFocusTraversable(false);
        button.setOnAction(e -> model.go(index));
        Buttons.named(button, story.title(step), (index + 1) + "  " + story.title(step));
        return button;
    }

    private void show(Step step) {
        int index = model.index();
        count.setText(TEXTS.get("count", index + 1, model.steps().size()));
        title.setText(story.title(step));
        text.setText(step.text().shown());
        text.setVisible(!text.getText().isBlank());
        text.setManaged(text.isVisible());
        notes.setText(step.notes().isEmpty() ? TEXTS.get("noNotes") : step.notes().shown());
        notes.setOpacity(step.notes().isEmpty() ? 0.6 : 1);
        troubles.getChildren().setAll(model.missing().stream().map(sentence -> {
            Label label = new Label(sentence, Icons.of(Feather.ALERT_TRIANGLE));
            label.setWrapText(true);
            label.getStyleClass().add("remark");
            return label;
        }).toList());
        Optional<Step> following = model.following();
        showNextPicture();
        nextTitle.setText(following.map(story::title).orElse(TEXTS.get("last")));
        nextText.setText(following.map(s -> s.text().shown()).orElse(""));
        for (int i = 0; i < strip.getChildren().size(); i++) {
            strip.getChildren().get(i).pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("on"), i == index);
        }
        film.setHvalue(model.steps().size() < 2 ? 0 : index / (model.steps().size() - 1.0));
    }

    private void showNextPicture() {
        nextPicture.setImage(model.following().flatMap(s -> story.pictures().of(s)).orElse(null));
    }

    private void tick() {
        Duration passed = Duration.between(began, Instant.now());
        timer.setText(passed.toHours() > 0 ? String.format(Locale.ROOT, "%d:%02d:%02d", passed.toHours(), passed.toMinutesPart(), passed.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", passed.toMinutes(), passed.toSecondsPart()));
        time.setText(DateTimeFormatter.ofPattern("HH:mm").format(LocalTime.now()));
    }
}
