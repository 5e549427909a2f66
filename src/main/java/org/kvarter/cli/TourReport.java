package org.kvarter.cli;

import java.util.List;
import org.kvarter.model.Diagnostic;
import org.kvarter.workshop.tour.Tour;

/**
 * A tour that was drawn.
 *
 * @param tour        its pictures and words
 * @param diagnostics of what was read; for a story also about what its steps name and the project does not have
 */
public record TourReport(Tour tour, List<Diagnostic> diagnostics) {

    public TourReport {
        diagnostics = List.copyOf(diagnostics);
    }
}
