package org.kvarter.scene.label;

import java.util.List;

/**
 * A measured line through places.
 *
 * @param places      each east, north, up in local metres
 * @param annotations one short text per stretch between two places, empty for none; in the display language
 */
public record MeasureLine(List<double[]> places, List<String> annotations) {

    /** Nothing measured. */
    public static final MeasureLine NONE = new MeasureLine(List.of(), List.of());

    public MeasureLine {
        places = List.copyOf(places);
        annotations = List.copyOf(annotations);
    }
}
