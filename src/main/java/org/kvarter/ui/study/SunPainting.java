package org.kvarter.ui.study;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kvarter.model.ImageLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.overlay.ColorScale;
import org.kvarter.overlay.ColorScales;
import org.kvarter.overlay.FeatureValues;
import org.kvarter.overlay.Legend;
import org.kvarter.overlay.Ramps;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.study.sun.GroundHours;
import org.kvarter.study.sun.PartHours;
import org.kvarter.study.sun.SunHours;
import org.kvarter.study.sun.SunRule;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.overlays.Painted;
import org.kvarter.ui.overlays.Surfaces;

/** Hours of sun as colours of façades, roofs and ground. Stateless; for a worker. */
final class SunPainting {

    /** What is told by colour. */
    enum Tell {
        HOURS, RULE
    }

    private static final Texts TEXTS = Texts.in(SunPainting.class);
    /** Orange and blue of Okabe and Ito: apart for every eye. */
    private static final int MEETS = 0xFFE69F00;
    private static final int MISSES = 0xFF4A7FA7;
    private static final double[] LIMITS = {1, 2, 4, 6, 8, 10, 12, 15};

    private SunPainting() {
    }

    static Painted of(SunHours hours, Tell tell) {
        SunRule rule = hours.rule();
        ColorScale scale = scale(hours);
        Map<String, int[]> parts = new HashMap<>();
        hours.parts().forEach((id, p) -> parts.put(id, colours(p, tell, scale)));
        GroundHours g = hours.ground();
        int[] argb = new int[g.hours().length];
        for (int i = 0; i < argb.length; i++) {
            float h = g.hours()[i];
            argb[i] = Float.isNaN(h) ? 0 : tell == Tell.HOURS ? scale.argb(h) : h >= rule.hours() - 1e-4 ? MEETS : MISSES;
        }
        ImageLayer ground = argb.length == 0 ? null : new ImageLayer("sun-hours", "", new SourceRef("", "", "", "", ""), g.west(), g.north(),
                g.cell(), g.columns(), g.rows(), argb, List.of());
        return new Painted("", new int[0], Optional.of(legend(hours, tell, scale)), new Surfaces(parts, ground));
    }

    private static int[] colours(PartHours parts, Tell tell, ColorScale scale) {
        int[] argb = new int[parts.size()];
        for (int p = 0; p < argb.length; p++) {
            if (!Float.isNaN(parts.hours()[p])) {
                argb[p] = tell == Tell.HOURS ? scale.argb(parts.hours()[p]) : parts.meeting()[p] >= 0.5 ? MEETS : MISSES;
            }
        }
        return argb;
    }

    /** Whole hours as far as the day goes, with the hours of the rule as a limit among them. */
    static double[] limits(SunHours hours) {
        double wanted = hours.rule().hours();
        List<Double> limits = new ArrayList<>();
        Arrays.stream(LIMITS).filter(l -> l < hours.possible() - 0.75 && Math.abs(l - wanted) >= 0.75).forEach(limits::add);
        if (wanted > 0 && wanted < hours.possible()) {
            limits.add(wanted);
        }
        return limits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static ColorScale scale(SunHours hours) {
        List<Double> limits = Arrays.stream(limits(hours)).boxed().toList();
        // Little sun dark, much sun bright, as light is.
        return ColorScales.of(new ScaleSpec(ScaleSpec.Method.MANUAL, Ramps.CIVIDIS.id(), false, Math.max(2, limits.size() + 1), Double.NaN, Double.NaN, limits),
                new FeatureValues(new double[0], List.of()), "", "h");
    }

    private static Legend legend(SunHours hours, Tell tell, ColorScale scale) {
        SunRule rule = hours.rule();
        String title = TEXTS.get("sun.legend", day(rule), times(rule));
        if (tell == Tell.HOURS) {
            return new Legend(title, TEXTS.get("sun.legend.unit"), false,
                    scale.legend().entries().stream().map(e -> new Legend.Entry(e.argb(), e.label(), -1)).toList(), 0);
        }
        String wanted = Numbers.with(Numbers.three(rule.hours()), "h");
        return new Legend(rule.text().isBlank() ? title : rule.text(), rule.text().isBlank() ? "" : title, false,
                List.of(new Legend.Entry(MISSES, TEXTS.get("sun.legend.misses", wanted), -1), new Legend.Entry(MEETS, TEXTS.get("sun.legend.meets", wanted), -1)), 0);
    }

    static String day(SunRule rule) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.getDefault(Locale.Category.DISPLAY)).format(rule.day());
    }

    static String times(SunRule rule) {
        return rule.fromMinute() == 0 && rule.toMinute() == 24 * 60 ? TEXTS.get("sun.allDay")
                : rule.from() + "–" + (rule.toMinute() == 24 * 60 ? "24:00" : rule.to());
    }
}
