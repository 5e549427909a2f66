package org.kvarter.ui.present;

import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * Which screen shows what.
 *
 * @param audience  the screen the audience looks at
 * @param presenter the presenter's own; the same where there is only one
 */
record PresentScreens(Rectangle2D audience, Rectangle2D presenter) {

    /**
     * The window's screen is the presenter's, another one the audience's.
     *
     * @param screens all there are, the main one first
     * @param window  where the window stands
     */
    static PresentScreens of(List<Rectangle2D> screens, Rectangle2D window) {
        Rectangle2D own = screens.get(0);
        for (Rectangle2D screen : screens) {
            if (shared(screen, window) > shared(own, window)) {
                own = screen;
            }
        }
        for (Rectangle2D screen : screens) {
            if (!screen.equals(own)) {
                return new PresentScreens(screen, own);
            }
        }
        return new PresentScreens(own, own);
    }

    private static double shared(Rectangle2D a, Rectangle2D b) {
        return Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX()))
                * Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY()));
    }

    boolean isOne() {
        return audience.equals(presenter);
    }
}
