package org.kvarter.ui.bench;

import java.util.BitSet;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.kvarter.scenario.Origin;
import org.kvarter.task.LatestWins;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;

/** What all charts have: a canvas as large as there is room, numbers reckoned off the window's thread, what is selected marked, a brush that selects. */
abstract class ChartPane extends Pane {

    private static final Texts TEXTS = Texts.in(ChartPane.class);

    private final Canvas canvas = new Canvas();
    /** Has the font of the window. */
    private final Label lettering = new Label();
    private final ObservableBooleanValue dark;
    private final LatestWins<Runnable> reckoning;
    /** Where the pointer is; negative while it is not over the chart. */
    private double hoverX = -1;
    private double hoverY = -1;
    private double pressX = Double.NaN;
    private boolean isReady;
    private double pressY = Double.NaN;

    /** How sure the values are. */
    protected Origin origin = Origin.UNSTATED;
    /** How many of the features shown are withheld. */
    protected int withheld;
    protected final BenchModel model;
    protected final ChartSpec spec;

    ChartPane(BenchModel model, ChartSpec spec, ObservableBooleanValue dark) {
        this.model = model;
        this.spec = spec;
        this.dark = dark;
        reckoning = new LatestWins<>(model.tasks().work(), model.tasks().fx());
        lettering.setVisible(false);
        getChildren().setAll(canvas, lettering);
        getStyleClass().add("bench-chart");
        setMinSize(120, 80);
        Live.refresh(this, this::reckon, model.dataProperty());
        Live.refresh(this, this::selectionChanged, model.selectedProperty());
        Live.refresh(this, this::draw, dark);
        setOnMouseMoved(this::hover);
        setOnMouseExited(e -> {
            hoverX = -1;
            draw();
        });
        setOnMousePressed(e -> {
            pressX = e.getX();
            pressY = e.getY();
        });
        setOnMouseDragged(this::hover);
        setOnMouseReleased(e -> {
            double fromX = pressX;
            double fromY = pressY;
            pressX = Double.NaN;
            if (!Double.isNaN(fromX)) {
                brushed(Math.min(fromX, e.getX()), Math.min(fromY, e.getY()), Math.max(fromX, e.getX()), Math.max(fromY, e.getY()), e.isShiftDown() || e.isShortcutDown());
            }
            draw();
        });
    }

    private void hover(MouseEvent e) {
        hoverX = e.getX();
        hoverY = e.getY();
        draw();
    }

    private void reckon() {
        BenchData data = model.dataProperty().get();
        BitSet selected = model.selectedProperty().get();
        origin = model.origin(spec.x());
        withheld = model.withheld(spec.x());
        reckoning.request(asked(data, selected), show -> {
            isReady = true;
            show.run();
            draw();
        });
    }

    /** What is to be reckoned, with what of the session it takes. */
    Supplier<Runnable> asked(BenchData data, BitSet selected) {
        return () -> reckoned(data, selected);
    }

    /** Off the window's thread: reckons what is drawn; what is returned takes it over on the window's thread. */
    abstract Runnable reckoned(BenchData data, BitSet selected);

    /** Another selection; by itself it only draws anew. */
    void selectionChanged() {
        draw();
    }

    /** Reckons anew. */
    final void again() {
        reckon();
    }

    /** Draws. @param hoverX where the pointer is, negative for nowhere */
    abstract void draw(GraphicsContext g, double width, double height, ChartInk ink, double hoverX, double hoverY);

    /** A rectangle was drawn, or where it is tiny, a place was clicked. */
    abstract void brushed(double fromX, double fromY, double toX, double toY, boolean added);

    /** Sentence that tells the chart, for those who do not see it. */
    final void tell(String text) {
        setAccessibleText(text);
    }

    final void draw() {
        if (canvas.getWidth() < 10 || getScene() == null) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setFont(Font.font(lettering.getFont().getFamily(), 11));
        g.setTextAlign(TextAlignment.LEFT);
        g.setLineWidth(1);
        g.setLineDashes();
        ChartInk ink = ChartInk.of(dark.get());
        if (!isReady) {
            g.setFill(ink.muted());
            g.fillText(TEXTS.get("chart.reckoning"), 4, canvas.getHeight() / 2);
            return;
        }
        draw(g, canvas.getWidth(), canvas.getHeight(), ink, hoverX, hoverY);
        if (!Double.isNaN(pressX) && hoverX >= 0) {
            brush(g, pressX, pressY, hoverX, hoverY, canvas.getHeight(), ChartInk.of(dark.get()));
        }
    }

    /** Draws what is being brushed. */
    void brush(GraphicsContext g, double fromX, double fromY, double toX, double toY, double height, ChartInk ink) {
        g.setFill(ink.brush());
        g.fillRect(Math.min(fromX, toX), Math.min(fromY, toY), Math.abs(toX - fromX), Math.abs(toY - fromY));
        g.setStroke(ink.picked());
        g.strokeRect(Math.min(fromX, toX), Math.min(fromY, toY), Math.abs(toX - fromX), Math.abs(toY - fromY));
    }

    /** A bar: filled for what was measured or nobody spoke of, hatched for what was modelled, a dotted frame for what was assumed. */
    final void bar(GraphicsContext g, double x, double y, double width, double height, Color color) {
        g.setFill(color);
        if (origin == Origin.MEASURED || origin == Origin.UNSTATED || height < 1) {
            g.fillRect(x, y, width, height);
            return;
        }
        g.setGlobalAlpha(origin == Origin.MODELLED ? 0.35 : 0.12);
        g.fillRect(x, y, width, height);
        g.setGlobalAlpha(1);
        g.setStroke(color);
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
        if (origin == Origin.MODELLED) {
            for (double d = x - height; d < x + width; d += 5) {
                g.strokeLine(d, y + height, d + height, y);
            }
        } else {
            g.setLineDashes(1.5, 3);
            g.setLineWidth(3);
            g.strokeRect(x, y, width, height);
        }
        g.restore();
    }

    /** What is withheld, in words; empty where nothing is. */
    final String withheldWords() {
        return withheld == 0 ? "" : TEXTS.get("withheldRows", Numbers.whole(withheld), model.session().vault().guard().least());
    }

    static boolean isClick(double fromX, double fromY, double toX, double toY) {
        return toX - fromX < 4 && toY - fromY < 4;
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }
}
