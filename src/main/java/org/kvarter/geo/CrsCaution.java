package org.kvarter.geo;

import java.util.Objects;

/**
 * What a person should know of a coordinate reference system as a source states it.
 *
 * @param misplaced whether everything may lie visibly beside its place
 * @param sentence  one sentence in the display language with the expected error in metres
 */
public record CrsCaution(boolean misplaced, String sentence) {

    public CrsCaution {
        Objects.requireNonNull(sentence, "sentence");
    }
}
