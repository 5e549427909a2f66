package org.kvarter.ui.bench;

import java.util.Arrays;
import java.util.BitSet;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.kvarter.analysis.chart.Histogram;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/** How many features have which value; a drag over bars selects their features, those selected are a bar of their own colour within. */
final class HistogramPane extends ChartPane {

    private static final Texts TEXTS = Texts.in(HistogramPane.class);
    static final int BINS = 24;
    private static final double FOOT = 16;
    private static final double TOP = 16;

    private BenchData data = BenchData.NOTHING;
    private double[] values = new double[0];
    private Histogram histogram = Histogram.NOTHING;
    private int[] picked = new int[0];
    private int missing;

    HistogramPane(BenchModel model, ChartSpec spec, ObservableBooleanValue dark) {
        super(model, spec, dark);
    }

    @Override
    Runnable reckoned(BenchData now, BitSet selected) {
        if (spec.x() == null) {
            return () -> histogram = Histogram.NOTHING;
        }
        double[] all = now.values(spec.x());
        double[] shown = Arrays.stream(now.rows()).mapToDouble(r -> all[r]).toArray();
        Histogram of = Histogram.of(shown, BINS);
        return () -> {
            data = now;
            values = all;
            histogram = of;
            missing = (int) Arrays.stream(shown).filter(v -> !Double.isFinite(v)).count();
            picked = of.of(values, model.selectedProperty().get());
            tell(TEXTS.get("histogram.told", data.title(spec.x()), data.read(spec.x(), of.low()), data.read(spec.x(), of.high()), shown.length - missing));
        };
    }

    @Override
    void selectionChanged() {
        picked = histogram.of(values, model.selectedProperty().get());
        draw();
    }

    @Override
    void draw(GraphicsContext g, double width, double height, ChartInk ink, double hoverX, double hoverY) {
        int bins = histogram.counts().length;
        double foot = height - FOOT;
        if (bins == 0) {
            g.setFill(ink.muted());
            g.fillText(withheld > 0 ? withheldWords() : TEXTS.get("chart.nothing"), 4, height / 2, width - 8);
            return;
        }
        double bar = (width - 8) / bins;
        double per = (foot - TOP) / Math.max(1, histogram.most());
        int hovered = hoverX < 0 ? -1 : (int) Math.max(0, Math.min(bins - 1, (hoverX - 4) / bar));
        for (int b = 0; b < bins; b++) {
            double x = 4 + b * bar;
            double h = histogram.counts()[b] * per;
            bar(g, x + 0.5, foot - h, Math.max(1, bar - 1), h, b == hovered ? ink.mark().interpolate(ink.text(), 0.3) : ink.mark());
            double p = b < picked.length ? Math.min(picked[b], histogram.counts()[b]) * per : 0;
            g.setFill(ink.picked());
            g.fillRect(x + 0.5, foot - p, Math.max(1, bar - 1), p);
        }
        g.setStroke(ink.rule());
        g.strokeLine(4, foot + 0.5, width - 4, foot + 0.5);
        g.setFill(ink.muted());
        g.fillText(Numbers.three(histogram.low()), 4, height - 4);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Numbers.with(Numbers.three(histogram.high()), data.unit(spec.x())), width - 4, height - 4);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(hovered < 0 ? ink.muted() : ink.text());
        g.fillText(hovered < 0 ? withheld > 0 ? withheldWords() : missing == 0 ? "" : TEXTS.get("chart.missing", Numbers.whole(missing))
                : TEXTS.get("histogram.bin", Numbers.three(histogram.low() + hovered * histogram.width()),
                Numbers.with(Numbers.three(histogram.low() + (hovered + 1) * histogram.width()), data.unit(spec.x())), Numbers.whole(histogram.counts()[hovered])), 4, 11);
    }

    @Override
    void brush(GraphicsContext g, double fromX, double fromY, double toX, double toY, double height, ChartInk ink) {
        g.setFill(ink.brush());
        g.fillRect(Math.min(fromX, toX), TOP, Math.abs(toX - fromX), height - FOOT - TOP);
    }

    @Override
    void brushed(double fromX, double fromY, double toX, double toY, boolean added) {
        int bins = histogram.counts().length;
        if (bins == 0) {
            return;
        }
        double bar = (getWidth() - 8) / bins;
        int first = (int) Math.max(0, Math.min(bins - 1, (fromX - 4) / bar));
        int last = (int) Math.max(0, Math.min(bins - 1, (toX - 4) / bar));
        model.select(Arrays.stream(data.rows()).filter(r -> {
            int bin = histogram.binOf(values[r]);
            return bin >= first && bin <= last;
        }), added);
    }
}
