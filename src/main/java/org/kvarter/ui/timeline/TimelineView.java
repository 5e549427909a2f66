package org.kvarter.ui.timeline;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kvarter.session.Clock;
import org.kvarter.text.Texts;
import org.kvarter.ui.action.Actions;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Segments;

/** The bar at the foot: playing, the time as words, the slider over the range, step and speed; the chart above where it is wanted. */
public final class TimelineView extends VBox {

    private static final Texts TEXTS = Texts.in(TimelineView.class);

    private final Clock clock;
    private final TimelineModel model;
    private final Label readout = new Label();
    private final Label zone = new Label();
    private final Slider slider = new Slider(0, 1, 0);
    private final Pane ticks = new Pane();
    private boolean updating;

    /**
     * @param chartOut whether the chart stands above
     * @param dark     whether the window is dark, for the chart
     */
    public TimelineView(Clock clock, TracesModel traces, Actions actions, BooleanProperty chartOut, ObservableBooleanValue dark) {
        this.clock = clock;
        this.model = new TimelineModel(clock);
        getStyleClass().addAll("floating-card", "timeline");
        readout.getStyleClass().add("timeline-readout");
        zone.getStyleClass().add("caption");
        VBox words = new VBox(readout, zone);
        words.setMinWidth(188);
        words.setPrefWidth(188);
        words.setAlignment(Pos.CENTER_LEFT);
        slider.setMaxWidth(Double.MAX_VALUE);
        slider.setId("timeline-slider");
        slider.setAccessibleText(TEXTS.get("slider"));
        slider.setBlockIncrement(0.01);
        slider.valueProperty().addListener((o, was, is) -> {
            if (!updating) {
                model.setShare(is.doubleValue());
            }
        });
        ticks.setMinHeight(14);
        ticks.setPrefHeight(14);
        ticks.setMouseTransparent(true);
        ticks.widthProperty().addListener((o, was, is) -> showTicks());
        VBox track = new VBox(slider, ticks);
        track.setAlignment(Pos.CENTER);
        HBox.setHgrow(track, Priority.ALWAYS);
        HBox row = new HBox(4, Buttons.icon(actions.get("stepBack")), play(actions), Buttons.icon(actions.get("stepForward")), words, track,
                now(), steps(), speeds(), chart(chartOut), Buttons.icon(Feather.X, TEXTS.get("close"), actions.get("timeline")::fire));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("timeline-row");
        getChildren().setAll(row);
        Node chart = new ChartView(traces, model, clock, dark);
        Live.value(this, chartOut, out -> {
            getChildren().remove(chart);
            if (out) {
                getChildren().add(0, chart);
            }
            if (getParent() != null) {
                getParent().getParent().requestLayout();
            }
        });
        traces.traces().addListener((javafx.beans.InvalidationListener) o -> {
            if (getParent() != null && getParent().getParent() != null) {
                getParent().getParent().requestLayout();
            }
        });
        Live.refresh(this, this::show, clock.timeProperty(), clock.startProperty(), clock.endProperty(), clock.zoneProperty(), clock.stepProperty());
        Live.refresh(this, this::showTicks, clock.startProperty(), clock.endProperty(), clock.zoneProperty());
    }

    private void show() {
        readout.setText(model.readout());
        zone.setText(model.zone());
        if (!slider.isPressed()) {
            updating = true;
            slider.setValue(model.share());
            updating = false;
        }
    }

    private void showTicks() {
        ticks.getChildren().clear();
        double width = ticks.getWidth();
        double last = -100;
        for (TimelineModel.Tick tick : model.ticks(clock.startProperty().get(), clock.endProperty().get())) {
            double x = 8 + tick.share() * (width - 16);
            if (x - last > 44 && x < width - 24) {
                Label label = new Label(tick.label());
                label.getStyleClass().add("caption");
                label.relocate(x, 0);
                ticks.getChildren().add(label);
                last = x;
            }
        }
    }

    private Node play(Actions actions) {
        ToggleButton button = (ToggleButton) Buttons.icon(actions.get("play"));
        button.getStyleClass().add("play");
        Live.value(this, clock.playingProperty(), playing -> {
            ((FontIcon) button.getGraphic()).setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
            button.setAccessibleText(TEXTS.get(playing ? "pause" : "play"));
            button.getTooltip().setText(TEXTS.get(playing ? "pause" : "play") + "  " + actions.get("play").keyText());
        });
        return button;
    }

    /** Goes to the real time and stays with it, where anything happens now. */
    private Node now() {
        ToggleButton button = new ToggleButton(TEXTS.get("now"), Icons.of(Feather.RADIO));
        button.getStyleClass().addAll("small", "timeline-now");
        button.setId("timeline-now");
        button.setMinWidth(USE_PREF_SIZE);
        Buttons.named(button, TEXTS.get("now"), TEXTS.get("now.tip"));
        button.visibleProperty().bind(clock.liveOfferedProperty());
        button.managedProperty().bind(button.visibleProperty());
        Live.value(this, clock.liveProperty(), button::setSelected);
        button.setOnAction(e -> clock.liveProperty().set(button.isSelected()));
        return button;
    }

    private Node steps() {
        return new Segments<>(List.of(Clock.Step.values()), step -> TEXTS.get("step." + step.name()), step -> "step-" + step.name(),
                clock.stepProperty(), clock.stepProperty()::set);
    }

    private Node speeds() {
        ComboBox<Duration> box = Combos.of(TimelineModel.SPEEDS, TimelineModel::speed);
        box.getStyleClass().add("small");
        box.setMinWidth(112);
        Buttons.named(box, TEXTS.get("speed"), TEXTS.get("speed"));
        Live.value(this, clock.speedProperty(), speed -> {
            // a box shows nothing for what it does not offer: a day of shadows plays at a speed of its own
            if (!box.getItems().contains(speed)) {
                box.getItems().setAll(Stream.concat(TimelineModel.SPEEDS.stream(), Stream.of(speed)).sorted().toList());
            }
            box.setValue(speed);
        });
        box.setOnAction(e -> {
            if (box.getValue() != null) {
                clock.speedProperty().set(box.getValue());
            }
        });
        return box;
    }

    private static Node chart(BooleanProperty out) {
        ToggleButton button = new ToggleButton(null, Icons.of(Feather.ACTIVITY));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setId("timeline-chart");
        Buttons.named(button, TEXTS.get("chart"), TEXTS.get("chart"));
        button.selectedProperty().bindBidirectional(out);
        return button;
    }
}
