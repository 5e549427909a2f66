package org.kvarter.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.scenario.Origin;
import org.kvarter.series.TimeWindow;
import org.kvarter.ui.kit.Numbers;

/** Draws one trace over a span of time: one column of pixels at a time, from its lowest to its highest value. */
final class TraceCanvas extends Canvas {

    private static final double TOP = 20;
    private static final double FOOT = 16;

    /** Colours of a theme. */
    record Ink(Color line, Color fill, Color text, Color muted, Color rule) {

        static Ink of(boolean dark) {
            return dark
                    ? new Ink(Color.web("#5cc0b9"), Color.web("#5cc0b9", 0.18), Color.web("#e2e3e5"), Color.web("#a2a6ad"), Color.web("#30343a"))
                    : new Ink(Color.web("#0b7a75"), Color.web("#0b7a75", 0.12), Color.web("#24262a"), Color.web("#5d6066"), Color.web("#e4e0d9"));
        }
    }

    void draw(Trace trace, TimeWindow window, List<TimelineModel.Tick> ticks, Instant now, double hoverX, Ink ink, String font) {
        GraphicsContext g = getGraphicsContext2D();
        double width = getWidth();
        double height = getHeight();
        g.clearRect(0, 0, width, height);
        double foot = height - FOOT;
        double low = trace.minimum();
        double high = Math.max(trace.maximum(), low + 1e-9);
        g.setFont(Font.font(font, 11));
        g.setStroke(ink.rule());
        g.setLineWidth(1);
        g.setFill(ink.muted());
        double lastLabel = -100;
        for (TimelineModel.Tick tick : ticks) {
            double x = Math.round(tick.share() * width) + 0.5;
            g.strokeLine(x, TOP, x, foot);
            if (x - lastLabel > 64 && x < width - 40) {
                g.setTextAlign(TextAlignment.LEFT);
                g.fillText(tick.label(), x + 3, height - 4);
                lastLabel = x;
            }
        }
        g.strokeLine(0, foot + 0.5, width, foot + 0.5);
        line(g, trace, window, width, foot, low, high, ink);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(ink.muted());
        g.fillText(Numbers.with(Numbers.three(high), trace.unit()), width - 4, TOP - 7);
        double nowX = Math.round(TimelineModel.share(now, window.start(), window.end()) * width) + 0.5;
        g.setStroke(ink.text());
        g.strokeLine(nowX, TOP - 4, nowX, foot);
        Instant at = hoverX >= 0 ? instant(hoverX, window, width) : now;
        if (hoverX >= 0) {
            g.setStroke(ink.muted());
            g.strokeLine(Math.round(hoverX) + 0.5, TOP, Math.round(hoverX) + 0.5, foot);
        }
        int i = trace.axis().indexOf(at);
        double value = i >= 0 && i < trace.values().length ? trace.values()[i] : Double.NaN;
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(ink.text());
        String word = DataOrigins.word(trace.origin(i, i));
        g.fillText(trace.title() + "   " + Numbers.with(Numbers.three(value), trace.unit()) + (word.isEmpty() ? "" : "   · " + word), 4, TOP - 7);
    }

    static Instant instant(double x, TimeWindow window, double width) {
        long whole = Duration.between(window.start(), window.end()).toMillis();
        return window.start().plusMillis((long) (x / width * whole));
    }

    /** What was measured is drawn through, what was modelled dashed, what was assumed dotted. */
    private static double[] dashes(Origin origin) {
        return switch (origin) {
            case MODELLED -> new double[] {7, 4};
            case ASSUMED -> new double[] {1.5, 4};
            default -> new double[0];
        };
    }

    private static void line(GraphicsContext g, Trace trace, TimeWindow window, double width, double foot, double low, double high, Ink ink) {
        double perValue = (foot - TOP) / (high - low);
        double zero = foot + low * perValue;
        g.setStroke(ink.line());
        g.setLineWidth(1.5);
        Origin drawn = trace.origin();
        g.setLineDashes(dashes(drawn));
        g.beginPath();
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        int n = trace.values().length;
        for (int px = 0; px < (int) width; px++) {
            int from = Math.max(0, trace.axis().indexOf(instant(px, window, width)));
            int to = Math.min(n - 1, Math.max(from, trace.axis().indexOf(instant(px + 1, window, width)) - 1));
            double least = Double.NaN;
            double most = Double.NaN;
            double sum = 0;
            int count = 0;
            for (int i = from; i <= to && i < n; i++) {
                double v = trace.values()[i];
                if (v == v) {
                    least = count == 0 ? v : Math.min(least, v);
                    most = count == 0 ? v : Math.max(most, v);
                    sum += v;
                    count++;
                }
            }
            if (count == 0 || instant(px, window, width).isBefore(trace.axis().start()) || from >= n) {
                lastX = Double.NaN;
                continue;
            }
            double y = zero - sum / count * perValue;
            g.setFill(ink.fill());
            if (count > 1) {
                g.fillRect(px, zero - most * perValue, 1, Math.max(1, (most - least) * perValue));
            } else {
                g.fillRect(px, Math.min(y, zero), 1, Math.abs(zero - y));
            }
            Origin here = trace.origin(from, to);
            if (here != drawn) {
                g.stroke();
                drawn = here;
                g.setLineDashes(dashes(drawn));
                g.beginPath();
                if (!Double.isNaN(lastX)) {
                    g.moveTo(lastX, lastY);
                }
            }
            if (Double.isNaN(lastX)) {
                g.moveTo(px + 0.5, y);
            } else {
                g.lineTo(px + 0.5, y);
            }
            lastX = px + 0.5;
            lastY = y;
        }
        g.stroke();
        g.setLineDashes();
    }
}
