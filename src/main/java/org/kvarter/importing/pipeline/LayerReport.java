package org.kvarter.importing.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.LayerKind;

/**
 * What became of one layer of a file.
 *
 * @param layerId     id of the layer
 * @param title       what people call it
 * @param kind        what it shows
 * @param file        where it was read from
 * @param features    features read
 * @param withoutForm features of which nothing can be shown; attributes only
 * @param parts       parts meshed
 * @param triangles   triangles meshed
 * @param leftOut     surfaces or geometries left out because they are damaged
 * @param repaired    surfaces or solids put right
 * @param diagnostics what and why, bounded
 */
public record LayerReport(String layerId, String title, LayerKind kind, Path file, int features, int withoutForm, int parts,
                          long triangles, long leftOut, long repaired, List<Diagnostic> diagnostics) {

    public LayerReport {
        diagnostics = List.copyOf(diagnostics);
    }
}
