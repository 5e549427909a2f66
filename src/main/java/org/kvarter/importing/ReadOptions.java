package org.kvarter.importing;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person asks of a source before it is read.
 *
 * @param lod      level of detail to take ({@code 2.2}); empty for the highest of each feature
 * @param bbox     only features whose box meets this one: min east, min north, max east, max north in source coordinates
 * @param settings further choices of a format by name ({@code layers} to take, {@code heightAttribute}, {@code storeysAttribute}, {@code kind},
 *                 {@code encoding} …), kept in the project as they are
 */
public record ReadOptions(Optional<String> lod, Optional<double[]> bbox, Map<String, String> settings) {

    /** Everything at its best. */
    public static final ReadOptions DEFAULT = new ReadOptions(Optional.empty(), Optional.empty(), Map.of());

    public ReadOptions {
        Objects.requireNonNull(lod, "lod");
        Objects.requireNonNull(bbox, "bbox");
        settings = Map.copyOf(settings);
    }

    /** The choice of that name. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** Whether a layer of the source is wanted: the setting {@code layers} names those that are, with commas between. */
    public boolean wantsLayer(String name) {
        Optional<String> wanted = setting("layers").filter(l -> !l.isBlank());
        return wanted.isEmpty() || Arrays.stream(wanted.get().split(",")).anyMatch(l -> l.strip().equalsIgnoreCase(name));
    }

    /** Whether a box in source coordinates is wanted. */
    public boolean accepts(double minEast, double minNorth, double maxEast, double maxNorth) {
        return bbox.map(b -> minEast <= b[2] && maxEast >= b[0] && minNorth <= b[3] && maxNorth >= b[1]).orElse(true);
    }
}
