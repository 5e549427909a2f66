package org.kvarter.scene.label;

import java.util.Objects;
import org.kvarter.model.FeatureKey;

/**
 * A name at a place.
 *
 * @param feature  what it names; {@code null} for a free note
 * @param text     one short line
 * @param east     local metres
 * @param north    local metres
 * @param up       local metres; usually the top of the thing
 * @param rank     selected and pinned ones always show where there is room, important ones by priority
 * @param priority higher comes first within a rank, such as the size of the thing
 */
public record Label(FeatureKey feature, String text, double east, double north, double up, Rank rank, double priority) {

    /** How much a label matters. */
    public enum Rank {
        SELECTED, PINNED, IMPORTANT
    }

    public Label {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(rank, "rank");
    }
}
