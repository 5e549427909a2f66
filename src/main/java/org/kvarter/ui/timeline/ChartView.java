package org.kvarter.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kvarter.series.TimeWindow;
import org.kvarter.session.Clock;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Live;

/** The chart over the timeline: one strip per trace, values under the pointer, a click or drag sets the clock. */
final class ChartView extends Pane {

    private static final Texts TEXTS = Texts.in(ChartView.class);
    private static final double STRIP = 96;

    private final TracesModel model;
    private final TimelineModel timeline;
    private final Clock clock;
    private final ObservableBooleanValue dark;
    private final VBox strips = new VBox(4);
    private final Label empty = new Label(TEXTS.get("chart.empty"));
    private final List<TraceCanvas> canvases = new ArrayList<>();
    private double hover = -1;

    ChartView(TracesModel model, TimelineModel timeline, Clock clock, ObservableBooleanValue dark) {
        this.model = model;
        this.timeline = timeline;
        this.clock = clock;
        this.dark = dark;
        getStyleClass().add("chart-strips");
        empty.getStyleClass().add("panel-hint");
        getChildren().setAll(strips, empty);
        setAccessibleText(TEXTS.get("chart"));
        widthProperty().addListener((o, was, is) -> draw());
        setOnMouseMoved(e -> {
            hover = e.getX();
            draw();
        });
        setOnMouseExited(e -> {
            hover = -1;
            draw();
        });
        setOnMousePressed(e -> goTo(e.getX()));
        setOnMouseDragged(e -> goTo(e.getX()));
        Live.refresh(this, this::draw, model.traces(), clock.timeProperty(), clock.stepProperty(), clock.zoneProperty(), dark);
    }

    private void goTo(double x) {
        hover = x;
        clock.setWithinRange(TraceCanvas.instant(Math.max(0, Math.min(getWidth(), x)), timeline.chartWindow(), getWidth()));
    }

    private void draw() {
        List<Trace> traces = model.traces();
        empty.setVisible(traces.isEmpty());
        while (canvases.size() < traces.size()) {
            canvases.add(new TraceCanvas());
        }
        if (strips.getChildren().size() != traces.size()) {
            strips.getChildren().setAll(canvases.subList(0, traces.size()));
            requestLayout();
            if (getParent() != null) {
                getParent().requestLayout();
            }
        }
        if (traces.isEmpty() || getWidth() <= 0) {
            return;
        }
        TimeWindow window = timeline.chartWindow();
        List<TimelineModel.Tick> ticks = timeline.ticks(window.start(), window.end());
        String font = empty.getFont().getFamily();
        for (int i = 0; i < traces.size(); i++) {
            TraceCanvas canvas = canvases.get(i);
            canvas.setWidth(getWidth());
            canvas.setHeight(STRIP);
            canvas.draw(traces.get(i), window, ticks, clock.time(), hover, TraceCanvas.Ink.of(dark.get()), font);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        int n = model.traces().size();
        return n == 0 ? 40 : n * STRIP + (n - 1) * 4;
    }

    @Override
    protected void layoutChildren() {
        strips.resizeRelocate(0, 0, getWidth(), getHeight());
        empty.autosize();
        empty.relocate(0, 8);
    }
}
