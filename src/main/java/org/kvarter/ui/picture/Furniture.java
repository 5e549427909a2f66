package org.kvarter.ui.picture;

import java.util.Objects;

/**
 * What stands in a picture beside what the camera sees.
 *
 * @param title    in the upper left corner, empty for none
 * @param north    whether an arrow shows where north is
 * @param scaleBar whether a bar shows how long so many metres are
 */
public record Furniture(String title, boolean north, boolean scaleBar) {

    /** Nothing. */
    public static final Furniture NONE = new Furniture("", false, false);

    public Furniture {
        Objects.requireNonNull(title, "title");
    }

    boolean isNone() {
        return title.isBlank() && !north && !scaleBar;
    }
}
