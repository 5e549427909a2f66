package org.kvarter.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the one pack in the one size, so that all have the same stroke width. */
public final class Icons {

    /** Edge of an icon, pixels. */
    public static final int SIZE = 16;

    private Icons() {
    }

    /** A new icon; its colour comes from the style sheet. */
    public static FontIcon of(Feather icon) {
        FontIcon node = new FontIcon(icon);
        node.setIconSize(SIZE);
        return node;
    }
}
