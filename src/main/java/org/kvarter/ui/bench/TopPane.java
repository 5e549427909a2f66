package org.kvarter.ui.bench;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.kvarter.analysis.chart.Ranking;
import org.kvarter.scenario.Origin;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/** The features with the largest values, as many as there is room for, with their names; a click selects, a drag several. */
final class TopPane extends ChartPane {

    private static final Texts TEXTS = Texts.in(TopPane.class);
    private static final double LINE = 20;

    private BenchData data = BenchData.NOTHING;
    private double[] values = new double[0];
    private int[] rows = new int[0];

    TopPane(BenchModel model, ChartSpec spec, ObservableBooleanValue dark) {
        super(model, spec, dark);
    }

    @Override
    Runnable reckoned(BenchData now, BitSet selected) {
        if (spec.x() == null) {
            return () -> rows = new int[0];
        }
        double[] all = now.values(spec.x());
        int[] top = Arrays.stream(Ranking.byNumber(now.rows(), all, true)).filter(r -> Double.isFinite(all[r])).limit(50).toArray();
        return () -> {
            data = now;
            values = all;
            rows = top;
            tell(top.length == 0 ? TEXTS.get("chart.nothing") : TEXTS.get("top.told", data.title(spec.x()), data.name(top[0]), data.read(spec.x(), all[top[0]])));
        };
    }

    @Override
    void draw(GraphicsContext g, double width, double height, ChartInk ink, double hoverX, double hoverY) {
        if (rows.length == 0) {
            g.setFill(ink.muted());
            g.fillText(withheld > 0 ? withheldWords() : TEXTS.get("chart.nothing"), 4, height / 2, width - 8);
            return;
        }
        BitSet selected = model.selectedProperty().get();
        int lines = lines(height);
        if (withheld > 0) {
            g.setFill(ink.muted());
            g.fillText(withheldWords(), 4, height - 4, width - 8);
        }
        double most = Math.max(1e-12, Math.abs(values[rows[0]]));
        int hovered = hoverX < 0 ? -1 : (int) (hoverY / LINE);
        for (int i = 0; i < lines; i++) {
            double y = i * LINE;
            boolean isPicked = selected.get(rows[i]);
            if (i == hovered) {
                g.setFill(ink.brush());
                g.fillRect(0, y, width, LINE);
            }
            g.setStroke(isPicked ? ink.picked() : ink.mark());
            g.setLineWidth(2.5);
            g.setLineDashes(origin == Origin.MODELLED ? new double[] {7, 4} : origin == Origin.ASSUMED ? new double[] {1.5, 4} : new double[0]);
            g.strokeLine(5, y + LINE - 3, 5 + Math.max(1, Math.abs(values[rows[i]]) / most * (width - 10)), y + LINE - 3);
            g.setFill(isPicked ? ink.picked() : ink.text());
            String figure = Numbers.three(values[rows[i]]);
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(i == 0 ? Numbers.with(figure, data.unit(spec.x())) : figure, width - 4, y + 12);
            g.setTextAlign(TextAlignment.LEFT);
            String name = data.name(rows[i]);
            g.fillText(name.length() > 30 ? name.substring(0, 29) + "…" : name, 4, y + 12, width - 90);
        }
    }

    @Override
    void brush(GraphicsContext g, double fromX, double fromY, double toX, double toY, double height, ChartInk ink) {
        g.setFill(ink.brush());
        g.fillRect(0, Math.min(fromY, toY), getWidth(), Math.abs(toY - fromY));
    }

    @Override
    void brushed(double fromX, double fromY, double toX, double toY, boolean added) {
        int lines = lines(getHeight());
        int first = (int) Math.max(0, fromY / LINE);
        int last = (int) Math.min(lines - 1, toY / LINE);
        model.select(IntStream.rangeClosed(first, last).map(i -> rows[i]), added);
    }

    /** How many there is room for, above the line that says what is withheld. */
    private int lines(double height) {
        return Math.min(rows.length, (int) ((height - (withheld > 0 ? LINE - 4 : 0)) / LINE));
    }
}
