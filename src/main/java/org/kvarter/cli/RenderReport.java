package org.kvarter.cli;

import java.nio.file.Path;
import java.util.List;
import org.kvarter.model.Diagnostic;
import org.kvarter.overlay.Legend;

/**
 * What was drawn.
 *
 * @param district    name of the district
 * @param pictures    in the order asked for
 * @param diagnostics of what was read
 */
public record RenderReport(String district, List<Drawn> pictures, List<Diagnostic> diagnostics) {

    /**
     * A picture.
     *
     * @param out     the file
     * @param view    name of the viewpoint, may be empty
     * @param overlay title of the overlay, may be empty
     * @param legend  what its colours mean; {@code null} without an overlay
     */
    public record Drawn(Path out, String view, String overlay, Legend legend) {
    }

    public RenderReport {
        pictures = List.copyOf(pictures);
        diagnostics = List.copyOf(diagnostics);
    }
}
