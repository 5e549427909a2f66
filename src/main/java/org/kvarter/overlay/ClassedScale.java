package org.kvarter.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvarter.text.Figures;

/** One colour per class of values; a value on a limit belongs to the class above. */
final class ClassedScale implements ColorScale {

    private final double[] breaks;
    private final int[] colours;
    private final Legend legend;

    ClassedScale(Ramp ramp, double[] breaks, double[] values, String title, String unit) {
        this.breaks = breaks.clone();
        this.colours = ramp.classes(breaks.length + 1);
        int[] counts = new int[colours.length];
        int noData = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                noData++;
            } else {
                counts[classOf(value)]++;
            }
        }
        LegendUnit said = LegendUnit.of(unit, Arrays.stream(breaks).map(Math::abs).max().orElse(0));
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < colours.length; i++) {
            entries.add(new Legend.Entry(colours[i], label(i, said.factor()), counts[i]));
        }
        legend = new Legend(title, said.unit(), false, entries, noData);
    }

    private String label(int i, double factor) {
        if (breaks.length == 0) {
            return "";
        }
        String from = i == 0 ? "" : Figures.of(breaks[i - 1] * factor);
        String to = i == breaks.length ? "" : Figures.of(breaks[i] * factor);
        if (i == 0) {
            return "< " + to;
        }
        return i == breaks.length ? "≥ " + from : from + " – " + to;
    }

    private int classOf(double value) {
        int i = 0;
        while (i < breaks.length && value >= breaks[i]) {
            i++;
        }
        return i;
    }

    @Override
    public int argb(double value) {
        return Double.isNaN(value) ? NO_DATA : colours[classOf(value)];
    }

    @Override
    public Legend legend() {
        return legend;
    }
}
