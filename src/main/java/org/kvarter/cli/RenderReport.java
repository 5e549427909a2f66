package org.kvarter.cli;

import java.nio.file.Path;
import java.util.List;
import org.kvarter.model.Diagnostic;

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
     */
    public record Drawn(Path out, String view, String overlay) {
    }

    public RenderReport {
        pictures = List.copyOf(pictures);
        diagnostics = List.copyOf(diagnostics);
    }
}
