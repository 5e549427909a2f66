package org.kvarter.ui.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Places that are measured. Immutable.
 *
 * @param mode     what of them is measured
 * @param places   each east, north, up in local metres; of a {@link MeasureMode#HEIGHT} the ground first, the place over it, then a second one
 * @param finished whether the next place begins another one
 */
public record Measurement(MeasureMode mode, List<double[]> places, boolean finished) {

    public Measurement {
        places = List.copyOf(places);
    }

    /** Nothing yet. */
    public static Measurement none(MeasureMode mode) {
        return new Measurement(mode, List.of(), false);
    }

    /** Whether places are set and more are to come. */
    public boolean isUnderWay() {
        return !places.isEmpty() && !finished;
    }

    /**
     * With one more place; another measurement of that place where this one is finished.
     *
     * @param ground local height of the ground under the place, for heights
     */
    public Measurement then(double[] place, double ground) {
        List<double[]> more = new ArrayList<>(finished ? List.of() : places);
        if (mode == MeasureMode.HEIGHT && more.isEmpty()) {
            more.add(new double[] {place[0], place[1], ground});
        }
        more.add(place);
        return new Measurement(mode, more, more.size() == mode.most());
    }

    /** As it is, and whole: nothing where there are too few places. */
    public Measurement finish() {
        return places.size() < mode.least() ? none(mode) : new Measurement(mode, places, true);
    }

    /** Without its last place. */
    public Measurement back() {
        int less = mode == MeasureMode.HEIGHT && places.size() == 2 ? 0 : Math.max(0, places.size() - 1);
        return new Measurement(mode, places.subList(0, less), false);
    }

    /** Whether there are places enough to tell something. */
    boolean isTelling() {
        return places.size() >= mode.least();
    }
}
