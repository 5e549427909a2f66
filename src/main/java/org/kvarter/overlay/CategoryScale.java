package org.kvarter.overlay;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.text.Texts;

/** One colour per text; values are indices of categories. Beyond {@link #LIMIT} the rest shares one grey. */
final class CategoryScale implements ColorScale {

    /** Colours a person can still tell apart. */
    static final int LIMIT = 12;

    private static final int OTHER = 0xFF9AA0A6;
    private static final Texts TEXTS = Texts.in(CategoryScale.class);

    private final int[] colours;
    private final Legend legend;

    CategoryScale(Ramp ramp, List<String> categories, double[] values, String title) {
        int[] counts = new int[categories.size()];
        int noData = 0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                noData++;
            } else {
                counts[(int) value]++;
            }
        }
        int limit = ramp.kind() == Ramp.Kind.CATEGORICAL ? Math.min(LIMIT, ramp.stops().length) : LIMIT;
        int shown = categories.size() <= limit ? categories.size() : limit;
        int[] shades = ramp.classes(Math.max(1, shown));
        colours = new int[categories.size()];
        List<Legend.Entry> entries = new ArrayList<>();
        int others = 0;
        for (int i = 0; i < colours.length; i++) {
            colours[i] = i < shown ? shades[i] : OTHER;
            if (i < shown) {
                entries.add(new Legend.Entry(colours[i], categories.get(i), counts[i]));
            } else {
                others += counts[i];
            }
        }
        if (shown < categories.size()) {
            entries.add(new Legend.Entry(OTHER, TEXTS.get("legend.others", categories.size() - shown), others));
        }
        legend = new Legend(title, "", false, entries, noData);
    }

    @Override
    public int argb(double value) {
        return Double.isNaN(value) ? NO_DATA : colours[(int) value];
    }

    @Override
    public Legend legend() {
        return legend;
    }
}
