package org.kvarter.ui.present;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import org.kvarter.session.Clock;
import org.kvarter.session.Session;
import org.kvarter.task.Tasks;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Motion;
import org.kvarter.ui.overlays.LegendView;
import org.kvarter.ui.overlays.Painted;
import org.kvarter.ui.story.Moments;
import org.kvarter.ui.story.TourPages;
import org.kvarter.workshop.Step;

/**
 * What the audience sees: the twin, the step's title and text, the legend and the clock, and nothing else. Everything over the twin is laid
 * out for a picture 1080 pixels high and scaled to the screen, so that it is read from the same distance everywhere.
 */
final class AudienceView extends Pane {

    /** Height for which sizes are meant, pixels. */
    static final double DESIGN_HEIGHT = 1080;
    /** A screen narrower than this for its height gets smaller words rather than crowded ones. */
    private static final double LEAST_WIDTH = 1280;
    private static final double MARGIN = 40;
    /** Makes the window's legend one for a room. */
    private static final double LEGEND_SCALE = 1.8;

    private final Session session;
    private final PresentModel model;
    private final Motion motion;
    private final Node twin;
    private final Pane plate = new Plate();
    private final Scale scale = new Scale(1, 1);
    private final Label title = new Label();
    private final Label text = new Label();
    private final VBox words = new VBox(title, text);
    private final Label hour = new Label();
    private final Label day = new Label();
    private final VBox clock = new VBox(hour, day);
    private final FigureCards figures;
    private final LegendView legend;
    private final Group legendPlace;
    private final Region black = new Region();

    /** @param twin the 3D view's node, which moves here */
    AudienceView(Session session, Tasks tasks, PresentModel model, Motion motion, ObservableValue<Painted> painted, Node twin) {
        this.figures = new FigureCards(session, tasks);
        this.session = session;
        this.model = model;
        this.motion = motion;
        this.twin = twin;
        getStyleClass().add("audience");
        title.getStyleClass().add("audience-title");
        text.getStyleClass().add("audience-text");
        hour.getStyleClass().add("audience-hour");
        day.getStyleClass().add("audience-day");
        title.setWrapText(true);
        text.setWrapText(true);
        words.getStyleClass().addAll("floating-card", "audience-words");
        clock.getStyleClass().addAll("floating-card", "audience-clock");
        clock.setAlignment(Pos.CENTER_RIGHT);
        legend = new LegendView(Bindings.createObjectBinding(() -> headed(painted.getValue()), painted, model.stepProperty()));
        legend.getTransforms().add(new Scale(LEGEND_SCALE, LEGEND_SCALE));
        legendPlace = new Group(legend);
        plate.setMouseTransparent(true);
        plate.getTransforms().add(scale);
        plate.getChildren().setAll(words, clock, figures, legendPlace);
        black.getStyleClass().add("audience-black");
        getChildren().setAll(twin, plate, black);
        Live.value(this, model.stepProperty(), this::show);
        Live.value(this, model.blackProperty(), black::setVisible);
        Live.refresh(this, this::showClock, session.clock().timeProperty(), session.clock().stepProperty(), session.clock().zoneProperty());
        legendPlace.layoutBoundsProperty().addListener(o -> plate.requestLayout());
    }

    private Painted headed(Painted now) {
        return new Painted(now.layerId(), now.argb(), now.legend().map(l -> TourPages.headed(l, model.step())), now.surfaces());
    }

    private void show(Step step) {
        title.setText(step.title().shown());
        text.setText(step.text().shown());
        shown(title, !title.getText().isBlank());
        shown(text, !text.getText().isBlank());
        shown(words, title.isVisible() || text.isVisible());
        shown(clock, step.time().isPresent());
        figures.show(step);
        showClock();
        if (words.isVisible()) {
            motion.enter(words);
        }
        plate.requestLayout();
    }

    private void showClock() {
        ZonedDateTime now = session.clock().time().atZone(session.clock().zoneProperty().get());
        boolean hours = session.clock().stepProperty().get() == Clock.Step.HOUR;
        ZonedDateTime read = session.clock().playingProperty().get() ? now.truncatedTo(ChronoUnit.HOURS).plusMinutes(now.getMinute() / 10 * 10) : now;
        hour.setText(hours ? Moments.timeOfDay(read) : "");
        shown(hour, hours);
        day.setText(Moments.moment(now, hours ? "DAY" : session.clock().stepProperty().get().name()));
        plate.requestLayout();
    }

    private static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        twin.resizeRelocate(0, 0, width, height);
        black.resizeRelocate(0, 0, width, height);
        double factor = Math.max(0.1, Math.min(height / DESIGN_HEIGHT, width / LEAST_WIDTH));
        scale.setX(factor);
        scale.setY(factor);
        plate.resizeRelocate(0, 0, width / factor, height / factor);
    }

    /** Lays words, clock and legend into the corners, in pixels of the design. */
    private final class Plate extends Pane {

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double height = getHeight();
            double wordsWidth = Math.min(words.prefWidth(-1), Math.min(760, width * 0.44));
            double wordsHeight = words.prefHeight(wordsWidth);
            if (wordsHeight > height * 0.5) {
                wordsWidth = Math.min(1040, width * 0.56);
                wordsHeight = words.prefHeight(wordsWidth);
            }
            wordsHeight = Math.min(wordsHeight, height - 2 * MARGIN);
            words.resizeRelocate(MARGIN, height - MARGIN - wordsHeight, wordsWidth, wordsHeight);
            clock.autosize();
            clock.relocate(width - MARGIN - clock.getWidth(), MARGIN);
            double room = width - 3 * MARGIN - (clock.isVisible() ? clock.getWidth() : 0);
            double cards = Math.min(room, figures.prefWidth(-1));
            figures.resizeRelocate(MARGIN, MARGIN, cards, figures.prefHeight(cards));
            legend.autosize();
            // not relocated by the group's bounds, which hold the legend's shadow
            legendPlace.setLayoutX(width - MARGIN - legend.getWidth() * LEGEND_SCALE);
            legendPlace.setLayoutY(height - MARGIN - legend.getHeight() * LEGEND_SCALE);
        }
    }
}
