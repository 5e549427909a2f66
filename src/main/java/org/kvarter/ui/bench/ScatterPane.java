package org.kvarter.ui.bench;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.kvarter.analysis.chart.Scatter;
import org.kvarter.scenario.Origin;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/** Features by two values; a rectangle drawn selects those in it, a click the nearest. */
final class ScatterPane extends ChartPane {

    private static final Texts TEXTS = Texts.in(ScatterPane.class);
    private static final double LEFT = 54;
    private static final double FOOT = 18;
    private static final double TOP = 16;
    private static final double DOT = 4;

    private BenchData data = BenchData.NOTHING;
    private Scatter scatter = Scatter.NOTHING;
    private Axis across = new Axis(0, 1, 1);
    private Axis up = new Axis(0, 1, 1);
    private double correlation = Double.NaN;

    ScatterPane(BenchModel model, ChartSpec spec, ObservableBooleanValue dark) {
        super(model, spec, dark);
    }

    @Override
    Runnable reckoned(BenchData now, BitSet selected) {
        if (spec.x() == null || spec.y() == null) {
            return () -> scatter = Scatter.NOTHING;
        }
        Scatter of = Scatter.of(now.rows(), now.values(spec.x()), now.values(spec.y()));
        double r = of.correlation();
        Axis x = axis(of.x());
        Axis y = axis(of.y());
        return () -> {
            data = now;
            scatter = of;
            across = x;
            up = y;
            correlation = r;
            tell(TEXTS.get("scatter.told", data.title(spec.x()), data.title(spec.y()), of.rows().length));
        };
    }

    private static Axis axis(double[] values) {
        return values.length == 0 ? new Axis(0, 1, 1) : Axis.around(Arrays.stream(values).min().getAsDouble(), Arrays.stream(values).max().getAsDouble(), 4);
    }

    private double x(int i, double width) {
        return LEFT + across.share(scatter.x()[i]) * (width - LEFT - 8);
    }

    private double y(int i, double height) {
        return height - FOOT - up.share(scatter.y()[i]) * (height - FOOT - TOP);
    }

    @Override
    void draw(GraphicsContext g, double width, double height, ChartInk ink, double hoverX, double hoverY) {
        if (scatter.rows().length == 0) {
            g.setFill(ink.muted());
            g.fillText(withheld > 0 ? withheldWords() : TEXTS.get("chart.nothing"), 4, height / 2, width - 8);
            return;
        }
        grid(g, width, height, ink);
        BitSet selected = model.selectedProperty().get();
        boolean many = scatter.rows().length > 2_000;
        g.setGlobalAlpha(many ? 0.45 : 0.75);
        g.setFill(ink.mark().interpolate(ink.text(), 0.25));
        g.setStroke(ink.mark().interpolate(ink.text(), 0.25));
        for (int i = 0; i < scatter.rows().length; i++) {
            if (!selected.get(scatter.rows()[i])) {
                dot(g, x(i, width), y(i, height));
            }
        }
        g.setGlobalAlpha(1);
        g.setFill(ink.picked());
        for (int i = 0; i < scatter.rows().length; i++) {
            if (selected.get(scatter.rows()[i])) {
                g.fillOval(x(i, width) - 3.5, y(i, height) - 3.5, 7, 7);
            }
        }
        int near = hoverX < 0 ? -1 : nearest(hoverX, hoverY, width, height);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(near < 0 ? ink.muted() : ink.text());
        g.fillText(near < 0 ? withheld > 0 ? withheldWords() : Double.isNaN(correlation) ? "" : TEXTS.get("scatter.r", Numbers.three(correlation))
                : data.name(scatter.rows()[near]) + "   " + data.read(spec.x(), scatter.x()[near]) + " · " + data.read(spec.y(), scatter.y()[near]), LEFT, 11);
        if (near >= 0) {
            g.setStroke(ink.text());
            g.strokeOval(x(near, width) - 5, y(near, height) - 5, 10, 10);
        }
    }

    /** Full for what was measured, hollow for what was modelled, a cross for what was assumed. */
    private void dot(GraphicsContext g, double x, double y) {
        if (origin == Origin.MODELLED) {
            g.strokeRect(x - DOT / 2, y - DOT / 2, DOT, DOT);
        } else if (origin == Origin.ASSUMED) {
            g.strokeLine(x - DOT / 2, y - DOT / 2, x + DOT / 2, y + DOT / 2);
            g.strokeLine(x - DOT / 2, y + DOT / 2, x + DOT / 2, y - DOT / 2);
        } else {
            g.fillRect(x - DOT / 2, y - DOT / 2, DOT, DOT);
        }
    }

    private void grid(GraphicsContext g, double width, double height, ChartInk ink) {
        g.setStroke(ink.rule());
        g.setFill(ink.muted());
        g.setTextAlign(TextAlignment.RIGHT);
        for (double mark : up.marks()) {
            double y = Math.round(height - FOOT - up.share(mark) * (height - FOOT - TOP)) + 0.5;
            g.strokeLine(LEFT, y, width - 8, y);
            g.fillText(Numbers.three(mark), LEFT - 4, y + 4);
        }
        g.setTextAlign(TextAlignment.CENTER);
        double last = -100;
        for (double mark : across.marks()) {
            double x = Math.round(LEFT + across.share(mark) * (width - LEFT - 8)) + 0.5;
            g.strokeLine(x, TOP, x, height - FOOT);
            if (x - last > 48 && x < width - 16) {
                g.fillText(Numbers.three(mark), x, height - 5);
                last = x;
            }
        }
    }

    private int nearest(double atX, double atY, double width, double height) {
        int best = -1;
        double least = 12 * 12;
        for (int i = 0; i < scatter.rows().length; i++) {
            double dx = x(i, width) - atX;
            double dy = y(i, height) - atY;
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = i;
            }
        }
        return best;
    }

    @Override
    void brushed(double fromX, double fromY, double toX, double toY, boolean added) {
        double width = getWidth();
        double height = getHeight();
        if (isClick(fromX, fromY, toX, toY)) {
            int near = nearest(toX, toY, width, height);
            model.select(near < 0 ? IntStream.empty() : IntStream.of(scatter.rows()[near]), added);
            return;
        }
        model.select(IntStream.range(0, scatter.rows().length).filter(i -> x(i, width) >= fromX && x(i, width) <= toX && y(i, height) >= fromY && y(i, height) <= toY)
                .map(i -> scatter.rows()[i]), added);
    }
}
