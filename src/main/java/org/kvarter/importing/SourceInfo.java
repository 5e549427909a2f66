package org.kvarter.importing;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.LayerKind;

/**
 * What is in a source, without keeping any of it.
 *
 * @param file        the file or folder, as the person named it
 * @param format      the format's standard name
 * @param version     version of the format, empty where it has none
 * @param crs         coordinate reference system as the source spells it, empty where it states none
 * @param counts      number of features by type
 * @param lods        levels of detail present
 * @param extent      min east, min north, min height, max east, max north, max height in source coordinates; empty array where
 *                    nothing has a place; heights are NaN for flat sources
 * @param attributes  of all layers together, in order of first appearance
 * @param layers      one per layer, in the order of the source
 * @param diagnostics what a person should know
 */
public record SourceInfo(String file, String format, String version, Optional<String> crs, SortedMap<String, Integer> counts,
                         List<String> lods, double[] extent, List<Attribute> attributes, List<LayerInfo> layers,
                         List<Diagnostic> diagnostics) {

    /** What the values of an attribute are. */
    public enum ValueType {
        NUMBER, INTEGER, BOOLEAN, TEXT
    }

    /**
     * An attribute of features.
     *
     * @param name as the source spells it
     * @param type of its values; text where layers differ
     * @param unit as people write it, or empty
     */
    public record Attribute(String name, ValueType type, String unit) {
    }

    /**
     * A layer in short.
     *
     * @param layer    name within the source
     * @param title    what people call it
     * @param kind     what it shows
     * @param features number of features; 0 for rasters
     * @param polygons number of surfaces; 0 for flat layers and rasters
     * @param columns  cells from west to east; 0 for anything but rasters
     * @param rows     cells from north to south; 0 for anything but rasters
     */
    public record LayerInfo(String layer, String title, LayerKind kind, int features, int polygons, int columns, int rows) {
    }

    public SourceInfo {
        lods = List.copyOf(lods);
        attributes = List.copyOf(attributes);
        layers = List.copyOf(layers);
        diagnostics = List.copyOf(diagnostics);
    }
}
