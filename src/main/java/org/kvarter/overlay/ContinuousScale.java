package org.kvarter.overlay;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.text.Figures;

/** Colours that flow with the value between two ends; values beyond take the end's colour. */
final class ContinuousScale implements ColorScale {

    private static final int STEPS = 1024;

    private final double minimum;
    private final double maximum;
    private final int[] table = new int[STEPS + 1];
    private final Legend legend;

    ContinuousScale(Ramp ramp, double minimum, double maximum, String title, String unit, int noData) {
        this.minimum = minimum;
        this.maximum = maximum;
        for (int i = 0; i <= STEPS; i++) {
            table[i] = ramp.at((double) i / STEPS);
        }
        LegendUnit said = LegendUnit.of(unit, Math.max(Math.abs(minimum), Math.abs(maximum)));
        List<Legend.Entry> entries = new ArrayList<>();
        int stops = ramp.stops().length;
        for (int i = 0; i < stops; i++) {
            double share = (double) i / (stops - 1);
            entries.add(new Legend.Entry(ramp.at(share), Figures.of((minimum + share * (maximum - minimum)) * said.factor()), -1));
        }
        legend = new Legend(title, said.unit(), true, entries, noData);
    }

    @Override
    public int argb(double value) {
        if (Double.isNaN(value)) {
            return NO_DATA;
        }
        double share = maximum > minimum ? (value - minimum) / (maximum - minimum) : 0.5;
        return table[(int) Math.round(Math.max(0, Math.min(1, share)) * STEPS)];
    }

    @Override
    public Legend legend() {
        return legend;
    }
}
