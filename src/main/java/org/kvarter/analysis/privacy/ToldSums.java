package org.kvarter.analysis.privacy;

import java.util.Objects;

/**
 * Sums of a personal value that somebody was told, as kept in a project: which features were summed up, and no value. Immutable.
 *
 * @param data     the marked attribute or series
 * @param features digest of the ids of the layer's features in their order: of others these sums say nothing
 * @param count    number of features
 * @param groups   rows that were summed up: one bit set after the other, {@code count} bits filled up to whole bytes each, deflated (RFC 1950), in Base64
 */
public record ToldSums(String data, String features, int count, String groups) {

    public ToldSums {
        data = Objects.requireNonNullElse(data, "");
        features = Objects.requireNonNullElse(features, "");
        groups = Objects.requireNonNullElse(groups, "");
    }
}
