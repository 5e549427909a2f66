package org.kvarter.exporting;

import java.util.List;

/**
 * What was written.
 *
 * @param features  features with a form or a geometry
 * @param triangles triangles, 0 for formats without
 * @param leftOut   titles of layers that the format cannot hold
 */
public record ExportReport(int features, long triangles, List<String> leftOut) {

    public ExportReport {
        leftOut = List.copyOf(leftOut);
    }
}
