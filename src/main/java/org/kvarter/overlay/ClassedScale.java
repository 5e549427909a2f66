package org.kvarter.overlay;

import java.util.ArrayList;
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
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < colours.length; i++) {
            entries.add(new Legend.Entry(colours[i], label(i), counts[i]));
        }
        legend = new Legend(title, unit, false, entries, noData);
    }

    private String label(int i) {
        if (breaks.length == 0) {
            return "";
        }
        if (i == 0) {
            return "< " + Figures.of(breaks[0]);
        }
        return i == breaks.length ? "≥ " + Figures.of(breaks[i - 1]) : Figures.of(breaks[i - 1]) + " – " + Figures.of(breaks[i]);
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
