package org.kvarter.assist;

import java.util.List;
import java.util.Map;

/**
 * Which place is which feature. Immutable.
 *
 * @param rule              by which it was found
 * @param rowOfPlace        row of the feature of each place that found one, in the order of places
 * @param places            number of places
 * @param unmatchedPlaces   places without a feature
 * @param unmatchedFeatures ids of whole features without a place
 * @param proposals         for unmatched places, likeliest first, of a place the one to take before the others; for a person to accept one by one
 * @param ambiguous         places of which several features answered; the largest was taken
 * @param shared            number of features that several places belong to: their values are put together
 * @param notes             sentences about how it was found
 */
public record JoinResult(JoinRule rule, Map<String, Integer> rowOfPlace, int places, List<String> unmatchedPlaces, List<String> unmatchedFeatures,
                         List<Proposal> proposals, List<String> ambiguous, int shared, List<String> notes) {

    /**
     * A pair that may belong together.
     *
     * @param place     of the table
     * @param featureId of the twin
     * @param shown     how the twin spells what was compared
     * @param score     0 … 1, how alike they are
     * @param ties      how many other pairs of this place or this feature are at least as alike; 0 for what is not proposed first for its place
     */
    public record Proposal(String place, String featureId, String shown, double score, int ties) {
    }

    public JoinResult {
        rowOfPlace = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(rowOfPlace));
        unmatchedPlaces = List.copyOf(unmatchedPlaces);
        unmatchedFeatures = List.copyOf(unmatchedFeatures);
        proposals = List.copyOf(proposals);
        ambiguous = List.copyOf(ambiguous);
        notes = List.copyOf(notes);
    }

    /** Number of places that found a feature. */
    public int matched() {
        return rowOfPlace.size();
    }

    /** Share of places that found a feature, 0 … 1. */
    public double rate() {
        return places == 0 ? 0 : (double) matched() / places;
    }
}
