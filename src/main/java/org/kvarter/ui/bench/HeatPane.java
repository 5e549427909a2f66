package org.kvarter.ui.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.TextAlignment;
import org.kvarter.analysis.chart.HeatMap;
import org.kvarter.overlay.Ramp;
import org.kvarter.overlay.Ramps;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.SeriesView;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/** Hours of the day over days, of what is selected or else of all that is shown; a click sets the clock. */
final class HeatPane extends ChartPane {

    private static final Texts TEXTS = Texts.in(HeatPane.class);
    private static final double LEFT = 26;
    private static final double FOOT = 16;
    private static final double TOP = 16;

    private HeatMap map = HeatMap.NOTHING;
    private WritableImage picture;
    private String unit = "";
    private String of = "";
    private String why = "";
    private ZoneId zone = ZoneId.of("UTC");

    HeatPane(BenchModel model, ChartSpec spec, ObservableBooleanValue dark) {
        super(model, spec, dark);
    }

    @Override
    Supplier<Runnable> asked(BenchData now, BitSet selected) {
        Optional<Told> told = spec.x() == null ? Optional.empty() : model.told(spec.x().id());
        ZoneId clock = model.session().clock().zoneProperty().get();
        return () -> reckoned(now, selected, told, clock);
    }

    @Override
    Runnable reckoned(BenchData now, BitSet selected) {
        throw new UnsupportedOperationException();
    }

    private Runnable reckoned(BenchData now, BitSet selected, Optional<Told> told, ZoneId clock) {
        SeriesView series = spec.x() == null ? null : now.series().get(spec.x().id());
        if (series == null) {
            return () -> map = HeatMap.NOTHING;
        }
        Heat heat = Heat.of(series, now, selected, clock, told);
        HeatMap made = heat.map();
        WritableImage drawn = picture(made);
        return () -> {
            map = made;
            picture = drawn;
            unit = series.unit();
            zone = clock;
            why = heat.withheld();
            of = TEXTS.get(heat.ofSelected() ? "heat.selected" : "heat.all", Numbers.whole(heat.places()));
            tell(TEXTS.get("heat.told", series.title(), of, Numbers.with(Numbers.three(made.most()), unit)));
        };
    }

    /**
     * A heat map and what it is of.
     *
     * @param map        the values
     * @param places     how many places are summed, or averaged where sums mean nothing
     * @param ofSelected whether they are the selected ones
     * @param withheld   why nothing is told; empty where it is
     */
    record Heat(HeatMap map, int places, boolean ofSelected, String withheld) {

        static Heat of(SeriesView series, BenchData now, BitSet selected, ZoneId zone, Optional<Told> told) {
            int[] picked = now.places(series.id(), selected.stream().toArray());
            int[] places = picked.length > 0 ? picked : now.places(series.id(), now.rows());
            double[] sums;
            if (told.isPresent()) {
                ScenarioEngine.Hours hours = told.get().of(series.id(), now, picked.length > 0 ? selected.stream().toArray() : now.rows());
                if (hours.values().length == 0) {
                    return new Heat(HeatMap.NOTHING, places.length, picked.length > 0, hours.withheld());
                }
                sums = hours.values();
            } else {
                sums = SeriesValues.sumOfPlaces(series, places);
            }
            if (!BenchData.sums(series) && places.length > 0) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] /= places.length;
                }
            }
            boolean adds = SeriesValues.Aggregation.usual(series.unit()) == SeriesValues.Aggregation.SUM;
            return new Heat(HeatMap.of(series.axis(), sums, adds, zone), places.length, picked.length > 0, "");
        }
    }

    private static WritableImage picture(HeatMap map) {
        if (map.days() == 0) {
            return null;
        }
        Ramp ramp = map.least() < 0 ? Ramps.DIVERGING : Ramps.ENERGY;
        double most = Math.max(Math.abs(map.least()), Math.abs(map.most()));
        double low = map.least() < 0 ? -most : map.least();
        double span = Math.max(1e-12, (map.least() < 0 ? most : map.most()) - low);
        int[] argb = new int[map.days() * 24];
        for (int day = 0; day < map.days(); day++) {
            for (int hour = 0; hour < 24; hour++) {
                double v = map.value(day, hour);
                argb[(23 - hour) * map.days() + day] = Double.isNaN(v) ? 0 : ramp.at((v - low) / span);
            }
        }
        WritableImage image = new WritableImage(map.days(), 24);
        image.getPixelWriter().setPixels(0, 0, map.days(), 24, PixelFormat.getIntArgbInstance(), argb, 0, map.days());
        return image;
    }

    @Override
    void selectionChanged() {
        again();
    }

    @Override
    void draw(GraphicsContext g, double width, double height, ChartInk ink, double hoverX, double hoverY) {
        if (map.days() == 0 || picture == null) {
            g.setFill(ink.muted());
            g.fillText(why.isEmpty() ? TEXTS.get("heat.nothing") : why, 4, height / 2, width - 8);
            return;
        }
        double w = width - LEFT - 4;
        double h = height - TOP - FOOT;
        g.setImageSmoothing(false);
        g.drawImage(picture, LEFT, TOP, w, h);
        g.setFill(ink.muted());
        g.setTextAlign(TextAlignment.RIGHT);
        for (int hour = 0; hour <= 24; hour += 6) {
            g.fillText(Integer.toString(hour), LEFT - 4, TOP + (24 - hour) / 24.0 * h + 4);
        }
        months(g, w, height, ink);
        int day = (int) ((hoverX - LEFT) / w * map.days());
        int hour = 23 - (int) ((hoverY - TOP) / h * 24);
        boolean over = hoverX >= LEFT && hoverY >= TOP && day < map.days() && hour >= 0 && hour < 24;
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(over ? ink.text() : ink.muted());
        g.fillText(over ? TEXTS.get("heat.cell", DateTimeFormatter.ofPattern(TEXTS.get("heat.day"), locale()).format(map.day(day)), hour, hour + 1,
                Numbers.with(Numbers.three(map.value(day, hour)), unit)) : of + "   " + TEXTS.get("heat.range", Numbers.three(map.least()), Numbers.with(Numbers.three(map.most()), unit)), LEFT, 11);
        java.time.ZonedDateTime now = model.session().clock().time().atZone(zone);
        long nowDay = java.time.temporal.ChronoUnit.DAYS.between(map.first(), now.toLocalDate());
        if (nowDay >= 0 && nowDay < map.days()) {
            g.setStroke(ink.text());
            g.strokeRect(LEFT + nowDay * w / map.days() - 1.5, TOP + (23 - now.getHour()) / 24.0 * h - 1.5, Math.max(1, w / map.days()) + 3, h / 24 + 3);
        }
    }

    private void months(GraphicsContext g, double w, double height, ChartInk ink) {
        g.setTextAlign(TextAlignment.LEFT);
        DateTimeFormatter format = DateTimeFormatter.ofPattern(map.days() > 62 ? "MMM" : "d MMM", locale());
        double last = -100;
        for (int day = 0; day < map.days(); day++) {
            LocalDate date = map.day(day);
            double x = LEFT + day * w / map.days();
            if ((map.days() > 62 ? date.getDayOfMonth() == 1 : true) && x - last > 34 && x < LEFT + w - 20) {
                g.fillText(format.format(date), x, height - 4);
                last = x;
            }
        }
    }

    private static Locale locale() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }

    @Override
    void brush(GraphicsContext g, double fromX, double fromY, double toX, double toY, double height, ChartInk ink) {
        // a place is clicked, nothing is brushed
    }

    @Override
    void brushed(double fromX, double fromY, double toX, double toY, boolean added) {
        double w = getWidth() - LEFT - 4;
        double h = getHeight() - TOP - FOOT;
        int day = (int) ((toX - LEFT) / w * map.days());
        int hour = 23 - (int) ((toY - TOP) / h * 24);
        if (day >= 0 && day < map.days() && hour >= 0 && hour < 24) {
            model.session().clock().setWithinRange(map.day(day).atTime(hour, 0).atZone(zone).toInstant());
        }
    }
}
